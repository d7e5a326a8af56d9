import Exchange
package import Vocabulary

/// Whose placement somebody asks for.
package enum PlacementQuestion: Sendable, Hashable {
    /// The holder of a document, by number and birth date.
    case document(PassportNumber, bornOn: Day)
    /// The holder of a pass, by its text.
    case pass(String)
}

/// The minimal answer on a placement (jawaban minimal): what a counter elsewhere needs, and nothing else.
///
/// - Source: the integration contract: state, scheme, country, last day, missing; no health, family or complaint data.
package struct PlacementAnswer: Sendable, Hashable {
    /// `complete`, `incomplete`, `none` or `unavailable`; of a pass that is not in force: `expiring`, `used`, `expired`, `void`.
    package var state: String
    /// The scheme.
    package var scheme: Scheme?
    /// Where to.
    package var country: CountryCode?
    /// The last day on which it holds.
    package var validTo: Day?
    /// What is missing; papers of health, marriage and family as `placement-file`.
    package var missing: [String]

    /// The answer that says nothing: nobody is known, the birth date is another's, or the pass is none of this site's.
    package static let none = PlacementAnswer(
        state: PlacementState.none.rawValue,
        scheme: nil,
        country: nil,
        validTo: nil,
        missing: []
    )

    /// Every word that a state can be.
    package static let states =
        PlacementState.allCases.map(\.rawValue)
        + [PassState.expiring, .used, .expired, .void].map(\.rawValue)
}

extension Desk {
    /// The minimal answer on a placement; that it was asked is noted, whoever was asked for.
    ///
    /// - Throws: `SiteFault`.
    package func placementAnswer(_ question: PlacementQuestion, by actor: Actor) throws -> PlacementAnswer {
        switch question {
        case .document(let passport, let bornOn):
            note(.placement, of: .passport(passport), by: actor)
            let standing = try site.read { reads in try self.standing(of: passport, bornOn: bornOn, reads) }
            return answer(standing)
        case .pass(let text): return try placementAnswer(ofPass: text, by: actor)
        }
    }

    private func answer(_ standing: PlacementStanding) -> PlacementAnswer {
        let shown = standing.minimal(by: rules, on: today)
        guard shown.state == .complete || shown.state == .incomplete else {
            var answer = PlacementAnswer.none
            answer.state = shown.state.rawValue
            return answer
        }
        return PlacementAnswer(
            state: shown.state.rawValue,
            scheme: shown.scheme,
            country: shown.destination,
            validTo: shown.validTo,
            missing: shown.missing
        )
    }

    /// A pass answers with what stands on it; where it is in force, the placement's own state is its state.
    private func placementAnswer(ofPass text: String, by actor: Actor) throws -> PlacementAnswer {
        guard case .pass(let pass) = try reading(of: text) else {
            note(.placement, of: nil, by: actor)
            return .none
        }
        note(.placement, of: try holder(ofPass: text).map(EntrySubject.passport), by: actor)
        return PlacementAnswer(
            state: pass.state == .active ? PlacementState.complete.rawValue : pass.state.rawValue,
            scheme: pass.scheme,
            country: pass.destination,
            validTo: pass.until,
            missing: []
        )
    }

    /// Whose pass it is, where this site has issued it.
    func holder(ofPass text: String) throws -> PassportNumber? {
        guard let number = try passNumber(in: text) else { return nil }
        return try site.read { try $0.pass(number.mark)?.passport }
    }
}
