import Exchange
package import Vocabulary

/// What a text from a code says to an officer.
package enum PaperReading: Sendable, Hashable {
    /// A pass, as it stands.
    case pass(PassReading)
    /// The proof of a slip: issued by that site for that day; by this one where `issuer` is nil.
    case slip(departsOn: Day, issuer: String?)
    /// Nothing that this site can stand by; it speaks against nobody.
    case fault(PassFault)
}

/// A pass as it stands beside the document in the hand.
package struct PassReading: Sendable, Hashable {
    /// How it stands.
    package var state: PassState
    /// Whose it is.
    package var holder: PassHolder
    /// What is known of passes that were taken back.
    package var listing: PassListing
    /// The way of placement.
    package var scheme: Scheme
    /// Where to.
    package var destination: CountryCode
    /// The first day.
    package var from: Day
    /// The last day.
    package var until: Day
    /// The issuer's name; nil where this site has issued it.
    package var issuer: String?
    /// Whether it speaks for the departure of the one who shows it.
    package var speaksForHolder: Bool
}

extension Desk {
    /// Whether a text claims to be a pass or the proof of a slip.
    package static func isPaper(_ text: String) -> Bool {
        WorkerPass.isClaimed(by: text) || SlipProof.isClaimed(by: text)
    }

    /// Reads a code for an officer; that the holder of this site's pass was looked at is noted.
    ///
    /// - Throws: `SiteFault`.
    package func reading(
        of text: String,
        beside document: (number: PassportNumber, bornOn: Day)? = nil,
        by actor: Actor
    ) throws -> PaperReading {
        note(.pass, of: try (document?.number ?? holder(ofPass: text)).map(EntrySubject.passport), by: actor)
        return try reading(of: text, beside: document)
    }

    /// Reads a code without any line: by the keys, the lists and the records that this site has.
    ///
    /// - Throws: `SiteFault`.
    package func reading(
        of text: String,
        beside document: (number: PassportNumber, bornOn: Day)? = nil
    ) throws -> PaperReading {
        let trust = try site.passTrust()
        do {
            if SlipProof.isClaimed(by: text) {
                let read = try SlipProof.read(text, keys: trust.keys)
                let isOwn = trust.own.contains(read.key)
                return .slip(departsOn: read.proof.departsOn, issuer: isOwn ? nil : read.key.issuer.text)
            }
            let read = try WorkerPass.read(text, keys: trust.keys, longestDays: passRules.longestDays)
            return .pass(try reading(of: read, beside: document, trust))
        } catch let fault as PassFault {
            return .fault(fault)
        }
    }

    /// The number of a pass that this site can stand by; nil of any other text.
    func passNumber(in text: String) throws -> PassNumber? {
        let trust = try site.passTrust()
        return try? WorkerPass.read(text, keys: trust.keys, longestDays: passRules.longestDays).pass.number
    }

    private func reading(
        of read: (pass: WorkerPass, key: PassKey),
        beside document: (number: PassportNumber, bornOn: Day)?,
        _ trust: PassTrust
    ) throws -> PassReading {
        let isOwn = trust.own.contains(read.key)
        let (departed, revoked) = try site.read { reads in
            let issued = isOwn ? try reads.pass(read.pass.number.mark) : nil
            let passport = document?.number ?? issued?.passport
            let departed = try passport.flatMap { try lastDeparture($0, reads) }
            guard isOwn else {
                let listed = PassRevocations.answer(for: read, in: trust.lists, at: now(), by: passRules)
                return (departed, listed)
            }
            let isRevoked =
                try reads.revocation(of: read.pass.number.mark) != nil
                || issued.map { try isFallen($0, reads) } ?? false
            return (departed, PassRevocations.Answer(isRevoked: isRevoked, listing: .own))
        }
        let verdict = PassVerdict(
            read,
            on: today,
            usedOn: departed,
            document: document,
            revoked: revoked,
            by: passRules
        )
        return PassReading(
            state: verdict.state,
            holder: verdict.holder,
            listing: verdict.listing,
            scheme: read.pass.scheme,
            destination: read.pass.destination,
            from: read.pass.from,
            until: read.pass.until,
            issuer: isOwn ? nil : read.key.issuer.text,
            speaksForHolder: verdict.speaksForHolder
        )
    }
}
