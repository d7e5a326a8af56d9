import Connectors
import Foundation
import Operations
import Testing
import Vocabulary

@Suite struct ContractTests {
    private let day = Day("2026-03-01") ?? Day(number: 0)

    private func contract(_ office: String, _ way: ConnectorSetting.Way = .pull) throws -> ConnectorContract {
        let setting = ConnectorSetting(name: office, office: office, way: way)
        return ConnectorContract(setting, among: [setting], rules: try Office.rules(), on: day)
    }

    @Test func anAgreementOfSIAPkerjaBecomesOurColumnsAndACancelledOneNothing() throws {
        let json = """
            {"rows":[{"penempatan":{"id_pmi":"PL-1"},"perjanjian_penempatan":[
            {"nomor":"PP-1","tanggal":"2026-01-05","status":"berlaku","diubah":"2026-01-05T08:00:00Z",
            "p3mi":{"no_sip3mi":"L-1"},"lowongan":{"no_sip2mi":"JO-1"}},
            {"nomor":"PP-0","tanggal":"2025-01-05","status":"batal"}]}],
            "next":null,"mark":"1","complete_until":"2026-03-01"}
            """
        let page = try OfficePage.read(Data(json.utf8))
        let contract = try contract("siapkerja")
        let share = try #require(contract.shares[.workers])
        let table = String(decoding: contract.table(page.rows, of: share), as: UTF8.self)
        #expect(
            table == """
                agency_licence,agreed_on,changed_at,job_order_no,placement_agreement_no,placement_id
                L-1,2026-01-05,2026-01-05T08:00:00Z,JO-1,PP-1,PL-1

                """
        )
    }

    @Test func anOfficeMayBringItsOwnTablesOnly() throws {
        #expect(
            Set(try contract("siskop2mi").shares.keys) == [.workers, .agencies, .joborders, .notices, .feeds]
        )
        #expect(Set(try contract("simkim").shares.keys) == [.passports, .crossings, .notices, .feeds])
        #expect(Set(try contract("polri").shares.keys) == [.notices])
        #expect(try contract("nobody").shares.isEmpty)
    }

    @Test func anAgreementIsNotBroughtBeforeItsRuleActs() throws {
        let setting = ConnectorSetting(name: "s", office: "siapkerja", way: .pull)
        let before = try #require(Day("2023-07-16"))
        let contract = ConnectorContract(setting, among: [setting], rules: try Office.rules(), on: before)
        #expect(contract.shares.isEmpty)
    }

    @Test(arguments: [
        "[]", "{}", #"{"rows":[],"next":null}"#, #"{"rows":[],"next":null,"mark":"1"}"#,
        #"{"rows":[],"next":""}"#, #"{"rows":[{"a":1"#,
        #"{"rows":[],"next":null,"mark":"1","complete_until":"soon"}"#,
    ]) func anEnvelopeThatIsNotTheContractsIsRefused(text: String) {
        #expect(throws: ConnectorFault.self) { try OfficePage.read(Data(text.utf8)) }
    }

    @Test func aSettingThatDoesNotFitIsNamed() throws {
        var setting = ConnectorSetting(name: "simkim", office: "simkim", way: .pull)
        setting.address = "http://example.org/v1"
        let rules = try Office.rules()
        #expect(
            throws: ConnectorFault.unfit(
                setting: "simkim.address",
                expected: "https://… without a slash at its end"
            )
        ) {
            try ConnectorSetting.check([setting], rules: rules, on: day)
        }
        setting.address = "https://example.org/v1"
        try ConnectorSetting.check([setting], rules: rules, on: day)
        setting.tables = ["workers"]
        #expect(throws: ConnectorFault.self) { try ConnectorSetting.check([setting], rules: rules, on: day) }
        setting.tables = []
        #expect(throws: ConnectorFault.self) {
            try ConnectorSetting.check([setting, setting], rules: rules, on: day)
        }
    }
}
