extension FaultModel: Page {
    /// What happened.
    public func title(in frame: Frame) -> String { kind.facts(in: frame).title }

    /// What happened, what it means for the person waiting, what to do now, a code.
    public func content(in frame: Frame) -> HTML {
        let facts = kind.facts(in: frame)
        let words = frame.words.fault
        return div(.class("narrow fault"), .data("status", "\(kind.status)")) {
            h1 { facts.title }
            section(.class("panel")) {
                h2 { words.meaning }
                p { kind.isMachineFailure ? words.noHold : words.nobodyWaits }
                h2 { words.act }
                p { facts.act }
                if kind.status >= 500 { frame.dutyLine }
                p {
                    a(.class("button primary"), .href(Link("/"))) { words.home }
                    if case .noPermission = kind {
                        " "
                        a(.class("button quiet"), .href(.switchOfficer)) { frame.words.frame.switchOfficer }
                    }
                }
            }
            p(.class("source")) {
                words.code.filled(code)
                if let reference { " · " + words.reference.filled(reference) }
            }
        }
    }
}

extension FaultModel.Kind {
    /// The status that HTTP gives it.
    public var status: Int {
        switch self {
        case .notFound: 404
        case .noPermission, .staleForm: 403
        case .unreadable: 400
        case .tooLarge: 413
        case .slowDown: 429
        case .broken: 500
        case .unavailable: 503
        case .diskFull: 507
        }
    }

    /// Whether somebody at a counter may be waiting for the machine.
    var isMachineFailure: Bool {
        switch self {
        case .broken, .unavailable, .diskFull, .slowDown: true
        case .notFound, .noPermission, .staleForm, .unreadable, .tooLarge: false
        }
    }

    func facts(in frame: Frame) -> (title: String, act: String) {
        let words = frame.words.fault
        return switch self {
        case .notFound: (words.notFound, words.notFoundAct)
        case .noPermission: (words.noPermission, words.noPermissionAct)
        case .staleForm: (words.staleForm, words.staleFormAct)
        case .unreadable: (words.unreadable, words.unreadableAct)
        case .tooLarge(let size): (words.tooLarge.filled("\(size)"), words.tooLargeAct)
        case .slowDown(let wait): (words.slowDown, words.slowDownAct.filled(frame.length(seconds: wait)))
        case .broken: (words.broken, words.brokenAct)
        case .unavailable: (words.unavailable, words.unavailableAct)
        case .diskFull: (words.diskFull, words.diskFullAct)
        }
    }
}
