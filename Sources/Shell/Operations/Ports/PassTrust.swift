package import Exchange
package import Vocabulary

/// By what a site signs and knows passes and slips.
package struct PassTrust: Sendable {
    /// What signed before, signs now, and will sign; in the order of their first days.
    private let signers: [PassSigner]
    /// The keys of other sites that are trusted.
    package var foreign: [PassKey]
    /// The lists of void passes that other sites have sent.
    package var lists: [PassRevocations]

    /// What a site trusts.
    package init(signers: [PassSigner], foreign: [PassKey], lists: [PassRevocations]) {
        self.signers = signers
        self.foreign = foreign
        self.lists = lists
    }

    /// What signs a paper of a day: the last key in force on it.
    ///
    /// - Throws: `SiteFault.failed` where none is.
    package func signer(on day: Day) throws -> PassSigner {
        guard let signer = signers.last(where: { $0.key.mayHaveSigned(on: day) }) else {
            throw SiteFault.failed(finding: "no key of passes is in force on \(day); see `kawal pass key`")
        }
        return signer
    }

    /// The site's own keys, those that signed before and those that will among them.
    package var own: [PassKey] { signers.map(\.key) }

    /// The site's own keys as lines, to be given to others.
    package var ownLines: [String] { own.map(\.line) }

    /// Every key.
    var keys: [PassKey] { own + foreign }
}
