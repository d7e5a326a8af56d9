import Vocabulary

extension Story {
    /// What is expected of a correct screening.
    struct Expectation: Sendable {
        /// Advices that are right, the best first.
        let advices: [Advice]
        /// Codes: `D02`, `D03|D04` (either), `A01?` (may be printed).
        let codes: String
        /// `mild` or `unsure`.
        let grade: String
    }

    /// The truth of the story.
    var expected: Expectation {
        switch self {
        case .workVisa, .workPassport, .workPassportNoTicket, .placementCancelled, .returnedNewVisa,
            .nationalityContradicted, .applyWithoutPlacement:
            refer("D01")
        case .residentAtWork: advise("A05")
        case .earlyStage, .visaMissing, .visaExpired, .contractMissing, .contractExpired, .agreementMissing,
            .healthMissing, .healthExpired, .insuranceMissing, .competenceMissing, .maritalMissing,
            .familyMissing, .applyHealthMissing:
            refer("D02;A01?")
        case .insurancePassed: advise("A02")
        case .crewWithoutVisa: advise("A03")
        case .extensionToReport: advise("A04;A01?;D08?")
        case .orientationMissing, .cardExpired, .cardMissing:
            Expectation(advices: [.advise, .clear], codes: "A01?;D08?", grade: "")
        case .travelLetter: Expectation(advices: [.clear, .advise], codes: "", grade: "")
        // Of a common name nobody can say whose the placement is: that is asked, never held against anybody.
        case .linkSpelling, .linkFather, .linkRenewed:
            Expectation(advices: [.clear, .unavailable], codes: "", grade: "")
        case .otherDestination, .otherVisaClass, .ownVisaClass: refer("D03")
        case .otherEmployer: refer("D03|D04")
        case .neverLicensed, .neverVerified, .suspendedBefore, .revokedBefore, .suspendedUnknownDay:
            refer("D04")
        case .quotaExceeded, .suspendedAfter, .licenceLapsedAfter: advise("D04", grade: "mild")
        case .destinationClosed, .householdClosed, .positionClosed: refer("D05")
        case .minorPlacement, .alteredBirth: refer("D06")
        case .minorWorkVisa, .applyMinor: refer("D01;D06")
        case .otherIdentity, .otherIdentityRevoked, .otherIdentityDenied, .applyOtherIdentity: refer("D07")
        case .bannedPassport, .bannedNIK, .borderPassListed: statutory("D09")
        case .bannedWithoutVisa: statutory("D09;D02")
        case .closedAndUnlicensed: refer("D04;D05")
        case .bannedName, .redNotice, .foreignerListed: refer("D09", grade: "unsure")
        case .passportExpired, .passportRevoked: statutory("D13")
        case .passportLost, .passportReplaced: refer("D13", grade: "unsure")
        default: Expectation(advices: [.clear], codes: "", grade: "")
        }
    }

    /// Whether the story is a passport application.
    var isApplication: Bool { rawValue.hasPrefix("apply-") }

    /// How many of 100,000 departures (or of 100,000 applications) tell this story in a large nation.
    var share: Int {
        switch self {
        case .workerPtop: 19_000
        case .workerMandiri: 2700
        case .workerGtog: 1500
        case .workerUkps: 300
        case .workerSpsk: 1200
        case .workerSsw: 1300
        case .workerReentry: 1800
        case .workerCrew: 800
        case .workerCrewIndependent: 200
        case .workerOnLeave: 4000
        case .umrah: 6500
        case .hajj: 300
        case .family: 3000
        case .student: 1500
        case .business: 4500
        case .whv, .official: 300
        case .investor, .trainee: 150
        case .resident: 800
        case .foreigner: 6000
        case .touristWithoutTicket: 5000
        case .borderPass: 1500
        case .child: 2500
        case .flightCrew: 900
        case .sibling, .twin: 200
        case .cardExpired, .orientationMissing: 150
        case .workVisa, .workPassport: 120
        case .applyUmrah: 16_000
        case .applyStudy: 5000
        case .applyFamily: 7000
        case .applyRenewal: 4000
        case .applyFirst: 9000
        case .applyWithoutPlacement, .applyHealthMissing: 200
        case .applyNameAdded, .applyTwin: 150
        case .tourist, .applyTourism: 0
        default: rawValue.hasPrefix("not-") ? 80 : 40
        }
    }

    private func refer(_ codes: String, grade: String = "") -> Expectation {
        Expectation(advices: [.refer], codes: codes, grade: grade)
    }

    private func advise(_ codes: String, grade: String = "") -> Expectation {
        Expectation(advices: [.advise], codes: codes, grade: grade)
    }

    private func statutory(_ codes: String) -> Expectation {
        Expectation(advices: [.statutory], codes: codes, grade: "")
    }
}
