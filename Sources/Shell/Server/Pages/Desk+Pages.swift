import Operations
import Pages
import Vocabulary

/// What pages ask of the rules.
extension Desk {
    /// The documents that may be noted as seen, as the rules name them.
    var attestablePapers: [String] { [] }
    /// The documents that the public check asks for.
    var readinessPapers: [String] { [] }
    /// The files of rules in force.
    var ruleVersions: [StatusModel.RuleVersion] { [] }
    /// What is missing before leaving.
    func readinessAnswer(_ question: ReadinessQuestion) throws -> ReadinessModel.Answer { .init(missing: []) }
}

extension CountryCode {
    /// The countries that forms offer, by their Indonesian names.
    static let destinations: [CountryCode] = all.filter { $0 != .indonesia }
}
