public import Vocabulary

/// Judges a departure or a passport application by the dated rules (pemeriksaan).
///
/// A complete worker and an ordinary traveller are `clear`; the machine never refuses; what is unknown is asked.
/// - Source: design promises 1 to 5; `formats.md` section 3.
public enum Screening {
    /// Judges a journey on its day.
    ///
    /// Where several placements are open, the one that fits the trip is judged, then the most complete one, so that
    /// the result doesn't depend on the order of records.
    public static func assess(_ journey: Journey, by rulebook: Rulebook) -> Assessment {
        let open = (journey.placements.value ?? []).filter(\.isOpen)
        guard journey.citizenship != .other, !open.isEmpty else {
            return Case(journey, rulebook, placement: nil).judged()
        }
        guard open.count > 1 else { return Case(journey, rulebook, placement: open[0]).judged() }
        let judged = open.map { placement in
            let judged = Case(journey, rulebook, placement: placement)
            return (fitness: judged.fitness, assessment: judged.judged())
        }
        let best = judged.min { left, right in
            let (first, second) = (left.assessment, right.assessment)
            if left.fitness != right.fitness { return left.fitness > right.fitness }
            if first.advice != second.advice { return first.advice < second.advice }
            if first.reasons.count != second.reasons.count {
                return first.reasons.count < second.reasons.count
            }
            return (first.placement?.text ?? "~") < (second.placement?.text ?? "~")
        }
        return best?.assessment ?? Case(journey, rulebook, placement: nil).judged()
    }
}

/// One family of checks: the codes it can give, and how it judges a case.
struct Check: Sendable {
    /// The codes in `checks.csv` that it can give; none for questions and supports.
    let codes: [String]
    /// Whether it judges people of other nationalities too.
    var isForForeigners = false
    /// Whether it judges holders of a cross-border pass too.
    var isForBorderPasses = false
    /// Judges a case.
    let judge: @Sendable (Case, inout Findings) -> Void

    /// All checks, in the order in which equal reasons are listed.
    static let all: [Check] = [
        Check(codes: ["D09", "D14"], isForForeigners: true, isForBorderPasses: true) {
            $0.listedPersons(&$1)
        },
        Check(codes: ["D13"], isForForeigners: true) { $0.presentedDocument(&$1) },
        Check(codes: ["D06"], isForBorderPasses: true) { $0.minimumAge(&$1) },
        Check(codes: ["D07"]) { $0.earlierIdentity(&$1) },
        Check(codes: ["D01", "A05"]) { $0.noPlacement(&$1) },
        Check(codes: ["D02"]) { $0.mandatoryDocuments(&$1) },
        Check(codes: ["D03"]) { $0.contradiction(&$1) },
        Check(codes: ["D04"]) { $0.agencyAndOrder(&$1) },
        Check(codes: ["D05"]) { $0.closedDestination(&$1) },
        Check(codes: ["A04"]) { $0.unreportedExtension(&$1) },
        Check(codes: ["A01", "A02", "A03"]) { $0.advisoryDocuments(&$1) },
        Check(codes: [], isForBorderPasses: true) { $0.silentFeeds(&$1) },
        Check(codes: [], isForBorderPasses: true) { $0.openQuestions(&$1) },
        Check(codes: []) { $0.whatSpeaksForIt(&$1) },
        Check(codes: ["T01", "T02", "T03", "T04", "T05", "T08", "T09", "D10", "D11", "D12"]) {
            $0.context(&$1)
        },
    ]
}

extension Case {
    /// Runs the checks that apply and sums them up.
    func judged() -> Assessment {
        var findings = Findings(self)
        for check in Check.all {
            if journey.citizenship == .other {
                guard check.isForForeigners else { continue }
            } else if isBorderPass {
                guard check.isForBorderPasses else { continue }
            }
            check.judge(self, &findings)
        }
        return findings.assessment()
    }
}
