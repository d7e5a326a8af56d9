package import Casework
package import Vocabulary

extension Desk {
    /// The case of an applicant that isn't closed; nil where there is none.
    ///
    /// - Throws: `SiteFault`.
    package func runningApplication(of opening: CaseOpening?, _ reads: any SiteReads) throws -> CaseLine? {
        var lines: [CaseLine] = []
        if let nik = opening?.nik { lines += try reads.cases(of: nik) }
        if let passport = opening?.passport { lines += try reads.cases(of: passport) }
        return lines.first { $0.last.kind == .application && !$0.last.isEnd }
    }

    /// Opens the case of a passport application.
    ///
    /// - Throws: `OperationFault.absent` where the register has no such application, `.caseRefused` where one runs already; `SiteFault`.
    package func openCase(ofApplication key: String, saying text: String, by actor: Actor) async throws
        -> CaseHistory
    {
        guard let opening = try site.read({ try application(key, $0).map(opening) }) else {
            throw OperationFault.absent
        }
        var content = CaseContent()
        content.text = text
        content.opening = opening
        return try await open(.application, content, by: actor)
    }

    /// The case that runs about the applicant of an application.
    ///
    /// - Throws: `SiteFault`.
    package func runningCase(ofApplication key: String) throws -> CaseMove? {
        try site.read { reads in
            try application(key, reads).flatMap { try runningApplication(of: opening($0), reads) }?.last
        }
    }

    /// The papers that the screening of somebody's application misses, in the order of the rules; empty without an application.
    ///
    /// - Throws: `SiteFault`.
    package func papersMissing(in opening: CaseOpening) throws -> [String] {
        try site.read { reads in
            let handle = opening.nik.map(Handle.nik) ?? opening.passport.map(Handle.passport)
            guard let handle else { return [] }
            let waiting = try reads.records(PassportRecord.self, handle).filter { $0.file.status == .applied }
            let latest = waiting.max { ($0.file.appliedOn?.number ?? 0) < ($1.file.appliedOn?.number ?? 0) }
            return try latest.map { papersMissing(in: try assess($0, on: nil, reads).assessment) } ?? []
        }
    }

    /// The papers that an assessment misses, in the order of the rules.
    package func papersMissing(in assessment: Assessment) -> [String] {
        let named = Set(assessment.reasons.compactMap { $0.evidence["document"] })
        return rules.papers(on: today).map(\.document).filter(named.contains)
    }

    private func application(_ key: String, _ reads: any SiteReads) throws -> PassportRecord? {
        try reads.records(PassportRecord.self, .key(key)).first { $0.file.status == .applied }
    }

    private func opening(_ application: PassportRecord) -> CaseOpening {
        var opening = CaseOpening(
            passport: application.file.number ?? application.file.previousNumber,
            name: application.holder.name?.text,
            post: post
        )
        opening.nik = application.holder.nik
        return opening
    }
}
