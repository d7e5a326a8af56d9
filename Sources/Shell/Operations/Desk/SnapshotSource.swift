import Linking
import Vocabulary

/// A snapshot as Linking asks it: what a list's travellers have in common is asked once.
final class SnapshotSource: RecordSource {
    private struct Question: Hashable {
        var kind: RecordKind
        var handle: Handle
    }

    private let reads: any SiteReads
    private var answers: [Question: any Sendable] = [:]
    private var counts: [RecordKind: Int] = [:]

    init(reads: any SiteReads) { self.reads = reads }

    func records<Record: OfficeRecord>(_ type: Record.Type, anyOf handles: [Handle]) throws -> [Record] {
        try reads.records(type, anyOf: handles)
    }

    func count(_ kind: RecordKind) throws -> Int {
        if let known = counts[kind] { return known }
        let count = try reads.loaded(kind)?.count ?? 0
        counts[kind] = count
        return count
    }

    func records<Record: OfficeRecord>(_ type: Record.Type, _ handle: Handle) throws -> [Record] {
        switch handle {
        case .licence, .jobOrder, .destination:
            let question = Question(kind: Record.kind, handle: handle)
            if let known = answers[question] as? [Record] { return known }
            let found = try reads.records(type, handle)
            answers[question] = found
            return found
        case .nik, .passport, .previousPassport, .nameAndBirth, .wordAndBirth, .nameAndYear, .word, .key,
            .locator, .waiting:
            return try reads.records(type, handle)
        }
    }
}
