package import Casework
package import Vocabulary

/// Why a command was not carried out; each case has a stable code, listed in `docs/operate/errors.md`.
package enum OperationFault: Error, Hashable {
    /// Name or password is wrong, or the account is disabled: never told which.
    case signInRefused
    /// Too many wrong passwords: wait.
    case signInSlowed(waitSeconds: Int)
    /// Too many sign-ins at once.
    case signInBusy
    /// The new password is too short or is the old one.
    case passwordUnfit(minimum: Int)
    /// There is already an account with that name.
    case accountExists
    /// There is no account with that name.
    case accountAbsent
    /// Nobody could enable an account again without the last administrator's.
    case lastAdministrator
    /// A name for an account has letters, digits, dots and dashes only, 2 to 40 of them.
    case accountNameUnfit
    /// An interviewer's account can't have a role that shows the reasons before the interview.
    case rolesClash
    /// The key is unknown, expired, revoked or its secret is wrong.
    case keyRefused
    /// The role or key may not do this.
    case notAllowed
    /// Nothing could be read.
    case unreadable(finding: String)
    /// Neither a zone nor a document number was given.
    case nothingToCheck
    /// A form lacks a field or has one that doesn't fit.
    case fieldUnfit(field: String, expected: String)
    /// What was asked for doesn't exist.
    case absent
    /// What a dead letter told stands no more, or something later about the same thing was told.
    case overtaken
    /// The flight's doors are closed: nothing is answered any more.
    case closed
    /// No pass is issued: nothing is known of the placement, or it isn't complete; never told which.
    case passRefused
    /// A step of a case can't be taken.
    case caseRefused(CaseRefusal)

    /// The stable code.
    package var code: String {
        switch self {
        case .signInRefused: "KWL-SIGNIN"
        case .signInSlowed: "KWL-SIGNIN-SLOW"
        case .signInBusy: "KWL-SIGNIN-BUSY"
        case .passwordUnfit: "KWL-PASSWORD"
        case .accountExists: "KWL-ACCOUNT-EXISTS"
        case .accountAbsent: "KWL-ACCOUNT-ABSENT"
        case .lastAdministrator: "KWL-ACCOUNT-LAST"
        case .accountNameUnfit: "KWL-ACCOUNT-NAME"
        case .rolesClash: "KWL-ACCOUNT-ROLES"
        case .keyRefused: "KWL-KEY"
        case .notAllowed: "KWL-ROLE"
        case .unreadable: "KWL-UNREADABLE"
        case .nothingToCheck: "KWL-NOTHING"
        case .fieldUnfit: "KWL-FIELD"
        case .absent: "KWL-ABSENT"
        case .overtaken: "KWL-OVERTAKEN"
        case .closed: "KWL-CLOSED"
        case .passRefused: "KWL-PASS"
        case .caseRefused(let refusal): refusal.code
        }
    }
}

extension CaseRefusal {
    /// The stable code.
    package var code: String {
        switch self {
        case .notNow: "KWL-CASE-STATE"
        case .notYours: "KWL-CASE-ROLE"
        case .movedOn: "KWL-CASE-MOVED"
        case .missing: "KWL-CASE-MISSING"
        case .unfit: "KWL-CASE-FIELD"
        case .sameOfficer: "KWL-CASE-SECOND"
        case .otherAgencyOnDuty: "KWL-CASE-AGENCY"
        case .departed: "KWL-CASE-LEFT"
        case .untrained: "KWL-CASE-BADGE"
        case .absent: "KWL-CASE-OTHER"
        }
    }
}

/// Who gives a command.
package struct Actor: Sendable, Hashable {
    /// The account's or key's name, `system`, or `public`.
    package var name: String
    /// What a person may do; empty for machines.
    package var roles: Set<Role>
    /// What a machine may do; empty for people.
    package var scopes: Set<KeyScope>
    /// The carrier whose flights alone a machine may send and ask for; nil where there is no such limit.
    package var carrier: String?
    /// The agency for which a person acts; nil of machines, and where it isn't said.
    package var authority: Authority?
    /// Until when a person's badge for interviews holds.
    package var badgeUntil: Day?

    /// A person.
    package init(_ account: Account) {
        name = account.name
        badgeUntil = account.badgeUntil
        roles = account.roles
        authority = account.authority
        scopes = []
    }

    /// A machine.
    package init(_ key: MachineKey) {
        name = "key:\(key.id)"
        roles = []
        scopes = key.scopes
        carrier = key.carrier
    }

    /// The other agency's site, by its name in the exchange.
    package init(partner name: String) { self.init(name: name, roles: []) }

    /// The command line on the site's own machine.
    package static let operatorConsole = Actor(name: "operator", roles: Set(Role.allCases))

    /// A timer of the server.
    package static let system = Actor(name: "system", roles: [])

    /// The connector of another office's system.
    package static func connector(of office: String) -> Actor {
        Actor(name: "connector:" + office, roles: [])
    }

    /// A worker who gets the own pass on the public page.
    package static let worker = Actor(name: "public", roles: [])

    private init(name: String, roles: Set<Role>) {
        self.name = name
        self.roles = roles
        scopes = []
    }

    /// Whether a flight may be sent or asked for.
    package func may(_ flight: String?) -> Bool { carrier.map { flight?.hasPrefix($0) ?? false } ?? true }

    /// Whether health, marital and family papers may be named to this person: the ministry's desk, not the border.
    package var seesPlacementPapers: Bool { roles.contains(.helpdesk) }
}
