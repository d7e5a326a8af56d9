/// That somebody looked at what is known of a person (akses data): who, whose and why stand in the entry itself.
///
/// - Source: UU 27/2022 on access to personal data; Directive (EU) 2016/680 art. 25, logging of consultation.
package struct RecordRead: Sendable, Hashable, Codable {
    /// What was looked at.
    package enum Part: String, Sendable, Codable, CaseIterable {
        /// The answer to a check at a counter, a gate or for a program.
        case check
        /// A traveller's screening.
        case screening
        /// A passport application.
        case application
        /// The receipts of a worker who was let go.
        case release
        /// A carrier's message as it arrived.
        case message
        /// A doubtful link, both sides of it.
        case link
        /// The claims about recruiters' networks.
        case network
        /// A case with its moves.
        case casefile = "case"
        /// Somebody whom a search by name has shown; about nobody, the search itself.
        case search
        /// The tickets of one locator.
        case booking
        /// A placement with its passes, at the ministry's desk.
        case pass
        /// The minimal answer on a placement.
        case placement

        /// Why it was looked at.
        var purpose: String {
            switch self {
            case .check, .screening, .booking: "departure-check"
            case .pass: "worker-pass"
            case .placement: "placement-answer"
            case .application: "passport-application"
            case .release: "release-receipt"
            case .message: "feed-repair"
            case .link: "link-review"
            case .network: "investigate-recruiter"
            case .search: "search"
            case .casefile: "casework"
            }
        }
    }

    /// What was looked at.
    package var part: Part
    /// For whom, where somebody had it opened.
    package var reader: ReleaseReader?
    /// The request's or order's reference, then.
    package var basis: String?
    /// How many people a search has shown.
    package var shown: Int?

    /// A reading.
    package init(part: Part, reader: ReleaseReader? = nil, basis: String? = nil, shown: Int? = nil) {
        self.part = part
        self.reader = reader
        self.basis = basis
        self.shown = shown
    }
}

/// Who may have the receipts of a worker opened beside the officer concerned.
package enum ReleaseReader: String, Sendable, Codable, CaseIterable {
    /// The worker.
    case worker
    /// A court.
    case court
}

extension Desk {
    /// Notes that somebody looked at what is known of a person; durable within a second.
    package func note(_ part: RecordRead.Part, of subject: EntrySubject?, by actor: Actor) {
        note(RecordRead(part: part), of: subject, for: part.purpose, by: actor)
    }

    /// Notes the same for a purpose that whoever looked has chosen.
    func note(_ read: RecordRead, of subject: EntrySubject?, for purpose: String, by actor: Actor) {
        site.note(
            EntryDraft(
                .recordRead(read),
                at: now(),
                actor: actor.name,
                purpose: purpose,
                subject: subject
            )
        )
    }
}
