import Foundation
import Testing
import Vocabulary

@testable import Partner

@Suite struct LookUpRoundTests {
    private func round(_ scene: LookUpScene) throws -> LookUpRound {
        LookUpRound(asker: try scene.asker, permille: 10) { try await scene.answer($0) }
    }

    /// `KAWAL_LOOKUP_PEOPLE` sets how many people stand in the table; a tenth as many travel.
    @Test func theResultIsThatOfAPlainJoin() async throws {
        let people = ProcessInfo.processInfo.environment["KAWAL_LOOKUP_PEOPLE"].flatMap(Int.init) ?? 300
        var rows = (0..<people).map(InventedPeople.row)
        // An old passport on the owner's side, and a second record of somebody.
        var renewed = InventedPeople.person(1)
        renewed.documents.append((InventedPeople.passport(500_001), .indonesia))
        rows[1] = TableBuilder.Row(tokens: renewed.owned, payload: InventedPeople.payload("P1"))
        rows.append(
            TableBuilder.Row(
                tokens: InventedPeople.person(2).owned,
                payload: InventedPeople.payload("SECOND")
            )
        )
        let travellers = travellers(of: people)
        let scene = try await LookUpScene(rows)
        let told = Told()
        _ = try await round(scene).run(travellers) { await told.tell($0, $1) }
        var plain: [LookUpToken: Set<String>] = [:]
        for row in rows {
            for token in row.tokens { plain[token, default: []].insert(row.payload.reference) }
        }
        var matched = 0
        for (place, tokens) in travellers.enumerated() {
            let expected = tokens.reduce(into: Set<String>()) { $0.formUnion(plain[$1] ?? []) }.sorted()
            #expect(await told.references(place) == expected)
            if !expected.isEmpty { matched += 1 }
        }
        #expect(matched > travellers.count / 3)
        #expect(matched < travellers.count)
        #expect(await told.order.count == travellers.count)
    }

    /// Every second stands in the table; some by one token alone.
    private func travellers(of people: Int) -> [[LookUpToken]] {
        var travellers = (0..<max(people / 10, 12)).map { number in
            InventedPeople.person(number.isMultiple(of: 2) ? number * 7 % people : people + number)
        }
        travellers[0] = InventedPeople.person(2)
        travellers[1].documents = [(InventedPeople.passport(500_001), .indonesia)]
        travellers[2].documents = []
        travellers[3] = InventedPeople.person(4)
        travellers[3].nik = nil
        travellers[3].documents = [(InventedPeople.passport(777_777), .indonesia)]
        travellers[3].name = travellers[3].name.map { PersonName("MR " + $0.text.lowercased()) }
        return travellers.map(\.asked)
    }

    @Test func aMatchNamesTheTokensThatLedToIt() async throws {
        let scene = try await LookUpScene((0..<3).map(InventedPeople.row))
        var person = InventedPeople.person(1)
        person.documents = [(InventedPeople.passport(800_000), .indonesia)]
        let batch = try await scene.asker.blind([person.asked], slots: 4)
        let answer = try await scene.answer(batch.request)
        let matches = try await scene.asker.finalize(batch, answer, traveller: 0)
        #expect(matches.map(\.through) == [[.population, .name]])
        #expect(matches.map(\.payload) == [InventedPeople.payload("P1")])
        #expect(matches.map(\.version) == [1])
    }

    @Test func anOwnerThatIsAwayGivesUnavailableForEverybody() async throws {
        struct Away: Error {}
        let scene = try await LookUpScene([InventedPeople.row(1)])
        let round = LookUpRound(asker: try scene.asker, permille: 10) { _ in throw Away() }
        let told = Told()
        let travellers = (0..<6).map { InventedPeople.person($0).asked }
        #expect(await round.run(travellers) { await told.tell($0, $1) }.isEmpty)
        let results = await told.results
        #expect(results.count == 6)
        #expect(results.values.allSatisfy { $0 == .unavailable(.ownerAway) })
    }

    @Test func anAnswerOfAnotherKeyOrRequestGivesUnavailableAndNeverNothing() async throws {
        let scene = try await LookUpScene([InventedPeople.row(1)])
        let liar = LookUpOwner(keys: [LookUpKey(edition: scene.key.edition)], draw: scene.draw)
        let told = Told()
        let lying = LookUpRound(asker: try scene.asker, permille: 10) { request in
            var quota = LookUpQuota(percent: 120, seconds: 3600)
            quota.grant(manifestPersons: 4, at: Moment(milliseconds: 0))
            return try await liar.evaluate(liar.admit(request, quota: &quota, at: Moment(milliseconds: 1)))
        }
        _ = await lying.run([InventedPeople.person(1).asked]) { await told.tell($0, $1) }
        #expect(await told.results == [0: .unavailable(.proofRefused)])
        let earlier = try await scene.answer(scene.asker.blind([], slots: 4).request)
        let replaying = LookUpRound(asker: try scene.asker, permille: 10) { _ in earlier }
        _ = await replaying.run([InventedPeople.person(1).asked]) { await told.tell($0, $1) }
        #expect(await told.results == [0: .unavailable(.answerOfAnother)])
    }

    @Test func noMatchIsMissedWhileTheEpochChanges() async throws {
        let rows = (0..<8).map(InventedPeople.row)
        let (old, new) = (try await LookUpScene(rows), try await LookUpScene(rows, quarter: 8108))
        let both = LookUpOwner(keys: [old.key, new.key], draw: old.draw)
        var shelf = LookUpShelf()
        try shelf.put(old.table, publicKey: old.key.publicKey)
        let overlap = [new.key.edition.epoch, old.key.edition.epoch]
        let before = try #require(shelf.asker(answered: overlap))
        let underWay = try await before.blind([InventedPeople.person(3).asked], slots: 4)
        // The new table is there while a request of the old one is under way.
        try shelf.put(new.table, publicKey: new.key.publicKey)
        let after = try #require(shelf.asker(answered: overlap))
        #expect(after.table == new.table)
        var quota = LookUpQuota(percent: 120, seconds: 3600)
        quota.grant(manifestPersons: 16, at: Moment(milliseconds: 0))
        let now = Moment(milliseconds: 1)
        for (asker, batch) in [
            (before, underWay), (after, try await after.blind([InventedPeople.person(3).asked], slots: 4)),
        ] {
            let answer = try await both.evaluate(both.admit(batch.request, quota: &quota, at: now))
            let found = try await asker.finalize(batch, answer, traveller: 0)
            #expect(found.map(\.payload.reference) == ["P3"])
        }
        shelf.drop(allBut: [new.key.edition.epoch])
        #expect(shelf.epochs == [new.key.edition.epoch])
        #expect(shelf.asker(answered: [old.key.edition.epoch]) == nil)
        #expect(throws: LookUpFault.tableUnknown) {
            try new.owner.admit(underWay.request, quota: &quota, at: now)
        }
    }

    @Test func moreThanARequestHoldsIsRefused() async throws {
        let asker = try await LookUpScene([]).asker
        await #expect(throws: LookUpFault.self) {
            try await asker.blind(Array(repeating: [], count: 5), slots: 4)
        }
        await #expect(throws: LookUpFault.self) {
            try await asker.blind([], slots: LookUpRequest.travellersAtMost + 1)
        }
        let tokens = InventedPeople.person(1).asked + InventedPeople.person(2).asked
        await #expect(throws: LookUpFault.self) { try await asker.blind([tokens], slots: 4) }
    }

    @Test func theBenchMeasuresWhatItFinds() async throws {
        let figures = try await LookUpBench.run(people: 3, travellers: 4, singles: 1, elements: 1)
        #expect(figures["listFound"] == 1)
        #expect(figures["tableRows"] == 10)
    }
}
