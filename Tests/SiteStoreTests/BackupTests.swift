import Crypto
import Foundation
import Operations
import Testing
import Vocabulary

@testable import SiteStore

@Suite struct BackupTests {
    let folder: TemporaryFolder
    let other: TemporaryFolder
    let site: SiteStore
    let key = Curve25519.KeyAgreement.PrivateKey()

    init() async throws {
        folder = try TemporaryFolder()
        other = try TemporaryFolder()
        site = try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: true))
        _ = try await site.load((0..<300).map { RecordChange(placement($0)) }, by: "intake", at: noon)
    }

    private var file: String { other.path + "/backup" }
    private var target: String { other.path + "/restored" }

    private func backUp() throws -> BackupContents {
        try SiteStore.backUp(folder: folder.path, to: file, for: key.publicKey)
    }

    @Test func `a site that is being written to is backed up and restored whole`() async throws {
        let contents = try backUp()
        _ = try await site.load([RecordChange(placement(999))], by: "intake", at: noon)
        #expect(contents.size == 300)
        #expect(try SiteStore.restore(file, to: target, with: key) == contents)
        let restored = try SiteStore.open(folder: target, mode: .readWrite(createIfAbsent: false))
        #expect(restored.logKeys == site.logKeys)
        #expect(
            try restored.read { try $0.records(Placement.self, .nik(nik(7).orThrow())) } == [placement(7)]
        )
        _ = try await restored.load([RecordChange(placement(999))], by: "intake", at: noon)
        #expect(try restored.ledgerHead().size == 301)
        try restored.close()
        for name in ["site.sqlite", "site.key", "log.key"] {
            let path = target + "/" + name
            let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(rights == 0o600, "\(name)")
        }
    }

    @Test func `nobody without the private key reads a backup, and no name stands in it`() throws {
        _ = try backUp()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        #expect(
            bytes.range(of: Data("REKAAN".utf8)) == nil && bytes.range(of: Data("SQLite format".utf8)) == nil
        )
        #expect(throws: SiteFault.self) {
            try SiteStore.restore(file, to: target, with: Curve25519.KeyAgreement.PrivateKey())
        }
        #expect(!FileManager.default.fileExists(atPath: target))
    }

    @Test(arguments: [0, 20, 50, 100, 5000, -1, -30])
    func `a backup that was cut or altered anywhere is refused and leaves no site`(place: Int) throws {
        _ = try backUp()
        let whole = try Data(contentsOf: URL(fileURLWithPath: file))
        let position = place < 0 ? whole.count + place : place
        var altered = whole
        altered[position] ^= 1
        for damaged in [altered, whole.prefix(position), whole + Data([0])] {
            try damaged.write(to: URL(fileURLWithPath: file))
            #expect(throws: SiteFault.self) { try SiteStore.restore(file, to: target, with: key) }
            #expect(!FileManager.default.fileExists(atPath: target))
        }
    }

    @Test func `a backup leaves nothing beside itself and replaces no site`() throws {
        _ = try backUp()
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!left.contains { $0.contains("backup") })
        #expect(try FileManager.default.contentsOfDirectory(atPath: other.path) == ["backup"])
        #expect(throws: SiteFault.self) { try SiteStore.restore(file, to: folder.path, with: key) }
    }

    @Test func `the private key is kept from others`() throws {
        let path = other.path + "/key"
        try SiteStore.writeBackupKey(key, to: path)
        #expect(try SiteStore.readBackupKey(path).rawRepresentation == key.rawRepresentation)
        chmod(path, 0o640)
        #expect(throws: SiteFault.self) { try SiteStore.readBackupKey(path) }
    }
}
