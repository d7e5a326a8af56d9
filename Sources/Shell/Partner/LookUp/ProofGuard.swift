import Crypto
import CryptoExtras
import Foundation

extension LookUpPublicKey {
    /// Verifies an evaluation and takes the blinding off: the 48 bytes of the function's value.
    ///
    /// - Throws: `LookUpFault.malformed` for bytes that are no evaluation, `LookUpFault.proofRefused` for one that was not
    ///   made with this key.
    func finalize(_ blinded: BlindedToken, _ evaluation: [UInt8]) throws(LookUpFault) -> [UInt8] {
        guard evaluation.count == LookUpAnswer.evaluationLength,
            let read = try? P384._VOPRF.BlindEvaluation(rawRepresentation: evaluation)
        else { throw .malformed(.answer, expected: "a point of P-384, compressed, and a proof") }
        guard isVerifiable(evaluation, of: blinded.element),
            let output = try? point.key.finalize(blinded.input, using: read)
        else { throw .proofRefused }
        return [UInt8](output)
    }

    /// Whether verifying stays clear of the point at infinity, which the library (4.5.2) answers by ending the process.
    ///
    /// The verifier adds sG + cB and sC + cD for a proof (c, s), where B is the key, C the element and D its evaluation. An
    /// owner that means harm chooses s so that a sum is nothing; a proof of zeros is enough. Two multiples cancel out only if
    /// they have one x-coordinate, and those the public key agreement computes: about 2 ms of the asker's core an element.
    private func isVerifiable(_ evaluation: [UInt8], of element: [UInt8]) -> Bool {
        let (evaluated, challenge, response) = (evaluation[..<49], evaluation[49..<97], evaluation[97...])
        // Scalars that are zero, or not below the order, are no private keys.
        guard let c = try? P384.KeyAgreement.PrivateKey(rawRepresentation: Array(challenge)),
            let s = try? P384.KeyAgreement.PrivateKey(rawRepresentation: Array(response)),
            let sG = s.publicKey.x963Representation.dropFirst().prefix(48).map({ $0 }) as [UInt8]?,
            let cB = multiple(c, of: bytes[...]),
            let sC = multiple(s, of: element[...]),
            let cD = multiple(c, of: evaluated)
        else { return false }
        return sG != cB && sC != cD
    }

    /// The x-coordinate of a multiple of a point.
    private func multiple(_ scalar: P384.KeyAgreement.PrivateKey, of point: ArraySlice<UInt8>) -> [UInt8]? {
        guard let point = try? P384.KeyAgreement.PublicKey(compressedRepresentation: Array(point)),
            let secret = try? scalar.sharedSecretFromKeyAgreement(with: point)
        else { return nil }
        return secret.withUnsafeBytes { [UInt8]($0) }
    }
}
