public import Vocabulary

/// What became of one message of a file.
public enum MessageReading: Hashable, Sendable {
    /// A list of passengers or crew (PAXLST, or a ferry's table).
    case list(TravellerList)
    /// Bookings of a flight (PNRGOV).
    case records(PassengerNameRecords)
    /// An authority's answers (CUSRES).
    case response(CustomsResponse)
    /// A message of another type, or a file in which none can be told apart: then the heading has no message.
    case unread(MessageHeading)

    /// What the message says about itself.
    public var heading: MessageHeading {
        switch self {
        case .list(let list): list.heading
        case .records(let records): records.heading
        case .response(let response): response.heading
        case .unread(let heading): heading
        }
    }

    /// What was refused or repaired.
    public var diagnostics: [Diagnostic] { heading.diagnostics }
}

extension MessageReading: Encodable {
    private enum Key: String, CodingKey {
        case source, message, diagnostics
    }

    /// Writes the message, and `message` null where nothing could be read.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .list(let list): try list.encode(to: encoder)
        case .records(let records): try records.encode(to: encoder)
        case .response(let response): try response.encode(to: encoder)
        case .unread(let heading) where heading.message != nil: try heading.encode(to: encoder)
        case .unread(let heading):
            var object = encoder.container(keyedBy: Key.self)
            try object.encode(heading.source, forKey: .source)
            try object.encode(heading.message, forKey: .message)
            try object.encode(heading.diagnostics, forKey: .diagnostics)
        }
    }
}
