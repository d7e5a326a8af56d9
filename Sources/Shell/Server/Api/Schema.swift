/// Builds JSON Schemas (draft 2020-12, as OpenAPI 3.1 uses them).
enum Schema {
    /// An object whose members are all there unless listed as optional.
    static func object(_ members: KeyValuePairs<String, JSONText>, optional: Set<String> = []) -> JSONText {
        [
            "type": "object",
            "properties": .object(members.map { JSONText.Member(name: $0.key, value: $0.value) }),
            "required": .array(members.map(\.key).filter { !optional.contains($0) }.map(JSONText.string)),
        ]
    }

    /// Text.
    static func string(
        _ about: String,
        format: String? = nil,
        pattern: String? = nil,
        longest: Int? = nil
    ) -> JSONText {
        var members: [JSONText.Member] = [.init(name: "type", value: "string")]
        if let format { members.append(.init(name: "format", value: .string(format))) }
        if let pattern { members.append(.init(name: "pattern", value: .string(pattern))) }
        if let longest { members.append(.init(name: "maxLength", value: .int(longest))) }
        members.append(.init(name: "description", value: .string(about)))
        return .object(members)
    }

    /// One of some words.
    static func word(_ words: [String], _ about: String) -> JSONText {
        ["type": "string", "enum": .array(words.map(JSONText.string)), "description": .string(about)]
    }

    /// A whole number from 0.
    static func count(_ about: String) -> JSONText {
        ["type": "integer", "minimum": 0, "description": .string(about)]
    }

    /// A number from 0 to 1.
    static func share(_ about: String) -> JSONText {
        ["type": "number", "minimum": 0, "maximum": 1, "description": .string(about)]
    }

    /// True or false.
    static func flag(_ about: String) -> JSONText { ["type": "boolean", "description": .string(about)] }

    /// A list.
    static func array(of schema: JSONText, least: Int? = nil, most: Int? = nil) -> JSONText {
        var members: [JSONText.Member] = [
            .init(name: "type", value: "array"), .init(name: "items", value: schema),
        ]
        if let least { members.append(.init(name: "minItems", value: .int(least))) }
        if let most { members.append(.init(name: "maxItems", value: .int(most))) }
        return .object(members)
    }

    /// A schema of which at least one of some members must be there.
    static func needing(oneOf names: [String], _ schema: JSONText) -> JSONText {
        guard case .object(let members) = schema else { return schema }
        let ways = names.map { JSONText.object([.init(name: "required", value: [.string($0)])]) }
        return .object(members + [.init(name: "anyOf", value: .array(ways))])
    }

    /// An object of texts under any names.
    static func texts(_ about: String) -> JSONText {
        ["type": "object", "additionalProperties": ["type": "string"], "description": .string(about)]
    }

    /// A schema, or null.
    static func nullable(_ schema: JSONText) -> JSONText { ["anyOf": [schema, ["type": "null"]]] }

    /// A named schema of the document.
    static func named(_ name: String) -> JSONText { ["$ref": .string("#/components/schemas/\(name)")] }
}
