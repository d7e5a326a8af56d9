/// `lookup.granted/1`: a list of the partner's was given leave to be asked about (jatah satu daftar); names nobody.
///
/// What the partner says of a list can be compared with it afterwards: a mark without a list behind it was invented.
package struct LookUpGranted: Sendable, Hashable, Codable {
    /// Who asked.
    package var party: String
    /// The list's mark: a SHA-256 over its own, in hexadecimal.
    package var list: String
    /// How many people it is said to have, rounded up.
    package var persons: Int64
    /// How many travellers may be asked about for its sake, dummies counted.
    package var travellers: Int64

    /// A leave.
    package init(party: String, list: String, persons: Int64, travellers: Int64) {
        self.party = party
        self.list = list
        self.persons = persons
        self.travellers = travellers
    }
}
