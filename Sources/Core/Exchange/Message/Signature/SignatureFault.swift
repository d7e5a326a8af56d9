/// Why a signature's input can't be read or its base can't be made.
public enum SignatureFault: Error, Hashable, Sendable {
    /// A field isn't written in its one form; its name.
    case malformed(String)
    /// A component is none that can be derived here, or has parameters that it can't have; its identifier.
    case unknown(String)
    /// The message has no such component; its identifier.
    case absent(String)
}
