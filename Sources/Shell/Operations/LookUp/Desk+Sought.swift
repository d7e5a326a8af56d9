import Linking
package import Vocabulary

extension Placement {
    /// Whether the border is told of it without asking; any other stands in the sealed table alone.
    package var isSharedOpenly: Bool { PlacementShare.isOpen(file.status) }
}

extension Desk {
    /// Whom the partner's sealed tables are to be asked about: an Indonesian whom no running placement explains, as far as is known
    /// here; nil where nobody needs to be asked.
    func sought(_ person: ListedPerson, _ traveller: Traveller, _ records: PersonRecords, _ journey: Journey)
        -> SoughtPerson?
    {
        guard lookUp.isOpen, journey.citizenship != .other else { return nil }
        if case .answered(let placements) = journey.placements,
            placements.contains(where: { $0.file.status?.isOpen ?? true })
        {
            return nil
        }
        let whole = traveller.completed(by: records.passports)
        let holder = records.passports.first { $0.file.number == traveller.passport }?.holder
        var sought = SoughtPerson()
        sought.passport = traveller.passport
        sought.issuer = traveller.issuer ?? traveller.nationality ?? .indonesia
        sought.nik = traveller.nik ?? holder?.nik
        sought.name = whole.name
        sought.bornOn = whole.bornOn
        sought.sex = person.zone?.sex ?? person.sex ?? holder?.sex
        return sought
    }

    /// The documents on a flight that were judged with the registry's answer before: what was found then stands until the partner
    /// answers again, so that no referral falls and rises with each list.
    func lookedUp(on flight: FlightKey, _ reads: any SiteReads) throws -> Set<PassportNumber> {
        guard lookUp.isOpen else { return [] }
        return Set(
            try reads.screened(on: flight).filter { screened in
                !screened.assessment.unknown.contains { $0.fact == "registry" }
            }.compactMap(\.passport)
        )
    }

    /// Lets the travellers of received lists wait for the partner's answer.
    func seek(_ lists: [JudgedList], ownsFile: Bool) {
        guard lookUp.isOpen else { return }
        var dropped: [LookUpDesk.Waiting] = []
        for judged in lists where judged.list.purpose.isJudged && !judged.list.purpose.isClosing {
            let travellers = zip(judged.list.persons, judged.travellers).enumerated().compactMap {
                place,
                one in
                one.1.sought.map { LookUpDesk.Traveller(place: place, person: one.0, sought: $0) }
            }
            dropped += lookUp.add(travellers, of: judged.list, ownsFile: ownsFile)
        }
        // Not sooner: another list of the same file may wait.
        for waiting in dropped { release(waiting) }
    }

    /// Asks about one traveller at a counter, within the time that an answer there may take.
    func seekAtOnce(_ person: SoughtPerson) async -> SoughtAnswer {
        guard let port = lookUp.port else { return .unanswered }
        let milliseconds = rules.limit("lookup_counter_milliseconds", on: today) ?? 100
        return await withTaskGroup(of: SoughtAnswer.self) { group in
            group.addTask {
                let answer = AnswerBox()
                await port.ask([person], for: LookUpOccasion(list: nil, persons: 1)) { await answer.put($1) }
                return await answer.answer
            }
            group.addTask {
                try? await Task.sleep(for: .milliseconds(milliseconds))
                return .unanswered
            }
            let first = await group.next() ?? .unanswered
            group.cancelAll()
            return first
        }
    }
}

/// Takes one answer.
private actor AnswerBox {
    private(set) var answer = SoughtAnswer.unanswered
    func put(_ answer: SoughtAnswer) { self.answer = answer.cut }
}
