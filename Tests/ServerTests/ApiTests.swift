import HTTPTypes
import HummingbirdTesting
import NIOCore
import Operations
@testable import Server
import Testing
import Vocabulary

/// The API's answers, each against its own schema.
struct ApiTests {
    private func call(
        _ client: any TestClientProtocol,
        _ method: HTTPRequest.Method,
        _ path: String,
        _ key: String,
        _ body: String? = nil,
        type: String = "application/json"
    ) async throws -> TestResponse {
        var headers: HTTPFields = [.authorization: "Bearer \(key)"]
        if body != nil { headers[.contentType] = type }
        return try await client.executeRequest(
            uri: path,
            method: method,
            headers: headers,
            body: body.map { ByteBuffer(string: $0) }
        )
    }

    @Test func `a complete worker is clear, one without a visa is referred once`() async throws {
        let post = try await Post(records: true)
        let key = try await post.issueKey([.check])
        try await post.test { client in
            let complete = try await call(
                client,
                .post,
                "/api/v1/checks",
                key,
                #"{"passport":"X9000001","destination":"HKG","visaKind":"work"}"#
            )
            #expect(complete.status == .ok)
            #expect(try complete.json["assessment"]?["advice"] == "clear", "\(complete.text)")
            #expect(try Conformity.faults(of: complete.json, to: "CheckAnswer") == [])

            let body = #"{"passport":"X9000002","destination":"HKG","visaKind":"work"}"#
            let first = try await call(client, .post, "/api/v1/checks", key, body)
            #expect(try first.json["assessment"]?["advice"] == "refer", "\(first.text)")
            #expect(try Conformity.faults(of: first.json, to: "CheckAnswer") == [])
            #expect(try first.json["name"] == .null)
            let second = try await call(client, .post, "/api/v1/checks", key, body)
            #expect(try first.json["referral"]?["id"] == second.json["referral"]?["id"])
            #expect(try post.desk.referrals(on: post.desk.today).count == 1)
        }
    }

    @Test func `health papers are named to the ministry's desk only`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        try await post.addOfficer("bia", [.helpdesk])
        try await post.test { client in
            func answer(_ name: String) async throws -> String {
                let browser = Browser(client)
                try await browser.signIn(name)
                try await browser.get("/papan")
                let fields: HTTPFields = [
                    .cookie: "kawal=\(browser.cookies["kawal"] ?? "")", .token: browser.token,
                    .contentType: "application/json",
                ]
                return try await client.executeRequest(
                    uri: "/api/v1/checks",
                    method: .post,
                    headers: fields,
                    body: .init(string: #"{"passport":"X9000003","destination":"HKG","visaKind":"work"}"#)
                ).text
            }
            #expect(try await answer("bia").contains("\"document\":\"medical\""))
            let border = try await answer("ayu")
            #expect(border.contains("\"advice\":\"refer\""))
            #expect(!border.contains("medical"))
        }
    }

    @Test func `a list is received once, however often its bytes are sent`() async throws {
        let post = try await Post(records: true)
        let key = try await post.issueKey([.manifest, .read])
        try await post.test { client in
            let first = try await call(
                client,
                .post,
                "/api/v1/manifests",
                key,
                Records.manifest,
                type: "text/csv"
            )
            #expect(first.status == .ok, "\(first.text)")
            #expect(try Conformity.faults(of: first.json, to: "Reception") == [])
            #expect(try first.json["repeat"] == false)
            let again = try await call(
                client,
                .post,
                "/api/v1/manifests",
                key,
                Records.manifest,
                type: "text/csv"
            )
            #expect(try again.json["repeat"] == true)
            #expect(try again.json["manifests"] == first.json["manifests"])
            #expect(try post.desk.referrals(on: post.desk.today).count == 1)

            let flights = try await call(client, .get, "/api/v1/flights?on=2026-03-01", key)
            #expect(try Conformity.faults(of: flights.json, to: "FlightList") == [])
            let list = try await call(client, .get, "/api/v1/flights/GA820/2026-03-01/CGK/assessments", key)
            #expect(try Conformity.faults(of: list.json, to: "AssessmentList") == [])
            guard case .array(let travellers)? = try list.json["assessments"],
                case .string(let id)? = travellers[0]["id"]
            else {
                Issue.record("no traveller: \(list.text)")
                return
            }
            let one = try await call(client, .get, "/api/v1/assessments/\(id)", key)
            #expect(try Conformity.faults(of: one.json, to: "ScreenedTraveller") == [])
            let status = try await call(client, .get, "/api/v1/status", key)
            #expect(try Conformity.faults(of: status.json, to: "Status") == [])
        }
    }

    @Test func `an application is complete or not yet, by its key`() async throws {
        let post = try await Post(records: true)
        let key = try await post.issueKey([.check])
        let name = try #require(try post.desk.applications(limit: 1).first?.key)
        try await post.test { client in
            let answer = try await call(
                client,
                .post,
                "/api/v1/application-checks",
                key,
                #"{"application":"\#(name)"}"#
            )
            #expect(answer.status == .ok)
            #expect(try Conformity.faults(of: answer.json, to: "ApplicationAnswer") == [])
            let unknown = try await call(
                client,
                .post,
                "/api/v1/application-checks",
                key,
                #"{"application":"x"}"#
            )
            #expect(unknown.status == .notFound)
        }
    }

    @Test(arguments: [("X9000001", "proceed"), ("X9000002", "counter"), ("X9000009", "proceed")])
    func `a gate is told to open or to send to the counter, and nothing else`(
        passport: String,
        expected: String
    )
        async throws
    {
        let post = try await Post(records: true)
        let key = try await post.issueKey([.autogate])
        try await post.test { client in
            let body = #"{"passport":"\#(passport)","destination":"HKG"}"#
            let answer = try await call(client, .post, "/api/v1/gate-checks", key, body)
            #expect(answer.text == #"{"answer":"\#(expected)"}"#)
            // An answer in time is none that was late.
            let metrics = try await client.execute(uri: "/metrics", method: .get)
            #expect(!metrics.text.contains("kawal_gate_late_total"))
        }
    }

    @Test(arguments: [
        ("{", "KWL-JSON"), ("[]", "KWL-JSON"), (#"{"passport":7}"#, "KWL-JSON"), ("{}", "KWL-NOTHING"),
        (#"{"visaKind":"sihir","passport":"X1"}"#, "KWL-JSON"), (#"{"zone":[]}"#, "KWL-FIELD"),
        (#"{"passport":"-"}"#, "KWL-FIELD"), (#"{"passport":"X1","destination":""}"#, "KWL-FIELD"),
        (#"{"a":[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]}"#, "KWL-JSON"),
        (#"{"passport":"X1","flight":{"number":"GA1","departsOn":"2026-02-30","from":"CGK"}}"#, "KWL-JSON"),
    ])
    func `a body that can't be read is a problem with a stable code`(body: String, code: String) async throws
    {
        let post = try await Post()
        let key = try await post.issueKey([.check])
        try await post.test { client in
            let answer = try await call(client, .post, "/api/v1/checks", key, body)
            #expect((400..<500).contains(answer.status.code))
            #expect(answer.headers[.contentType] == "application/problem+json")
            #expect(try answer.json["code"] == .string(code), "\(answer.text)")
            #expect(try answer.json["status"] == .int(answer.status.code))
            #expect(try Conformity.faults(of: answer.json, to: "Problem") == [])
        }
    }

    @Test func `wrong types, sizes, methods and addresses are problems`() async throws {
        let post = try await Post(configure: { $0.uploadLimitBytes = 1000 })
        let key = try await post.issueKey([.check, .manifest, .read])
        try await post.test { client in
            let text = try await call(client, .post, "/api/v1/checks", key, "{}", type: "text/plain")
            #expect(text.status == .unsupportedMediaType)
            let large = try await call(
                client,
                .post,
                "/api/v1/checks",
                key,
                #"{"passport":"\#(String(repeating: "x", count: 20_000))"}"#
            )
            #expect(large.status == .contentTooLarge)
            let list = try await call(
                client,
                .post,
                "/api/v1/manifests",
                key,
                String(repeating: "x", count: 1001),
                type: "text/csv"
            )
            #expect(list.status == .contentTooLarge)
            let nothing = try await call(
                client,
                .post,
                "/api/v1/manifests",
                key,
                "bukan manifes",
                type: "text/csv"
            )
            #expect(nothing.status == .unprocessableContent)
            let method = try await call(client, .get, "/api/v1/checks", key)
            #expect(method.status == .methodNotAllowed)
            #expect(method.headers[.allow] == "POST")
            let nowhere = try await call(client, .get, "/api/v1/tidak-ada", key)
            #expect(nowhere.status == .notFound)
            #expect(try nowhere.json["code"] == "KWL-ABSENT")
            #expect(
                try await call(client, .get, "/api/v1/flights?on=kemarin", key).status
                    == .unprocessableContent
            )
        }
    }
}
