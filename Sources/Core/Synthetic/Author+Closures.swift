import Vocabulary

extension Author {
    /// Placements to closed destinations, and those that a closure doesn't reach; nil for other stories.
    mutating func closure(_ story: Story, _ index: Int) -> Dossier? {
        switch story {
        case .destinationClosed: return worker(story, index, to: "KHM", .ordinary)
        case .householdClosed: return worker(story, index, to: nil, .closedHousehold)
        case .positionClosed: return worker(story, index, to: "ROU", .closedPosition)
        case .closureEnded: return worker(story, index, to: "ZMB", .ordinary)
        case .otherEmployerKind: return worker(story, index, to: "MDV", .ordinary)
        case .employerKindUnknown, .closedAndUnlicensed:
            var dossier = worker(story, index, to: nil, .closedHousehold)
            if story == .employerKindUnknown {
                // Neither the placement nor an order says what the employer is.
                dossier.placements[0].file.employerKind = nil
                dossier.placements[0].file.jobOrder = nil
            } else {
                dossier.placements[0].file.agencyLicence = AgencyLicence("P3MI-1" + String(10_000 + index))
            }
            return dossier
        case .spskHousehold:
            var dossier = placed(index, .spsk)
            depart(&dossier, story)
            return dossier
        case .departedBeforeClosure:
            var dossier = placed(index, .ptop, to: "KHM")
            onLeave(&dossier, since: 640)
            depart(&dossier, story)
            return dossier
        case .visitorToClosed:
            var dossier = holder(index)
            send(&dossier, story: story, to: "KHM", visa: .visit, ticket: .returning(days: 6))
            return dossier
        default: return nil
        }
    }

    private mutating func worker(
        _ story: Story,
        _ index: Int,
        to country: String?,
        _ trait: Economy.Trait
    ) -> Dossier {
        var dossier = placed(index)
        take(economy.order(to: country, household: nil, trait: trait, &chance), &dossier.placements[0].file)
        depart(&dossier, story)
        return dossier
    }

    /// The notices about destinations: closures, one of them ended, and risks that are context only.
    var destinationNotices: [Notice] {
        let closed: [(country: String, position: String?, kind: EmployerKind?, from: Int, until: Int)] = [
            ("KHM", nil, nil, -400, 500), ("ROU", Economy.closedPosition, nil, -200, 400),
            ("ZMB", nil, nil, -700, -60), ("MDV", nil, .household, -300, 400),
        ]
        var notices: [Notice] = []
        for closure in closed {
            var notice = Notice()
            notice.value = "closed"
            notice.position = closure.position
            notice.employerKind = closure.kind
            (notice.destination, notice.from) = (
                CountryCode(closure.country), today.adding(days: closure.from)
            )
            notice.until = today.adding(days: closure.until)
            notices.append(notice)
        }
        for country in ["KHM", "MMR", "LAO"] {
            var notice = Notice()
            notice.value = "risk"
            (notice.destination, notice.from) = (CountryCode(country), today.adding(days: -250))
            notice.until = today.adding(days: 300)
            notices.append(notice)
        }
        return notices.enumerated().map { position, notice in
            var notice = notice
            notice.number = "N-D" + String(position + 1)
            notice.subject = .destination
            notice.basis = "Keputusan rekaan " + String(position + 1)
            notice.owner = "KemenP2MI"
            return notice
        }
    }
}
