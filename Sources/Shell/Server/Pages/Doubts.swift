import HTTPTypes
import Operations
import Pages
import Vocabulary

/// Doubtful links: a person compares both sides and decides.
enum Doubts {
    /// The page holds so many; older ones follow as these are decided.
    private static let most = 200

    static func showAll(_ visit: Visit) throws -> Reply {
        visit.page(DoubtsModel(doubts: try visit.desk.doubts(limit: most).map { line($0, visit) }))
    }

    static func show(_ visit: Visit) throws -> Reply { visit.page(try model(visit)) }

    static func decide(_ visit: Visit) async throws -> Reply {
        let isSame: Bool? =
            switch visit.field(Field.decision) {
            case "same": true
            case "other": false
            default: nil
            }
        guard let isSame, let basis = visit.field(Field.reason).flatMap(LinkDecided.Basis.init) else {
            var model = try model(visit)
            model.isBasisMissing = true
            return visit.page(model, status: .unprocessableContent)
        }
        try await visit.desk.decide(
            doubt: try visit.parameter("id"),
            isSame: isSame,
            basis: basis,
            by: visit.actor
        )
        return visit.redirect(Place.doubts.link.text, saying: .linkDecided)
    }

    private static func model(_ visit: Visit) throws -> DoubtModel {
        let (doubted, placement) = try visit.desk.doubt(id: try visit.parameter("id"), by: visit.actor)
        return DoubtModel(
            line: line(doubted, visit),
            traveller: DoubtModel.Side(
                name: doubted.name.isEmpty ? nil : doubted.name,
                bornOn: doubted.bornOn,
                passport: doubted.passport.text,
                nikEnd: nil
            ),
            registry: placement.map { placement in
                DoubtModel.Side(
                    name: placement.holder.name?.text,
                    bornOn: placement.holder.bornOn,
                    passport: placement.holder.passportNumber.value?.text,
                    nikEnd: placement.holder.nik.map { "…" + $0.digits.suffix(4) }
                )
            },
            destination: placement?.file.destination,
            evidence: doubted.doubt.evidence
        )
    }

    private static func line(_ doubted: LinkDoubted, _ visit: Visit) -> DoubtsModel.Line {
        DoubtsModel.Line(
            id: doubted.id,
            at: doubted.at,
            passport: doubted.passport.text,
            flight: visit.desk.carriersNumber(of: doubted.flight),
            placement: doubted.doubt.placement.text,
            probability: doubted.doubt.probability
        )
    }
}
