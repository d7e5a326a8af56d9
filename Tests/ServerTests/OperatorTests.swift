import HTTPTypes
import HummingbirdTesting
import Metrics
import NIOCore
import Operations
@testable import Server
import Testing
import Vocabulary

/// Health, metrics, and what happens when the site fails.
struct OperatorTests {
    @Test func `a site that can be read is ready, one that can't is not but lives`() async throws {
        let post = try await Post()
        try await post.test { client in
            let health = try await Browser(client).get("/healthz")
            #expect(health.status == .ok)
            #expect(health.text == #"{"live":true,"ready":true,"behind":0}"#)
        }
        let broken = try await Post(site: { _ in BrokenSite() })
        try await broken.test { client in
            let health = try await Browser(client).get("/healthz")
            #expect(health.status == .serviceUnavailable)
            let life = try await Browser(client).get("/healthz/live")
            #expect(life.status == .ok)
        }
    }

    @Test func `metrics are for the machine itself, a key or an administrator`() async throws {
        let post = try await Post(records: true)
        try await post.addOfficer("ayu", [.border])
        try await post.addOfficer("root", [.administrator])
        let key = try await post.issueKey([.read])
        let other = try await post.issueKey([.manifest])
        try await post.test { client in
            #expect(try await Browser(client).get("/metrics").status == .unauthorized)
            let border = Browser(client)
            try await border.signIn("ayu")
            #expect(try await border.get("/metrics").status == .forbidden)
            let administrator = Browser(client)
            try await administrator.signIn("root")
            #expect(try await administrator.get("/metrics").status == .ok)
            let refused = try await Browser(client).get(
                "/metrics",
                headers: [.authorization: "Bearer \(other)"]
            )
            #expect(refused.status == .forbidden)
            let metrics = try await Browser(client).get(
                "/metrics",
                headers: [.authorization: "Bearer \(key)"]
            )
            #expect(metrics.text.contains("# TYPE kawal_http_requests_total counter"))
            #expect(
                metrics.text.contains(
                    #"kawal_http_requests_total{method="POST",route="/masuk",status="303"} 2"#
                )
            )
            #expect(metrics.text.contains(#"kawal_feed_records{feed="workers"} 3.0"#))
            #expect(metrics.text.contains("kawal_ledger_entries"))
            #expect(!metrics.text.contains("ayu"))
        }
    }

    @Test func `a gate is told to open when the site fails: nobody is held because of us`() async throws {
        let post = try await Post(records: true, site: { GateSite(store: $0) })
        let key = try await post.issueKey([.autogate])
        try await post.test { client in
            let answer = try await client.executeRequest(
                uri: "/api/v1/gate-checks",
                method: .post,
                headers: [.authorization: "Bearer \(key)", .contentType: "application/json"],
                body: ByteBuffer(string: #"{"passport":"X9000002","destination":"HKG","visaKind":"work"}"#)
            )
            #expect(answer.status == .ok)
            #expect(answer.text == #"{"answer":"proceed"}"#)
        }
    }

    @Test func `a site that can't be read is a page that says what it means for the person waiting`()
        async throws
    {
        let post = try await Post(site: { _ in BrokenSite() }) { $0.dutyNumber = DutyNumber("021-5550-0123") }
        try await post.test { client in
            let browser = Browser(client)
            #expect(!(try await browser.get("/masuk")).text.contains("tel:"))
            let page = try await browser.post("/masuk", [("nama", "ayu"), ("sandi", "x")])
            #expect(page.status == .serviceUnavailable)
            #expect(page.headers[.retryAfter] == "5")
            #expect(page.text.contains("<!doctype html>"))
            #expect(page.text.contains("href=\"tel:02155500123\""))
        }
    }

    @Test func `whichever ends first answers, and a stuck one isn't waited for`() async {
        let (stuck, unlock) = AsyncStream.makeStream(of: Void.self)
        let answer = await firstOf {
            await Task.detached { for await _ in stuck {} }.value
            return "late"
        } or: {
            "first"
        }
        #expect(answer == "first")
        unlock.finish()
    }
}

/// A store that can't be read.
struct BrokenSite: Site {
    func read<Answer>(_ body: (any SiteReads) throws -> Answer) throws -> Answer {
        throw SiteFault.failed(finding: "uji")
    }
    func append<Answer: Sendable>(_ decide: @escaping @Sendable (any SiteReads) throws -> Decision<Answer>)
        async throws -> (answer: Answer, first: UInt64?)
    { throw SiteFault.failed(finding: "uji") }
    func note(_ draft: EntryDraft) {}
    func seal(_ changes: [RecordChange], by actor: String, at moment: Moment) throws -> SealedLoad {
        throw SiteFault.failed(finding: "uji")
    }
    func sweep(_ reach: Sweep) async throws { throw SiteFault.failed(finding: "uji") }
    func shelve(_ bytes: [UInt8], digest: String, at moment: Moment) throws {
        throw SiteFault.failed(finding: "uji")
    }
    func shelved(_ digest: String) throws -> [UInt8]? { throw SiteFault.failed(finding: "uji") }
    func hasShelved(_ digest: String) throws -> Bool { throw SiteFault.failed(finding: "uji") }
    func clearShelf(_ share: ShelfShare) throws -> Int { throw SiteFault.failed(finding: "uji") }
    func keep(evidence bytes: [UInt8], id: String, key: [UInt8]) throws {
        throw SiteFault.failed(finding: "uji")
    }
    func evidence(id: String, key: [UInt8]) throws -> [UInt8]? { throw SiteFault.failed(finding: "uji") }
    func receipt(for index: UInt64) throws -> String? { throw SiteFault.failed(finding: "uji") }
    func opening(of index: UInt64) throws -> (salt: [UInt8], body: [UInt8])? { nil }
    func pseudonym(ofOfficer name: String) -> String { name }
    var checkpointKeys: [String] { [] }
    func passTrust() throws -> PassTrust { throw SiteFault.failed(finding: "uji") }
    func ledgerHead() throws -> LedgerHead { throw SiteFault.failed(finding: "uji") }
    func logFile(at path: String) throws -> LogFile? { throw SiteFault.failed(finding: "uji") }
}

/// A store whose disk is full as soon as somebody is referred; keys and records can be written.
struct GateSite: Site {
    let store: any Site
    func read<Answer>(_ body: (any SiteReads) throws -> Answer) throws -> Answer { try store.read(body) }
    func append<Answer: Sendable>(_ decide: @escaping @Sendable (any SiteReads) throws -> Decision<Answer>)
        async throws -> (answer: Answer, first: UInt64?)
    {
        try await store.append { reads in
            let decision = try decide(reads)
            let isReferral = decision.drafts.contains {
                if case .referralOpened = $0.event { true } else { false }
            }
            guard !isReferral else { throw SiteFault.diskFull }
            return decision
        }
    }
    func note(_ draft: EntryDraft) { store.note(draft) }
    func seal(_ changes: [RecordChange], by actor: String, at moment: Moment) throws -> SealedLoad {
        try store.seal(changes, by: actor, at: moment)
    }
    func shelve(_ bytes: [UInt8], digest: String, at moment: Moment) throws {
        try store.shelve(bytes, digest: digest, at: moment)
    }
    func shelved(_ digest: String) throws -> [UInt8]? { try store.shelved(digest) }
    func hasShelved(_ digest: String) throws -> Bool { try store.hasShelved(digest) }
    func clearShelf(_ share: ShelfShare) throws -> Int { try store.clearShelf(share) }
    func keep(evidence bytes: [UInt8], id: String, key: [UInt8]) throws {
        try store.keep(evidence: bytes, id: id, key: key)
    }
    func evidence(id: String, key: [UInt8]) throws -> [UInt8]? { try store.evidence(id: id, key: key) }
    func receipt(for index: UInt64) throws -> String? { try store.receipt(for: index) }
    func opening(of index: UInt64) throws -> (salt: [UInt8], body: [UInt8])? { try store.opening(of: index) }
    func pseudonym(ofOfficer name: String) -> String { store.pseudonym(ofOfficer: name) }
    var checkpointKeys: [String] { store.checkpointKeys }
    func passTrust() throws -> PassTrust { try store.passTrust() }
    func sweep(_ reach: Sweep) async throws { try await store.sweep(reach) }
    func ledgerHead() throws -> LedgerHead { try store.ledgerHead() }
    func logFile(at path: String) throws -> LogFile? { try store.logFile(at: path) }
}

/// The Prometheus text.
struct PrometheusTests {
    @Test func `counters, gauges and histograms are written as Prometheus reads them`() {
        let registry = PrometheusRegistry()
        Counter(label: "a.b", dimensions: [("kind", "x\"y\\z\n")], factory: registry).increment(by: 3)
        Meter(label: "g", dimensions: [], factory: registry).set(2.5)
        let timer = Timer(label: "t_seconds", dimensions: [], factory: registry)
        timer.recordMilliseconds(2)
        timer.recordMilliseconds(200)
        let text = registry.exposition
        #expect(text.contains("# TYPE a_b_total counter\na_b_total{kind=\"x\\\"y\\\\z\\n\"} 3\n"))
        #expect(text.contains("# TYPE g gauge\ng 2.5\n"))
        #expect(text.contains("t_seconds_bucket{le=\"0.0025\"} 1\n"))
        #expect(text.contains("t_seconds_bucket{le=\"0.3\"} 2\n"))
        #expect(text.contains("t_seconds_bucket{le=\"+Inf\"} 2\n"))
        #expect(text.contains("t_seconds_count 2\n"))
    }

    @Test func `the same name is one series, and too many are dropped and counted`() {
        let registry = PrometheusRegistry()
        for _ in 0..<2 { Counter(label: "c", dimensions: [], factory: registry).increment() }
        for number in 0..<2100 {
            Counter(label: "d", dimensions: [("n", "\(number)")], factory: registry).increment()
        }
        #expect(registry.exposition.contains("c_total 2\n"))
        #expect(registry.exposition.contains("kawal_metrics_dropped_series 101\n"))
    }
}

/// JSON that keeps the order of its members.
struct JSONTextTests {
    @Test func `every text is escaped so that any reader reads it back`() throws {
        let value: JSONText = ["b": "\"\\\n\t\u{1}é😀", "a": [1, true, .null, .number(0.5)]]
        #expect(value.compact == #"{"b":"\"\\\n\t\u0001é😀","a":[1,true,null,0.5]}"#)
        #expect(JSONText.object([]).pretty == "{}\n")
    }
}
