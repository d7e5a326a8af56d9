import RawStructuredFieldValues

/// Structured fields in their one form: what is written otherwise than the serialiser would is none.
///
/// A parser has to overlook blanks, leading zeros and doubled members; two readers could overlook them differently.
///
/// - Source: RFC 8941 and RFC 9651 sections 4.1 and 4.2.
enum StructuredField {
    typealias Dictionary = OrderedMap<String, ItemOrInnerList>

    /// The most members and parameters that a dictionary here has: the parser looks for doubled ones in time that grows with the
    /// square of their number.
    private static let dictionaryLimit = 64

    /// The members of a dictionary; nil where the text is no dictionary in its one form.
    static func dictionary(_ text: String) -> Dictionary? {
        guard text.utf8.count(where: { $0 == 0x3B || $0 == 0x2C }) <= dictionaryLimit else { return nil }
        var parser = StructuredFieldValueParser(Array(text.utf8))
        guard let members = try? parser.parseDictionaryFieldValue(), members.count > 0 else { return nil }
        var serializer = StructuredFieldValueSerializer()
        guard let written = try? serializer.writeDictionaryFieldValue(members),
            written.elementsEqual(text.utf8)
        else { return nil }
        return members
    }

    /// An item without parameters; nil where the text is none in its one form.
    static func item(_ text: String) -> RFC9651BareItem? {
        var parser = StructuredFieldValueParser(Array(text.utf8))
        guard let item = try? parser.parseItemFieldValue(), item.rfc9651Parameters.isEmpty else { return nil }
        var serializer = StructuredFieldValueSerializer()
        guard let written = try? serializer.writeItemFieldValue(item), written.elementsEqual(text.utf8) else {
            return nil
        }
        return item.rfc9651BareItem
    }

    /// A string.
    static func string(_ text: String) -> String? {
        guard case .string(let string) = item(text) else { return nil }
        return string
    }

    /// A whole number.
    static func integer(_ text: String) -> Int64? {
        guard case .integer(let number) = item(text) else { return nil }
        return number
    }

    /// A byte sequence.
    static func bytes(_ text: String) -> [UInt8]? {
        guard case .undecodedByteSequence(let encoded) = item(text) else { return nil }
        return Base64Form.bytes(encoded)
    }

    /// The byte sequence of a dictionary's member without parameters.
    static func bytes(_ member: ItemOrInnerList?) -> [UInt8]? {
        guard case .item(let item) = member, item.rfc9651Parameters.isEmpty,
            case .undecodedByteSequence(let encoded) = item.rfc9651BareItem
        else { return nil }
        return Base64Form.bytes(encoded)
    }

    /// How a string is written.
    static func text(of string: String) -> String {
        var bytes: [UInt8] = [0x22]
        for byte in string.utf8 {
            if byte == 0x22 || byte == 0x5C { bytes.append(0x5C) }
            bytes.append(byte)
        }
        return String(decoding: bytes + [0x22], as: UTF8.self)
    }

    /// How bytes are written.
    static func text(of bytes: [UInt8]) -> String { ":\(Base64Form.text(bytes)):" }

    /// How a member of a dictionary or a list is written by itself.
    static func text(of member: ItemOrInnerList) -> String? {
        var serializer = StructuredFieldValueSerializer()
        return (try? serializer.writeListFieldValue([member])).map { String(decoding: $0, as: UTF8.self) }
    }

    /// A field of any structured type, written anew; nil where it is none.
    ///
    /// What reads as a list is written as one: an item is a list of one member, and a dictionary of members without values is
    /// written like a list of them.
    static func rewritten(_ text: String) -> String? {
        var serializer = StructuredFieldValueSerializer()
        var parser = StructuredFieldValueParser(Array(text.utf8))
        if let members = try? parser.parseListFieldValue() {
            return (try? serializer.writeListFieldValue(members)).map { String(decoding: $0, as: UTF8.self) }
        }
        parser = StructuredFieldValueParser(Array(text.utf8))
        guard let members = try? parser.parseDictionaryFieldValue() else { return nil }
        return (try? serializer.writeDictionaryFieldValue(members)).map {
            String(decoding: $0, as: UTF8.self)
        }
    }
}
