import HTTPTypes
import Operations
import Pages
import Vocabulary

/// Claims out of the tickets of a locator: proposed, looked at, then recorded.
enum TicketClaims {
    static func show(_ visit: Visit) throws -> Reply { visit.page(try model(visit)) }

    static func propose(_ visit: Visit) throws -> Reply {
        var model = try asked(visit)
        do {
            model.preview = try preview(model, visit)
        } catch OperationFault.fieldUnfit, OperationFault.notAllowed {
            model.problem = .unasked
        }
        return visit.page(model, status: model.problem == nil ? .ok : .unprocessableContent)
    }

    static func record(_ visit: Visit) async throws -> Reply {
        var model = try asked(visit)
        model.innocent = visit.field(Field.innocent) ?? ""
        model.chosen = Set(visit.form.all(Field.claim.text))
        do {
            _ = try await visit.desk.record(
                model.chosen,
                of: model.locator,
                for: model.purpose,
                innocent: model.innocent,
                by: try visit.actor
            )
        } catch OperationFault.fieldUnfit, OperationFault.notAllowed {
            model.preview = try? preview(model, visit)
            model.problem = model.preview == nil ? .unasked : .unchosen
            return visit.page(model, status: .unprocessableContent)
        }
        return visit.redirect(Place.networks.link.text, saying: .stepTaken)
    }

    private static func asked(_ visit: Visit) throws -> TicketClaimsModel {
        var model = try model(visit)
        model.locator = String((visit.field(Field.locator) ?? "").prefix(40))
        model.purpose = String((visit.field(Field.purpose) ?? "").prefix(40))
        return model
    }

    private static func model(_ visit: Visit) throws -> TicketClaimsModel {
        TicketClaimsModel(purposes: try visit.purposes(of: .bookings))
    }

    private static func preview(_ model: TicketClaimsModel, _ visit: Visit) throws
        -> TicketClaimsModel.Preview
    {
        let desk = visit.desk
        let found = try desk.proposedClaims(of: model.locator, for: model.purpose, by: try visit.actor)
        return TicketClaimsModel.Preview(
            tickets: found.tickets,
            lines: found.claims.map {
                TicketClaimsModel.Line(
                    key: $0.key,
                    payer: $0.payer,
                    other: $0.other,
                    isHub: $0.isHub,
                    seenOn: $0.seenOn,
                    isKnown: $0.isKnown
                )
            },
            leftOut: found.leftOut,
            confidence: desk.ticketClaimConfidence
        )
    }
}
