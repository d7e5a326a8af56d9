/// `exchange.proven/1`: the partner has proven that its log holds what it took, under a checkpoint that this site cosigned.
///
/// The proof of a message covers all before it in its stream: its envelope names the hash of the one before.
package struct ExchangeProven: Sendable, Hashable, Codable {
    /// How far one stream is proven.
    package struct Proof: Sendable, Hashable, Codable {
        /// The stream.
        package var stream: String
        /// The place up to which it is proven.
        package var sequence: Int64
        /// The number of entries of the partner's log under the checkpoint.
        package var size: UInt64

        /// A proof.
        package init(stream: String, sequence: Int64, size: UInt64) {
            self.stream = stream
            self.sequence = sequence
            self.size = size
        }
    }

    /// The proofs.
    package var proofs: [Proof]

    /// Proofs.
    package init(proofs: [Proof]) { self.proofs = proofs }
}
