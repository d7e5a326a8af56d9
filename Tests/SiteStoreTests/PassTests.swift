import Exchange
import Foundation
import Operations
import Testing
import Vocabulary

@testable import SiteStore

/// Passes in the views, and the file of keys that sign them.
@Suite struct PassTests {
    private let folder: TemporaryFolder
    private let site: SiteStore

    init() throws {
        folder = try TemporaryFolder()
        site = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: true))
    }

    private var today: Day { noon.day(zone: 420) }

    @Test func `a pass is found by its document and by its mark, until it is taken back`() async throws {
        let pass = try issuedPass()
        let other = try issuedPass(4, passport: "X2")
        try await site.record([.passIssued(pass), .passIssued(other)])
        let stands: (any SiteReads) throws -> Void = { (reads: any SiteReads) throws -> Void in
            #expect(try reads.passes(for: pass.passport) == [pass])
            #expect(try reads.pass(pass.number.mark) == pass)
            #expect(try reads.standingPasses(on: today, after: nil, limit: 9).count == 2)
            #expect(try reads.revokedPasses(on: today).isEmpty)
        }
        try site.read(stands)
        try await site.record(.passRevoked(PassRevoked(pass, for: .asked, at: noon)))
        try await site.record(.passRevoked(PassRevoked(pass, for: .incomplete, at: noon)))
        let isTaken: (any SiteReads) throws -> Void = { (reads: any SiteReads) throws -> Void in
            #expect(try reads.revocation(of: pass.number.mark)?.reason == .asked)
            #expect(try reads.standingPasses(on: today, after: nil, limit: 9) == [other])
            #expect(try reads.standingPasses(on: today, after: other.number.mark, limit: 9).isEmpty)
            #expect(try reads.revokedPasses(on: pass.until) == [pass.number.mark])
            #expect(try reads.revokedPasses(on: pass.until.adding(days: 1)).isEmpty)
        }
        try site.read(isTaken)
    }

    @Test func `what took a pass back outlives its holder's erasure`() async throws {
        let pass = try issuedPass()
        try await site.commit { _ in
            let draft = EntryDraft(
                .passIssued(pass),
                at: noon,
                actor: "citra",
                purpose: "worker-pass",
                subject: .passport(pass.passport)
            )
            return Decision([draft], answer: ())
        }
        try await site.record(.passRevoked(PassRevoked(pass, for: .erased, at: noon)))
        let entries = try site.read { try $0.entries(about: [.passport(pass.passport)]) }
        #expect(entries == [0])
        try await site.record(
            .bodiesErased(BodiesErased(reason: .person, basis: "uji", entries: IndexRanges(entries)))
        )
        let isLeft: (any SiteReads) throws -> Void = { (reads: any SiteReads) throws -> Void in
            #expect(try reads.passes(for: pass.passport).isEmpty)
            #expect(try reads.pass(pass.number.mark) == nil)
            #expect(try reads.revokedPasses(on: today) == [pass.number.mark])
        }
        try site.read(isLeft)
        let before = try site.dump()
        try site.rebuild { _, _ in }
        #expect(try site.dump() == before)
    }

    @Test func `the key is the owner's alone, and an older site gets one when it is opened`() throws {
        let path = folder.path + "/pass.key"
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let first = try site.passTrust().signer(on: today).key
        try site.close()
        unlink(path)
        let again = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: false))
        #expect(try again.passTrust().signer(on: today).key != first)
        chmod(path, 0o644)
        #expect(throws: SiteFault.self) { try again.passTrust() }
    }

    @Test func `after a rotation the next key signs and the one before is still known`() throws {
        let first = try site.passTrust().signer(on: today).key
        try site.rotatePassKey(since: today, today: today)
        let trust = try site.passTrust()
        let next = try trust.signer(on: today).key
        #expect(trust.own.map(\.id).contains(first.id) && trust.own.count == 2)
        #expect(next.id != first.id && next.from == today)
        #expect(trust.own.first?.mayHaveSigned(on: today) == false)
        #expect(trust.own.first?.mayHaveSigned(on: today.adding(days: -1)) == true)
    }

    @Test func `a key of a day to come signs nothing before that day`() throws {
        let first = try site.passTrust().signer(on: today).key
        let day = today.adding(days: 7)
        try site.rotatePassKey(since: day, today: today)
        let trust = try site.passTrust()
        #expect(try trust.signer(on: today).key.id == first.id)
        #expect(try trust.signer(on: day.adding(days: -1)).key.id == first.id)
        #expect(try trust.signer(on: day).key.id != first.id)
    }

    @Test func `no key ends before what it has signed, or before it begins`() throws {
        let unfit = OperationFault.fieldUnfit(
            field: "from",
            expected: "today or one of the next 400 days, after the first day of the key before"
        )
        #expect(throws: unfit) { try site.rotatePassKey(since: today.adding(days: -1), today: today) }
        try site.rotatePassKey(since: today.adding(days: 7), today: today)
        for days in [0, 6, 7] {
            #expect(throws: unfit) { try site.rotatePassKey(since: today.adding(days: days), today: today) }
        }
        #expect(try site.passTrust().own.count == 2)
    }

    @Test func `an empty list of keys is refused, and those before stay trusted`() throws {
        let key = try site.passTrust().own
        try site.trustPassKeys(key.map(\.line))
        #expect(throws: OperationFault.self) { try site.trustPassKeys([]) }
        #expect(try site.passTrust().foreign == key)
    }

    @Test func `a trusted site's list is taken in, and an earlier one never replaces it`() throws {
        let other = try TemporaryFolder()
        let ministry = try SiteStore.open(folder: other.path, mode: .readWrite(createIfAbsent: true))
        let signer = try ministry.passTrust().signer(on: today)
        let marks = [try issuedPass().number.mark]
        let later = try PassRevocations.text(marks, at: noon, signedBy: signer)
        let earlier = try PassRevocations.text([], at: noon.adding(seconds: -60), signedBy: signer)
        #expect(throws: OperationFault.self) { try site.takePassList(later) }
        #expect(throws: OperationFault.self) { try site.trustPassKeys(["x"]) }
        try site.trustPassKeys([signer.key.line])
        try site.takePassList(later)
        #expect(throws: OperationFault.self) { try site.takePassList(earlier) }
        #expect(try site.passTrust().lists.map(\.marks) == [marks])
        #expect(try site.passTrust().foreign == [signer.key])
    }
}
