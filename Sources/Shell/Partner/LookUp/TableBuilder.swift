import Crypto
import Foundation

/// Seals an owner's records into tables, and remembers what it has evaluated (penyusun tabel).
///
/// Evaluating a token is the expensive part (0.6 ms of a core); a version evaluates only tokens that the one before lacked.
/// The same records give the same bytes, whether built at once or version by version.
package struct TableBuilder: Sendable {
    /// One record: under which tokens, and what a match tells.
    package struct Row: Sendable {
        /// What the record is found by.
        package let tokens: [LookUpToken]
        /// What a match tells.
        package let payload: LookUpPayload

        /// A record.
        package init(tokens: [LookUpToken], payload: LookUpPayload) {
            self.tokens = tokens
            self.payload = payload
        }
    }

    /// Real rows for one dummy.
    static let rowsPerDummy = 20

    /// The owner's key.
    package let key: LookUpKey
    /// How many tokens the last version had to evaluate.
    package private(set) var evaluated = 0
    /// The function's values of the last version's tokens, by a keyed digest of the token.
    private var outputs: [TokenMark: [UInt8]] = [:]
    private let marking: SymmetricKey

    /// A builder that remembers nothing.
    package init(key: LookUpKey) {
        self.key = key
        marking = key.derived(for: "mark")
    }

    /// Seals records into a version.
    ///
    /// Works on as many tasks as there are processors, and lets others on after each token.
    /// - Throws: What the library throws; `CancellationError`.
    package mutating func build(_ rows: [Row], version: UInt64) async throws -> SealedTable {
        var payloads: [LookUpToken: Set<LookUpPayload>] = [:]
        for row in rows { for token in row.tokens { payloads[token, default: []].insert(row.payload) } }
        let work = payloads.map { token, payloads in
            let mark = TokenMark(token, marking)
            return Piece(token: token, payloads: payloads, mark: mark, known: outputs[mark])
        }
        let key = key
        let parts = try await Parallel.map(Parallel.parts(of: work)) { part in
            var sealed: [(mark: TokenMark, output: [UInt8], rows: [[UInt8]])] = []
            sealed.reserveCapacity(part.count)
            for (number, piece) in part.enumerated() {
                sealed.append(try piece.sealed(by: key))
                if piece.known == nil || number.isMultiple(of: 64) { await Task.yield() }
                try Task.checkCancellation()
            }
            return sealed
        }
        outputs = Dictionary(uniqueKeysWithValues: parts.joined().map { ($0.mark, $0.output) })
        evaluated = work.count(where: { $0.known == nil })
        let sealed = parts.joined().flatMap(\.rows)
        let all = try sealed + dummies(besides: sealed.count)
        let ordered = all.map { (label: RowLabel($0), row: $0) }.sorted { $0.label < $1.label }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(ordered.count * RowSeal.length)
        for entry in ordered { bytes.append(contentsOf: entry.row) }
        return try SealedTable(edition: key.edition, version: version, publicKey: key.publicKey, rows: bytes)
    }

    /// Rows that nobody finds, so that the number of rows does not tell the number of records.
    private func dummies(besides count: Int) throws -> [[UInt8]] {
        guard let payload = LookUpPayload(category: "-", reference: "-", validFrom: nil, validUntil: nil)
        else {
            return []
        }
        let key = key.derived(for: "dummy")
        return try (0..<(count + TableBuilder.rowsPerDummy) / TableBuilder.rowsPerDummy).map { number in
            var bytes: [UInt8] = []
            bytes.append(number: UInt64(number))
            let output = Array(HMAC<SHA384>.authenticationCode(for: bytes, using: key))
            return try RowSeal(output: output, edition: self.key.edition, place: 0).row(payload)
        }
    }

    /// One token, to be evaluated where its value isn't known.
    private struct Piece: Sendable {
        let token: LookUpToken
        let payloads: Set<LookUpPayload>
        let mark: TokenMark
        let known: [UInt8]?

        func sealed(by key: LookUpKey) throws -> (mark: TokenMark, output: [UInt8], rows: [[UInt8]]) {
            let output = try known ?? key.output(of: token.bytes)
            let ordered = payloads.sorted { $0.plain.lexicographicallyPrecedes($1.plain) }
            let rows = try ordered.enumerated().map { place, payload in
                try RowSeal(output: output, edition: key.edition, place: UInt32(place)).row(payload)
            }
            return (mark, output, rows)
        }
    }
}

extension TableBuilder {
    /// What it remembers, to be kept as secretly as the key.
    package var remembered: [UInt8] {
        var bytes = Array("KWLREM01".utf8) + key.edition.bytes
        bytes.append(number: UInt32(outputs.count))
        for (mark, output) in outputs {
            mark.label.append(to: &bytes)
            bytes.append(contentsOf: output)
        }
        return bytes
    }

    /// Goes on from what an earlier builder of the same key remembered.
    ///
    /// - Throws: `LookUpFault.malformed`; `LookUpFault.keyOfAnother` where it is of another table or epoch.
    package init(key: LookUpKey, remembered: [UInt8]) throws(LookUpFault) {
        self.init(key: key)
        var reader = try WireReader(remembered, of: .remembered, magic: "KWLREM01")
        guard try reader.edition(.remembered) == key.edition else { throw .keyOfAnother }
        let count = try reader.count(UInt32.self, in: 0...SealedTable.countLimit)
        outputs.reserveCapacity(count)
        for _ in 0..<count {
            let mark = TokenMark(label: RowLabel(try reader.bytes(RowLabel.length)))
            outputs[mark] = Array(try reader.bytes(48))
        }
        try reader.end()
    }
}

/// A token as the builder remembers it: a keyed digest.
struct TokenMark: Hashable, Sendable {
    let label: RowLabel

    init(label: RowLabel) { self.label = label }

    init(_ token: LookUpToken, _ key: SymmetricKey) {
        label = RowLabel(
            Array(HMAC<SHA256>.authenticationCode(for: token.bytes, using: key).prefix(RowLabel.length))
        )
    }
}
