import Crypto
import Synchronization
package import Vocabulary

/// The digest of the agreement's text, made once a day.
package final class AgreementMemory: Sendable {
    private let known = Mutex<(day: Day, digest: String)?>(nil)

    /// Nothing remembered.
    package init() {}

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
