import Foundation
import Testing
import Vocabulary

@testable import Pages

@Suite struct WordsTests {
    /// Every word that pages can say, with where it stands.
    static let all: [(path: String, word: Word)] =
        collect(Words.all, path: "words") + Frame.months.map { ("month", $0) }

    private static func collect(_ value: Any, path: String) -> [(path: String, word: Word)] {
        if let word = value as? Word { return [(path, word)] }
        if let table = value as? [String: Word] {
            return table.sorted { $0.key < $1.key }.map { (path + "." + $0.key, $0.value) }
        }
        return Mirror(reflecting: value).children.flatMap { child in
            collect(child.value, path: path + "." + (child.label ?? "item"))
        }
    }

    @Test func `the table is found whole`() {
        #expect(WordsTests.all.count > 400)
    }

    @Test(arguments: Language.allCases)
    func `no word is missing, blank, or has blanks around it`(language: Language) {
        for (path, word) in WordsTests.all {
            let text = word[language]
            #expect(!text.isEmpty, "\(path)")
            #expect(text.first?.isWhitespace == false && text.last?.isWhitespace == false, "\(path)")
            #expect(!text.contains("  "), "\(path)")
        }
    }

    @Test func `both languages have the same places to fill in`() {
        for (path, word) in WordsTests.all {
            let places = Language.allCases.map { word[$0].ranges(of: "{}").count }
            #expect(Set(places).count == 1, "\(path)")
        }
    }

    @Test func `a word equal in both languages is one that both languages have`() {
        let shared: Set<String> = [
            "Umrah", "Auditor", "Administrator", "Transit", "Visa", "April", "September", "November",
            "OK-to-board", "Job order", "normal", "status",
        ]
        for (path, word) in WordsTests.all where word.indonesian == word.english {
            #expect(shared.contains(word.indonesian), "\(path): \(word.indonesian)")
        }
    }

    @Test func `Indonesian sentences stay under fifteen words`() {
        for (path, word) in WordsTests.all {
            for sentence in word.indonesian.split(whereSeparator: { ".!?:;".contains($0) }) {
                #expect(sentence.split(separator: " ").count < 15, "\(path): \(sentence)")
            }
        }
    }

    @Test func `no word accuses anybody`() {
        let accusing = [
            "curiga", "suspect", "ilegal", "illegal", "tolak berangkat", "deny", "denied", "pelaku", "kabur",
        ]
        for (path, word) in WordsTests.all {
            for text in Language.allCases.map({ word[$0].lowercased() }) {
                #expect(!accusing.contains { text.contains($0) }, "\(path): \(text)")
            }
        }
    }

    @Test func `every code of the work has its words`() {
        let terms = Words.all.terms
        #expect(Set(terms.interviewReasons.keys) == Set(InterviewReason.allCases.map(\.rawValue)))
        #expect(Set(terms.duties.keys) == Set(Role.allCases.map(\.rawValue)))
        #expect(Set(terms.scopes.keys) == Set(KeyScope.allCases.map(\.rawValue)))
        #expect(Set(terms.authorities.keys) == Set(Authority.allCases.map(\.rawValue)))
    }

    @Test func `every state, fault and reason of a pass has its words`() {
        let words = Words.all.pass
        let states = Set(PassState.allCases.map(\.rawValue))
        #expect(Set(words.states.keys) == states && Set(words.meanings.keys) == states)
        #expect(Set(words.holders.keys) == Set(PassHolder.allCases.map(\.rawValue)))
        #expect(Set(words.faults.keys) == Set(PassFault.allCases.map(\.rawValue)))
        #expect(Set(words.voidReasons.keys) == Set(PassVoidReason.allCases.map(\.rawValue)))
        #expect(Set(words.outcomes.keys) == Set(PassDeskModel.Outcome.allCases.map(\.rawValue)))
        #expect(Set(words.standings.keys) == Set(words.standingMeanings.keys))
    }

    @Test func `every member that may cross has its words, and the exchange's codes have theirs`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Rules/agreement.csv")
        let rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
            .filter { !$0.hasPrefix("#") }.dropFirst()
        let members = rows.flatMap { row in
            row.split(separator: ",", omittingEmptySubsequences: false)[2].split(separator: " ").map(
                String.init
            )
        }
        #expect(members.count > 40)
        #expect(Set(Words.all.agreement.memberNames.keys) == Set(members))
        let exchange = Words.all.exchange
        #expect(
            Set(exchange.witnessStates.keys) == Set(ExchangeModel.Witness.State.allCases.map(\.rawValue))
        )
        #expect(Set(exchange.problems.keys) == Set(ExchangeModel.Problem.allCases.map(\.rawValue)))
        #expect(Set(Words.all.deskAnswer.answers.keys) == Set(DeskAnswer.Kind.allCases.map(\.rawValue)))
    }

    @Test func `every state, step and choice of a case has its words`() {
        let terms = Words.all.caseTerms
        let states: [CaseKind: [String]] = [
            .departure: DepartureState.allCases.map(\.rawValue),
            .application: ApplicationState.allCases.map(\.rawValue),
            .referral: ReferralState.allCases.map(\.rawValue),
            .enforcement: EnforcementState.allCases.map(\.rawValue),
            .licence: LicenceState.allCases.map(\.rawValue), .abroad: AbroadState.allCases.map(\.rawValue),
            .support: SupportState.allCases.map(\.rawValue), .search: SearchState.allCases.map(\.rawValue),
        ]
        let steps: [CaseKind: [String]] = [
            .departure: DepartureStep.allCases.map(\.rawValue),
            .application: ApplicationStep.allCases.map(\.rawValue),
            .referral: ReferralStep.allCases.map(\.rawValue),
            .enforcement: EnforcementStep.allCases.map(\.rawValue),
            .licence: LicenceStep.allCases.map(\.rawValue), .abroad: AbroadStep.allCases.map(\.rawValue),
            .support: SupportStep.allCases.map(\.rawValue), .search: SearchStep.allCases.map(\.rawValue),
        ]
        for kind in CaseKind.allCases {
            #expect(terms.kinds[kind.rawValue] != nil)
            for state in states[kind] ?? [] {
                #expect(terms.states["\(kind).\(state)"] ?? terms.states[state] != nil, "\(kind) \(state)")
            }
            for step in steps[kind] ?? [] {
                #expect(terms.steps["\(kind).\(step)"] ?? terms.steps[step] != nil, "\(kind) \(step)")
            }
        }
        #expect(Set(terms.fields.keys) == Set(CaseField.allCases.map(\.rawValue)))
        #expect(Set(terms.rungs.keys) == Set(Rung.allCases.map(\.rawValue)))
        #expect(Set(terms.sources.keys) == Set(FactSource.allCases.map(\.rawValue)))
        #expect(Set(terms.proposals.keys) == Set(Proposal.allCases.map(\.rawValue)))
        #expect(Set(terms.consents.keys) == Set(Consent.allCases.map(\.rawValue)))
        #expect(Set(terms.holders.keys) == Set(TimeHolder.allCases.map(\.rawValue)))
        #expect(Set(Words.all.slipUnits.keys) == Set(ClockRule.Unit.allCases.map(\.rawValue)))
    }
}
