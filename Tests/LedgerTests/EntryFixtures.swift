import Crypto
import Ledger

/// An invented entry.
func entry(
    index: UInt64 = 7,
    actor: String = "petugas-1",
    subject: Pseudonym? = Pseudonym(
        of: "A1",
        in: "passport",
        key: SymmetricKey(data: [UInt8](repeating: 1, count: 32))
    ),
    body: [UInt8] = [UInt8]("{}".utf8)
) -> LedgerEntry {
    LedgerEntry(
        index: index,
        id: EntryIdentity(milliseconds: 1_772_349_900_000, random: (index, ~index)),
        kind: "document.attested/1",
        at: "2026-03-01T07:25:00.000Z",
        actor: actor,
        purpose: "departure-check",
        subject: subject,
        bodyDigest: digest(of: body)
    )
}

let salt = [UInt8](repeating: 9, count: 32)

func digest(of body: [UInt8]) -> Hash256 {
    salt.withUnsafeBytes { salt in body.withUnsafeBytes { Hash256.ofBody(salt: salt, body: $0) } }
}

extension [UInt8] {
    /// The bytes as hexadecimal digits.
    var hex: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }
}
