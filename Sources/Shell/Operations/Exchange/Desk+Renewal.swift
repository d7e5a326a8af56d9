import Exchange
import Vocabulary

extension Desk {
    /// What a letter that lay aside tells as it stands now: what is newer must not be turned back.
    ///
    /// - Throws: `OperationFault.overtaken` where what it told stands no more, or something later about it was told; `SiteFault`.
    func renewed(_ letter: Letter, asOf laidAside: Moment, isGathered: Bool, _ reads: any SiteReads) throws
        -> Letter
    {
        let now: Letter?
        switch letter.type {
        case "placement.shared/1":
            // One that a match asked for is told whatever its state; any other from signed on.
            now = try standing(Placement.self, letter["placement_id"], reads).flatMap {
                !isGathered || $0.isSharedOpenly ? share($0) : nil
            }
        case "agency.shared/1":
            now = share(try standing(Agency.self, letter["licence_no"], reads), as: letter.type).first
        case "joborder.shared/1":
            now = share(try standing(JobOrder.self, letter["job_order_no"], reads), as: letter.type).first
        case "notice.shared/1": now = share(try standing(Notice.self, letter["notice_id"], reads)).first
        case "lookup.published/1": now = try newest(letter, reads).map { Letter($0) }
        case "referral.opened/1": now = try open(letter, reads).map { try self.letter(opening: $0, reads) }
        case "referral.answered/1":
            let later = try reads.answers(to: letter["referral"] ?? "").contains { letter.isBefore($0.at) }
            now = try later || open(letter, reads) == nil ? nil : letter
        case "document.attested/1":
            let passport = letter["passport_no"].flatMap { PassportNumber($0) }
            let later = try passport.map { try reads.attestations(for: $0) }?.contains {
                $0.attestation.document == letter["document"] && letter.isBefore($0.at)
            }
            now = later == true ? nil : letter
        case "registry.told/1", "stream.digest/1":
            let told = try reads.crossed().first { $0.way == .out && $0.type == letter.type }
            now = told.map { $0.lastAt > laidAside } ?? false ? nil : letter
        default: now = letter
        }
        guard let now else { throw OperationFault.overtaken }
        return now
    }

    private func standing<Record: OfficeRecord>(_: Record.Type, _ key: String?, _ reads: any SiteReads) throws
        -> Record?
    {
        try key.flatMap { try reads.records(Record.self, .key($0)).first }
    }

    /// The referral that a letter tells of, where it hasn't fallen away.
    private func open(_ letter: Letter, _ reads: any SiteReads) throws -> Referral? {
        try letter["referral"].flatMap { try reads.referral(id: $0) }.flatMap {
            $0.withdrawnFor == nil ? $0 : nil
        }
    }

    private func newest(_ letter: Letter, _ reads: any SiteReads) throws -> LookUpPublished? {
        guard let side = exchange else { return nil }
        return try reads.lookUpTables(of: side.name.text).first {
            $0.table == letter["table"] && $0.epoch == letter.payload["epoch"]?.integer
        }
    }
}

extension Letter {
    fileprivate subscript(_ member: String) -> String? { payload[member]?.text }

    /// Whether what the letter tells was before a moment.
    fileprivate func isBefore(_ moment: Moment) -> Bool {
        self["at"].flatMap { Moment($0) }.map { $0 < moment } ?? false
    }
}
