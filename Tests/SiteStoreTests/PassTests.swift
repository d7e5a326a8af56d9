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
        let first = try site.passTrust().signer.key
        try site.close()
        unlink(path)
        let again = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: false))
        #expect(try again.passTrust().signer.key != first)
        chmod(path, 0o644)
        #expect(throws: SiteFault.self) { try again.passTrust() }
    }

    @Test func `after a rotation the next key signs and the one before is still known`() throws {
        let first = try site.passTrust().signer.key
        try site.rotatePassKey(since: today)
        let trust = try site.passTrust()
        #expect(trust.own.map(\.id).contains(first.id) && trust.own.count == 2)
        #expect(trust.signer.key.id != first.id && trust.signer.key.from == today)
        #expect(trust.own.first?.mayHaveSigned(on: today) == false)
        #expect(trust.own.first?.mayHaveSigned(on: today.adding(days: -1)) == true)
    }

    @Test func `a trusted site's list is taken in, and an earlier one never replaces it`() throws {
        let other = try TemporaryFolder()
        let ministry = try SiteStore.open(folder: other.path, mode: .readWrite(createIfAbsent: true))
        let signer = try ministry.passTrust().signer
        let marks = [try issuedPass().number.mark]
        let later = try PassRevocations.text(marks, at: noon, signedBy: signer)
        let earlier = try PassRevocations.text([], at: noon.adding(seconds: -60), signedBy: signer)
        #expect(throws: SiteFault.self) { try site.takePassList(later) }
        #expect(throws: SiteFault.self) { try site.trustPassKeys(["x"]) }
        try site.trustPassKeys([signer.key.line])
        try site.takePassList(later)
        #expect(throws: SiteFault.self) { try site.takePassList(earlier) }
        #expect(try site.passTrust().lists.map(\.marks) == [marks])
        #expect(try site.passTrust().foreign == [signer.key])
    }
}
