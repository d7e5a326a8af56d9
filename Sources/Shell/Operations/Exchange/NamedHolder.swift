import Exchange
package import Vocabulary

/// Whoever a notice of a match names: only their own placements are shown (pemegang yang disebut).
///
/// - Source: UU 27/2022 art. 27 (limited to what is asked for); `agreement.csv`, `match.notice/1`.
struct NamedHolder: Sendable {
    private let document: String?
    private let nik: NIK?
    private let sounds: [String]
    private let bornOn: Day?

    /// Reads whom a notice names.
    ///
    /// - Throws: `ExchangeRefusal.schema` where a member isn't what it has to be, or none says who it is.
    init(_ members: Members) throws(ExchangeRefusal) {
        document = try members.optional("passport_no") { PassportNumber($0) }?.compared
        nik = try members.optional("nik") { NIK($0) }
        sounds = NamedHolder.sounds(try members.optional("name") { PersonName($0) })
        bornOn = try members.optional("born_on") { Day($0) }
        guard document != nil || nik != nil || (!sounds.isEmpty && bornOn != nil) else {
            throw .schema("passport_no")
        }
    }

    /// Whether a placement is theirs: by its document or population number, else by name and birth date, as the look-up compares
    /// them.
    func holds(_ placement: Placement) -> Bool {
        let holder = placement.holder
        if let document, holder.passportNumber.value?.compared == document { return true }
        if let nik, holder.nik == nik { return true }
        guard !sounds.isEmpty, let bornOn, holder.bornOn == bornOn else { return false }
        return [holder.name, holder.name?.withoutFather].contains { NamedHolder.sounds($0) == sounds }
    }

    private static func sounds(_ name: PersonName?) -> [String] { (name?.sounds ?? []).sorted() }
}

extension Desk {
    /// The placements that somebody on a list turned out to have; what is named and another's stays unsaid.
    func disclosed(_ references: [String], to holder: NamedHolder, _ reads: any SiteReads) throws
        -> [Placement]
    {
        try references.prefix(SoughtAnswer.mostReferences).flatMap {
            try reads.records(Placement.self, .key($0))
        }.filter(holder.holds)
    }
}

extension PassportNumber {
    /// As two sites compare it: letters and digits, whatever stands between them; nil where it has neither.
    package var compared: String? {
        let kept = text.utf8.filter { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
        return kept.isEmpty ? nil : String(decoding: kept, as: UTF8.self)
    }
}
