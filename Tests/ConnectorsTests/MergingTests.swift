import Connectors
import Foundation
import Operations
import Testing
import Vocabulary

/// What offices say of one placement, whatever comes first.
@Suite struct MergingTests {
    private let office: Office

    init() throws { office = try Office() }

    private func take(_ text: String, _ name: String, beside: Set<String> = []) async throws -> TakenRows {
        try await office.desk.take(Array(text.utf8), as: try office.share(name, beside: beside))
    }

    private let registry = """
        placement_id,name,destination,visa_no,status,changed_at
        PL-1,SITI REKAAN,HKG,V-1,visa,2026-02-01T00:00:00Z

        """
    private let agreement = """
        placement_id,placement_agreement_no,agreed_on,agency_licence,job_order_no,changed_at
        PL-1,PP-1,2026-01-05,L-1,JO-1,2026-01-05T00:00:00Z

        """

    @Test func anOfficeOfSomeColumnsChangesOnlyThem() async throws {
        _ = try await take(registry, "siskop2mi")
        let taken = try await take(agreement, "siapkerja")
        #expect(taken.count.changed == 1)
        let placement = try #require(try office.placement("PL-1"))
        #expect(placement.file.placementAgreementNumber.value == "PP-1")
        #expect(placement.file.agreedOn == Day("2026-01-05"))
        #expect(placement.file.visaNumber.value == "V-1")
        #expect(placement.holder.name == PersonName("SITI REKAAN"))
    }

    @Test func theRegistryDoesNotEraseWhatAnotherConnectedOfficeBrought() async throws {
        let both: Set<String> = ["siskop2mi", "siapkerja"]
        _ = try await take(registry, "siskop2mi", beside: both)
        _ = try await take(agreement, "siapkerja", beside: both)
        let later = registry.replacingOccurrences(of: "HKG", with: "TWN")
            .replacingOccurrences(of: "2026-02-01", with: "2026-02-02")
        _ = try await take(later, "siskop2mi", beside: both)
        let placement = try #require(try office.placement("PL-1"))
        #expect(placement.file.destination == CountryCode("TWN"))
        #expect(placement.file.placementAgreementNumber.value == "PP-1")
    }

    @Test func theSameRowsInAnyOrderGiveTheSameRecord() async throws {
        let both: Set<String> = ["siskop2mi", "siapkerja"]
        let newer = agreement.replacingOccurrences(of: "PP-1", with: "PP-2")
            .replacingOccurrences(of: "05T00", with: "06T00")
        _ = try await take(registry, "siskop2mi", beside: both)
        _ = try await take(newer, "siapkerja", beside: both)
        let old = try await take(agreement, "siapkerja", beside: both)
        #expect(old.old == 1)
        #expect(old.count.changed == 0)
        _ = try await take(registry, "siskop2mi", beside: both)
        let one = try #require(try office.placement("PL-1"))

        let other = try MergingTests()
        _ = try await other.take(registry, "siskop2mi", beside: both)
        _ = try await other.take(agreement, "siapkerja", beside: both)
        _ = try await other.take(newer, "siapkerja", beside: both)
        #expect(try other.office.placement("PL-1") == one)
    }

    @Test func anOlderRowOfAPageNeverReplacesANewerOne() async throws {
        let rows = """
            placement_id,employer,changed_at
            PL-1,BARU,2026-02-02T00:00:00Z
            PL-1,LAMA,2026-02-01T00:00:00Z

            """
        let taken = try await take(rows, "siskop2mi")
        #expect(taken.old == 1)
        #expect(try office.placement("PL-1")?.file.employer == "BARU")
    }

    @Test func anAgreementWithoutAPlacementWaitsAndIsToldAndNotDropped() async throws {
        let taken = try await take(agreement, "siapkerja")
        #expect(taken.orphans.map(\.code) == ["CON-ORPHAN"])
        #expect(taken.orphans.first?.cells["placement_agreement_no"] == "PP-1")
        #expect(taken.findings.map(\.code) == ["CON-ORPHAN"])
        #expect(taken.refused == 0)
        #expect(try office.placement("PL-1") == nil)
    }

    @Test func aPersonsPapersAreNotGuessedOntoOneOfSeveralPlacements() async throws {
        let nik = "320101" + "41" + "0190" + "9001"
        _ = try await take(
            "placement_id,nik,status\nPL-1,\(nik),visa\nPL-2,\(nik),visa\nPL-3,\(nik),returned\n",
            "siskop2mi"
        )
        let taken = try await take("placement_id,nik,insurance_no\n#1,\(nik),B-1\n", "bpjs")
        #expect(taken.orphans.map(\.code) == ["CON-MANY"])
        #expect(try office.placement("PL-1")?.file.insuranceNumber.value == nil)
    }

    @Test func aColumnThatAnOfficeMayNotBringStaysAsItIs() async throws {
        _ = try await take(registry, "siskop2mi")
        let taken = try await take(
            "placement_id,placement_agreement_no,visa_no\nPL-1,PP-1,V-9\n",
            "siapkerja"
        )
        #expect(taken.findings.map(\.code) == ["CON-COLUMN"])
        #expect(try office.placement("PL-1")?.file.visaNumber.value == "V-1")
    }

    @Test func whatNoColumnIsForIsNotTakenFromAnotherOffice() async throws {
        _ = try await take(
            "placement_id,agama,siapkerja.changed_at\nPL-1,X,2030-01-01T00:00:00Z\n",
            "siskop2mi"
        )
        #expect(try office.placement("PL-1")?.unlisted.isEmpty == true)
    }
}
