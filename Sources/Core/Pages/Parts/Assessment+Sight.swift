public import Vocabulary

/// What a reader may see of an assessment.
///
/// Border and passport roles learn that the placement file lacks something, not which health, marital or family paper:
/// that is between the worker and the ministry's desk.
/// - Source: UU 27/2022 art. 4 (specific personal data); design promise 8.
extension Assessment {
    /// The assessment as this reader sees it; the advice is the same for all.
    ///
    /// Masked findings of one kind are shown once. The sentences stay Indonesian, as the rules' are.
    public func seen(with sight: Sight) -> Assessment {
        guard sight == .border else { return self }
        var seen = self
        seen.reasons = Assessment.once(reasons.map(\.maskedForBorder))
        seen.context = Assessment.once(context.map(\.maskedForBorder))
        seen.against = Assessment.once(against.map(\.maskedForBorder))
        seen.unknown = Assessment.once(unknown.map(\.maskedForBorder))
        seen.mend = Assessment.once(mend.map(\.maskedForBorder))
        return seen
    }

    /// Whether a name (`document.medical`) or a sentence tells of a health, marital or family paper.
    static func isPersonal(_ text: String) -> Bool {
        let text = text.lowercased()
        let words = text.split { !$0.isLetter && $0 != "_" && $0 != "-" }
        return words.contains { personalNames.contains(String($0)) }
            || personalPhrases.contains { text.contains($0) }
    }

    private static let personalNames: Set<String> = [
        "health", "medical", "medical_until", "marital", "marital_statement", "marital-statement",
        "family_permission",
        "family-permission", "psikologi", "psikolog",
    ]

    private static let personalPhrases: [String] = [
        "keterangan sehat", "kesehatan", "status perkawinan", "buku nikah", "izin keluarga", "izin suami",
        "izin istri",
        "izin wali", "izin orang tua", "family permission", "health statement", "marital statement",
    ]

    private static func once<Value: Hashable>(_ values: [Value]) -> [Value] {
        var known: Set<Value> = []
        return values.filter { known.insert($0).inserted }
    }
}

extension Reason {
    fileprivate var maskedForBorder: Reason {
        let words = [says, saysToTraveller] + evidence.flatMap { [$0.key, $0.value] }
        // A check of age has its own words about guardians; those are not placement papers.
        guard code.hasPrefix("D02") || kind == .soft || kind == .advisory,
            words.contains(where: Assessment.isPersonal)
        else { return self }
        let masks = Words.all.finding
        return Reason(
            code: code,
            kind: kind,
            grade: grade,
            says: masks.maskedFinding.indonesian,
            saysToTraveller: masks.maskedToTraveller.indonesian,
            basis: basis,
            evidence: [:]
        )
    }
}

extension Support {
    fileprivate var maskedForBorder: Support {
        guard Assessment.isPersonal(code) || Assessment.isPersonal(says) else { return self }
        return Support(code: "placement-file", says: Words.all.finding.maskedSupport.indonesian)
    }
}

extension Unknown {
    fileprivate var maskedForBorder: Unknown {
        guard Assessment.isPersonal(fact) || Assessment.isPersonal(ask) else { return self }
        return Unknown(fact: "placement-file", ask: Words.all.finding.maskedQuestion.indonesian)
    }
}

extension Remedy {
    fileprivate var maskedForBorder: Remedy {
        guard Assessment.isPersonal(document) || Assessment.isPersonal(self.where) else { return self }
        let masks = Words.all.finding
        return Remedy(
            document: masks.maskedDocument.indonesian,
            where: masks.maskedPlace.indonesian,
            basis: basis
        )
    }
}
