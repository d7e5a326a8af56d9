import HTTPTypes
import HummingbirdTesting
import Operations
@testable import Server
import Testing
import Vocabulary

/// The hand-over of a shift through its page.
struct ShiftNoteTests {
    private func post() async throws -> Post {
        let post = try await Post()
        for name in ["budi", "dodi"] { try await post.addOfficer(name, [.supervisor]) }
        return post
    }

    private func signedIn(_ name: String, _ client: any TestClientProtocol) async throws -> Browser {
        let browser = Browser(client)
        try await browser.signIn(name)
        return browser
    }

    private let path = "/serah-terima"

    @Test func `one hands over, another confirms, and the page says who and when`() async throws {
        let post = try await post()
        try await post.test { client in
            let (budi, dodi) = (try await signedIn("budi", client), try await signedIn("dodi", client))
            try await budi.get(path)
            let sent = try await budi.post(path, [("text", "Ruang <2> tutup."), ("langkah", "")])
            #expect(sent.status == .seeOther)
            let note = try #require(try post.desk.shiftNotes(limit: 9).first?.note.id)
            let own = try await budi.get(path)
            #expect(own.text.contains("Menunggu dibaca kepala regu berikutnya"))
            #expect(!own.text.contains("action=\"\(path)/\(note)\""))
            let waiting = try await dodi.get(path)
            #expect(waiting.text.contains("Ruang &lt;2&gt; tutup."))
            #expect(waiting.text.contains("action=\"\(path)/\(note)\""))
            #expect(try await dodi.post("\(path)/\(note)").status == .seeOther)
            #expect(try await budi.get(path).text.contains("<td>dodi, "))
            // Whoever wrote it can't confirm it, whatever is sent.
            #expect(try await budi.post("\(path)/\(note)").status == .conflict)
        }
    }

    @Test func `a resent form, an expired page and two at once double no note`() async throws {
        let post = try await post()
        try await post.test { client in
            let (budi, dodi) = (try await signedIn("budi", client), try await signedIn("dodi", client))
            let form = [("text", "Satu."), ("langkah", "")]
            try await budi.get(path)
            let token = budi.token
            try await dodi.get(path)
            #expect(try await budi.post(path, form, token: token).status == .seeOther)
            #expect(try await budi.post(path, form, token: token).status == .seeOther)
            let late = try await dodi.post(path, [("text", "Dua <dari> dodi."), ("langkah", "")])
            #expect(late.status == .conflict)
            #expect(late.text.contains("budi sudah menyerahkan regu"))
            #expect(late.text.contains("Dua &lt;dari&gt; dodi."))
            let again = try await signedIn("budi", client)
            #expect(try await again.post(path, form, token: token).status == .forbidden)
            #expect(try post.desk.shiftNotes(limit: 9).map(\.note.text) == ["Satu."])
        }
    }

    @Test func `words that are too long stay on the page`() async throws {
        let post = try await post()
        try await post.test { client in
            let budi = try await signedIn("budi", client)
            try await budi.get(path)
            let refused = try await budi.post(path, [("text", String(repeating: "é", count: 2001))])
            #expect(refused.status == .unprocessableContent)
            #expect(refused.text.contains("éé"))
            #expect(try post.desk.shiftNotes(limit: 9).isEmpty)
        }
    }
}
