package import Exchange

/// By what a site signs and knows passes and slips.
package struct PassTrust: Sendable {
    /// What signs.
    package var signer: PassSigner
    /// The site's own keys, those that signed before among them.
    package var own: [PassKey]
    /// The keys of other sites that are trusted.
    package var foreign: [PassKey]
    /// The lists of void passes that other sites have sent.
    package var lists: [PassRevocations]

    /// What a site trusts.
    package init(signer: PassSigner, own: [PassKey], foreign: [PassKey], lists: [PassRevocations]) {
        self.signer = signer
        self.own = own
        self.foreign = foreign
        self.lists = lists
    }

    /// The site's own keys as lines, to be given to others.
    package var ownLines: [String] { own.map(\.line) }

    /// Every key.
    var keys: [PassKey] { own + foreign }
}
