package import Vocabulary

/// What a match tells: as little as a person needs to ask on (isi catatan tersegel).
package struct LookUpPayload: Hashable, Sendable {
    /// What the record is, as a code of the agreement: `placement-valid`.
    package let category: String
    /// What names the record at its owner.
    package let reference: String
    /// The first day on which it holds; nil where it names none.
    package let validFrom: Day?
    /// The last day on which it holds; nil where it names none.
    package let validUntil: Day?

    /// The length of every payload before it is sealed: all rows look the same.
    static let length = 64
    /// How long category and reference may be together, in bytes.
    package static let textLimit = length - 10

    /// A payload; nil where category and reference are empty or too long.
    package init?(category: String, reference: String, validFrom: Day?, validUntil: Day?) {
        let length = category.utf8.count + reference.utf8.count
        guard !category.isEmpty, !reference.isEmpty, length <= LookUpPayload.textLimit else { return nil }
        self.category = category
        self.reference = reference
        self.validFrom = validFrom
        self.validUntil = validUntil
    }

    /// The bytes that are sealed.
    var plain: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(LookUpPayload.length)
        bytes.append(text: category)
        bytes.append(text: reference)
        bytes.append(number: validFrom?.number ?? .min)
        bytes.append(number: validUntil?.number ?? .min)
        bytes.append(contentsOf: repeatElement(0, count: LookUpPayload.length - bytes.count))
        return bytes
    }

    /// Reads what was sealed.
    init(plain: [UInt8]) throws(LookUpFault) {
        var reader = try WireReader(plain, of: .payload, magic: "")
        let (category, reference) = (try reader.text(), try reader.text())
        let days = (try reader.number(Int32.self), try reader.number(Int32.self))
        guard
            let payload = LookUpPayload(
                category: category,
                reference: reference,
                validFrom: days.0 == .min ? nil : Day(number: days.0),
                validUntil: days.1 == .min ? nil : Day(number: days.1)
            )
        else { throw .malformed(.payload, expected: "a category and a reference") }
        self = payload
    }
}
