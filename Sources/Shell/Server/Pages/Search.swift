import Casework
import HTTPTypes
import Operations
import Pages
import Vocabulary

/// People by name, for a purpose; the name stands in no address and in no log.
enum Search {
    static func show(_ visit: Visit) throws -> Reply { visit.page(try model(visit)) }

    static func find(_ visit: Visit) throws -> Reply {
        let actor = try visit.actor
        var model = try model(visit)
        model.typed = typed(visit)
        let written = model.typed
        guard model.purposes.contains(where: { $0.code == written.purpose }) else {
            return refused(.purpose, model, visit)
        }
        var wanted = PersonSearch(name: visit.field(Field.person) ?? "", purpose: written.purpose)
        guard fill(&wanted, written, on: visit.desk.today) else { return refused(.birth, model, visit) }
        let most = visit.desk.rules.limit("search_per_minute", on: visit.desk.today) ?? 10
        let wait = visit.office.searches.waitSeconds(actor.name, most: most, now: visit.desk.now())
        guard wait == 0 else {
            model.problem = .slow(seconds: wait)
            var reply = visit.page(model, status: .tooManyRequests)
            reply.headers[.retryAfter] = "\(wait)"
            return reply
        }
        do {
            switch try visit.desk.people(wanted, by: actor) {
            case .tooMany: model.answer = .tooMany
            case .people(let people):
                let lines = try visit.desk.site.read { reads in
                    try people.map { try line($0, for: actor, reads) }
                }
                model.answer = .people(lines)
            }
        } catch OperationFault.fieldUnfit {
            return refused(.name, model, visit)
        }
        return visit.page(model)
    }

    private static func typed(_ visit: Visit) -> SearchModel.Typed {
        func text(_ field: StaticString, _ most: Int) -> String {
            String((visit.field(field) ?? "").prefix(most))
        }
        return SearchModel.Typed(
            name: text(Field.person, PersonSearch.longestName),
            bornOn: text(Field.bornOn, 10),
            bornYear: text(Field.bornYear, 4),
            purpose: text(Field.purpose, 40)
        )
    }

    /// Fills in what is known of the birth date; false where what was typed is none.
    private static func fill(_ wanted: inout PersonSearch, _ typed: SearchModel.Typed, on today: Day) -> Bool
    {
        if !typed.bornOn.isEmpty {
            wanted.bornOn = Day(typed.bornOn).flatMap { $0 <= today ? $0 : nil }
            return wanted.bornOn != nil
        }
        guard !typed.bornYear.isEmpty else { return true }
        wanted.bornYear = Int(typed.bornYear).flatMap { (1900...today.date.year).contains($0) ? $0 : nil }
        return wanted.bornYear != nil
    }

    private static func refused(_ problem: SearchModel.Problem, _ model: SearchModel, _ visit: Visit) -> Reply
    {
        var model = model
        model.problem = problem
        return visit.page(model, status: .unprocessableContent)
    }

    private static func model(_ visit: Visit) throws -> SearchModel {
        SearchModel(purposes: try visit.purposes(of: .search))
    }

    private static func line(_ person: PersonFound, for actor: Actor, _ reads: any SiteReads) throws
        -> SearchModel.Line
    {
        SearchModel.Line(
            name: person.name,
            bornYear: person.bornYear,
            isPlaced: person.isPlaced,
            hasPassport: person.hasPassport,
            status: person.status,
            destination: person.destination,
            evidence: person.evidence,
            passport: actor.roles.isDisjoint(with: PageTable.counter) ? nil : person.numbers.first?.text,
            cases: try cases(of: person.numbers, for: actor, reads)
        )
    }

    /// The open cases that are the reader's work; an offer that is still to be answered names nobody.
    private static func cases(of numbers: [PassportNumber], for actor: Actor, _ reads: any SiteReads) throws
        -> [SearchModel.OpenCase]
    {
        let lines = try numbers.flatMap { try reads.cases(of: $0) }
        return try lines.filter { !$0.last.isEnd && CaseSight.kinds(for: actor).contains($0.last.kind) }
            .compactMap { line in
                guard let history = CaseHistory(try reads.caseMoves(line.last.id)),
                    CaseSight.isWork(history, of: actor), !CaseSight.isNameless(history, for: actor)
                else { return nil }
                return SearchModel.OpenCase(id: history.id, kind: history.kind)
            }
    }
}

extension Visit {
    /// The purposes that the reader may choose today, in the reader's language.
    ///
    /// - Throws: `Problem.unauthenticated`.
    func purposes(of use: PurposeRule.Use) throws -> [SearchModel.Purpose] {
        desk.rules.purposes(of: use, for: try actor.roles, on: desk.today).map {
            SearchModel.Purpose(code: $0.code, says: $0.says[language], basis: $0.basis)
        }
    }
}
