import Casework
import HTTPTypes
import Operations
import Pages
import Vocabulary

/// What one shift leaves to the next.
enum ShiftNotes {
    /// So many notes are listed.
    private static let listed = 20

    static func show(_ visit: Visit) throws -> Reply { visit.page(try model(visit)) }

    static func handOver(_ visit: Visit) async throws -> Reply {
        let text = visit.form[FormName(.text).text] ?? ""
        do {
            try await visit.desk.handOver(text, seen: visit.field(Field.seen), by: try visit.actor)
        } catch OperationFault.fieldUnfit {
            return try refused(.tooLong, .unprocessableContent, typed: text, visit)
        } catch OperationFault.caseRefused(.movedOn(_, let officer, let at)) {
            return try refused(.newer(officer: officer, at: at), .conflict, typed: text, visit)
        }
        return visit.redirect(Place.shiftNotes.link.text, saying: .stepTaken)
    }

    static func takeOver(_ visit: Visit) async throws -> Reply {
        do {
            try await visit.desk.takeOver(try visit.parameter("id"), by: try visit.actor)
        } catch OperationFault.caseRefused(.sameOfficer) {
            return try refused(.own, .conflict, visit)
        } catch OperationFault.caseRefused(.movedOn(_, let officer, let at)) {
            return try refused(.taken(officer: officer, at: at), .conflict, visit)
        }
        return visit.redirect(Place.shiftNotes.link.text, saying: .stepTaken)
    }

    private static func refused(
        _ problem: ShiftNotesModel.Problem,
        _ status: HTTPResponse.Status,
        typed: String = "",
        _ visit: Visit
    ) throws -> Reply {
        var model = try model(visit)
        (model.problem, model.typed) = (problem, typed)
        return visit.page(model, status: status)
    }

    private static func model(_ visit: Visit) throws -> ShiftNotesModel {
        let actor = try visit.actor
        let draft = try visit.desk.shiftDraft()
        let held = Set(draft.passports.map(\.last.id))
        let kinds = Set(CaseSight.kinds(for: actor))
        let cases = (draft.checks + draft.offers).map { line in
            ShiftNotesModel.OpenCase(
                id: line.last.id,
                kind: line.last.kind,
                state: line.last.state,
                dueAt: CaseSight.shownDue(line.last, line.opening, visit),
                isPassportHeld: held.contains(line.last.id),
                mayOpen: kinds.contains(line.last.kind)
            )
        }
        return ShiftNotesModel(
            counts: .init(draft.counts),
            cases: Array(cases.prefix(200)),
            silent: draft.silent.map { FeedMemory.reach(of: $0).name },
            notes: try visit.desk.shiftNotes(limit: listed).map { kept in
                ShiftNotesModel.Note(
                    id: kept.note.id,
                    officer: kept.note.officer,
                    at: kept.note.at,
                    counts: .init(kept.note.counts),
                    text: kept.note.text,
                    taken: kept.taken.map { ShiftNotesModel.Taken(officer: $0.officer, at: $0.at) },
                    isOwn: kept.note.officer == actor.name
                )
            }
        )
    }
}

extension ShiftNotesModel.Counts {
    init(_ counts: ShiftCounts) {
        self.init()
        (checks, passports, objections) = (counts.checks, counts.passports, counts.objections)
        (referrals, offers, silentFeeds) = (counts.referrals, counts.offers, counts.silentFeeds)
        isCut = counts.isCut
    }
}
