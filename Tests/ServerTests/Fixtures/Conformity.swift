import Foundation
import HummingbirdTesting
import NIOCore
@testable import Server

/// Tells whether an answer is what the document says: types, members, and no member that isn't listed.
enum Conformity {
    /// What doesn't fit, by path; empty where all does.
    static func faults(of value: JSONText, to name: String) throws -> [String] {
        faults(value, Schema.named(name), at: name)
    }

    private static func faults(_ value: JSONText, _ schema: JSONText, at path: String) -> [String] {
        if case .string(let reference)? = schema["$ref"] {
            let name = reference.split(separator: "/").last.map(String.init) ?? ""
            guard let named = Schemas.all.first(where: { $0.key == name })?.value else {
                return ["\(path): no schema \(name)"]
            }
            return faults(value, named, at: path)
        }
        if case .array(let choices)? = schema["anyOf"] {
            let all = choices.map { faults(value, $0, at: path) }
            return all.contains([]) ? [] : all.first ?? []
        }
        if case .array(let words)? = schema["enum"], !words.contains(value) {
            return ["\(path): not among its words"]
        }
        switch (schema["type"], value) {
        case ("object", .object(let members)): return objectFaults(members, schema, at: path)
        case ("array", .array(let elements)):
            guard let items = schema["items"] else { return ["\(path): no items"] }
            return elements.enumerated().flatMap { faults($0.element, items, at: "\(path)[\($0.offset)]") }
        case ("string", .string), ("integer", .int), ("number", .number), ("number", .int),
            ("boolean", .bool),
            ("null", .null):
            return []
        default: return ["\(path): \(value) is no \(schema["type"] ?? .null)"]
        }
    }

    private static func objectFaults(_ members: [JSONText.Member], _ schema: JSONText, at path: String)
        -> [String]
    {
        var faults: [String] = []
        let names = members.map(\.name)
        if case .array(let required)? = schema["required"] {
            for case .string(let name) in required where !names.contains(name) {
                faults.append("\(path): lacks \(name)")
            }
        }
        for member in members {
            if let known = schema["properties"]?[member.name] {
                faults += Self.faults(member.value, known, at: "\(path).\(member.name)")
            } else if schema["additionalProperties"] == nil {
                faults.append("\(path): \(member.name) isn't in the document")
            }
        }
        return faults
    }
}

extension TestResponse {
    /// The body as JSON, members by name.
    var json: JSONText {
        get throws { try JSONDecoder().decode(JSONText.self, from: Data(body.readableBytesView)) }
    }
}

extension JSONText: Decodable {
    /// Reads any JSON value.
    init(from decoder: any Decoder) throws {
        if let members = try? decoder.container(keyedBy: MemberName.self) {
            self = .object(
                try members.allKeys.sorted { $0.stringValue < $1.stringValue }
                    .map { .init(name: $0.stringValue, value: try members.decode(JSONText.self, forKey: $0)) }
            )
        } else if var elements = try? decoder.unkeyedContainer() {
            var all: [JSONText] = []
            while !elements.isAtEnd { all.append(try elements.decode(JSONText.self)) }
            self = .array(all)
        } else {
            let value = try decoder.singleValueContainer()
            if value.decodeNil() {
                self = .null
            } else if let flag = try? value.decode(Bool.self) {
                self = .bool(flag)
            } else if let whole = try? value.decode(Int.self) {
                self = .int(whole)
            } else if let number = try? value.decode(Double.self) {
                self = .number(number)
            } else {
                self = .string(try value.decode(String.self))
            }
        }
    }

    private struct MemberName: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
