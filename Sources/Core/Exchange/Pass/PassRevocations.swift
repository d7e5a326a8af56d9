public import Vocabulary

/// A signed list of passes that were taken back (daftar pas batal): marks only, from which nobody learns a number.
///
/// - Shape: lines: `kawal-pass-revocations/1`, the time of issue, the key's name, how many marks, the marks in ascending order, and the
///   signature over all that stands before it. An empty list is a list.
public struct PassRevocations: Hashable, Sendable {
    /// When it was issued.
    public let issuedAt: Moment
    /// The key that has signed it.
    public let key: PassKey
    /// The marks, ascending.
    public let marks: [PassMark]

    private static let title = "kawal-pass-revocations/1"
    /// Larger lists are not read: about two million marks.
    public static let longest = 64 << 20

    /// What a list, or the issuer's own ledger, says of one pass.
    public struct Answer: Hashable, Sendable {
        /// Whether it was taken back.
        public var isRevoked: Bool
        /// How that is known.
        public var listing: PassListing

        /// An answer.
        public init(isRevoked: Bool, listing: PassListing) {
            self.isRevoked = isRevoked
            self.listing = listing
        }
    }

    /// The text of a list.
    ///
    /// - Throws: `CryptoKitError` where the library can't sign.
    public static func text(
        _ marks: some Sequence<PassMark>,
        at moment: Moment,
        signedBy signer: PassSigner
    ) throws -> String {
        let sorted = Set(marks).sorted()
        let head = [title, moment.description, ReadableBytes.text(signer.key.id), String(sorted.count)]
        let text = (head + sorted.map(\.text)).map { $0 + "\n" }.joined()
        return text + ReadableBytes.text(try signer.signature(of: Array(text.utf8))) + "\n"
    }

    /// Reads a list.
    ///
    /// - Throws: `PassFault`; then nothing in it is believed.
    public init(_ text: String, keys: [PassKey]) throws(PassFault) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard text.utf8.count <= PassRevocations.longest, lines.first?[...] == PassRevocations.title[...]
        else {
            throw .notAPass
        }
        guard lines.count >= 6, lines.last == "", let count = Int(lines[3]), lines.count - 6 == count,
            let issuedAt = Moment(String(lines[1])), let id = ReadableBytes.bytes(lines[2].utf8),
            let signature = ReadableBytes.bytes(lines[lines.count - 2].utf8)
        else { throw .unreadable }
        let signed = Array(text.utf8.prefix(text.utf8.count - lines[lines.count - 2].utf8.count - 1))
        let named = keys.filter { $0.id == id }
        guard !named.isEmpty else { throw .unknownKey }
        guard let key = named.first(where: { $0.isValid(signature, for: signed) }) else { throw .altered }
        let marks = lines[4..<4 + count].compactMap { PassMark(String($0)) }
        guard marks.count == count, zip(marks, marks.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw .unreadable
        }
        self.issuedAt = issuedAt
        self.key = key
        self.marks = marks
    }

    /// What the newest list of a pass's issuer says of it.
    ///
    /// A list that is old still voids what stands in it; that a pass does not stand in it is told as not known for sure.
    public static func answer(
        for read: (pass: WorkerPass, key: PassKey),
        in lists: [PassRevocations],
        at now: Moment,
        by rules: PassRules
    ) -> Answer {
        let theirs = lists.filter { $0.key.issuer == read.key.issuer }
        guard let newest = theirs.max(by: { $0.issuedAt < $1.issuedAt }) else {
            return Answer(isRevoked: false, listing: .absent)
        }
        let isOld = newest.issuedAt.seconds(until: now) >= rules.oldListHours * 3600
        return Answer(
            isRevoked: newest.names(read.pass.number.mark),
            listing: isOld ? .old(newest.issuedAt) : .listed(newest.issuedAt)
        )
    }

    /// Whether a mark stands in it.
    public func names(_ mark: PassMark) -> Bool {
        var (low, high) = (0, marks.count)
        while low < high {
            let middle = (low + high) / 2
            if marks[middle] < mark { low = middle + 1 } else { high = middle }
        }
        return low < marks.count && marks[low] == mark
    }
}
