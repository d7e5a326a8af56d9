import Intake
import Operations
import SiteStore
import Testing
import Vocabulary

/// What a carrier's later lists change, and what it is told.
@Suite struct CarrierTests {
    /// A list of one flight; everybody on it asks for nothing but passports of the last year for work are referred.
    private func list(
        _ travellers: [(passport: String, name: String)],
        kind: String = "745",
        function: String? = nil,
        part: String = "",
        flight: String = "GA820",
        references: [String]? = nil
    ) -> [UInt8] {
        var segments = [
            "UNB+UNOA:4+GA+IDIMI+260301:0700+1", "UNH+1+PAXLST:D:12B:UN:IATA+GA820/260301\(part)",
            "BGM+\(kind)" + (function.map { "+" + $0 } ?? ""), "TDT+20+\(flight)", "LOC+125+CGK",
            "DTM+189:2603012340:201", "LOC+87+HKG", "DTM+232:2603020500:201",
        ]
        for (place, traveller) in travellers.enumerated() {
            let reference = references.map { $0[place] } ?? "R" + traveller.passport
            segments += [
                "NAD+FL+++\(traveller.name)", "DTM+329:900212", "NAT+2+IDN", "RFF+AVF:LOC1",
            ]
            if !reference.isEmpty { segments.append("RFF+ABO:\(reference)") }
            if !traveller.passport.isEmpty { segments += ["DOC+P+\(traveller.passport)", "LOC+91+IDN"] }
        }
        segments += ["UNT+\(segments.count)+1", "UNZ+1+1"]
        return Array(segments.map { $0 + "'" }.joined().utf8)
    }

    private static let referred = ("X1", "REKAAN:SATU")
    private static let cleared = ("X2", "REKAAN:DUA")

    /// A site whose register has asked X1 for a passport for work, and X2 and X3 for tourism.
    private func place() async throws -> Place {
        let place = try Place()
        let rows = [("X1", "SATU", "work"), ("X2", "DUA", "tourism"), ("X3", "TIGA", "tourism")].map {
            "\($0.0),REKAAN \($0.1),1990-02-12,2026-01-01,2034-01-01,\($0.2),issued\n"
        }
        let report = try await place.load([
            "workers.csv": "placement_id,name,status\nPL-9,REKAAN LAIN,returned\n",
            "passports.csv": "passport_no,name,born_on,issued_on,expires_on,stated_purpose,status\n"
                + rows.joined(),
        ])
        #expect(report.refused == 0)
        return place
    }

    private func receive(_ bytes: [UInt8], _ place: Place) async throws -> Reception {
        try await place.desk.receive(bytes, name: "list.edi", by: .operatorConsole)
    }

    private func standing(_ place: Place) throws -> [String?] {
        try place.desk.referrals(on: place.desk.today).filter { $0.withdrawnFor == nil }
            .map { $0.passport?.text }
    }

    @Test func `each traveller is answered, and nobody is denied boarding`() async throws {
        let place = try await place()
        let reception = try await receive(
            list([Self.referred, Self.cleared, ("", "REKAAN:TANPA")]),
            place
        )
        let answers = try #require(reception.answers.first)
        #expect(answers.function == "962")
        #expect(answers.answers.map(\.reference) == ["RX1", "RX2", "R"])
        #expect(answers.answers.map(\.code) == ["2Z", "0Z", "4Z"])
        #expect(answers.answers.map(\.booking) == ["LOC1", "LOC1", "LOC1"])
        let bytes = place.desk.interchanges([answers])
        guard case .response(let back) = MessageReader.read(bytes, source: "", on: place.desk.today).first
        else {
            Issue.record("no answers come back")
            return
        }
        #expect(back.answers.map(\.code) == ["2Z", "0Z", "4Z"])
        #expect(back.legs.first?.departsAt == WallTime("2026-03-01T23:40"))
    }

    @Test func `no answer of the rules denies boarding`() async throws {
        let place = try await place()
        for answer in CarrierAnswer.allCases {
            let rule = try #require(place.desk.rules.answer(answer, on: place.desk.today))
            // 1 is "do not board" in every code list that carriers use.
            #expect(!rule.code.hasPrefix("1"))
        }
    }

    @Test func `the same list again is answered as things stand`() async throws {
        let place = try await place()
        let bytes = list([Self.referred])
        let first = try await receive(bytes, place)
        let again = try await receive(bytes, place)
        #expect(again.isRepeat)
        #expect(again.answers == first.answers)
    }

    @Test func `a change replaces one traveller's data and leaves the others`() async throws {
        let place = try await place()
        _ = try await receive(list([Self.referred, Self.cleared]), place)
        #expect(try standing(place) == ["X1"])
        // The wrong number was listed: it is the same person by the carrier's own reference.
        let changed = try await receive(
            list([("X3", "REKAAN:SATU")], function: "CP", references: ["RX1"]),
            place
        )
        #expect(try standing(place).isEmpty)
        #expect(changed.manifests.first?.counts == AdviceCounts(clear: 2))
        #expect(changed.answers.first?.answers.map(\.code) == ["0Z"])
    }

    @Test func `a change that makes somebody incomplete opens a referral`() async throws {
        let place = try await place()
        _ = try await receive(list([Self.cleared, ("X3", "REKAAN:TIGA")]), place)
        let changed = try await receive(list([Self.referred], function: "CP"), place)
        #expect(try standing(place) == ["X1"])
        #expect(changed.manifests.first?.counts == AdviceCounts(clear: 1, refer: 1))
    }

    @Test(arguments: ["XR", "RP"])
    func `who no longer travels is taken off, with a reason`(function: String) async throws {
        let place = try await place()
        _ = try await receive(list([Self.referred, Self.cleared]), place)
        let reception = try await receive(list([Self.referred], function: function), place)
        #expect(reception.manifests.first?.counts == AdviceCounts(clear: 1))
        let referral = try place.desk.referrals(on: place.desk.today).first
        #expect(referral?.withdrawnFor == "dropped-from-list")
    }

    @Test(arguments: [("CLOB", true), ("CLNB", false)])
    func `the closing list says who flew, and after it nothing is answered`(function: String, isOn: Bool)
        async throws
    {
        let place = try await place()
        _ = try await receive(list([Self.referred, Self.cleared]), place)
        let referral = try #require(try place.desk.referrals(on: place.desk.today).first)
        let closed = try await receive(list([Self.referred], kind: "266", function: function), place)
        let closure = try #require(closed.manifests.first?.closure)
        #expect(closure.boarded == (isOn ? [referral.id] : []))
        #expect(closure.stayed == (isOn ? [] : [referral.id]))
        #expect(closure.onBoard == (isOn ? 1 : nil))
        #expect(closed.manifests.first?.counts == AdviceCounts(clear: 1, refer: 1))
        #expect(closed.answers.isEmpty)
        #expect(throws: OperationFault.closed) {
            try place.desk.changes(for: closed.manifests[0].flight, by: .operatorConsole)
        }
    }

    @Test func `a connection at home is no way back`() async throws {
        let place = try await place()
        let segments = [
            "UNB+IATA:1+GA++260226:1120+77", "UNH+1+PNRGOV:15:1:IA+GA/77", "SRC",
            "RCI+GA:QX7TT1::200226:1813",
            "TIF+REKAAN+DUAMR:A:1", "SSR+DOCS:HK:1:GA:::::/P/IDN/X2/IDN/12FEB90/M/01JAN34/REKAAN/DUA+::1",
            "TVL+010326:2340:020326:0500+TPI-L-BTM+CGK+GA+820", "TVL+020326:0900:020326:1300+CGK+HKG+GA+821",
            "UNT+8+1",
        ]
        _ = try await receive(Array(segments.map { $0 + "'" }.joined().utf8), place)
        let number = try #require(PassportNumber("X2"))
        let booking = try place.store.read { try $0.records(Booking.self, .passport(number)) }.first
        #expect(booking?.isOneWay == true)
        #expect(booking?.returnOn == nil)
    }

    @Test func `a cancelled flight lets its referrals fall`() async throws {
        let place = try await place()
        _ = try await receive(list([Self.referred]), place)
        let cancelled = try await receive(list([], kind: "266", function: "XF"), place)
        #expect(cancelled.manifests.first?.closure?.isCancelled == true)
        #expect(try place.desk.referrals(on: place.desk.today).map(\.withdrawnFor) == ["flight-cancelled"])
    }

    @Test func `what changes after the answer is told unasked until the doors close`() async throws {
        let place = try await place()
        let flight = try #require(
            try await receive(list([Self.referred, Self.cleared]), place).manifests.first?.flight
        )
        #expect(try place.desk.changes(for: flight, by: .operatorConsole).answers.map(\.code) == ["2Z"])
        _ = try await receive(
            list([("X3", "REKAAN:SATU"), Self.cleared], function: "CP", references: ["RX1", "RX2"]),
            place
        )
        #expect(try place.desk.changes(for: flight, by: .operatorConsole).answers.isEmpty)
        #expect(throws: OperationFault.absent) {
            let unknown = FlightKey(number: "GA1", departsOn: place.desk.today, from: "CGK")
            return try place.desk.changes(for: unknown, by: .operatorConsole)
        }
    }

    @Test func `a change or removal of a namesake touches nobody else`() async throws {
        let place = try await place()
        _ = try await receive(list([Self.referred, ("X2", "REKAAN:SATU")]), place)
        _ = try await receive(list([("X2", "REKAAN:SATU")], function: "CP"), place)
        _ = try await receive(list([("X2", "REKAAN:SATU")], function: "XR"), place)
        #expect(try standing(place) == ["X1"])
    }

    @Test func `lists of one file see what those before them did`() async throws {
        let place = try await place()
        let file = list([Self.referred, Self.cleared]) + list([Self.referred], function: "XR")
        let reception = try await receive(file, place)
        #expect(reception.manifests.last?.counts == AdviceCounts(clear: 1))
        #expect(try standing(place).isEmpty)
        let again = list([Self.referred], function: "CP") + list([("X3", "REKAAN:TIGA")], function: "CP")
        _ = try await receive(again, place)
        #expect(try standing(place) == ["X1"])
    }

    @Test func `a closing list without documents tells by the carrier's references`() async throws {
        let place = try await place()
        _ = try await receive(list([Self.referred, Self.cleared]), place)
        let closed = try await receive(
            list(
                [("", "REKAAN:SATU"), ("", "REKAAN:DUA")],
                kind: "266",
                function: "CLOB",
                references: ["RX1", "RX2"]
            ),
            place
        )
        #expect(closed.manifests.first?.closure?.boarded.count == 1)
        #expect(closed.manifests.first?.closure?.stayed.isEmpty == true)
    }

    @Test func `a closing list that names nobody says of nobody where he is`() async throws {
        let place = try await place()
        _ = try await receive(list([Self.referred]), place)
        let closure = try await receive(list([], kind: "266", function: "CL"), place).manifests.first?.closure
        #expect(closure?.onBoard == nil)
        #expect(closure?.boarded.isEmpty == true)
        #expect(closure?.stayed.isEmpty == true)
    }

    @Test func `a closing list in parts is one`() async throws {
        let place = try await place()
        _ = try await receive(list([Self.referred, Self.cleared]), place)
        _ = try await receive(list([Self.referred], kind: "266", function: "CLOB", part: "+01:C"), place)
        let last = try await receive(
            list([Self.cleared], kind: "266", function: "CLOB", part: "+02:F"),
            place
        )
        let closure = try #require(last.manifests.first?.closure)
        #expect(closure.onBoard == 2)
        #expect(closure.boarded.count == 1)
        #expect(closure.stayed.isEmpty)
    }

    @Test func `the same list after a closing one opens the flight again`() async throws {
        let place = try await place()
        let whole = list([Self.referred])
        _ = try await receive(whole, place)
        _ = try await receive(list([], kind: "266", function: "XF"), place)
        #expect(try standing(place).isEmpty)
        let again = try await receive(whole, place)
        #expect(!again.isRepeat)
        #expect(try standing(place) == ["X1"])
    }

    @Test func `a traveller whom the carrier can't name is no answer to the whole message`() async throws {
        let place = try await place()
        let reception = try await receive(
            list([Self.referred, Self.cleared], references: ["", ""]),
            place
        )
        // Both stand under one booking: it is told the graver answer, once.
        #expect(reception.answers.first?.answers.map(\.code) == ["2Z"])
        #expect(reception.answers.first?.answers.map(\.booking) == ["LOC1"])
        let text = String(decoding: place.desk.interchanges(reception.answers), as: UTF8.self)
        #expect(!text.contains("ERP+1'"))
    }

    @Test func `a status that says nothing known is no list`() async throws {
        let place = try await place()
        _ = try await receive(list([Self.referred]), place)
        await #expect(throws: OperationFault.self) {
            try await receive(list([Self.referred], kind: "266", function: "CF"), place)
        }
        #expect(try standing(place) == ["X1"])
    }

    @Test
    func `parts of one file are joined without an access reference, and a corrected part replaces its own`()
        async throws
    {
        let place = try await place()
        func part(_ travellers: [(passport: String, name: String)], _ part: String) -> [UInt8] {
            let text = String(decoding: list(travellers, part: part), as: UTF8.self)
            return Array(
                text.replacing(
                    "UNH+1+PAXLST:D:12B:UN:IATA+GA820/260301",
                    with: "UNH+\(part.count)+PAXLST:D:12B:UN:IATA+"
                ).utf8
            )
        }
        let file =
            part([Self.cleared], "+01:C") + part([("X3", "REKAAN:TIGA")], "+02:F")
            + part([Self.referred], "+01:C")
        let reception = try await receive(file, place)
        #expect(reception.manifests.first?.counts == AdviceCounts(clear: 1, refer: 1))
    }

    @Test func `a carrier's key sends and asks for its own flights only`() async throws {
        let place = try await place()
        let key = MachineKey(
            id: "k",
            owner: "SQ",
            scopes: [.manifest],
            secretDigest: "",
            expiresAt: Moment(milliseconds: .max),
            carrier: "SQ"
        )
        let actor = Actor(key)
        await #expect(throws: OperationFault.notAllowed) {
            try await place.desk.receive(list([Self.referred]), name: "a", by: actor)
        }
        let own = try await place.desk.receive(list([Self.referred], flight: "SQ951"), name: "a", by: actor)
        let flight = try #require(own.manifests.first?.flight)
        #expect(try place.desk.changes(for: flight, by: actor).answers.count == 1)
        let other = FlightKey(number: "GA820", departsOn: flight.departsOn, from: flight.from)
        #expect(throws: OperationFault.notAllowed) { try place.desk.changes(for: other, by: actor) }
    }

    @Test func `bookings say who paid, where the trip goes on to and that it has a way back`() async throws {
        let place = try await place()
        let segments = [
            "UNB+IATA:1+GA++260226:1120+77", "UNH+1+PNRGOV:15:1:IA+GA/77", "MSG+:22",
            "TVL+010326:2340:020326:0500+CGK+HKG+GA+820", "EQN+1", "SRC", "RCI+GA:QX7TT1::200226:1813",
            "TIF+REKAAN+DUAMR:A:1", "SSR+DOCS:HK:1:GA:::::/P/IDN/X2/IDN/12FEB90/M/01JAN34/REKAAN/DUA+::1",
            "IFT+4:43+PT PEMBAYAR CONTOH+JALAN+62215550003", "TIF+REKAAN+TANPAMR:A:2",
            "TVL+010326:2340:020326:0500+CGK+HKG+GA+820", "TVL+090326:0900:090326:1300+HKG+CGK+GA+821",
            "TVL+090326:1500:090326:1700+CGK+SUB+GA+82", "UNT+13+1", "UNZ+1+77",
        ]
        let bytes = Array(segments.map { $0 + "'" }.joined().utf8)
        let reception = try await receive(bytes, place)
        #expect(reception.bookings.added == 1)
        #expect(reception.manifests.isEmpty)
        #expect(reception.diagnostics.contains { $0.code == "EDI-NODOC" })
        let number = try #require(PassportNumber("X2"))
        let booking = try #require(
            try place.store.read { try $0.records(Booking.self, .passport(number)) }.first
        )
        #expect(booking.locator == "QX7TT1")
        #expect(booking.payer == "PT PEMBAYAR CONTOH")
        #expect(booking.phone == "62215550003")
        #expect(booking.itinerary == "CGK-HKG-CGK-SUB")
        #expect(booking.groupSize == 2)
        #expect(booking.boughtOn == Day("2026-02-20"))
        #expect(booking.isOneWay == false)
        #expect(booking.returnOn == Day("2026-03-09"))
        #expect(try await receive(bytes, place).isRepeat)
    }
}

/// A carrier's message can be looked at as it arrived, for a day, where something was found in it.
@Suite struct MessageTests {
    private static let broken = Array(
        "UNB+UNOA:4+GA+IDIMI+260301:0700+1'UNH+1+PAXLST:D:12B:UN:IATA+A'BGM+745'TDT+20+GA1'LOC+125+CGK'DTM+189:2603012340:201'LOC+87+HKG'NAD+FL+++REKAAN'DTM+329:950231'UNT+9+1'UNZ+1+1'"
            .utf8
    )

    private func digest(_ reception: Reception) throws -> String {
        try #require(reception.manifests.first?.digests.last)
    }

    @Test func `each finding stands at its place, and opening it is an entry`() async throws {
        let place = try Place()
        let reception = try await place.desk.receive(Self.broken, name: "a", by: .operatorConsole)
        let message = try #require(try place.desk.message(try digest(reception), by: .operatorConsole))
        #expect(message.bytes == Self.broken)
        #expect(message.diagnostics.map(\.code) == ["EDI-DATE"])
        #expect(
            message.places.map { String(decoding: Self.broken[$0], as: UTF8.self) } == ["DTM+329:950231'"]
        )
        #expect(message.hours == 24)
    }

    @Test func `a message without a finding is not kept`() async throws {
        let place = try Place()
        let sound = String(decoding: Self.broken, as: UTF8.self).replacing("950231", with: "950228")
        let reception = try await place.desk.receive(Array(sound.utf8), name: "a", by: .operatorConsole)
        #expect(try place.desk.message(try digest(reception), by: .operatorConsole) == nil)
    }

    @Test func `after its time, or with anybody's erasure, it is gone`() async throws {
        let place = try Place()
        let reception = try await place.desk.receive(Self.broken, name: "a", by: .operatorConsole)
        let digest = try digest(reception)
        place.advance(seconds: 23 * 3600)
        #expect(try await place.desk.runRetention(by: .system)[.message] == nil)
        place.advance(seconds: 2 * 3600)
        #expect(try await place.desk.runRetention(by: .system)[.message] == 1)
        #expect(try !place.desk.hasMessage(digest))
    }
}
