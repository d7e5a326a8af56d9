import ArgumentParser
import Connectors
import Foundation
import Operations
import Vocabulary

/// How the program ends: the one place where errors become exit codes and sentences.
///
/// - Source: design section 7: 0 done, 1 done with diagnostics that need a person, 2 wrong usage, 3 input unreadable,
///   4 site damaged or unavailable.
enum ExitStatus: Int32 {
    case done = 0
    case needsPerson = 1
    case wrongUsage = 2
    case unreadable = 3
    case siteUnavailable = 4

    /// Ends the command with this status, having already said what there is to say.
    var exit: ExitCode { ExitCode(rawValue) }

    /// Says what went wrong and what to do, and ends the program.
    static func leave(with error: any Error) -> Never {
        switch error {
        case let code as ExitCode: Foundation.exit(code.rawValue)
        case let fault as SiteFault: leave(.siteUnavailable, sentence(fault))
        case let fault as OperationFault: leave(status(fault), sentence(fault))
        case let fault as ConnectorFault: leave(.unreadable, "connectors: \(fault.sentence). (\(fault.code))")
        case let problem as InputProblem: leave(.unreadable, problem.sentence)
        case let problem as UsageProblem: leave(.wrongUsage, problem.sentence)
        case let diagnostic as Diagnostic: leave(.unreadable, Diagnostics.line(diagnostic))
        default:
            // Help and version end with 0; a wrong option with 2.
            let isHelp = Kawal.exitCode(for: error) == .success
            let text = Kawal.fullMessage(for: error)
            if isHelp {
                print(text)
                Foundation.exit(done.rawValue)
            }
            leave(Kawal.exitCode(for: error) == .validationFailure ? .wrongUsage : .unreadable, text)
        }
    }

    private static func leave(_ status: ExitStatus, _ sentence: String) -> Never {
        Console.say(sentence)
        Foundation.exit(status.rawValue)
    }

    private static func status(_ fault: OperationFault) -> ExitStatus {
        if case .unreadable = fault { .unreadable } else { .wrongUsage }
    }

    private static func sentence(_ fault: SiteFault) -> String {
        switch fault {
        case .absent(let folder):
            "There is no site in \(folder). Make one with `kawal intake FILES --site \(folder)`, or name another."
        case .diskFull:
            "The disk is full. Nothing acknowledged was lost; reading still works. Free some space, then run this again."
        case .cut(let finding):
            "The shared ledger can't be reached: \(finding). Nothing acknowledged was lost; run this again when it is back."
        case .locked(let folder):
            "Another kawal is writing to the site in \(folder). Stop it first; lists, attestations and checks also come in over its HTTP interface."
        case .newer(let found, let known):
            "This site has form \(found), made by a newer kawal; this one knows forms up to \(known). Use the newer kawal."
        case .damaged(let finding):
            "The site is damaged: \(finding). Don't write to it; restore the last backup and keep this folder as evidence."
        case .key(let path, let finding):
            "The key file \(path) can't be used: \(finding). It must belong to the server's user with mode 0600."
        case .failed(let finding):
            "The site's store failed: \(finding). Nothing acknowledged was lost; run this again."
        }
    }

    private static func sentence(_ fault: OperationFault) -> String {
        switch fault {
        case .accountExists: "There is already an account with that name."
        case .accountAbsent: "There is no account with that name; `kawal account list` shows them."
        case .lastAdministrator: "This is the last administrator: add another with `kawal account add` first."
        case .accountNameUnfit: "A name has 2 to 40 letters, digits, dots or dashes."
        case .rolesClash:
            "An interviewer must not see the reasons before the interview: give border, passport, helpdesk, analyst or auditor to another account."
        case .unreadable(let finding): "Nothing could be read: \(finding)."
        case .fieldUnfit(let field, let expected): "\(field): expected \(expected)."
        case .absent: "There is no such thing."
        case .overtaken: "What it told stands no more, or something later was told: close it."
        case .passRefused: "No pass is issued: the placement isn't complete, or the birth date is another's."
        case .signInRefused, .signInSlowed, .signInBusy, .passwordUnfit, .keyRefused, .notAllowed,
            .nothingToCheck, .closed, .caseRefused:
            "Not possible (\(fault.code))."
        }
    }
}

/// An input that can't be read at all.
struct InputProblem: Error {
    /// What it is and what to do.
    var sentence: String
}

/// A wrong use that the parser can't see.
struct UsageProblem: Error {
    /// What it is and what to do.
    var sentence: String
}
