import Foundation
import GRDB
import Operations
import Testing
import Vocabulary

@testable import SiteStore

@Suite struct SharingTests {
    let folder: TemporaryFolder
    let ledger = MemoryLedger()

    init() throws { folder = try TemporaryFolder() }

    /// Opens a node; every node has the first one's keys.
    private func node(_ name: String) throws -> SiteStore {
        let path = folder.path + "/" + name
        let first = folder.path + "/a"
        if name != "a", !FileManager.default.fileExists(atPath: path) {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            for file in ["/site.key", "/log.key"] {
                try FileManager.default.copyItem(atPath: first + file, toPath: path + file)
            }
        }
        return try SiteStore.open(
            folder: path,
            mode: .readWrite(createIfAbsent: true),
            sharing: ledger.connection()
        )
    }

    /// Waits for something that happens within a moment.
    private func eventually(_ what: String, _ holds: () throws -> Bool) async throws {
        for _ in 0..<400 {
            if try holds() { return }
            try await Task.sleep(for: .milliseconds(10))
        }
        Issue.record("never: \(what)")
    }

    @Test func `what one node appends the others see, with the same root and views`() async throws {
        let a = try node("a")
        let b = try node("b")
        _ = try await a.load((1...5).map { RecordChange(placement($0)) }, by: "intake", at: noon)
        try await b.record([.manifestReceived(manifest()), .travellerScreened(traveller(1))])
        try await a.record(.referralOpened(referral("r1")))
        try await eventually("b follows") { try b.ledgerHead().size == 8 }
        #expect(try a.ledgerHead().root == b.ledgerHead().root)
        #expect(try a.dump(with: ["entries"]) == b.dump(with: ["entries"]))
        #expect(try b.read { try $0.records(Placement.self, .key("PMI-3")) } == [placement(3)])
        #expect(try a.verify { _, _ in }.isSound && b.verify { _, _ in }.isSound)
    }

    @Test func `a command sees everything that other nodes appended before it`() async throws {
        let a = try node("a")
        let b = try node("b")
        for number in 0..<20 {
            try await (number.isMultiple(of: 2) ? a : b).commit { reads in
                let seen = try reads.accounts().count
                #expect(seen == number)
                let draft = EntryDraft(
                    .accountChanged(account("akun-\(number)")),
                    at: noon,
                    actor: "uji",
                    purpose: "uji"
                )
                return Decision([draft], answer: ())
            }
        }
        #expect(ledger.entries.map(\.index) == Array(0..<20))
    }

    @Test func `many nodes at once give every entry one place`() async throws {
        let nodes = try ["a", "b", "c"].map { try node($0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for (place, node) in nodes.enumerated() {
                for number in 0..<40 {
                    group.addTask {
                        try await node.record(.accountChanged(account("akun-\(place)-\(number)")))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(ledger.entries.map(\.index) == Array(0..<120))
        #expect(Set(ledger.entries.map(\.id)).count == 120)
        for node in nodes {
            try await eventually("all follow") { try node.ledgerHead().size == 120 }
            #expect(try node.verify { _, _ in }.isSound)
        }
        #expect(Set(try nodes.map { try $0.ledgerHead().root }).count == 1)
    }

    @Test func `a node that comes later follows everything, what was erased as well`() async throws {
        let a = try node("a")
        let person = EntrySubject.passport(try PassportNumber("X1").orThrow())
        _ = try await a.load([RecordChange(placement(1), subject: person)], by: "intake", at: noon)
        _ = try await a.load([RecordChange(placement(2))], by: "intake", at: noon)
        try await a.record(
            .bodiesErased(BodiesErased(reason: .person, basis: "1", entries: IndexRanges([0])))
        )
        #expect(ledger.entries[0].body == nil && ledger.entries[1].body != nil)
        try await a.sweep(.everywhere)
        #expect(ledger.swept == 1)
        let b = try node("b")
        #expect(try b.ledgerHead().root == a.ledgerHead().root)
        #expect(try a.dump(with: ["entries"]) == b.dump(with: ["entries"]))
        #expect(try b.verify { _, _ in }.findings.isEmpty)
    }

    @Test func `a node that holds a body erases it when another does`() async throws {
        let a = try node("a")
        let b = try node("b")
        let person = EntrySubject.passport(try PassportNumber("X1").orThrow())
        _ = try await a.load([RecordChange(placement(1), subject: person)], by: "intake", at: noon)
        try await eventually("b follows") { try b.ledgerHead().size == 1 }
        try await b.record(
            .bodiesErased(BodiesErased(reason: .person, basis: "1", entries: IndexRanges([0])))
        )
        try await eventually("a follows") { try a.ledgerHead().size == 2 }
        let left = try await a.pool.read {
            try Int.fetchOne(
                $0,
                sql: "SELECT (SELECT count(*) FROM subjects) + (SELECT count(*) FROM bodies WHERE idx = 0)"
            )
        }
        #expect(left == 0)
        #expect(try a.read { try $0.records(Placement.self, .key("PMI-1")) }.isEmpty)
    }

    @Test func `a site that stood alone brings its ledger to the cluster`() async throws {
        let path = folder.path + "/a"
        let alone = try SiteStore.open(folder: path, mode: .readWrite(createIfAbsent: true))
        _ = try await alone.load((0..<5000).map { RecordChange(placement($0)) }, by: "intake", at: noon)
        let root = try alone.ledgerHead().root
        try alone.close()
        let a = try node("a")
        #expect(ledger.entries.count == 5000)
        #expect(try a.ledgerHead().root == root)
        let b = try node("b")
        #expect(try b.ledgerHead().root == root)
        #expect(try b.read { try $0.records(Placement.self, .key("PMI-4711")) } == [placement(4711)])
    }

    @Test func `a node is not opened without its shared ledger, but read`() async throws {
        let a = try node("a")
        try await a.record(.accountChanged(account("budi")))
        try a.close()
        let fault = #expect(throws: SiteFault.self) {
            try SiteStore.open(folder: folder.path + "/a", mode: .readWrite(createIfAbsent: false))
        }
        guard case .failed(let finding) = fault else {
            Issue.record("\(fault as Any)")
            return
        }
        #expect(finding.contains("`ledger`"))
        #expect(try SiteStore.open(folder: folder.path + "/a", mode: .readOnly).ledgerHead().size == 1)
    }

    @Test func `a row that changed is followed, by whoever was there and whoever comes later`() async throws {
        let a = try node("a")
        let b = try node("b")
        let person = EntrySubject.passport(try PassportNumber("X1").orThrow())
        for employer in ["PT Satu", "PT Dua", "PT Tiga"] {
            let row = RecordChange(placement(1, employer: employer), subject: person)
            _ = try await a.load([row], by: "intake", at: noon)
        }
        try await eventually("b follows") { try b.ledgerHead().size == 3 }
        let late = try node("c")
        #expect(
            try a.dump(with: ["entries"]) == b.dump(with: ["entries"])
                && a.dump(with: ["entries"]) == late.dump(with: ["entries"])
        )
        #expect(
            try late.read { try $0.records(Placement.self, .key("PMI-1")) }.map(\.file.employer) == [
                "PT Tiga"
            ]
        )
    }

    @Test func `what was altered on its way is refused`() async throws {
        let a = try node("a")
        try await a.record([.accountChanged(account("budi")), .accountChanged(account("ani"))])
        ledger.alter(1) { $0.body?.sealed[20] ^= 1 }
        #expect(throws: SiteFault.self) { try node("b") }
        ledger.alter(1) { entry in
            entry.body?.sealed[20] ^= 1
            entry.canonical = Array(
                String(decoding: entry.canonical, as: UTF8.self).replacing("petugas", with: "petugaz").utf8
            )
        }
        let b = try node("b")
        // The body is whole; only the root tells.
        #expect(try b.ledgerHead().root != a.ledgerHead().root)
    }

    // MARK: The link is cut

    @Test func `a counter works on while the link is cut, and what it did is shared when it is back`()
        async throws
    {
        let a = try node("a")
        let b = try node("b")
        try await a.record(.accountChanged(account("budi")))
        ledger.cut()
        let later = noon.adding(seconds: 60)
        try await b.record([.manifestReceived(manifest()), .travellerScreened(traveller(1))], at: later)
        try await b.record(.referralOpened(referral("r1")), at: later)
        #expect(ledger.entries.count == 1)
        let waiting = try #require(try b.ledgerHead().sharing)
        #expect(waiting.waiting == 3 && waiting.cutFor != nil)
        #expect(try b.read { try $0.referral(id: "r1") }?.isUnshared == true)
        #expect(try b.read { try $0.screened(on: flight) }.count == 1)
        #expect(try b.verify { _, _ in }.findings.isEmpty)

        ledger.mend()
        try await eventually("b is back") { try b.ledgerHead().sharing == Sharing(cutFor: nil, waiting: 0) }
        try await eventually("a follows") { try a.ledgerHead().size == 4 }
        #expect(try b.read { try $0.referral(id: "r1") }?.isUnshared == nil)
        #expect(try a.read { try $0.referral(id: "r1") } != nil)
        #expect(try a.dump(with: ["entries"]) == b.dump(with: ["entries"]))
        #expect(String(decoding: ledger.entries[3].canonical, as: UTF8.self).contains(later.description))
        #expect(try a.verify { _, _ in }.isSound && b.verify { _, _ in }.isSound)
    }

    @Test func `what is no counter's work is refused while the link is cut, and leaves nothing`() async throws
    {
        let a = try node("a")
        ledger.cut()
        await #expect(throws: SiteFault.cut(finding: "uji")) {
            try await a.record([.referralOpened(referral("r1")), .accountChanged(account("budi"))])
        }
        await #expect(throws: SiteFault.cut(finding: "uji")) {
            try await a.load([RecordChange(placement(1))], by: "intake", at: noon)
        }
        #expect(try a.ledgerHead().sharing?.waiting == 0)
        #expect(try a.read { try $0.referral(id: "r1") } == nil)
    }

    @Test func `somebody whom two nodes meet while one is cut off has one key afterwards`() async throws {
        let a = try node("a")
        let b = try node("b")
        let person = EntrySubject.passport(try PassportNumber("X1").orThrow())
        func note(_ site: SiteStore, _ id: String) async throws {
            try await site.commit { _ in
                let event = SiteEvent.referralOpened(referral(id))
                let draft = EntryDraft(event, at: noon, actor: "uji", purpose: "uji", subject: person)
                return Decision([draft], answer: ())
            }
        }
        try await a.record(.accountChanged(account("budi")))
        try await eventually("b follows") { try b.ledgerHead().size == 1 }
        ledger.cut()
        try await note(b, "r1")
        try await eventually("a notices") { try a.ledgerHead().sharing?.cutFor != nil }
        ledger.mend()
        try await note(a, "r2")
        try await eventually("b is back") { try b.ledgerHead().sharing == Sharing(cutFor: nil, waiting: 0) }
        try await eventually("a follows") { try a.ledgerHead().size == 3 }
        try await eventually("b follows") { try b.ledgerHead().size == 3 }
        #expect(try a.dump(with: ["entries"]) == b.dump(with: ["entries"]))
        #expect(try a.verify { _, _ in }.isSound && b.verify { _, _ in }.isSound)
    }

    @Test func `what waited comes before what is decided after it, however much it is`() async throws {
        let a = try node("a")
        try await a.record(.accountChanged(account("budi")))
        ledger.cut()
        let many = (0..<5000).map {
            SiteEvent.referralWithdrawn(ReferralWithdrawn(id: "x\($0)", reason: "uji"))
        }
        try await a.record(many)
        try await a.record([.manifestReceived(manifest()), .referralOpened(referral("r1"))])
        ledger.mend()
        let withdrawn = SiteEvent.referralWithdrawn(ReferralWithdrawn(id: "r1", reason: "later-list"))
        try await eventually("the link is back") { try a.ledgerHead().sharing?.cutFor == nil }
        try await a.record([.manifestReceived(manifest(digests: ["d2"])), withdrawn])
        #expect(ledger.entries.count == 5005)
        #expect(try a.read { try $0.referral(id: "r1") }?.withdrawnFor == "later-list")
        #expect(try a.read { try $0.flight(flight) }?.manifest.digests == ["d2"])
        let b = try node("b")
        #expect(try a.dump(with: ["entries"]) == b.dump(with: ["entries"]))
    }

    @Test func `what waits stands a restart, also one without the ledger, and a folding`() async throws {
        let a = try node("a")
        try await a.record(.accountChanged(account("budi")))
        ledger.cut()
        try await a.record(.referralOpened(referral("r1")))
        try a.close()
        let again = try node("a")
        #expect(try again.ledgerHead().sharing?.waiting == 1)
        #expect(try again.read { try $0.referral(id: "r1") }?.isUnshared == true)
        let before = try again.dump(with: ["entries"])
        try again.rebuild { _, _ in }
        #expect(try again.dump(with: ["entries"]) == before)
        ledger.mend()
        try await eventually("back") { ledger.entries.count == 2 }
    }

    @Test func `a node that never followed does not start without the ledger`() throws {
        ledger.cut()
        #expect(throws: SiteFault.cut(finding: "uji")) { try node("a") }
    }

    @Test(arguments: [MemoryLedger.Commit.writtenUnheard, .lostUnheard])
    func `a round whose end nobody heard is settled once, whether it was written or not`(
        commit: MemoryLedger.Commit
    )
        async throws
    {
        let a = try node("a")
        try await a.record(.accountChanged(account("budi")))
        ledger.breakNextCommit(commit)
        async let answered: Void = a.record(.accountChanged(account("ani")))
        try await eventually("the link is cut") { try a.ledgerHead().sharing?.cutFor != nil }
        #expect(try a.ledgerHead().size == 1)
        ledger.mend()
        try await answered
        #expect(try a.read { try $0.account(named: "ani") } != nil)
        #expect(ledger.entries.count == 2)
        #expect(try a.ledgerHead().size == 2)
    }

    @Test(arguments: [MemoryLedger.Commit.writtenUnheard, .lostUnheard])
    func `what waited is shared once, also where the sharing's end was not heard`(commit: MemoryLedger.Commit)
        async throws
    {
        let a = try node("a")
        ledger.cut()
        try await a.record([.referralOpened(referral("r1")), .manifestReceived(manifest())])
        ledger.breakNextCommit(commit)
        ledger.mend()
        try await eventually("tried") { ledger.hasBroken }
        ledger.mend()
        try await eventually("shared") { try a.ledgerHead().sharing == Sharing(cutFor: nil, waiting: 0) }
        #expect(ledger.entries.count == 2 && Set(ledger.entries.map(\.id)).count == 2)
        #expect(try a.verify { _, _ in }.isSound)
        #expect(try a.read { try $0.referral(id: "r1") }?.isUnshared == nil)
    }

    @Test func `a ledger that ends too early is cut off, and stops the node once it goes on otherwise`()
        async throws
    {
        let a = try node("a")
        try await a.record([.accountChanged(account("budi")), .accountChanged(account("ani"))])
        ledger.cut()
        try await a.record(.referralOpened(referral("r1")))
        ledger.forget(from: 1)
        ledger.mend()
        await #expect(throws: SiteFault.self) {
            try await a.record(.accountChanged(account("eko")))
        }
        let b = try node("b")
        try await b.record(.accountChanged(account("lain")))
        try await eventually("halted") {
            a.haltedBy == .forked(at: 1)
        }
        await #expect(throws: SiteFault.forked(at: 1)) { try await a.record(.accountChanged(account("eko"))) }
        #expect(try a.read { try $0.account(named: "ani") } != nil)
        #expect(ledger.entries.count == 2)
    }

    @Test func `another cluster's ledger is refused`() async throws {
        let a = try node("a")
        try await a.record([.accountChanged(account("budi")), .accountChanged(account("ani"))])
        try a.close()
        let other = MemoryLedger()
        let foreign = try SiteStore.open(
            folder: folder.path + "/other",
            mode: .readWrite(createIfAbsent: true),
            sharing: other.connection()
        )
        for name in ["budi", "ani", "eko"] { try await foreign.record(.accountChanged(account(name))) }
        #expect(throws: SiteFault.forked(at: 1)) {
            try SiteStore.open(
                folder: folder.path + "/a",
                mode: .readWrite(createIfAbsent: false),
                sharing: other.connection()
            )
        }
    }

    @Test func `a node hears when another has appended`() async throws {
        let a = try node("a")
        let b = try node("b")
        let (heard, tell) = AsyncStream.makeStream(of: Void.self)
        b.whenFollowed { tell.yield() }
        try await a.record(.accountChanged(account("budi")))
        for await _ in heard { break }
        #expect(try b.ledgerHead().size == 1)
    }
}
