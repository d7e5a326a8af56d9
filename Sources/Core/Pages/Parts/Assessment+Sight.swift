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
    ///
    /// Looks at bytes: every answer to a border officer passes here.
    static func isPersonal(_ text: String) -> Bool {
        var text = text
        return text.withUTF8 { bytes in
            personalNames.contains { bytes.holds($0, asWord: true) }
                || personalPhrases.contains { bytes.holds($0, asWord: false) }
        }
    }

    private static let personalNames: [[UInt8]] = [
        "health", "medical", "medical_until", "marital", "marital_statement", "marital-statement",
        "family_permission", "family-permission", "psikologi", "psikolog",
    ].map { Array($0.utf8) }

    private static let personalPhrases: [[UInt8]] = [
        "keterangan sehat", "kesehatan", "status perkawinan", "buku nikah", "izin keluarga", "izin suami",
        "izin istri", "izin wali", "izin orang tua", "family permission", "health statement",
        "marital statement",
    ].map { Array($0.utf8) }

    private static func once<Value: Hashable>(_ values: [Value]) -> [Value] {
        var known: Set<Value> = []
        return values.filter { known.insert($0).inserted }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether a text in lower-case ASCII stands in these bytes, in any case; as a word, with no letter beside it.
    fileprivate func holds(_ wanted: [UInt8], asWord: Bool) -> Bool {
        guard count >= wanted.count else { return false }
        for start in 0...(count - wanted.count) where lower(start) == wanted[0] {
            var place = 1
            while place < wanted.count, lower(start + place) == wanted[place] { place += 1 }
            guard place == wanted.count else { continue }
            let end = start + place
            if !asWord || ((start == 0 || !isInWord(start - 1)) && (end == count || !isInWord(end))) {
                return true
            }
        }
        return false
    }

    private func lower(_ position: Int) -> UInt8 {
        let byte = self[position]
        return byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
    }

    private func isInWord(_ position: Int) -> Bool {
        let byte = lower(position)
        return (byte >= 0x61 && byte <= 0x7A) || byte == 0x5F || byte == 0x2D || byte >= 0x80
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
