import Crypto
import Synchronization
package import Vocabulary

/// The digest of the agreement's text, made once a day, and whether both sides have signed it: asked for with each message.
package final class AgreementMemory: Sendable {
    private let known = Mutex<(day: Day, digest: String)?>(nil)
    private let signed = Mutex<Set<String>>([])

    /// Nothing remembered.
    package init() {}

    /// Whether both have signed an agreement of a digest; a signature isn't taken back, so a yes is remembered.
    ///
    /// - Throws: What asking throws.
    func isSigned(_ digest: String, ask: () throws -> Bool) rethrows -> Bool {
        if signed.withLock({ $0.contains(digest) }) { return true }
        guard try ask() else { return false }
        signed.withLock { _ = $0.insert(digest) }
        return true
    }

    /// SHA-256 of the text in force on a day, in hexadecimal.
    package func digest(of rules: Rulebook, on day: Day) -> String {
        known.withLock { known in
            if let known, known.day == day { return known.digest }
            let digest = hexadecimal(SHA256.hash(data: [UInt8](rules.agreementText(on: day).utf8)))
            known = (day, digest)
            return digest
        }
    }
}
