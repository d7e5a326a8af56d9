package import Casework
import Crypto
import Vocabulary

extension Desk {
    /// What a slip's code leads to.
    package enum SlipState: Sendable {
        /// The case that it was printed for.
        case standing(CaseHistory)
        /// The decision fell and everything was erased.
        case fallen(CaseErased)
    }

    /// Finds what a slip's code leads to; nil where it leads nowhere.
    ///
    /// - Throws: `SiteFault`.
    package func slip(_ code: SlipCode) throws -> SlipState? {
        try site.read { reads in
            if let id = try reads.caseOf(slip: code.text), let history = CaseHistory(try reads.caseMoves(id))
            {
                return .standing(history)
            }
            return try reads.caseErased(slipDigest: Desk.digest(of: code)).map(SlipState.fallen)
        }
    }

    /// The traveller objects by the code on the slip.
    ///
    /// - Throws: `OperationFault.absent`, `.caseRefused`; `SiteFault`.
    package func object(to code: SlipCode, _ text: String?) async throws {
        guard case .standing(let history) = try slip(code) else { throw OperationFault.absent }
        var content = CaseContent()
        content.text = text
        let step = history.state == DepartureState.upheld.rawValue ? DepartureStep.appeal : .object
        try await take(step.rawValue, content, in: history.id, seen: history.moves.count, by: .person)
    }

    /// The number by which an officer stands on one slip: whoever has slip and ledger can check it, nobody else learns a name.
    package func serviceNumber(of officer: String, on slip: String) -> String {
        String(hexadecimal(SHA256.hash(data: Array("kawal officer \(slip) \(officer)".utf8))).prefix(8))
            .uppercased()
    }

    static func digest(of code: SlipCode) -> String {
        hexadecimal(SHA256.hash(data: Array(("kawal slip " + code.text).utf8)))
    }
}
