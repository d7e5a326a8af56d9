import Vocabulary

extension AccountsModel: Page {
    /// The accounts.
    public var place: Place? { .accounts }
    /// Akun.
    public func title(in frame: Frame) -> String { frame.words.accounts.title }

    /// The accounts, and a form to add one.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.accounts
        return div {
            h1 { words.title }
            if let problem { problemBox(problem.sentence(in: frame)) }
            if let issued { secret(words.issued.filled(issued.name), issued.password, words.issuedHint) }
            if accounts.isEmpty { emptyState(words.empty) } else { list(frame) }
            section(.class("panel")) {
                h2 { words.add }
                frame.posted(Place.accounts.link) {
                    field("nama", words.name, hint: words.nameHint) {
                        input(
                            .id("nama"),
                            .name(Field.name),
                            .autocomplete("off"),
                            .uncapitalised,
                            .unspelled,
                            .maximumLength(40),
                            .aria("describedby", "nama-hint"),
                            .required
                        )
                    }
                    fieldset {
                        legend { words.duties }
                        div(.class("ticks")) {
                            for duty in Role.allCases {
                                tick(
                                    Field.duty,
                                    value: duty.rawValue,
                                    frame.words.terms[\.duties, duty.rawValue]
                                )
                            }
                        }
                    }
                    field("lembaga", words.agency, hint: words.agencyHint) {
                        chooser(
                            "lembaga",
                            Field.agency,
                            empty: words.agencyByRole,
                            Authority.allCases.map {
                                ($0.rawValue, frame.words.terms[\.authorities, $0.rawValue])
                            },
                            chosen: nil
                        )
                    }
                    button(.type("submit"), .class("primary")) { words.addSubmit }
                }
            }
        }
    }

    private func list(_ frame: Frame) -> HTML {
        let words = frame.words.accounts
        let columns = [words.name, words.duties, words.state, words.acts]
        return framedTable(words.title, columns: columns.map { HTML($0) }) {
            for line in accounts {
                tr {
                    th(.scope("row"), .id("akun-" + line.name)) { line.name }
                    td {
                        Role.allCases.filter(line.duties.contains)
                            .map { frame.words.terms[\.duties, $0.rawValue] }.joined(separator: ", ")
                    }
                    td { state(line, frame) }
                    td(.class("row-acts")) {
                        frame.act(
                            .account(line.name, line.isEnabled ? "nonaktif" : "aktif"),
                            line.isEnabled ? words.disable : words.enable,
                            describedBy: "akun-" + line.name
                        )
                        frame.act(
                            .account(line.name, "atur-ulang"),
                            words.reset,
                            describedBy: "akun-" + line.name
                        )
                    }
                }
            }
        }
    }

    private func state(_ line: Line, _ frame: Frame) -> String {
        let words = frame.words.accounts
        guard line.isEnabled else { return words.disabled }
        return line.mustChangePassword ? words.oneTime : words.enabled
    }
}

extension AccountsModel.Problem {
    func sentence(in frame: Frame) -> String {
        let words = frame.words.accounts
        return switch self {
        case .name: words.problemName
        case .taken: words.problemTaken
        case .clash: words.problemClash
        case .duty: words.problemDuty
        case .lastAdministrator: words.problemLast
        }
    }
}

/// A secret that is shown once.
private func secret(_ title: String, _ text: String, _ hint: String) -> HTML {
    section(.class("panel secret"), .role("status")) {
        h2 { title }
        p { code(.class("secret-text")) { text } }
        p(.class("muted")) { hint }
    }
}

extension MachineKeysModel: Page {
    /// The keys.
    public var place: Place? { .machineKeys }
    /// Kunci mesin.
    public func title(in frame: Frame) -> String { frame.words.keys.title }

    /// The keys, and a form to issue one.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.keys
        return div {
            h1 { words.title }
            p(.class("lead")) { words.lead }
            if let problem { problemBox(problem.sentence(in: frame)) }
            if let issued { secret(words.issued, issued, words.issuedHint) }
            if keys.isEmpty { emptyState(words.empty) } else { list(frame) }
            section(.class("panel")) {
                h2 { words.issue }
                frame.posted(Place.machineKeys.link) { issueFields(frame) }
            }
        }
    }

    @HTMLBuilder
    private func issueFields(_ frame: Frame) -> HTML {
        let words = frame.words.keys
        field("pemilik", words.owner) {
            input(
                .id("pemilik"),
                .name(Field.owner),
                .autocomplete("off"),
                .maximumLength(60),
                .required
            )
        }
        fieldset {
            legend { words.scopes }
            div(.class("ticks")) {
                for scope in KeyScope.allCases {
                    tick(Field.scope, value: scope.rawValue, frame.words.terms[\.scopes, scope.rawValue])
                }
            }
        }
        field("lama", words.days) {
            input(
                .id("lama"),
                .name(Field.days),
                .type("number"),
                .value("90"),
                .minimum(1),
                .maximum(366),
                .required
            )
        }
        button(.type("submit"), .class("primary")) { words.issue }
    }

    private func list(_ frame: Frame) -> HTML {
        let words = frame.words.keys
        let columns = [words.owner, words.id, words.scopes, words.until, words.state, words.acts]
        return framedTable(words.title, columns: columns.map { HTML($0) }) {
            for line in keys {
                tr {
                    th(.scope("row"), .id("kunci-" + line.id)) { line.owner }
                    td { code { line.id } }
                    td {
                        KeyScope.allCases.filter(line.scopes.contains)
                            .map { frame.words.terms[\.scopes, $0.rawValue] }.joined(separator: ", ")
                    }
                    td { frame.day(line.expiresAt.day(zone: frame.zone.minutes)) }
                    td { state(line, frame) }
                    td(.class("row-acts")) {
                        if !line.isRevoked {
                            frame.act(.revoke(line.id), words.revoke, describedBy: "kunci-" + line.id)
                        }
                    }
                }
            }
        }
    }

    private func state(_ line: Line, _ frame: Frame) -> String {
        let words = frame.words.keys
        if line.isRevoked { return words.revoked }
        return line.expiresAt <= frame.now ? words.expired : words.active
    }
}

extension MachineKeysModel.Problem {
    func sentence(in frame: Frame) -> String {
        let words = frame.words.keys
        return switch self {
        case .owner: words.problemOwner
        case .scope: words.problemScope
        case .days: words.problemDays
        }
    }
}
