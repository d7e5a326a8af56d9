import Vocabulary

@testable import Pages

/// Workers' passes of nobody.
extension Samples {
    static let squares = SquareCode(side: 21, isDark: (0..<441).map { $0 % 3 == 0 })

    static func pass(_ state: PassState, holder: PassHolder = .unchecked, listing: PassListing = .own)
        -> PassShown
    {
        PassShown(
            state: state,
            scheme: .ptop,
            destination: CountryCode("HKG") ?? .indonesia,
            from: tonight,
            until: tonight.adding(days: 89),
            holder: holder,
            listing: listing
        )
    }

    static var ownPass: PassModel {
        var model = PassModel()
        model.pass = pass(.active)
        model.pass?.number = "0123-4567-89AB-CDEF"
        model.pass?.squares = squares
        model.address = "https://kawal.test/pas"
        return model
    }

    static func passProblem(_ problem: PassModel.Problem) -> PassModel {
        var model = PassModel()
        (model.passport, model.bornOn, model.problem) = ("X9<0001", "1995-03-17", problem)
        return model
    }

    static func passDesk(_ state: String, outcome: PassDeskModel.Outcome? = nil) -> PassDeskModel {
        var model = PassDeskModel()
        (model.passport, model.bornOn, model.outcome) = ("X9000001", "1995-03-17", outcome)
        guard state != "none" else {
            model.standing = PassDeskModel.Standing(state: state)
            return model
        }
        model.standing = PassDeskModel.Standing(
            state: state,
            placement: "PL-1",
            scheme: .ptop,
            destination: CountryCode("HKG"),
            validTo: tonight.adding(days: 400),
            missing: state == "incomplete" ? ["medical", "terms"] : []
        )
        var (held, taken) = (pass(.expiring), pass(.void))
        held.number = "0123-4567-89AB-CDEF"
        (taken.number, taken.voidFor) = ("ZZZZ-4567-89AB-CDEF", .incomplete)
        model.passes = [held, taken]
        return model
    }

    static func paperAtCounter(_ paper: PaperShown, with answer: Bool) -> CounterModel {
        var model = answer ? counter(.clear) : CounterModel()
        model.paper = paper
        return model
    }
}

extension Gallery {
    static var passes: [Exhibit] {
        PassState.allCases.map { state in
            Exhibit(
                name: "pass-counter-\(state.rawValue)",
                page: Samples.paperAtCounter(.pass(Samples.pass(state)), with: false)
            )
        } + [
            Exhibit(
                name: "pass-counter-same",
                page: Samples.paperAtCounter(
                    .pass(Samples.pass(.active, holder: .same, listing: .listed(Samples.ago(minutes: 50)))),
                    with: true
                )
            ),
            Exhibit(
                name: "pass-counter-other",
                page: Samples.paperAtCounter(
                    .pass(Samples.pass(.active, holder: .other, listing: .old(Samples.ago(minutes: 3000)))),
                    with: true
                )
            ),
            Exhibit(
                name: "pass-counter-fault",
                page: Samples.paperAtCounter(.fault(.unknownKey), with: false)
            ),
            Exhibit(
                name: "pass-counter-slip",
                page: Samples.paperAtCounter(.slip(departsOn: Samples.tonight, issuer: "id/<x>"), with: false)
            ),
            Exhibit(name: "pass", page: PassModel(), isPublic: true),
            Exhibit(name: "pass-own", page: Samples.ownPass, isPublic: true),
            Exhibit(name: "pass-refused", page: Samples.passProblem(.refused), isPublic: true),
            Exhibit(name: "pass-slow", page: Samples.passProblem(.slow(seconds: 20)), isPublic: true),
            Exhibit(name: "pass-desk", page: PassDeskModel()),
            Exhibit(name: "pass-desk-none", page: Samples.passDesk("none")),
            Exhibit(name: "pass-desk-complete", page: Samples.passDesk("complete", outcome: .issued)),
            Exhibit(name: "pass-desk-incomplete", page: Samples.passDesk("incomplete", outcome: .refused)),
        ]
    }
}
