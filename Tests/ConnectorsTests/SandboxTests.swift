import Connectors
import Foundation
import Hummingbird
import HummingbirdTesting
import HTTPTypes
import NIOCore
import Testing
import Vocabulary

@Suite struct SandboxTests {
    private static let workers = """
        placement_id,passport_no,name,placement_agreement_no,agreed_on,agency_licence,position,status
        PL-1,X9000001,SITI REKAAN,PP-1,2026-01-05,L-1,PERAWAT,signed
        PL-2,X9000002,BUDI REKAAN,,,L-1,AWAK,verified

        """

    private func sandbox(_ office: String, _ mischief: Mischief = Mischief(), token: String? = nil) throws
        -> Sandbox
    {
        let day = try #require(Day("2026-03-01"))
        let shelf = SandboxShelf(
            office: office,
            nation: [
                .workers: Array(Self.workers.utf8),
                .feeds: Array("feed,complete_until\nworkers,2026-02-28\n".utf8),
            ],
            rules: try Office.rules(),
            day: day,
            isShuffled: mischief.isShuffling,
            seed: 1
        )
        return Sandbox(shelf, mischief: mischief, seed: 1, token: token)
    }

    private func page(_ sandbox: Sandbox, _ path: String) async throws -> OfficePage {
        try await Application(router: sandbox.router()).test(.router) { client in
            try await client.execute(uri: path, method: .get) {
                try OfficePage.read(Data($0.body.readableBytesView))
            }
        }
    }

    @Test func theRegistryOffersEarlierVersionsAndNoAgreements() async throws {
        let page = try await page(try sandbox("siskop2mi"), "/v1/workers")
        #expect(page.rows.map { $0["placement_id"]?.text } == ["PL-1", "PL-1", "PL-2"])
        #expect(page.rows.map { $0["position"]?.text } == ["LAMA", "PERAWAT", "AWAK"])
        #expect(page.rows.allSatisfy { $0["placement_agreement_no"] == nil })
        #expect(page.completeUntil == Day("2026-02-28"))
        #expect(page.mark == "3")
    }

    @Test func sinceItsMarkThereIsNothingNew() async throws {
        let page = try await page(try sandbox("siskop2mi"), "/v1/workers?since=3")
        #expect(page.rows.isEmpty)
        #expect(page.mark == "3")
    }

    @Test func agreementsComeInSIAPkerjasWordsAndSomeForNoPlacement() async throws {
        let page = try await page(try sandbox("siapkerja"), "/v1/workers")
        let numbers = page.rows.map { $0["perjanjian_penempatan"]?.elements.first?["nomor"]?.text }
        #expect(numbers.allSatisfy { $0 == "PP-1" })
        let places = Set(page.rows.compactMap { $0["penempatan"]?["id_pmi"]?.text })
        #expect(places.count == 1 + SandboxShelf.orphans)
    }

    @Test func aHalfAnswerIsNoPage() async throws {
        var mischief = Mischief()
        mischief.isHalving = true
        let sandbox = try sandbox("siskop2mi", mischief)
        await #expect(throws: ConnectorFault.self) { try await self.page(sandbox, "/v1/workers") }
        _ = try await page(sandbox, "/v1/workers")
    }

    @Test func whatIsToldTwiceUnderOneKeyIsKeptOnceAndAnotherBodyIsRefused() async throws {
        let sandbox = try sandbox("siskop2mi")
        try await Application(router: sandbox.router()).test(.router) { client in
            let key = try #require(HTTPField.Name("Idempotency-Key"))
            func tell(_ body: String) async throws -> HTTPResponse.Status {
                try await client.execute(
                    uri: "/v1/news",
                    method: .post,
                    headers: [key: "\"k1\""],
                    body: ByteBuffer(string: body)
                ) { $0.status }
            }
            #expect(try await tell(#"{"a":"1"}"#) == .ok)
            #expect(try await tell(#"{"a":"1"}"#) == .ok)
            #expect(try await tell(#"{"a":"2"}"#).code == 422)
            let shown = try await client.execute(uri: "/v1/news", method: .get) { String(buffer: $0.body) }
            #expect(shown == #"{"news":[{"key":"k1","body":{"a":"1"}}]}"#)
        }
    }

    @Test func withoutItsTokenItAnswersNothing() async throws {
        let sandbox = try sandbox("siskop2mi", token: "rahasia")
        try await Application(router: sandbox.router()).test(.router) { client in
            try await client.execute(uri: "/v1/workers", method: .get) { #expect($0.status == .unauthorized) }
        }
    }
}
