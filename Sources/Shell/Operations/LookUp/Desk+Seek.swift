import Exchange
import Linking
import Vocabulary

extension Desk {
    /// Asks about everybody who waits, and judges each again as soon as the answer is there.
    ///
    /// Whoever the partner has a record of is judged when the record has come; whoever it has none of, with its registry answered.
    /// - Throws: `SiteFault`; `CancellationError`.
    package func seekWaiting() async throws {
        guard let port = lookUp.port else { return }
        for waiting in lookUp.waiting {
            try Task.checkCancellation()
            guard waiting.list.flight.departsOn >= today else {
                lookUp.forget(in: waiting.id)
                release(waiting)
                continue
            }
            try await ask(waiting, through: port)
            try await settle(waiting.id)
        }
    }

    private func ask(_ waiting: LookUpDesk.Waiting, through port: any LookUpPort) async throws {
        let open = waiting.travellers.values.filter { $0.answer == .unanswered }.sorted {
            $0.place < $1.place
        }
        guard !open.isEmpty else { return }
        let occasion = LookUpOccasion(list: waiting.list.digest, persons: waiting.persons)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                await port.ask(open.map(\.sought), for: occasion) { [lookUp] place, answer in
                    lookUp.note(answer, of: open[place].place, in: waiting.id)
                }
                return true
            }
            group.addTask {
                // The first are judged while the others are still asked about; each time writes the list again.
                for wait in 1... {
                    try await Task.sleep(for: .seconds(min(wait, 8)))
                    try await self.settle(waiting.id)
                }
                return false
            }
            _ = try await group.next()
            group.cancelAll()
            do { while try await group.next() != nil {} } catch is CancellationError {}
        }
    }

    /// Asks for the records that were found, and judges again whoever's answer is complete.
    private func settle(_ id: Int) async throws {
        guard let waiting = lookUp.waiting(id) else { return }
        var complete: [LookUpDesk.Traveller] = []
        var found: [(LookUpDesk.Traveller, [String])] = []
        for traveller in waiting.travellers.values.sorted(by: { $0.place < $1.place }) {
            switch traveller.answer {
            case .unanswered: break
            case .nothing: complete.append(traveller)
            case .found(let references):
                if try site.read({ try Desk.hasCome(references, $0) }) {
                    complete.append(traveller)
                } else if !traveller.isAskedFor {
                    found.append((traveller, references))
                }
            }
        }
        for (traveller, references) in found {
            try await ask(for: references, of: traveller.sought, list: waiting.list)
            lookUp.noteAsked(traveller.place, in: id)
        }
        guard !complete.isEmpty, try await judgeAgain(complete, of: waiting.list) else { return }
        lookUp.forget(Set(complete.map(\.place)), in: id)
        release(waiting)
    }

    /// Whether the records that were asked for are here.
    static func hasCome(_ references: [String], _ reads: any SiteReads) throws -> Bool {
        try references.allSatisfy { try !reads.records(Placement.self, .key($0)).isEmpty }
    }

    /// Asks the partner for records that somebody has turned out to have.
    ///
    /// - Throws: `SiteFault`.
    func ask(for references: [String], of sought: SoughtPerson, list: DepartureList) async throws {
        guard let side = exchange,
            rules.agreement(on: today).contains(where: {
                $0.type == "match.notice/1" && $0.sender.includes(side.agency)
            })
        else { return }
        var payload: [String: CanonicalJSON] = [:]
        try payload.set("flight", encoding: list.flight)
        payload.set("to", list.to ?? list.legs.last?.to)
        try list.departsAt.map { try payload.set("departs_at", encoding: $0) }
        payload.set("passport_no", sought.passport?.text)
        payload.set("nik", sought.nik?.digits)
        payload.set("born_on", sought.bornOn?.description)
        payload.set("name", sought.name?.text)
        payload["references"] = .array(references.map { .string($0) })
        let letter = Letter(
            type: "match.notice/1",
            purpose: "clear-worker",
            payload: payload,
            key: references.first ?? "",
            subject: sought.passport.map(EntrySubject.passport)
        )
        let at = now()
        try await site.commit { reads in
            Decision(try self.queue([(letter, nil)], at: at, reads), answer: ())
        }
    }

    /// Judges travellers of a list again, now that the registry has answered for them.
    ///
    /// - Returns: Whether the registry answers; otherwise they go on waiting.
    private func judgeAgain(_ travellers: [LookUpDesk.Traveller], of list: DepartureList) async throws -> Bool
    {
        var renewed = list
        renewed.persons = travellers.map(\.person)
        renewed.isLookedUp = true
        let again = renewed
        let day = list.flight.departsOn
        guard try site.read({ try feedKnowledge($0).answers(.workers, on: day, by: rules) }) else {
            return false
        }
        let judged = JudgedList(list: again, travellers: try await judge(again))
        let places = travellers.map(\.place)
        let at = now()
        let changes = try await site.commit { [rules, makeIdentifier] reads in
            var state = try FlightState(of: again.flight, besides: [again.list], in: reads)
            var reception = ListReception(
                judged,
                nil,
                rules: rules.digest,
                at: at,
                actor: Actor.system.name
            )
            reception.renew(places, &state, makeIdentifier: makeIdentifier)
            try reception.doubt { try newDoubts($0, on: again.flight, at: at, reads) }
            return Decision(reception.drafts, answer: reception.drafts.isEmpty ? [] : reception.changes)
        }
        board.tell(changes)
        return true
    }
}
