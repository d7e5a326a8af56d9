import Foundation
import Ledger
import Testing

@Suite struct LogCheckTests {
    @Test(arguments: [0, 1, 2, 255, 256, 257, 511, 512, 700])
    func `a log of any size agrees with itself and with what was seen of it before`(size: Int) throws {
        let log = try ExportedLog(size: size)
        let head = try log.verify()
        #expect(head == log.checkpoint(size: size))
        let earlier = [0, 1, 2, 200, 256, 300, 512].filter { $0 <= size }.map(log.checkpoint(size:))
        #expect(try log.verify(earlier: earlier) == head)
    }

    @Test func `levels above the first are compared too`() throws {
        // 256 × 256 + 300 leaves would take long to derive from the definition; a level-1 tile is enough.
        var log = try ExportedLog(size: 600)
        log.files["tile/1/000.p/2"]?[40] ^= 1
        #expect(throws: LogFinding.altered(index: 256)) { try log.verify() }
        log.files["tile/1/000.p/2"] = nil
        #expect(throws: LogFinding.missing(path: "tile/1/000.p/2")) { try log.verify() }
    }

    @Test func `a changed entry is named by its index, however its tile was changed with it`() throws {
        let log = try ExportedLog(size: 300)
        let other = try ExportedLog(size: 300) { index, entry in if index == 270 { entry.actor = "lain" } }
        var forged = log
        forged.files["tile/entries/001.p/44"] = other.files["tile/entries/001.p/44"]
        #expect(throws: LogFinding.altered(index: 270)) { try forged.verify() }
        forged.files["tile/0/001.p/44"] = other.files["tile/0/001.p/44"]
        #expect(throws: LogFinding.self) { try forged.verify() }
        forged.files = other.files
        forged.files["checkpoint"] = log.files["checkpoint"]
        #expect(
            throws: LogFinding.rootDiffers(
                stated: log.checkpoint(size: 300).root,
                derived: other.checkpoint(size: 300).root
            )
        ) { try forged.verify() }
    }

    @Test func `dropped, repeated and reordered entries are named`() throws {
        let log = try ExportedLog(size: 300)
        func with(_ entries: [[UInt8]]) throws -> ExportedLog {
            var changed = try ExportedLog(entries: entries)
            changed.files["checkpoint"] = log.files["checkpoint"]
            return changed
        }
        var entries = log.entries
        entries.swapAt(100, 101)
        #expect(throws: LogFinding.entry(.misplaced(index: 100, says: 101))) { try with(entries).verify() }
        entries = log.entries
        entries[101] = entries[100]
        #expect(throws: LogFinding.entry(.misplaced(index: 101, says: 100))) { try with(entries).verify() }
        entries = log.entries
        entries.remove(at: 100)
        #expect(throws: LogFinding.self) { try with(entries).verify() }
    }

    @Test func `a forked and a rolled-back log are found by what was seen before`() throws {
        let log = try ExportedLog(size: 300)
        let fork = try ExportedLog(size: 310) { index, entry in if index == 120 { entry.actor = "lain" } }
        #expect(throws: LogFinding.forked(size: 200)) {
            try fork.verify(earlier: [log.checkpoint(size: 100), log.checkpoint(size: 200)])
        }
        let back = try ExportedLog(size: 290)
        #expect(throws: LogFinding.forked(size: 300)) {
            try back.verify(earlier: [log.checkpoint(size: 300)])
        }
        let stranger = Checkpoint(origin: "other.example", size: 1, root: log.checkpoint(size: 1).root)
        #expect(throws: LogFinding.forked(size: 1)) { try log.verify(earlier: [stranger]) }
    }

    @Test func `a log signed by another key is not trusted`() throws {
        let log = try ExportedLog(size: 3)
        var check = LogCheck { log.files[$0] }
        #expect(throws: LogFinding.note(.origin(found: "log.example"))) { try check.verify(keys: []) }
    }

    /// `KAWAL_MUTATIONS` sets how many; `make torture-ledger` asks for more than CI.
    @Test func `no random change of an exported log goes unnoticed`() throws {
        let asked = ProcessInfo.processInfo.environment["KAWAL_MUTATIONS"].flatMap(Int.init)
        let log = try ExportedLog(size: 300)
        let paths = log.files.keys.sorted()
        var chance = Generator(state: 7)
        for round in 0..<(asked ?? 500) {
            var changed = log
            let path = paths[chance.below(paths.count)]
            var bytes = log.files[path] ?? []
            let place = chance.below(bytes.count)
            switch chance.below(5) {
            case 0: bytes[place] ^= 1 << UInt8(chance.below(8))
            case 1: bytes.removeSubrange(place...)
            case 2: bytes.insert(UInt8(chance.below(256)), at: place)
            case 3: bytes.remove(at: place)
            default: bytes += bytes.prefix(place + 1)
            }
            changed.files[path] = bytes
            #expect(throws: LogFinding.self, "round \(round): \(path)") { try changed.verify() }
        }
    }
}

/// A repeatable source of numbers (splitmix64).
struct Generator {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((mixed ^ mixed >> 31) % UInt64(max(bound, 1)))
    }
}
