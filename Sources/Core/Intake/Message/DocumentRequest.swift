import Vocabulary

/// The parts of an SSR DOCS, DOCO or DOCA, which strokes divide: `/P/USA/548721687/USA/04JUL80/M/12JAN19/SURNAME/GIVEN/SECOND`.
///
/// - Source: IATA AIRIMP, passenger documents and addresses.
struct DocumentRequest {
    private let written: UnsafeBufferPointer<UInt8>
    /// Where each part ends; the first of them is one before the text.
    private var bounds = InlineArray<16, Int>(repeating: 0)
    private var count = 0

    /// Divides the text; some leave out the stroke before its first part.
    init(_ text: UnsafeBufferPointer<UInt8>) {
        written = text
        let first = text.first { $0 != 0x20 }
        bounds[0] = -1
        if first != nil, first != 0x2F {
            bounds[1] = -1
            count = 1
        }
        for place in text.indices where text[place] == 0x2F && count < 14 {
            count += 1
            bounds[count] = place
        }
        count += 1
        bounds[count] = text.count
    }

    func bytes(_ part: Int) -> UnsafeBufferPointer<UInt8> {
        guard part < count else { return UnsafeBufferPointer(start: nil, count: 0) }
        var first = bounds[part] + 1
        var last = max(bounds[part + 1], first)
        while first < last, written[first] == 0x20 { first += 1 }
        while last > first, written[last - 1] == 0x20 { last -= 1 }
        return UnsafeBufferPointer(rebasing: written[first..<last])
    }

    func text(_ part: Int) -> String? {
        let bytes = bytes(part)
        return bytes.isEmpty ? nil : MessageText.string(bytes)
    }

    /// The address at the destination (DOCA `D`): street, town, region, code, country.
    var destination: String? {
        guard text(1) == "D" else { return nil }
        let lines = [text(3), text(4), text(5), text(6), text(2)].compactMap(\.self)
        return lines.isEmpty ? nil : lines.joined(separator: ", ")
    }
}

/// A travel document of a booking (DOCS), its holder's names read once.
struct BookedDocument {
    let request: DocumentRequest
    let surname: String?
    /// The first given name, as written.
    let given: String?
    let second: String?
    /// Whether it says that its holder is an infant.
    let isInfants: Bool

    init(_ request: DocumentRequest) {
        self.request = request
        surname = request.text(8)
        given = request.text(9)
        second = request.text(10)
        isInfants = SexCode.read(request.bytes(6))?.isInfant ?? false
    }
}
