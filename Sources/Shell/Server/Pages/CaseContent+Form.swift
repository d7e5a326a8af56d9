import Operations
import Pages
import Vocabulary

extension CaseContent {
    /// What was typed on a step's form; what can't be read stays empty and is asked for again.
    init(_ form: Form) {
        self.init()
        func text(_ field: CaseField) -> String? { form[FormName(field).text] }
        reason = text(.reason)
        reference = text(.reference)
        clause = text(.clause)
        day = text(.day).flatMap { Day($0) }
        counterpart = text(.counterpart)
        self.text = text(.text)
        language = text(.language)
        let read = form.all(FormName(.rights).text)
        rights = read.contains("read") ? read.joined(separator: " ") : nil
        view = text(.view).flatMap(Rung.init(rawValue:))
        confidence = text(.confidence).flatMap { Int($0) }
        guardian = text(.guardian).map { $0 == "yes" }
        receipt = text(.receipt)
        proposal = text(.proposal).flatMap(Proposal.init(rawValue:))
        consent = text(.consent).flatMap(Consent.init(rawValue:))
        minutes = text(.minutes).flatMap { Int($0) }
        rupiah = text(.rupiah).flatMap { Int($0) }
        element = text(.element).flatMap(CrimeElement.init(rawValue:))
        purpose = text(.purpose).flatMap(ConsentPurpose.init(rawValue:))
        task = text(.task).flatMap { Int($0) }
        request = text(.request)
        village = text(.village)
        let pieces = form.all(FormName(.evidence).text)
        evidence = pieces.isEmpty ? nil : pieces
        let chosen = form.all(FormName(.papers).text)
        papers = chosen.isEmpty ? nil : chosen
        let facts = (1...FormName.mostFacts).compactMap { number -> CaseFact? in
            guard
                let source = form[FormName(.facts, .source, number).text].flatMap(FactSource.init(rawValue:)),
                let text = form[FormName(.facts, .text, number).text]
            else { return nil }
            return CaseFact(source: source, text: text)
        }
        self.facts = facts.isEmpty ? nil : facts
        let answers = (1...FormName.mostQuestions).compactMap { number -> CaseAnswer? in
            guard let question = form[FormName(.answers, .question, number).text],
                let answer = form[FormName(.answers, .answer, number).text]
            else { return nil }
            return CaseAnswer(question: question, answer: answer)
        }
        self.answers = answers.isEmpty ? nil : answers
    }
}

extension Form {
    /// The fields by name, to be shown again.
    var typed: [String: [String]] {
        var typed: [String: [String]] = [:]
        for (name, value) in fields { typed[name, default: []].append(value) }
        return typed
    }
}
