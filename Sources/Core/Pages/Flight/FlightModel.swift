public import Vocabulary

/// One flight or voyage (penerbangan): counts, and a way to each traveller whose advice is not clear.
public struct FlightModel: Sendable {
    /// A traveller whose advice is not clear.
    public struct Traveller: Sendable, Hashable {
        /// The screening's identifier.
        public var id: String
        /// The place in the list, from 1; nil at a counter.
        public var person: Int?
        /// The advice.
        public var advice: Advice

        /// A traveller.
        public init(id: String, person: Int?, advice: Advice) {
            self.id = id
            self.person = person
            self.advice = advice
        }
    }

    /// The flight.
    public var line: FlightLine
    /// The travellers whose advice is not clear, in order of the list.
    public var travellers: [Traveller]
    /// The list it rests on.
    public var manifest: String?

    /// A flight.
    public init(line: FlightLine, travellers: [Traveller], manifest: String? = nil) {
        self.line = line
        self.travellers = travellers
        self.manifest = manifest
    }
}
