import HTTPTypes
import HummingbirdTesting
import Operations
@testable import Server
import Testing
import Vocabulary

/// What leaves within two hours, as the ministry's desk sees it.
struct DepartingDeskTests {
    /// A post that has received the list of the flight at 23.40, so many minutes before it leaves.
    private func post(minutesBefore: Int) async throws -> Post {
        let post = try await Post(records: true)
        try await post.addOfficer("citra", [.helpdesk])
        _ = try await post.desk.receive(
            Array(Records.manifest.utf8),
            name: "daftar.csv",
            by: .operatorConsole
        )
        let leaves = try #require(Moment("2026-03-01T23:40:00+07:00"))
        post.clock.advance(seconds: post.clock.now.seconds(until: leaves) - minutesBefore * 60)
        return post
    }

    private func page(_ name: String, _ post: Post) async throws -> String {
        try await post.test { client in
            let browser = Browser(client)
            try await browser.signIn(name)
            let page = try await browser.get("/meja")
            #expect(page.status == .ok)
            return page.text
        }
    }

    @Test func `whoever needs the desk stands under the flight, with what mends it and without a name`()
        async throws
    {
        let post = try await post(minutesBefore: 100)
        let page = try await page("citra", post)
        #expect(page.contains("23.40 · GA820"))
        let key = FlightKey(number: "GA820", departsOn: post.desk.today, from: "CGK")
        let rina = try #require(
            try post.desk.screened(on: key).first { $0.passport == PassportNumber("X9000002") }
        )
        #expect(page.contains("/pelintas/\(rina.id)"))
        #expect(page.contains("Nomor \(rina.person) dalam daftar"))
        let remedy = try #require(rina.assessment.mend.first)
        #expect(page.contains(remedy.where))
        for personal in ["RINA", "SITI", "X9000002", "1990"] {
            #expect(!page.contains(personal), "\(personal)")
        }
    }

    @Test(arguments: [121, -1])
    func `what leaves later or has left is not shown`(minutesBefore: Int) async throws {
        let page = try await page("citra", try await post(minutesBefore: minutesBefore))
        #expect(page.contains("Tidak ada keberangkatan dalam waktu ini."))
    }

    @Test func `a paper that was seen in the hand needs no desk any more`() async throws {
        let post = try await post(minutesBefore: 60)
        let before = try post.desk.departingSoon().flights.flatMap(\.travellers)
        let rina = try #require(before.first { $0.passport == PassportNumber("X9000002") })
        let citra = Actor(
            Account(name: "citra", roles: [.helpdesk], passwordHash: "", mustChangePassword: false)
        )
        for remedy in rina.assessment.mend {
            try await post.desk.attest(
                Attestation(document: remedy.document, number: "V-1", validUntil: nil),
                for: try #require(rina.passport),
                by: citra
            )
        }
        let after = try post.desk.departingSoon().flights.flatMap(\.travellers)
        #expect(after.count == before.count - 1)
        #expect(!after.contains { $0.id == rina.id })
    }
}
