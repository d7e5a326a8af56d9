import Vocabulary

@testable import Pages

/// The exchange of an invented night.
extension Samples {
    static let says = Bilingual(
        "Rujukan dari daftar penumpang: siapa yang disarankan ditanya, dan mengapa",
        "A referral from a passenger list: who is to be asked, and why"
    )

    static let signatures = [
        ExchangeModel.Signature(
            authority: .immigration,
            at: ago(minutes: 2000),
            officers: ["latihan-1", "latihan-2"]
        ),
        ExchangeModel.Signature(authority: .ministry, at: ago(minutes: 1990)),
    ]

    static var partner: ExchangeModel.Partner {
        var partner = ExchangeModel.Partner(
            own: .immigration,
            authority: .ministry,
            name: "id/kp2mi/siskop2mi"
        )
        partner.reach = PartnerReach(isReached: true, heardAt: ago(minutes: 0))
        partner.heardAt = ago(minutes: 3)
        partner.latencies = (21, 140)
        partner.witness = ExchangeModel.Witness(state: .fine, since: ago(minutes: 0), size: 41_213)
        partner.streams = [
            ExchangeModel.Stream(name: "k-03", isOutward: true, taken: 1204, movedAt: ago(minutes: 1)),
            ExchangeModel.Stream(name: "k-07", isOutward: false, taken: 88, movedAt: ago(minutes: 12)),
        ]
        partner.known = [
            FeedReach(
                name: "SiskoP2MI",
                state: .current,
                loadedAt: ago(minutes: 12),
                completeUntil: tonight
            )
        ]
        partner.digest = String(rules.dropFirst(7))
        partner.signatures = signatures
        partner.keys = [
            ExchangeModel.Key(name: "siskop2mi-2026-01-01", validUntil: now.adding(seconds: 86_400 * 300))
        ]
        partner.fingerprint = "4f1c 2a9b e07d 5538 a6c9 e1b0 d2f3 8475"
        partner.waiting = [
            ExchangeModel.Waiting(
                waiter: .immigration,
                says: says,
                dueMinutes: 30,
                open: [150, 1890, 420],
                answered: [61, 250]
            )
        ]
        return partner
    }

    /// Everything that can be wrong at once.
    static var troubledPartner: ExchangeModel.Partner {
        var partner = partner
        partner.reach = PartnerReach(isReached: false, heardAt: ago(minutes: 300))
        partner.latencies = nil
        partner.witness = ExchangeModel.Witness(state: .halted, since: ago(minutes: 300), size: 40_000)
        partner.streams[0].waiting = 17
        partner.streams[0].waitingSince = ago(minutes: 299)
        partner.known[0].state = .down
        partner.alarms = [
            ExchangeModel.Alarm(code: "two-roots", stream: nil, at: ago(minutes: 310)),
            ExchangeModel.Alarm(id: "4711", code: "digest-mismatch", stream: "k-07", at: ago(minutes: 320)),
        ]
        partner.letters = [
            ExchangeModel.Letter(
                id: "0195-1",
                says: says,
                type: "referral.opened/1",
                reason: "refused",
                code: "schema",
                at: ago(minutes: 40),
                hasWords: true
            ),
            ExchangeModel.Letter(
                id: "0195-2",
                says: nil,
                type: nil,
                reason: "late",
                code: nil,
                at: ago(minutes: 400),
                hasWords: false
            ),
        ]
        partner.signatures[1].at = nil
        partner.keys[0].validUntil = ago(minutes: 2)
        return partner
    }

    /// The ministry's site, to which nothing was told yet, with an alarm.
    static var alarmedMinistry: ExchangeModel.Partner {
        var partner = ExchangeModel.Partner(
            own: .ministry,
            authority: .immigration,
            name: "id/imigrasi/simkim"
        )
        partner.alarms = [
            ExchangeModel.Alarm(id: "4711", code: "sequence-gap", stream: "k-07", at: ago(minutes: 5))
        ]
        return partner
    }

    static let agreement = AgreementModel(
        rules: [
            AgreementRule(
                type: "referral.opened/1",
                sender: .immigration,
                fields: ["referral", "flight", "name", "assessment"],
                purposes: ["clear-worker"],
                answerMinutes: 30,
                keptDays: 180,
                impact: .high,
                says: says,
                basis: "MoU April 2025",
                validity: Validity()
            ),
            AgreementRule(
                type: "agency.shared/1",
                sender: .ministry,
                fields: ["licence_no", "name", "status"],
                purposes: [],
                answerMinutes: nil,
                keptDays: nil,
                impact: .plain,
                says: Bilingual("Perusahaan berizin", "A licensed company"),
                basis: "UU 18/2017 pasal 51",
                validity: Validity()
            ),
        ],
        purposes: [
            purpose(
                "clear-worker",
                .search,
                Bilingual("Melancarkan keberangkatan pekerja", "Clear a worker")
            ),
            purpose("tax", .never, Bilingual("Pajak", "Tax")),
        ],
        digest: String(rules.dropFirst(7)),
        signatures: signatures,
        crossed: [
            AgreementModel.Crossed(
                isOutward: true,
                type: "referral.opened/1",
                count: 1204,
                lastAt: ago(minutes: 1)
            )
        ]
    )

    private static func purpose(_ code: String, _ use: PurposeRule.Use, _ says: Bilingual) -> PurposeRule {
        PurposeRule(
            code: code,
            use: use,
            roles: [],
            assessed: nil,
            noticedOn: nil,
            says: says,
            basis: "UU 27/2022 pasal 27",
            validity: Validity()
        )
    }

    /// A referral at the ministry's desk, answered once.
    static var answered: TravellerModel {
        var model = traveller(.refer)
        model.answers = [DeskAnswer(kind: .mending, text: "Visa menyusul.", at: ago(minutes: 3))]
        var form = DeskAnswerForm(referral: "0195-7")
        (form.chosen, form.typed, form.isUnfit) = (.talk, "Terlalu panjang.", true)
        model.answerForm = form
        return model
    }
}

extension Gallery {
    static var exchange: [Exhibit] {
        var elsewhere = Samples.board(flights: 1)
        elsewhere.flights[0].isElsewhere = true
        elsewhere.flights[0].referrals = [Samples.mark(0)]
        elsewhere.flights[0].referrals[0].answer = DeskAnswer(
            kind: .complete,
            text: nil,
            at: Samples.ago(minutes: 3)
        )
        return [
            Exhibit(name: "exchange", page: ExchangeModel(partner: Samples.partner)),
            Exhibit(
                name: "exchange-troubled",
                page: ExchangeModel(
                    partner: Samples.troubledPartner,
                    mayAct: true,
                    problem: .reason,
                    draft: ExchangeModel.Draft(id: "0195-2", reason: "Terlalu panjang.")
                )
            ),
            Exhibit(
                name: "exchange-alarm",
                page: ExchangeModel(
                    partner: Samples.alarmedMinistry,
                    mayAct: true,
                    problem: .alarm,
                    draft: ExchangeModel.Draft(id: "4711", reason: "")
                )
            ),
            Exhibit(name: "exchange-alone", page: ExchangeModel(partner: nil)),
            Exhibit(name: "agreement", page: Samples.agreement),
            Exhibit(name: "traveller-answered", page: Samples.answered),
            Exhibit(name: "board-elsewhere", page: elsewhere),
        ]
    }
}
