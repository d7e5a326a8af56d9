import HTTPTypes
import HummingbirdTesting
import Operations
@testable import Server
import Testing
import Vocabulary

/// The report of a day, as a page and as a table.
struct ReportTests {
    private func post() async throws -> Post {
        let post = try await Post(records: true)
        try await post.addOfficer("budi", [.supervisor])
        try await post.addOfficer("gilang", [.investigator])
        var content = CaseContent()
        content.text = "Rekaan: Siti."
        let gilang = Actor(
            Account(name: "gilang", roles: [.investigator], passwordHash: "", mustChangePassword: false)
        )
        _ = try await post.desk.open(.enforcement, content, by: gilang)
        return post
    }

    @Test func `a day is counted without anybody in it, on the page and in the table`() async throws {
        let post = try await post()
        let today = post.desk.today
        try await post.test { client in
            let budi = Browser(client)
            try await budi.signIn("budi")
            for path in [
                "/laporan", "/laporan?hari=\(today)", "/laporan?bulan=\(today.description.prefix(7))",
            ] {
                let page = try await budi.get(path)
                #expect(page.status == .ok)
                #expect(page.text.contains("Informasi awal"), "\(path)")
                #expect(page.text.contains("Bukan untuk diumumkan"))
                #expect(!page.text.contains("Siti"))
                #expect(!page.text.contains("gilang"))
            }
            let table = try await budi.get("/laporan.csv?dari=\(today)&sampai=\(today)")
            #expect(table.headers[.contentType] == "text/csv; charset=utf-8")
            #expect(
                table.text == "kind,step,state,reason,agency,count\nenforcement,tip,tip,,immigration,1\n"
            )
            let before = try await budi.get("/laporan?hari=\(today.adding(days: -1))")
            #expect(before.text.contains("Tidak ada langkah pada hari-hari ini."))
        }
    }

    @Test(arguments: [
        "dari=2026-02-30", "dari=2026-03-02&sampai=2026-03-01", "bulan=2026-13", "bulan=2026", "hari=kemarin",
        "dari=2026-01-01&sampai=2026-04-03", "dari=0001-01-01&sampai=9999-12-31",
    ])
    func `days that can't be, or are too many, are told and not counted`(query: String) async throws {
        let post = try await post()
        try await post.test { client in
            let budi = Browser(client)
            try await budi.signIn("budi")
            let page = try await budi.get("/laporan?" + query)
            #expect(page.status == .unprocessableContent)
            #expect(!page.text.contains("Informasi awal"))
            #expect(try await budi.get("/laporan.csv?" + query).status == .unprocessableContent)
        }
    }

    @Test func `three months are the longest span`() async throws {
        let post = try await post()
        try await post.test { client in
            let budi = Browser(client)
            try await budi.signIn("budi")
            #expect(try await budi.get("/laporan?dari=2026-01-01&sampai=2026-04-02").status == .ok)
        }
    }
}
