import Crypto
import CryptoExtras
import Dispatch
import Foundation

/// Hashes passwords with scrypt, one at a time and off the threads that answer requests.
///
/// - Source: RFC 7914; N = 2^15, r = 8, p = 1 takes about 80 ms and 32 MiB on the development machine.
struct PasswordHasher: Sendable {
    private static let queue = DispatchQueue(label: "kawal.scrypt")
    private let rounds: Int

    init(rounds: Int = 1 << 15) { self.rounds = rounds }

    /// The hash as `scrypt$N$r$p$salt$hash` with a fresh salt.
    func hash(_ password: String) async throws -> String {
        let salt = Data((0..<16).map { _ in UInt8.random(in: .min ... .max) })
        let key = try await derive(password, salt: salt, rounds: rounds)
        return "scrypt$\(rounds)$8$1$\(salt.base64EncodedString())$\(key.base64EncodedString())"
    }

    /// Whether a password has this hash; takes the same time whether or not it has.
    func verify(_ password: String, against stored: String) async throws -> Bool {
        let parts = stored.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "scrypt", let rounds = Int(parts[1]), parts[2] == "8",
            parts[3] == "1",
            let salt = Data(base64Encoded: String(parts[4])),
            let expected = Data(base64Encoded: String(parts[5]))
        else { return false }
        return constantTimeEqual(try await derive(password, salt: salt, rounds: rounds), expected)
    }

    private func derive(_ password: String, salt: Data, rounds: Int) async throws -> Data {
        try await withCheckedThrowingContinuation { continuation in
            Self.queue.async {
                continuation.resume(
                    with: Result {
                        try KDF.Scrypt.deriveKey(
                            from: Data(password.utf8),
                            salt: salt,
                            outputByteCount: 32,
                            rounds: rounds,
                            blockSize: 8,
                            parallelism: 1,
                            maxMemory: 256 << 20
                        )
                        .withUnsafeBytes { Data($0) }
                    }
                )
            }
        }
    }
}

/// Compares secrets in a time that depends on their length only.
package func constantTimeEqual(_ left: some Collection<UInt8>, _ right: some Collection<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    var difference: UInt8 = 0
    for (one, other) in zip(left, right) { difference |= one ^ other }
    return difference == 0
}
