import Foundation
import Intake
import Vocabulary

extension Desk {
    /// Loads offices' files and folders: tables first, in any order, then lists.
    ///
    /// Loading the same file twice changes nothing; a row that can't be used is told and the others go on.
    /// - Throws: `OperationFault.unreadable` where a named file can't be read or is none that Kawal reads; `SiteFault`.
    package func load(
        _ paths: [String],
        by actor: Actor,
        tell: @escaping (LoadStep) -> Void
    ) async throws -> LoadReport {
        let files = try FoundFile.all(below: paths)
        let total = files.reduce(0) { $0 + $1.bytes }
        var report = LoadReport()
        var done = 0
        for file in files.sorted(by: { $0.isList ? false : $1.isList }) {
            switch file.kind {
            case .records(let kind):
                let base = done
                report.rows[kind, default: LoadCount()] += try await table(kind, file, by: actor) { step in
                    if case .found(_, let diagnostic) = step, diagnostic.severity == .error {
                        report.refused += 1
                    }
                    if case .read(let name, let bytes, _) = step {
                        tell(.read(file: name, bytes: base + bytes, of: total))
                    } else {
                        tell(step)
                    }
                }
            case .manifest, .messages: try await list(file, by: actor, &report, tell)
            case .truth: report.skipped.append(file.path)
            case .unknown(let diagnostic):
                guard file.wasFoundInFolder else {
                    throw OperationFault.unreadable(finding: "\(file.path): \(diagnostic.found)")
                }
                report.refused += 1
                tell(.found(file: file.path, diagnostic))
            }
            done += file.bytes
        }
        return report
    }

    private func table(
        _ kind: RecordKind,
        _ file: FoundFile,
        by actor: Actor,
        tell: (LoadStep) -> Void
    ) async throws -> LoadCount {
        switch kind {
        case .workers: try await table(Placement.self, file, by: actor, tell: tell)
        case .agencies: try await table(Agency.self, file, by: actor, tell: tell)
        case .joborders: try await table(JobOrder.self, file, by: actor, tell: tell)
        case .passports: try await table(PassportRecord.self, file, by: actor, tell: tell)
        case .crossings: try await table(Crossing.self, file, by: actor, tell: tell)
        case .bookings: try await table(Booking.self, file, by: actor, tell: tell)
        case .notices: try await table(Notice.self, file, by: actor, tell: tell)
        case .outcomes: try await table(Outcome.self, file, by: actor, tell: tell)
        case .feeds: try await table(Feed.self, file, by: actor, tell: tell)
        }
    }

    /// Reads and seals on one core while the store writes on the other.
    private func table<Record: OfficeRecord>(
        _: Record.Type,
        _ file: FoundFile,
        by actor: Actor,
        tell: (LoadStep) -> Void
    ) async throws -> LoadCount {
        let handle = try file.open()
        defer { try? handle.close() }
        var batches = RecordBatches<Record>(PieceSource(handle))
        var count = LoadCount()
        var writing: Task<LoadCount, any Error>?
        let at = now()
        while let batch = try file.reading({ try batches.next() }) {
            for diagnostic in batch.diagnostics { tell(.found(file: file.path, diagnostic)) }
            let sealed = try site.seal(batch.changes, by: actor.name, at: at)
            if let writing { count += try await writing.value }
            writing = Task { try await sealed.write() }
            tell(.read(file: file.path, bytes: batches.bytesRead, of: file.bytes))
        }
        if let writing { count += try await writing.value }
        return count
    }

    private func list(
        _ file: FoundFile,
        by actor: Actor,
        _ report: inout LoadReport,
        _ tell: (LoadStep) -> Void
    ) async throws {
        let bytes = try file.contents()
        do {
            let reception = try await receive(bytes, name: file.path, by: actor)
            report.lists += reception.manifests
            let findings = reception.diagnostics + reception.manifests.flatMap(\.diagnostics)
            report.refused += findings.count { $0.severity == .error }
            tell(.received(file: file.path, reception))
        } catch OperationFault.unreadable(let finding) where file.wasFoundInFolder {
            report.refused += 1
            let expected = "a passenger list with a flight and a day"
            let diagnostic = DiagnosticCode.unreadList.found(finding, expected: expected, at: 0)
            tell(.found(file: file.path, diagnostic))
        }
    }
}
