import Intake
package import Vocabulary

/// The advice on one traveller of a list, or on one application.
package struct Screened: Sendable {
    /// The carrier's number or route; nil for an application.
    package var flight: String?
    /// The day judged.
    package var departsOn: Day
    /// The place in the list, from 1 through all its parts.
    package var person: Int
    /// The document, as listed or as in the zone where they differ.
    package var passport: PassportNumber?
    /// The explained advice.
    package var assessment: Assessment
}

extension Desk {
    /// Screens lists without leaving anything behind: files as given, parts in sequence, then list order.
    ///
    /// - Throws: `OperationFault.unreadable` where a file can't be read; `SiteFault`; what `each` throws.
    package func screen(
        _ paths: [String],
        on day: Day?,
        each: (Screened) throws -> Void
    ) async throws -> [(file: String, diagnostic: Diagnostic)] {
        var found: [(file: String, diagnostic: Diagnostic)] = []
        var lists: [DepartureList] = []
        for file in try FoundFile.all(below: paths) {
            switch file.kind {
            case .manifest, .messages:
                let bytes = try file.contents()
                do {
                    let read = try travellers(in: bytes, name: file.path, digest: "", on: day)
                    lists += read.lists
                    found += read.loose.map { (file.path, $0) }
                    found += read.lists.flatMap(\.diagnostics).map { (file.path, $0) }
                } catch OperationFault.unreadable where file.wasFoundInFolder {
                    found.append((file.path, Self.noDeparture))
                }
            case .records, .truth:
                found.append((file.path, Self.notAList(.note)))
            case .unknown:
                guard file.wasFoundInFolder else {
                    throw OperationFault.unreadable(finding: "\(file.path) holds no list")
                }
                found.append((file.path, Self.notAList(.error)))
            }
        }
        for list in DepartureList.joining(lists) {
            let judged = try await judge(list)
            for (position, (person, one)) in zip(list.persons, judged).enumerated() {
                try each(
                    Screened(
                        flight: list.flight.number.isEmpty ? nil : list.flight.number,
                        departsOn: list.flight.departsOn,
                        person: position + 1,
                        passport: person.passportNumber,
                        assessment: one.assessment
                    )
                )
            }
        }
        return found
    }

    /// Screens the passport applications of files (status `applied`) without leaving anything behind.
    ///
    /// - Throws: `OperationFault.unreadable` where a file can't be read; `SiteFault`; what `each` throws.
    package func screenApplications(
        in paths: [String],
        on day: Day?,
        each: (Screened) throws -> Void
    ) throws -> [(file: String, diagnostic: Diagnostic)] {
        var found: [(file: String, diagnostic: Diagnostic)] = []
        for file in try FoundFile.all(below: paths) {
            guard file.kind == .records(.passports) else {
                guard file.wasFoundInFolder else {
                    throw OperationFault.unreadable(finding: "\(file.path) is no table of passports")
                }
                continue
            }
            let read = RecordReader<PassportRecord>.read(try file.contents())
            found += read.diagnostics.map { (file.path, $0) }
            let applications = read.records.map(\.record).filter { $0.file.status == .applied }
            for (position, application) in applications.enumerated() {
                let judged = try site.read { try assess(application, on: day, $0) }
                try each(
                    Screened(
                        flight: nil,
                        departsOn: judged.day,
                        person: position + 1,
                        passport: application.file.number,
                        assessment: judged.assessment
                    )
                )
            }
        }
        return found
    }

    private static func notAList(_ severity: Diagnostic.Severity) -> Diagnostic {
        Diagnostic(
            severity,
            code: "FILE-NO-LIST",
            at: 0,
            found: "a file that holds no travellers",
            expected: "a passenger list",
            remedy: "Load offices' tables with `kawal intake`."
        )
    }
}
