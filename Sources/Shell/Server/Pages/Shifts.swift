import HTTPTypes
import Operations
import Pages
import Vocabulary

/// Shifts, and the travellers whom chance draws in them.
enum Shifts {
    static func show(_ visit: Visit) throws -> Reply { visit.page(try model(visit)) }

    static func set(_ visit: Visit) async throws -> Reply {
        func number(_ field: StaticString) -> Int? { visit.field(field).flatMap { Int($0) } }
        guard let day = visit.field(Field.day).flatMap({ Day($0) }),
            let minute = minute(visit.field(Field.opens)),
            let hours = number(Field.days), (1...24).contains(hours),
            let interviewers = number(Field.interviewers),
            let slots = number(Field.slots), let expected = number(Field.expected)
        else { return try refused(visit) }
        let opensAt = WallTime(day: day, minute: minute).moment(zone: visit.desk.zone)
        let shift = Shift(
            opensAt: opensAt,
            closesAt: opensAt.adding(seconds: hours * 3600),
            interviewers: interviewers,
            slots: slots,
            expected: expected,
            isPartnerOnDuty: visit.field(Field.partner) == "yes"
        )
        do {
            try await visit.desk.set(shift, by: try visit.actor)
        } catch OperationFault.fieldUnfit {
            return try refused(visit)
        }
        return visit.redirect(Place.shifts.link.text, saying: .stepTaken)
    }

    static func showInvitations(_ visit: Visit) throws -> Reply {
        let lines = try visit.desk.draws().map { draw in
            InvitationsModel.Line(
                id: draw.id,
                flight: draw.flight.number,
                departsAt: draw.departsAt,
                name: draw.name
            )
        }
        return visit.page(InvitationsModel(lines: lines))
    }

    static func answer(_ visit: Visit) async throws -> Reply {
        let isWilling: Bool
        switch try visit.parameter("act") {
        case "terima": isWilling = true
        case "tolak": isWilling = false
        default: throw Problem.notFound
        }
        try await visit.desk.answer(
            draw: try visit.parameter("id"),
            isWilling: isWilling,
            by: try visit.actor
        )
        return .redirect(Place.invitations.link.text)
    }

    private static func refused(_ visit: Visit) throws -> Reply {
        var model = try model(visit)
        model.isUnfit = true
        return visit.page(model, status: .unprocessableContent)
    }

    private static func model(_ visit: Visit) throws -> ShiftsModel {
        ShiftsModel(
            shifts: try visit.desk.rosters().map { roster in
                ShiftsModel.Line(
                    opensAt: roster.opensAt,
                    closesAt: roster.closesAt,
                    interviewers: roster.interviewers,
                    slots: roster.slots,
                    expected: roster.expected,
                    isPartnerOnDuty: roster.isPartnerOnDuty
                )
            }
        )
    }

    /// Minutes since midnight of `22:00`.
    private static func minute(_ text: String?) -> Int? {
        let parts = (text ?? "").split(separator: ":").map { Int($0) }
        guard parts.count == 2, let hour = parts[0], let minute = parts[1], (0...23).contains(hour),
            (0...59).contains(minute)
        else { return nil }
        return hour * 60 + minute
    }
}
