import Crypto
import Foundation
import Ledger
import Operations
import Testing
import Vocabulary

@testable import SiteStore

@Suite struct WitnessCrashTests {
    /// How a witness ends.
    private enum End: CaseIterable {
        /// Not at all.
        case none
        /// Killed after the answer.
        case afterAnswer
        /// Killed after the database was written and before the mark was.
        case beforeMark
        /// The database's log was lost from some place on, as after a disk that lied or a copy put back.
        case logCut
    }

    private let signer: NoteSigner

    init() throws {
        signer = try #require(NoteSigner(name: "log.example", secret: Curve25519.Signing.PrivateKey()))
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `a witness never signs two roots of one size, whenever it is killed`(seed: UInt64) async throws {
        var chance = SeededChance(seed: seed)
        let fork = Int.random(in: 4..<40, using: &chance)
        let logs = [PaperLog(60, signer: signer), PaperLog(60, forkedAt: fork, signer: signer)]
        let partner = PartnerLog(keys: [signer.key.description])
        var signed: [UInt64: Set<Hash256>] = [:]
        var known: UInt64 = 0
        var folder = try TemporaryFolder()
        var site = try open(folder)
        for _ in 0..<30 {
            let log = try #require(logs.randomElement(using: &chance))
            let size = min(60, known + UInt64.random(in: 0...4, using: &chance))
            let before = mark(in: folder)
            let answer = try await site.cosign(try log.body(from: known, to: size), of: partner, at: noon)
            if answer.status == 200 {
                signed[size, default: []].insert(try log.root(size))
                // Whether it came through or was lost: the signature was made.
                if Bool.random(using: &chance) { known = size }
            }
            if let size = answer.knownSize { known = size }
            let end = try #require(End.allCases.randomElement(using: &chance))
            guard end != .none else { continue }
            let image = try TemporaryFolder()
            try folder.copy(to: image)
            try? site.close()
            switch end {
            case .none, .afterAnswer: break
            case .beforeMark: try setMark(before, in: image)
            case .logCut:
                try await ask(image, cutAt: Double.random(in: 0..<1, using: &chance), logs, signed)
            }
            folder = image
            site = try open(folder)
        }
        #expect(signed.values.allSatisfy { $0.count == 1 }, "forked at \(fork)")
        #expect(signed.count > 3)
    }

    /// Opens a copy whose log was cut, and asks it to sign whatever either log has: it may refuse, but not contradict what
    /// was signed before.
    private func ask(
        _ image: TemporaryFolder,
        cutAt part: Double,
        _ logs: [PaperLog],
        _ signed: [UInt64: Set<Hash256>]
    ) async throws {
        let partner = PartnerLog(keys: [signer.key.description])
        let damaged = try TemporaryFolder()
        try image.copy(to: damaged)
        let wal = URL(fileURLWithPath: damaged.path + "/site.sqlite-wal")
        guard let bytes = try? Data(contentsOf: wal) else { return }
        try bytes.prefix(Int(Double(bytes.count) * part)).write(to: wal)
        guard let site = try? open(damaged) else { return }
        for log in logs {
            for size in 0...60 as ClosedRange<UInt64> {
                var answer = try? await site.cosign(try log.body(from: 0, to: size), of: partner, at: noon)
                if let old = answer?.knownSize, old <= size {
                    let body = try log.body(from: old, to: size)
                    answer = try? await site.cosign(body, of: partner, at: noon)
                }
                guard answer?.status == 200, let roots = signed[size] else { continue }
                #expect(roots == [try log.root(size)])
            }
        }
        try? site.close()
    }

    private func open(_ folder: TemporaryFolder) throws -> SiteStore {
        try SiteStore.open(folder: folder.path, mode: .readWrite(createIfAbsent: true))
    }

    private func mark(in folder: TemporaryFolder) -> Data? {
        FileManager.default.contents(atPath: folder.path + "/witness.mark")
    }

    private func setMark(_ mark: Data?, in folder: TemporaryFolder) throws {
        let path = folder.path + "/witness.mark"
        unlink(path)
        guard let mark else { return }
        let made = FileManager.default.createFile(
            atPath: path,
            contents: mark,
            attributes: [.posixPermissions: 0o600]
        )
        #expect(made)
    }
}
