import Vocabulary

extension ShiftsModel: Page {
    /// The shifts.
    public var place: Place? { .shifts }
    /// Jadwal regu.
    public func title(in frame: Frame) -> String { frame.words.shift.title }

    /// The shifts that are set, and a form to set one.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.shift
        return div {
            h1 { words.title }
            p(.class("lead")) { words.lead }
            if isUnfit { problemBox(words.unfit) }
            if shifts.isEmpty { emptyState(words.empty, words.emptyMeaning) } else { list(frame) }
            section(.class("panel")) {
                h2 { words.set }
                frame.posted(Place.shifts.link) { form(frame) }
            }
        }
    }

    private func list(_ frame: Frame) -> HTML {
        let words = frame.words.shift
        let columns = [
            words.opens, words.closes, words.interviewers, words.slots, words.expected, words.partner,
        ]
        return framedTable(words.title, columns: columns.map { HTML($0) }) {
            for shift in shifts {
                tr {
                    th(.scope("row")) { frame.moment(shift.opensAt) }
                    td { frame.moment(shift.closesAt) }
                    td(.class("count")) { frame.number(shift.interviewers) }
                    td(.class("count")) { frame.number(shift.slots) }
                    td(.class("count")) { frame.number(shift.expected) }
                    td { shift.isPartnerOnDuty ? frame.words.cases.yes : frame.words.cases.no }
                }
            }
        }
    }

    @HTMLBuilder
    private func form(_ frame: Frame) -> HTML {
        let words = frame.words.shift
        div(.class("grid")) {
            field("hari", words.day) {
                input(
                    .id("hari"),
                    .type("date"),
                    .name(Field.day),
                    .value(frame.today.description),
                    .required
                )
            }
            field("buka", words.opens) {
                input(.id("buka"), .type("time"), .name(Field.opens), .value("22:00"), .required)
            }
            field("lama", words.hours) {
                input(
                    .id("lama"),
                    .name(Field.days),
                    .inputMode("numeric"),
                    .value("8"),
                    .maximumLength(2),
                    .required
                )
            }
        }
        div(.class("grid")) {
            number("pewawancara", Field.interviewers, words.interviewers, "6")
            number("tempat", Field.slots, words.slots, "40")
            number("perkiraan", Field.expected, words.expected, "4000")
        }
        tick(Field.partner, value: "yes", words.partnerTick)
        button(.type("submit"), .class("primary")) { words.set }
    }

    private func number(_ id: String, _ name: StaticString, _ text: String, _ value: String) -> HTML {
        field(id, text) {
            input(.id(id), .name(name), .inputMode("numeric"), .value(value), .maximumLength(6), .required)
        }
    }
}

extension InvitationsModel: Page {
    /// The invitations.
    public var place: Place? { .invitations }
    /// Undangan acak.
    public func title(in frame: Frame) -> String { frame.words.shift.invitations }

    /// What to say, and whom to ask.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.shift
        return div {
            h1 { words.invitations }
            p(.class("lead")) { words.invitationsLead }
            section(.class("panel")) {
                h2 { words.say }
                p(.class("aloud"), .lang(.indonesian)) { "“" + Words.all.shift.sayText.indonesian + "”" }
                p(.class("muted")) { words.noMark }
            }
            if lines.isEmpty { emptyState(words.noInvitations) } else { list(frame) }
        }
    }

    private func list(_ frame: Frame) -> HTML {
        let words = frame.words.shift
        let columns = [
            frame.words.cases.departs, frame.words.cases.flight, frame.words.cases.name, words.answer,
        ]
        return framedTable(words.invitations, columns: columns.map { HTML($0) }) {
            for line in lines {
                tr {
                    th(.scope("row")) { frame.moment(line.departsAt) }
                    td { line.flight }
                    td(.id("undangan-" + line.id)) { line.name }
                    td(.class("row-acts")) {
                        frame.act(
                            .invitation(line.id, "terima"),
                            words.willing,
                            describedBy: "undangan-" + line.id
                        )
                        frame.act(
                            .invitation(line.id, "tolak"),
                            words.declines,
                            describedBy: "undangan-" + line.id
                        )
                    }
                }
            }
        }
    }
}
