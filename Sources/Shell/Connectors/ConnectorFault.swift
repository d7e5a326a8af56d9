/// Why a connector could not do its work; each case has a stable code, listed in `docs/operate/connectors.md`.
package enum ConnectorFault: Error, Hashable {
    /// A setting doesn't fit.
    case unfit(setting: String, expected: String)
    /// The other system refused what was asked; asking again doesn't help.
    case refused(status: Int)
    /// The other system doesn't answer, or answers with faults; it is left in peace for a while.
    case unreachable(finding: String)
    /// An answer isn't what the contract says.
    case envelope(finding: String)
    /// The place in the other system's rows is no longer known there; reading begins again.
    case gone
    /// More rows wait for their records than are kept; nothing more is taken until somebody has looked.
    case tooManyOrphans(limit: Int)
    /// A file with a secret is missing, or others may read it.
    case secret(path: String, finding: String)
    /// A file or folder can't be read or written.
    case disk(path: String, finding: String)

    /// The stable code.
    package var code: String {
        switch self {
        case .unfit: "KWL-CON-SETTING"
        case .refused: "KWL-CON-REFUSED"
        case .unreachable: "KWL-CON-SILENT"
        case .envelope: "KWL-CON-ENVELOPE"
        case .gone: "KWL-CON-GONE"
        case .tooManyOrphans: "KWL-CON-ORPHANS"
        case .secret: "KWL-CON-SECRET"
        case .disk: "KWL-CON-DISK"
        }
    }

    /// What it says to an operator; nothing of it is about a person.
    package var sentence: String {
        switch self {
        case .unfit(let setting, let expected): "\(setting): expected \(expected)"
        case .refused(let status):
            "the other system answers HTTP \(status); check token, address and agreement"
        case .unreachable(let finding): "no answer: \(finding); it is asked again later"
        case .envelope(let finding): "the answer isn't what the contract says: \(finding)"
        case .gone: "the other system no longer knows the place; reading begins again"
        case .tooManyOrphans(let limit):
            "more than \(limit) rows wait for their records: `kawal connect --orphans` lists them"
        case .secret(let path, let finding): "\(path) \(finding)"
        case .disk(let path, let finding): "\(path): \(finding)"
        }
    }
}
