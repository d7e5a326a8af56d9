/// A JSON value of another system.
package enum PlainJSON: Sendable, Hashable {
    /// Nothing.
    case null
    /// Text, a number or a truth, as text.
    case text(String)
    /// A list.
    case list([PlainJSON])
    /// An object.
    case object([String: PlainJSON])

    /// The member of an object; nil where it has none of that name.
    package subscript(_ name: String) -> PlainJSON? {
        guard case .object(let members) = self else { return nil }
        return members[name]
    }

    /// The elements of a list; empty of anything else.
    package var elements: [PlainJSON] {
        guard case .list(let elements) = self else { return [] }
        return elements
    }

    /// The text; nil of anything else.
    package var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// The texts of an object by their paths: `perjanjian.nomor`; lists are an adapter's matter and are left out.
    package var cells: [String: String] {
        var cells: [String: String] = [:]
        collect(into: &cells, path: "")
        return cells
    }

    private func collect(into cells: inout [String: String], path: String) {
        switch self {
        case .null, .list: return
        case .text(let text): if !text.isEmpty { cells[path] = text }
        case .object(let members):
            for (name, member) in members {
                member.collect(into: &cells, path: path.isEmpty ? name : path + "." + name)
            }
        }
    }
}

extension PlainJSON: Decodable {
    /// Reads any JSON value.
    ///
    /// - Throws: `DecodingError`.
    package init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: AnyName.self) {
            var object: [String: PlainJSON] = [:]
            for name in members.allKeys {
                object[name.stringValue] = try members.decode(PlainJSON.self, forKey: name)
            }
            self = .object(object)
        } else if var elements = try? decoder.unkeyedContainer() {
            var list: [PlainJSON] = []
            while !elements.isAtEnd { list.append(try elements.decode(PlainJSON.self)) }
            self = .list(list)
        } else {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                self = .null
            } else if let truth = try? value.decode(Bool.self) {
                self = .text(truth ? "yes" : "no")
            } else if let number = try? value.decode(Int64.self) {
                self = .text(String(number))
            } else if let number = try? value.decode(Double.self) {
                self = .text(String(number))
            } else {
                self = .text(try value.decode(String.self))
            }
        }
    }
}

extension PlainJSON: Encodable {
    /// Writes the value.
    ///
    /// - Throws: What the encoder throws.
    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .null:
            var value = encoder.singleValueContainer()
            try value.encodeNil()
        case .text(let text):
            var value = encoder.singleValueContainer()
            try value.encode(text)
        case .list(let elements):
            var value = encoder.singleValueContainer()
            try value.encode(elements)
        case .object(let members):
            var value = encoder.singleValueContainer()
            try value.encode(members)
        }
    }
}

/// Any member's name.
private struct AnyName: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
}
