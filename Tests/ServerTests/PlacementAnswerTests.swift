import HTTPTypes
import HummingbirdTesting
import NIOCore
import Operations
@testable import Server
import Testing
import Vocabulary

/// The minimal answer: five members, nobody's health or family, and no difference between unknown and wrong.
struct PlacementAnswerTests {
    private func ask(_ body: String, _ key: String, _ client: any TestClientProtocol) async throws
        -> TestResponse
    {
        try await client.executeRequest(
            uri: "/api/v1/placement-answer",
            method: .post,
            headers: [.authorization: "Bearer \(key)", .contentType: "application/json"],
            body: ByteBuffer(string: body)
        )
    }

    private func document(_ passport: String, _ bornOn: String) -> String {
        "{\"passport\":\"\(passport)\",\"bornOn\":\"\(bornOn)\"}"
    }

    @Test func `a complete placement is told in five members`() async throws {
        let post = try await Post(records: true)
        let key = try await post.issueKey([.placement])
        try await post.test { client in
            let answer = try await ask(document("X9000001", "1995-03-17"), key, client)
            #expect(answer.status == .ok)
            #expect(
                answer.text.filter { !$0.isWhitespace }
                    == #"{"state":"complete","scheme":"ptop","country":"HKG","validTo":"2028-01-01","missing":[]}"#
            )
            #expect(try Conformity.faults(of: answer.json, to: "PlacementAnswer") == [])
        }
    }

    @Test func `a health paper that is missing is a placement file, another one has its name`() async throws {
        let post = try await Post(records: true)
        let key = try await post.issueKey([.placement])
        try await post.test { client in
            let health = try await ask(document("X9000003", "1988-06-14"), key, client)
            #expect(try health.json["missing"] == .array(["placement-file"]))
            let visa = try await ask(document("X9000002", "1990-02-12"), key, client)
            #expect(try visa.json["missing"] == .array(["visa"]))
            #expect(try visa.json["state"] == "incomplete")
        }
    }

    @Test func `unknown and wrong birth date have one answer`() async throws {
        let post = try await Post(records: true)
        let key = try await post.issueKey([.placement])
        try await post.test { client in
            var answers: Set<String> = []
            for (passport, born) in [
                ("X9000001", "1995-03-18"), ("X9000002", "1995-03-17"), ("X7777777", "1995-03-17"),
                ("X9000009", "1980-01-11"),
            ] {
                let answer = try await ask(document(passport, born), key, client)
                #expect(answer.status == .ok)
                answers.insert(answer.text)
            }
            #expect(answers.count == 1 && answers.first?.contains("\"none\"") == true)
        }
    }

    @Test func `a pass answers for itself until it is taken back`() async throws {
        let post = try await Post(records: true)
        let key = try await post.issueKey([.placement])
        let pass = try await post.desk.issuePass(
            try #require(PassportNumber("X9000001")),
            bornOn: try #require(Day("1995-03-17")),
            by: .worker
        ).issued
        let body = "{\"pass\":\"\(pass.text)\"}"
        try await post.test { client in
            let held = try await ask(body, key, client)
            #expect(try held.json["state"] == "complete" && held.json["validTo"] == "2026-05-29")
            try await post.desk.revokePass(pass.numberText, for: .asked, by: .operatorConsole)
            #expect(try await ask(body, key, client).json["state"] == "void")
            let cut = try await ask("{\"pass\":\"\(pass.text.dropLast())\"}", key, client)
            #expect(try cut.json["state"] == "none")
        }
    }

    @Test(arguments: [
        "{}", "{\"passport\":\"X1\"}", "{\"bornOn\":\"1995-03-17\"}",
        "{\"passport\":\"X1\",\"bornOn\":\"x\"}",
        "{\"pass\":\"X1\"}", "{\"pass\":\"KWLP1\",\"passport\":\"X1\"}", "[]", "{\"pass\":3}",
    ])
    func `what asks for nobody is refused`(body: String) async throws {
        let post = try await Post()
        let key = try await post.issueKey([.placement])
        try await post.test { client in
            let answer = try await ask(body, key, client)
            #expect(answer.status == .badRequest || answer.status == .unprocessableContent)
        }
    }

    @Test func `only a key of that scope asks, and each is braked by itself`() async throws {
        let post = try await Post(records: true)
        let (one, other) = (try await post.issueKey([.placement]), try await post.issueKey([.placement]))
        let scopes = Set(KeyScope.allCases).subtracting([.placement])
        let rest = try await post.issueKey(scopes)
        try await post.test { client in
            #expect(try await ask(document("X1", "1995-03-17"), rest, client).status == .forbidden)
            try await withThrowingTaskGroup { group in
                for _ in 0..<60 { group.addTask { _ = try await ask("{}", one, client) } }
                try await group.waitForAll()
            }
            let braked = try await ask(document("X9000001", "1995-03-17"), one, client)
            #expect(braked.status == .tooManyRequests && braked.headers[.retryAfter] != nil)
            #expect(try await ask(document("X9000001", "1995-03-17"), other, client).status == .ok)
        }
    }

    @Test func `every question is noted, whoever was asked for`() async throws {
        let post = try await Post(records: true)
        let key = try await post.issueKey([.placement])
        let subjects = ["X9000001", "X7777777"].compactMap { PassportNumber($0) }.map(EntrySubject.passport)
        try await post.test { client in
            _ = try await ask(document("X9000001", "1995-03-17"), key, client)
            _ = try await ask(document("X7777777", "1995-03-17"), key, client)
        }
        try await post.desk.site.commit { _ in Decision([], answer: ()) }
        for subject in subjects {
            let events = try post.desk.site.read { try $0.events(about: subject) }
            #expect(events.contains { $0.event == .recordRead(RecordRead(part: .placement)) })
        }
    }

    @Test func `no answer has anything of health, family or complaints, whatever is on record`() async throws
    {
        let post = try await Post(records: true)
        let table = Invented()
        try await post.load(["workers.csv": table.workers, "passports.csv": table.passports])
        let actor = Actor.operatorConsole
        let papers = Set(
            post.desk.rules.papers(on: post.desk.today).filter { !$0.isSensitive }.map(\.document)
        )
        let allowed = papers.union(PlacementStanding.others).union([PlacementStanding.file])
        var seen: Set<String> = []
        for person in table.people {
            let passport = try #require(PassportNumber(person.passport))
            let answer = try post.desk.placementAnswer(.document(passport, bornOn: person.bornOn), by: actor)
            guard case .object(let members) = answer.json else { return }
            #expect(members.map(\.name) == ["state", "scheme", "country", "validTo", "missing"])
            #expect(Set(answer.missing).isSubset(of: allowed))
            #expect(answer.missing.count { $0 == PlacementStanding.file } <= 1)
            #expect(PlacementAnswer.states.contains(answer.state))
            // The last day is that of visa and contract, never that of a health statement.
            #expect(answer.validTo.map { $0 == Day("2028-01-01") } ?? true)
            #expect((answer.state == "complete") == answer.missing.isEmpty)
            #expect(answer.missing.contains(PlacementStanding.file) == person.lacksSensitive)
            seen.formUnion(answer.missing + [answer.state])
        }
        #expect(seen.isSuperset(of: ["complete", "incomplete", "placement-file", "visa"]))
    }

    /// Placements with every mixture of health, marital and family cells, some of them without a visa.
    private struct Invented {
        struct Person {
            var passport: String
            var bornOn: Day
            var lacksSensitive: Bool
        }

        var people: [Person] = []
        var workers =
            "placement_id,nik,name,born_on,passport_no,scheme,agency_licence,job_order_no,employer,employer_kind,"
            + "destination,position,visa_no,visa_kind,visa_until,contract_from,contract_until,insurance_no,"
            + "medical_until,competence_no,marital_statement,family_permission,placement_agreement_no,status\n"
        var passports = "passport_no,nik,name,born_on,issued_on,expires_on,document_kind,status\n"

        init() {
            var number = 0
            for scheme in ["ptop", "mandiri"] {
                for visa in ["V-1", "no"] {
                    for medical in ["2027-01-01", "2026-02-01", "no", "yes"] {
                        for marital in ["yes", "no", "SK-7"] {
                            for family in ["yes", "no"] {
                                number += 1
                                add(number, scheme, visa, medical, marital, family)
                            }
                        }
                    }
                }
            }
        }

        private mutating func add(
            _ number: Int,
            _ scheme: String,
            _ visa: String,
            _ medical: String,
            _ marital: String,
            _ family: String
        ) {
            let passport = "X8\(100_000 + number)"
            let nik = "9901" + "01110180" + "\(1000 + number)"
            let isAgency = scheme == "ptop"
            workers +=
                "PQ-\(number),\(nik),REKAAN \(number),1980-01-11,\(passport),\(scheme),\(isAgency ? "L-1" : ""),"
                + "\(isAgency ? "J-1" : ""),RUMAH SATU,\(isAgency ? "household" : "company"),HKG,caregiver,\(visa),work,"
                + "\(visa == "no" ? "" : "2028-01-01"),2026-03-01,2028-01-01,A-1,\(medical),K-1,\(marital),\(family),PP-1,signed\n"
            passports +=
                "\(passport),\(nik),REKAAN \(number),1980-01-11,2025-10-05,2035-10-05,passport,issued\n"
            let lacks = medical == "no" || medical == "2026-02-01" || marital == "no" || family == "no"
            people.append(
                Person(passport: passport, bornOn: Day(number: 3662), lacksSensitive: lacks)
            )
        }
    }
}
