import Vocabulary

/// What may stand on a form, whatever the course (isian yang sah).
enum CaseForm {
    /// Refuses what can't stand there as it is.
    static func check(_ content: CaseContent, against row: CaseRow? = nil) throws(CaseRefusal) {
        let texts: [(CaseField, String?)] = [
            (.reason, content.reason), (.reference, content.reference), (.clause, content.clause),
            (.counterpart, content.counterpart), (.text, content.text), (.language, content.language),
            (.rights, content.rights), (.receipt, content.receipt), (.request, content.request),
        ]
        for (field, text) in texts where (text?.utf8.count ?? 0) > CaseContent.longestText {
            throw .unfit(field, .tooLong)
        }
        for fact in content.facts ?? [] where fact.text.utf8.count > CaseContent.longestText {
            throw .unfit(.facts, .tooLong)
        }
        for answer in content.answers ?? [] where answer.answer.utf8.count > CaseContent.longestText {
            throw .unfit(.answers, .tooLong)
        }
        guard content.confidence.map({ (1...5).contains($0) }) ?? true else {
            throw .unfit(.confidence, .outOfRange)
        }
        guard content.minutes.map({ (1...60).contains($0) }) ?? true else {
            throw .unfit(.minutes, .outOfRange)
        }
        guard content.rupiah.map({ (0...1_000_000_000_000).contains($0) }) ?? true else {
            throw .unfit(.rupiah, .outOfRange)
        }
        guard (content.papers?.count ?? 0) <= 60, (content.evidence?.count ?? 0) <= 500 else {
            throw .unfit(.papers, .outOfRange)
        }
        guard (content.facts?.count ?? 0) <= 20 else { throw .unfit(.facts, .outOfRange) }
        guard (content.answers?.count ?? 0) <= 60 else { throw .unfit(.answers, .outOfRange) }
        if let village = content.village, !isVillageCode(village) { throw .unfit(.village, .unknownCode) }
        // Two facts that one source says are one fact.
        if let row, row.needs.contains(.facts), Set((content.facts ?? []).map(\.source)).count < 2 {
            throw .unfit(.facts, .oneSource)
        }
    }

    /// Refuses a reason that is none of those agreed for the step.
    static func checkReason(
        _ content: CaseContent,
        of kind: CaseKind,
        _ step: String,
        _ rules: Rulebook,
        on day: Day
    ) throws(CaseRefusal) {
        guard let reason = content.reason else { return }
        let agreed = rules.reasons(kind, step: step, on: day)
        guard agreed.isEmpty || agreed.contains(where: { $0.code == reason }) else {
            throw .unfit(.reason, .unknownCode)
        }
    }

    /// `35.09.12.2003`, with its dots or without: the code of a village as the interior ministry writes it.
    ///
    /// - Source: Kepmendagri 300.2.2-2138/2025 (codes of regions).
    private static func isVillageCode(_ text: String) -> Bool {
        let digits = text.utf8.filter { $0 != 0x2E }
        return digits.count == 10 && digits.allSatisfy { (0x30...0x39).contains($0) }
    }
}
