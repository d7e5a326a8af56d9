import Intake
package import Vocabulary

/// A received message as it arrived, with what was found in it.
package struct ShelvedMessage: Sendable {
    /// Its bytes.
    package var bytes: [UInt8]
    /// What was found, in order of the file.
    package var diagnostics: [Diagnostic]
    /// The stretch that each finding is about; empty where it is about the whole file.
    package var places: [Range<Int>]
    /// How long such messages are kept.
    package var hours: Int
}

extension Desk {
    /// A message in which something was found, as it arrived; nil where none is kept any more.
    ///
    /// Opening it is recorded.
    /// - Throws: `SiteFault`.
    package func message(_ digest: String, by actor: Actor) throws -> ShelvedMessage? {
        guard let bytes = try site.shelved(digest) else { return nil }
        note(.message, of: nil, by: actor)
        let found = ListFile.read(bytes, source: "", on: today).flatMap(\.diagnostics).sorted {
            $0.at < $1.at
        }
        return ShelvedMessage(
            bytes: bytes,
            diagnostics: found,
            places: bytes.withUnsafeBufferPointer { MessagePlace.ranges(of: found, in: $0) },
            hours: rules.retention(of: .message, on: today)?.hours ?? 0
        )
    }

    /// Whether a message is kept.
    ///
    /// - Throws: `SiteFault`.
    package func hasMessage(_ digest: String) throws -> Bool { try site.hasShelved(digest) }

    /// Keeps a message in which something was found, where the rules say for how long.
    func shelve(_ bytes: [UInt8], digest: String, for findings: [Diagnostic], at moment: Moment) {
        guard !findings.isEmpty, rules.retention(of: .message, on: today) != nil else { return }
        // The list is received; that its bytes can't be shown later is no reason to refuse it.
        try? site.shelve(bytes, digest: digest, at: moment)
    }

    /// Takes away messages whose time is over.
    func clearMessages() throws -> Int {
        guard let rule = rules.retention(of: .message, on: today) else { return try site.clearShelf(.all) }
        return try site.clearShelf(.before(now().adding(seconds: -rule.hours * 3600)))
    }
}
