/// An authority's answers to a carrier, traveller by traveller (CUSRES, jawaban kepada maskapai).
///
/// - Source: WCO/IATA/ICAO API Guidelines, CUSRES Implementation Guide.
public struct CustomsResponse: Sendable, Hashable {
    /// What the message says about itself.
    public var heading: MessageHeading
    /// The function of the message, as its BGM says: `962` an answer, `132` a change that nobody asked for.
    public var function: String?
    /// The flight that is answered for.
    public var legs: [Leg] = []
    /// The answers, in the order of the message.
    public var answers: [Answer] = []

    /// One answer.
    public struct Answer: Sendable, Hashable {
        /// The carrier's reference for the traveller (RFF+ABO); nil where the whole message is answered.
        public var reference: String?
        /// The booking's locator (RFF+AVF).
        public var booking: String?
        /// The flight (RFF+AF): the answer's own, else the message's.
        public var flight: String?
        /// The code of the answer (ERC).
        public var code: String?
        /// The answer in words (FTX).
        public var text: String?

        /// An answer of which nothing is known.
        public init() {}
    }

    /// A message without answers.
    public init(heading: MessageHeading) { self.heading = heading }
}
