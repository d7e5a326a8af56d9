public import Vocabulary

/// A carrier's message as it arrived, with what was found in it at its place (pesan).
public struct MessageModel: Sendable {
    /// A stretch of the message.
    public enum Piece: Sendable, Hashable {
        /// As it arrived.
        case text(String)
        /// What findings are about, by their numbers from 1.
        case marked(String, findings: [Int])
        /// So many bytes are not shown.
        case left(Int)
    }

    /// What names the message in addresses: the digest of its bytes.
    public var id: String
    /// The message, piece by piece.
    public var pieces: [Piece]
    /// What was found, in order of the message; finding 1 is the first.
    public var findings: [Diagnostic]
    /// The message's length.
    public var byteCount: Int
    /// How long such messages are kept.
    public var hours: Int

    /// A longer message is shown only around what was found in it.
    private static let longestWhole = 128 << 10
    private static let around = 400

    /// A message of some bytes; `places` are the stretches that the findings are about, empty where one is about the whole.
    public init(id: String, bytes: [UInt8], findings: [Diagnostic], places: [Range<Int>], hours: Int) {
        self.id = id
        self.findings = findings
        self.hours = hours
        byteCount = bytes.count
        pieces = []
        var marks: [(range: Range<Int>, findings: [Int])] = []
        for (number, place) in places.enumerated().sorted(by: {
            $0.element.lowerBound < $1.element.lowerBound
        })
        where !place.isEmpty && place.upperBound <= bytes.count {
            if let last = marks.last, place.lowerBound < last.range.upperBound {
                let end = max(last.range.upperBound, place.upperBound)
                marks[marks.count - 1] = (last.range.lowerBound..<end, last.findings + [number + 1])
            } else {
                marks.append((place, [number + 1]))
            }
        }
        let isWhole = bytes.count <= MessageModel.longestWhole
        var position = 0
        for mark in marks {
            add(bytes, position..<mark.range.lowerBound, isWhole: isWhole, isFirst: position == 0)
            pieces.append(.marked(MessageModel.text(bytes[mark.range]), findings: mark.findings))
            position = mark.range.upperBound
        }
        add(bytes, position..<bytes.count, isWhole: isWhole, isFirst: position == 0)
    }

    private mutating func add(_ bytes: [UInt8], _ range: Range<Int>, isWhole: Bool, isFirst: Bool) {
        guard !range.isEmpty else { return }
        let head = isFirst ? 0 : MessageModel.around
        let tail = range.upperBound == bytes.count ? 0 : MessageModel.around
        guard !isWhole, range.count > head + tail + MessageModel.around else {
            pieces.append(.text(MessageModel.text(bytes[range])))
            return
        }
        if head > 0 { pieces.append(.text(MessageModel.text(bytes[range.prefix(head)]))) }
        pieces.append(.left(range.count - head - tail))
        if tail > 0 { pieces.append(.text(MessageModel.text(bytes[range.suffix(tail)]))) }
    }

    /// Bytes as they can be seen: control characters as their pictures, what is no UTF-8 as Latin-1.
    private static func text(_ bytes: ArraySlice<UInt8>) -> String {
        let isUTF8 = String(validating: bytes, as: UTF8.self) != nil
        let text =
            isUTF8
            ? String(decoding: bytes, as: UTF8.self)
            : String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        var shown = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x0A: shown.append(scalar)
            case 0x0D: continue
            case 0..<0x20: shown.append(Unicode.Scalar(0x2400 + scalar.value) ?? scalar)
            case 0x7F..<0xA0: shown.append("\u{FFFD}")
            default: shown.append(scalar)
            }
        }
        return String(shown)
    }
}
