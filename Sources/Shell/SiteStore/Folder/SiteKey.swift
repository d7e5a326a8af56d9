import Crypto
import Foundation
import Ledger
import Operations
import Vocabulary

/// The site's secret: 32 bytes in a file of its own, from which the keys for pseudonyms, handles and bodies are derived.
///
/// Whoever has the database but not this file can read no body and tell of no entry whom it names. Losing it loses every
/// body for ever, so it belongs into the backup.
struct SiteKey: Sendable {
    /// The key of the subjects' pseudonyms.
    let pseudonyms: SymmetricKey
    /// What turns the handles by which bodies are found into numbers.
    let codes: HandleCode
    /// What seals bodies and wraps the keys of their subjects.
    let seal: BodySeal
    /// What seals messages beside the ledger.
    let messages: SymmetricKey
    /// A value that stands in the database, so that a key of another site is noticed.
    let check: [UInt8]

    static let length = 32

    /// Derives the keys from the secret.
    init(secret: SymmetricKey) {
        func derived(_ name: String) -> SymmetricKey {
            SymmetricKey(data: HMAC<SHA256>.authenticationCode(for: [UInt8](name.utf8), using: secret))
        }
        pseudonyms = derived("kawal/pseudonyms/1")
        codes = HandleCode(key: derived("kawal/handles/1"))
        seal = BodySeal(wrapping: derived("kawal/subjects/1"), common: derived("kawal/bodies/1"))
        messages = derived("kawal/messages/1")
        check = [UInt8](
            HMAC<SHA256>.authenticationCode(for: [UInt8]("kawal/check/1".utf8), using: secret).prefix(8)
        )
    }

    /// Reads the key file; refuses one that others may read.
    init(readingAt path: String) throws {
        let bytes = try SecretFile.read(path, limit: SiteKey.length)
        guard bytes.count == SiteKey.length else {
            throw SiteFault.key(path: path, finding: "has not 32 bytes; restore it from the backup")
        }
        self.init(secret: SymmetricKey(data: bytes))
    }

    /// Writes a new key file: complete or not at all.
    static func create(at path: String, random: RandomBytes) throws {
        try SecretFile.write(random(SiteKey.length), to: path)
    }

    /// The pseudonym of a subject.
    func pseudonym(of subject: EntrySubject) -> Pseudonym {
        switch subject {
        case .nik(let nik): Pseudonym(of: nik.digits, in: "nik", key: pseudonyms)
        case .passport(let number): Pseudonym(of: number.text, in: "passport", key: pseudonyms)
        case .release(let number): Pseudonym(of: number.text, in: "release", key: pseudonyms)
        case .sample(let number): Pseudonym(of: number.text, in: "sample", key: pseudonyms)
        }
    }
}
