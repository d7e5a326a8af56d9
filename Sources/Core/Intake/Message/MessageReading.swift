public import Vocabulary

/// What became of one message of a file.
public enum MessageReading: Hashable, Sendable {
    /// A list of passengers or crew.
    case list(TravellerList)
    /// A message that was recognised or met, and not read: its diagnostics say why.
    case unread(UnreadMessage)

    /// What was refused or repaired.
    public var diagnostics: [Diagnostic] {
        switch self {
        case .list(let list): list.diagnostics
        case .unread(let message): message.diagnostics
        }
    }
}

/// A message that was not read.
public struct UnreadMessage: Hashable, Sendable {
    /// The file's name as given.
    public var source: String
    /// The message type: `PNRGOV`; nil where nothing could be read at all.
    public var message: String?
    /// The version as sent, without agency.
    public var version: String?
    /// The access reference, else the message's own reference.
    public var reference: String?
    /// Who sent the interchange.
    public var sender: String?
    /// Why it was not read.
    public var diagnostics: [Diagnostic] = []
}

extension MessageReading: Encodable {
    private enum Key: String, CodingKey {
        case source, message, version, reference, sender, diagnostics
    }

    /// Writes a list as a list, and what was not read with `message` null where nothing is known of it.
    ///
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        switch self {
        case .list(let list): try list.encode(to: encoder)
        case .unread(let unread):
            var object = encoder.container(keyedBy: Key.self)
            try object.encode(unread.source, forKey: .source)
            try object.encode(unread.message, forKey: .message)
            if unread.message != nil {
                try object.encode(unread.version, forKey: .version)
                try object.encode(unread.reference, forKey: .reference)
                try object.encode(unread.sender, forKey: .sender)
            }
            try object.encode(unread.diagnostics, forKey: .diagnostics)
        }
    }
}
