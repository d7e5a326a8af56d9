/// That another key signs the log's checkpoints from now on.
package struct LogKeyChanged: Sendable, Hashable, Codable {
    /// The statement of the new key, signed by the key before it.
    package var statement: String

    /// A change of the log's key.
    package init(statement: String) { self.statement = statement }
}
