import Vocabulary

@testable import Pages

/// Searches, bookings and claims of invented people.
extension Samples {
    static let purposes = [
        SearchModel.Purpose(
            code: "clear-worker",
            says: "Melancarkan keberangkatan pekerja",
            basis: "UU 18/2017 pasal 13"
        ),
        SearchModel.Purpose(
            code: "mend-document",
            says: "Membetulkan atau mengganti dokumen",
            basis: "UU 27/2022 pasal 6"
        ),
    ]

    static func search(_ answer: SearchModel.Answer?, _ problem: SearchModel.Problem? = nil) -> SearchModel {
        var model = SearchModel(purposes: purposes)
        model.typed = .init(name: "siti <rekaan>", bornYear: "1995", purpose: "clear-worker")
        model.answer = answer
        model.problem = problem
        return model
    }

    static let foundPeople: [SearchModel.Line] = [
        SearchModel.Line(
            name: "SITI <REKAAN>",
            bornYear: 1995,
            isPlaced: true,
            hasPassport: true,
            status: .departed,
            destination: CountryCode("HKG"),
            evidence: [
                LinkEvidence(comparison: .name, level: .equal, bits: 12.1),
                LinkEvidence(comparison: .born, level: .known, bits: 2.5),
            ],
            passport: "X9000007",
            cases: [.init(id: "0195-a", kind: .support)]
        ),
        SearchModel.Line(
            name: "SITTI REKAAN",
            bornYear: nil,
            isPlaced: false,
            hasPassport: true,
            status: nil,
            destination: nil,
            evidence: [LinkEvidence(comparison: .name, level: .sound, bits: 9.5)],
            passport: nil,
            cases: []
        ),
    ]

    static var tickets: TicketsModel {
        TicketsModel(
            group: .init(
                locator: "GRP<1>",
                size: 14,
                tickets: 13,
                boughtOn: day("2026-02-10"),
                itinerary: "CGK-KUL-JED",
                isOneWay: true,
                returnOn: nil,
                payers: 1,
                phones: 4,
                bureaus: 0,
                fellows: Advice.allCases.dropFirst().enumerated().map { place, advice in
                    FlightModel.Traveller(id: "0195-\(place)", person: 17 + place, advice: advice)
                }
            ),
            traveller: "0195-0"
        )
    }

    static var ticketClaims: TicketClaimsModel {
        var model = TicketClaimsModel(purposes: [purposes[0]])
        model.locator = "GRP<1>"
        model.purpose = "clear-worker"
        let things = [
            NetworkNode(.payer, "ibu <rekaan>"), NetworkNode(.phone, "0812 000"), NetworkNode(.agency, "U-1"),
        ].compactMap(\.self)
        model.preview = .init(
            tickets: 13,
            lines: things.dropFirst().enumerated().map { place, other in
                TicketClaimsModel.Line(
                    key: other.value,
                    payer: things[0],
                    other: other,
                    isHub: other.kind == .agency,
                    seenOn: day("2026-02-10"),
                    isKnown: place == 1
                )
            },
            leftOut: 3,
            confidence: 2
        )
        return model
    }

    static func applicationCase(isRunning: Bool) -> ApplicationModel {
        var model = ApplicationModel(line: application(1, .refer), assessment: assessment(.refer))
        model.papers = ["visa", "contract"]
        model.running = isRunning ? .init(id: "0195-p", state: "pending") : nil
        model.mayOpen = true
        return model
    }
}

extension Gallery {
    /// Searches, bookings, claims of tickets, cases of applications.
    static var finders: [Exhibit] {
        var alone = Samples.tickets
        alone.group?.fellows = []
        alone.group?.tickets = 1
        var unchosen = Samples.ticketClaims
        unchosen.problem = .unchosen
        var unknown = TicketClaimsModel(purposes: [Samples.purposes[0]])
        unknown.preview = .init(tickets: 0, lines: [], leftOut: 0, confidence: 2)
        var unasked = TicketClaimsModel(purposes: [Samples.purposes[0]])
        unasked.problem = .unasked
        return [
            Exhibit(name: "search", page: SearchModel(purposes: Samples.purposes)),
            Exhibit(name: "search-found", page: Samples.search(.people(Samples.foundPeople))),
            Exhibit(name: "search-nobody", page: Samples.search(.people([]))),
            Exhibit(name: "search-many", page: Samples.search(.tooMany)),
            Exhibit(name: "search-slow", page: Samples.search(nil, .slow(seconds: 40))),
            Exhibit(name: "search-unfit", page: Samples.search(nil, .birth)),
            Exhibit(name: "tickets", page: Samples.tickets),
            Exhibit(name: "tickets-alone", page: alone),
            Exhibit(name: "tickets-none", page: TicketsModel(group: nil, traveller: "0195-0")),
            Exhibit(name: "ticket-claims", page: Samples.ticketClaims),
            Exhibit(name: "ticket-claims-unchosen", page: unchosen),
            Exhibit(name: "ticket-claims-none", page: unknown),
            Exhibit(name: "ticket-claims-unasked", page: unasked),
            Exhibit(name: "application-open", page: Samples.applicationCase(isRunning: false)),
            Exhibit(name: "application-running", page: Samples.applicationCase(isRunning: true)),
        ]
    }
}
