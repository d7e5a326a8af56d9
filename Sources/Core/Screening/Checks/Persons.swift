import Vocabulary

extension Case {
    /// D06: under 18 on the day with a placement or a work purpose, or a birth date altered so as to be of age.
    ///
    /// An adult's NIK whose day digits slipped is no finding: the day isn't compared.
    /// - Source: UU 18/2017 art. 5 letter a.
    func minimumAge(_ findings: inout Findings) {
        let majority = journey.majority
        let presented = [majority.byDocument, majority.byPlacement]
        if presented.contains(.minor),
            placement != nil || journey.trip.visaKind == .work || isAskedForWork
                || passportAskedForWork != nil
        {
            findings.hold("D06", state: "minor")
        } else if presented.contains(.adult), majority.doDatesDisagree,
            presented.contains(.minor) || majority.byNIK == .minor || majority.byEarlierPassport == .minor
        {
            findings.hold("D06", state: "altered")
        }
    }

    /// D07: one NIK, and an earlier passport in force, or revoked, or denied, with another name and birth date.
    ///
    /// - Source: UU 6/2011 art. 126 letter c; catalogue D07.
    func earlierIdentity(_ findings: inout Findings) {
        let passports = journey.passports.value ?? []
        let shown = passports.first(where: \.isPresented)?.file
        for view in passports where !view.isPresented && view.isSameNIK {
            guard view.isNameEqual == false, view.isNameContained == false, view.isBirthEqual == false else {
                continue
            }
            // The earlier of the two is judged, whichever is shown.
            let isShownEarlier = isEarlier(shown, than: view.file)
            let earlier = isShownEarlier ? (shown ?? view.file) : view.file
            let later = isShownEarlier ? view.file : shown
            guard earlier.status != .applied, !isOver(earlier) else { continue }
            let isDenied = later?.previousDeclared == false || isDenied
            guard earlier.expiresOn != nil || earlier.status == .revoked || isDenied else {
                findings.ask("passport.validity")
                continue
            }
            guard earlier.status == .revoked || earlier.status != .replaced || isDenied else { continue }
            findings.hold("D07", state: isDenied ? "denied" : earlier.status?.rawValue ?? "issued")
            findings.askFirst("passport.old_identity")
            return
        }
    }

    private var isDenied: Bool {
        guard case .registered(let file) = journey.document.standing else { return false }
        return file.previousDeclared == false
    }

    private func isEarlier(_ shown: PassportFile?, than other: PassportFile) -> Bool {
        guard let shown, shown.status != .applied else { return false }
        guard let ours = shown.issuedOn ?? shown.appliedOn, let theirs = other.issuedOn ?? other.appliedOn
        else {
            return false
        }
        return ours < theirs
    }

    private func isOver(_ file: PassportFile) -> Bool {
        file.status == .expired || (file.expiresOn.map { $0 < day } ?? false)
    }

    /// D09: an exit ban by number; unsure by name and birth date, and on an international notice.
    ///
    /// D14: a name alone, as context.
    /// - Source: UU 6/2011 art. 16 and 91; UU 63/2024 art. 97.
    func listedPersons(_ findings: inout Findings) {
        for view in journey.notices.value ?? [] where view.notice.isInForce(on: day) {
            var evidence = ["until": view.notice.until?.description ?? ""]
            evidence["notice"] = view.notice.number
            switch (view.notice.subject, view.match) {
            case (.cegah, .passport), (.cegah, .nik):
                evidence["match"] = view.match == .nik ? "nik" : "passport"
                findings.hold("D09", evidence: evidence, basis: basis(of: "D09", nil, view.notice))
            case (.cegah, .nameAndBirth):
                evidence["match"] = "name"
                let basis = basis(of: "D09", .unsure, view.notice)
                findings.hold("D09", grade: .unsure, state: "name", evidence: evidence, basis: basis)
            case (.rednotice, .passport), (.rednotice, .nik), (.rednotice, .nameAndBirth):
                let basis = basis(of: "D09", .unsure, view.notice)
                findings.hold("D09", grade: .unsure, state: "rednotice", evidence: evidence, basis: basis)
            case (.cegah, .name), (.rednotice, .name):
                findings.hold("D14", evidence: evidence)
            default: continue
            }
        }
    }

    /// The article of the law, then the decree or letter of the notice.
    private func basis(of code: String, _ grade: Reason.Grade?, _ notice: Notice) -> String? {
        guard let rule = rulebook.check(code, grade: grade, state: grade == nil ? nil : "name", on: day)
        else {
            return nil
        }
        return notice.basis.map { rule.basis + "; " + $0 }
    }

    /// D13: the document shown has ended or is revoked; unsure where it is reported lost or replaced.
    ///
    /// - Source: UU 6/2011 art. 16 paragraph 1 letter a.
    func presentedDocument(_ findings: inout Findings) {
        guard !isApplication else { return }
        switch journey.document.standing {
        case .unanswered, .absent: return
        case .slip: findings.support("S13")
        case .notRegistered:
            guard let ended = journey.document.listedExpiresOn, ended < day else { return }
            findings.hold("D13", state: "expired", evidence: ["until": ended.description])
        case .registered(let file):
            if file.status == .revoked {
                findings.hold("D13", state: "revoked")
            } else if let ended = file.expiresOn, ended < day {
                findings.hold("D13", state: "expired", evidence: ["until": ended.description])
            } else if file.status == .lost || file.status == .replaced {
                findings.hold("D13", grade: .unsure, state: file.status?.rawValue)
            } else {
                findings.support(journey.document.isRenewal ? "S12" : "S09")
            }
        }
    }
}
