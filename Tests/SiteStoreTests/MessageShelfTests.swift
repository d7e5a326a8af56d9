import Foundation
import Operations
import Testing
import Vocabulary

@testable import SiteStore

@Suite struct MessageShelfTests {
    private let site = try? SiteFolderFixture()

    private static let start = Moment(milliseconds: 1_772_000_000_000)
    private static let digest = String(repeating: "ab", count: 32)

    @Test func `a message is kept sealed, and opens again as it came`() throws {
        let site = try #require(site)
        let bytes = Array("NAD+FL+++REKAAN:RAHASIA'".utf8)
        try site.store.shelve(bytes, digest: Self.digest, at: Self.start)
        #expect(try site.store.shelved(Self.digest) == bytes)
        #expect(try site.store.shelved(String(repeating: "cd", count: 32)) == nil)
        let files = try FileManager.default.contentsOfDirectory(atPath: site.path + "/messages")
        #expect(files.count == 1)
        let path = site.path + "/messages/" + files[0]
        let kept = try #require(FileManager.default.contents(atPath: path))
        #expect(kept.range(of: Data("RAHASIA".utf8)) == nil)
        let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(rights == 0o600)
    }

    @Test func `what came before a moment is taken away, and the rest at the end`() throws {
        let site = try #require(site)
        try site.store.shelve([1], digest: "aa", at: Self.start)
        try site.store.shelve([2], digest: "bb", at: Self.start.adding(seconds: 60))
        #expect(try site.store.clearShelf(.before(Self.start.adding(seconds: 30))) == 1)
        #expect(try site.store.shelved("aa") == nil)
        #expect(try site.store.shelved("bb") == [2])
        #expect(try site.store.clearShelf(.all) == 1)
        #expect(try site.store.shelved("bb") == nil)
    }

    @Test func `messages that name somebody are told from those that don't`() throws {
        let site = try #require(site)
        try site.store.shelve(Array("DOC+P+X9000001'".utf8), digest: "aa", at: Self.start)
        try site.store.shelve(Array("DOC+P+X9000002'".utf8), digest: "bb", at: Self.start)
        #expect(try site.store.clearShelf(.holding("X9000001")) == 1)
        #expect(try !site.store.hasShelved("aa"))
        #expect(try site.store.hasShelved("bb"))
    }

    @Test func `an altered file gives nothing`() throws {
        let site = try #require(site)
        try site.store.shelve([1, 2, 3], digest: "aa", at: Self.start)
        let folder = site.path + "/messages/"
        let name = try #require(try FileManager.default.contentsOfDirectory(atPath: folder).first)
        var bytes = [UInt8](try #require(FileManager.default.contents(atPath: folder + name)))
        bytes[bytes.count - 1] ^= 1
        try Data(bytes).write(to: URL(filePath: folder + name))
        #expect(try site.store.shelved("aa") == nil)
    }
}

/// A site in a folder of its own.
private final class SiteFolderFixture {
    let path = FileManager.default.temporaryDirectory.path + "/kawal-shelf-" + UUID().uuidString
    let store: SiteStore

    init() throws { store = try SiteStore.open(folder: path, mode: .readWrite(createIfAbsent: true)) }

    deinit {
        try? store.close()
        try? FileManager.default.removeItem(atPath: path)
    }
}
