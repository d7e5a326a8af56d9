import Vocabulary

extension Frame {
    /// A place's name in the navigation.
    func name(of place: Place) -> String {
        let words = words.frame
        return switch place {
        case .board: words.board
        case .counter: words.counter
        case .search: words.find
        case .desk: words.desk
        case .referrals: words.referrals
        case .queue: words.queue
        case .shifts: words.shifts
        case .shiftNotes: words.shiftNotes
        case .invitations: words.invitations
        case .networks: words.networks
        case .glass: words.glass
        case .cases: words.cases
        case .doubts: words.doubts
        case .releases: words.releases
        case .reports: words.reports
        case .manifests: words.manifests
        case .applications: words.applications
        case .exchange: words.exchange
        case .agreement: words.agreement
        case .status: words.status
        case .accounts: words.accounts
        case .machineKeys: words.machineKeys
        case .readiness: words.readiness
        }
    }

    /// What the page before has done.
    func sentence(of notice: Notice) -> String {
        let words = words.frame
        return switch notice {
        case .passwordChanged: words.noticePasswordChanged
        case .signedOut: words.noticeSignedOut
        case .accountSaved: words.noticeAccountSaved
        case .keySaved: words.noticeKeySaved
        case .stepTaken: words.noticeStepTaken
        case .linkDecided: words.noticeLinkDecided
        case .listInWork: words.noticeListInWork
        case .bookingsKept: words.noticeBookingsKept
        }
    }

    /// The table of keys behind `?`; the script opens it.
    var keyTable: HTML {
        let words = words.frame
        let keys: [(keys: [String], text: String)] = [
            (["/"], words.keysSearch), (["?"], words.keysHelp), (["g", "k"], words.counter),
            (["g", "p"], words.board), (["g", "r"], words.referrals), (["↑", "↓"], words.keysMove),
            (["Enter"], words.keysOpen), (["W"], words.keysInterview), (["Esc"], words.keysBack),
        ]
        return dialog(.id("tombol"), .aria("labelledby", "tombol-judul")) {
            h2(.id("tombol-judul")) { words.keysTitle }
            dl(.class("keys")) {
                for row in keys {
                    div {
                        dt { for key in row.keys { kbd { key } } }
                        dd { row.text }
                    }
                }
            }
            p(.class("hint")) { words.keysNote }
            button(.type("button"), .class("quiet"), .data("close", "tombol")) { words.close }
        }
    }

    /// A way to the day before, today and the day after.
    func dayLinks(_ place: Place, _ day: Day) -> HTML {
        func link(to other: Day) -> Link {
            Link(local: place.link.text + "?hari=" + other.description) ?? place.link
        }
        return nav(.class("days"), .aria("label", words.application.chooseDay)) {
            a(.class("quiet button"), .href(link(to: day.adding(days: -1)))) {
                "← " + words.frame.previousDay
            }
            if day != today { a(.class("quiet button"), .href(place.link)) { words.frame.today } }
            a(.class("quiet button"), .href(link(to: day.adding(days: 1)))) { words.frame.nextDay + " →" }
        }
    }
}
