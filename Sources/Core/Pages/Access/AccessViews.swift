extension SignInModel: Page {
    /// Sign in, or the hand-over.
    public func title(in frame: Frame) -> String {
        isHandover ? frame.words.access.handover : frame.words.access.signIn
    }

    /// Name and password.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.access
        return div(.class("narrow")) {
            h1 { title(in: frame) }
            p(.class("lead")) {
                isHandover ? words.handoverLead.filled(frame.officer?.name ?? "") : words.signInLead
            }
            if let problem { problemBox(problem.sentence(in: frame)) }
            signInForm(isHandover ? .switchOfficer : .signIn, name: name, returnTo: returnTo, in: frame)
            if !isHandover { p { a(.href(Place.readiness.link)) { words.publicCheck } } }
        }
    }
}

extension SignInModel.Problem {
    func sentence(in frame: Frame) -> String {
        let words = frame.words.access
        return switch self {
        case .wrong: words.wrong
        case .slowed(let seconds): words.slowed.filled(frame.length(seconds: seconds))
        case .expired: words.expired
        }
    }
}

/// The form for name and password.
private func signInForm(_ link: Link, name: String, returnTo: String?, in frame: Frame) -> HTML {
    let words = frame.words.access
    return frame.posted(link) {
        if let returnTo, let path = Link(local: returnTo) { hidden(Field.returnTo, path.text) }
        field("nama", words.name) {
            input(
                .id("nama"),
                .name(Field.name),
                .value(name),
                .autocomplete("username"),
                .uncapitalised,
                .unspelled,
                .required,
                name.isEmpty ? .autofocus : .absent
            )
        }
        field("sandi", words.password) {
            input(
                .id("sandi"),
                .name(Field.password),
                .type("password"),
                .autocomplete("current-password"),
                .required,
                name.isEmpty ? .absent : .autofocus
            )
        }
        button(.type("submit"), .class("primary")) { words.submit }
    }
}

extension PasswordModel: Page {
    /// Change the password.
    public func title(in frame: Frame) -> String { frame.words.access.change }

    /// The present one, and the new one twice.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.access
        return div(.class("narrow")) {
            h1 { words.change }
            p(.class("lead")) { isOneTime ? words.oneTime : words.ownChoice }
            if let problem { problemBox(problem.sentence(in: frame)) }
            frame.posted(.password) {
                field("sandi", words.present) {
                    input(
                        .id("sandi"),
                        .name(Field.password),
                        .type("password"),
                        .autocomplete("current-password"),
                        .required,
                        .autofocus
                    )
                }
                field("sandi-baru", words.new, hint: words.newHint.filled("\(minimumLength)")) {
                    newPassword("sandi-baru", Field.newPassword, .aria("describedby", "sandi-baru-hint"))
                }
                field("sandi-ulang", words.again) {
                    newPassword("sandi-ulang", Field.repeatedPassword, .absent)
                }
                button(.type("submit"), .class("primary")) { words.save }
            }
        }
    }

    private func newPassword(_ id: String, _ name: StaticString, _ description: Attribute) -> HTML {
        input(
            .id(id),
            .name(name),
            .type("password"),
            .autocomplete("new-password"),
            .minimumLength(minimumLength),
            .required,
            description
        )
    }
}

extension PasswordModel.Problem {
    func sentence(in frame: Frame) -> String {
        let words = frame.words.access
        return switch self {
        case .wrongPresent: words.wrongPresent
        case .tooShort: words.tooShort
        case .different: words.different
        case .same: words.same
        }
    }
}

extension LockedModel: Page {
    /// The screen is locked.
    public func title(in frame: Frame) -> String { frame.words.access.locked }

    /// Unlock in one step, or another officer signs in.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.access
        return div(.class("narrow")) {
            h1 { words.locked }
            p(.class("lead")) { words.lockedLead.filled(name) }
            if let problem { problemBox(problem.sentence(in: frame)) }
            frame.posted(.locked) {
                if let returnTo, let path = Link(local: returnTo) { hidden(Field.returnTo, path.text) }
                hidden(Field.name, name)
                field("sandi", words.password) {
                    input(
                        .id("sandi"),
                        .name(Field.password),
                        .type("password"),
                        .autocomplete("current-password"),
                        .required,
                        .autofocus
                    )
                }
                button(.type("submit"), .class("primary")) { words.unlock }
            }
            section(.class("panel")) {
                h2 { words.another }
                p { words.handoverLead.filled(name) }
                a(.class("quiet button"), .href(.switchOfficer)) { words.handover }
            }
        }
    }
}
