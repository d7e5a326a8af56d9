import Casework
import HTTPTypes
import Operations
import Pages
import Vocabulary

/// Recruiters' networks: rings, their claims, and a form for another.
enum Networks {
    private static let mostRings = 100
    private static let mostClaims = 500

    static func show(_ visit: Visit) throws -> Reply { visit.page(try model(visit)) }

    static func add(_ visit: Visit) async throws -> Reply {
        let form = CaseContent(visit.form)
        func node(_ number: Int) -> NetworkNode? {
            guard
                let kind = visit.form[FormName(.facts, .source, number).text].flatMap(
                    NetworkNode.Kind.init(rawValue:)
                ),
                let value = visit.form[FormName(.facts, .text, number).text]
            else { return nil }
            return NetworkNode(kind, value)
        }
        guard let one = node(1), let other = node(2), let source = form.reference, let seenOn = form.day,
            let basis = form.clause, let confidence = form.confidence, let innocent = form.text
        else { return try refused(visit) }
        let claim = NetworkClaim(
            id: visit.desk.makeIdentifier(),
            one: one,
            other: other,
            source: source,
            seenOn: seenOn,
            basis: basis,
            confidence: confidence,
            innocent: innocent,
            isHub: visit.field(Field.partner) == "yes",
            officer: try visit.actor.name,
            at: visit.desk.now()
        )
        do {
            try await visit.desk.note(claim, by: try visit.actor)
        } catch OperationFault.fieldUnfit {
            return try refused(visit)
        }
        return visit.redirect(Place.networks.link.text, saying: .stepTaken)
    }

    private static func refused(_ visit: Visit) throws -> Reply {
        var model = try model(visit)
        model.unfit = "claim"
        model.typed = visit.form.typed.compactMapValues(\.first)
        return visit.page(model, status: .unprocessableContent)
    }

    private static func model(_ visit: Visit) throws -> NetworkModel {
        let day = visit.desk.today
        let found = try visit.office.rings.rings(at: visit.desk, by: try visit.actor)
        let rings = found.rings
        let search = visit.desk.search(on: day)
        let wanted = visit.query(Field.number).flatMap { Int64($0) }
        let open = rings.first { $0.entries.first == wanted }
        let claims = try open.map { try visit.desk.claims(of: $0, limit: mostClaims) } ?? []
        var model = NetworkModel(
            rings: rings.prefix(mostRings).map { ring in
                NetworkModel.Line(
                    entry: ring.entries.first ?? 0,
                    things: ring.things,
                    sources: ring.sources,
                    claims: ring.entries.count,
                    strength: ring.strength
                )
            },
            claims: claims.map { claim in
                NetworkModel.Weighed(
                    claim: claim,
                    weight: search.weight(confidence: claim.confidence, seenOn: claim.seenOn, on: day)
                )
            },
            halfLifeDays: search.halfLifeDays
        )
        model.searchedAt = found.isCurrent ? nil : found.at
        model.mayReadTickets = try visit.actor.roles.contains(.investigator)
        return model
    }
}
