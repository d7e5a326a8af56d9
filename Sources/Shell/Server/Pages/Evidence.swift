import Casework
import HTTPTypes
import NIOCore
import Operations
import Pages
import Vocabulary

/// Evidence of a case: taken in, opened for a purpose, given out in a bundle.
enum Evidence {
    static func add(_ visit: Visit) async throws -> Reply {
        let (id, actor) = try admitted(visit)
        guard let file = visit.files.first(where: { $0.field == Field.paper.text }) else {
            throw OperationFault.fieldUnfit(field: Field.paper.text, expected: "a file")
        }
        var brought = BroughtEvidence(bytes: Array(file.bytes.readableBytesView), name: file.name)
        brought.deviceDigest = visit.field(Field.digest)
        brought.capturedAt = visit.field(Field.opens).flatMap { captured($0, visit) }
        brought.place = visit.field(Field.destination).map { String($0.prefix(200)) }
        brought.text = visit.form[FormName(.text).text].map { String($0.prefix(1000)) }
        do {
            _ = try await visit.desk.collect(brought, for: id, by: actor)
        } catch OperationFault.fieldUnfit(let field, _) {
            var model = try Cases.model(visit)
            model.evidenceProblem = field == "digest" ? .altered : .unknownKind
            return visit.page(model, status: .unprocessableContent)
        }
        return visit.redirect(Pages.Link.caseFile(id).text, saying: .stepTaken)
    }

    static func open(_ visit: Visit) async throws -> Reply {
        let (id, actor) = try admitted(visit)
        let opened = try await visit.desk.open(
            evidence: try visit.parameter("piece"),
            of: id,
            for: try purpose(visit),
            by: actor
        )
        return .download(opened.bytes, name: opened.move.name)
    }

    static func note(_ visit: Visit) async throws -> Reply {
        let (id, actor) = try admitted(visit)
        guard let act = visit.field(Field.duty).flatMap(CustodyAct.init(rawValue:)),
            CustodyAct.byHand.contains(act),
            let text = visit.form[FormName(.text).text]
        else { throw OperationFault.fieldUnfit(field: Field.duty.text, expected: "an act and a note") }
        try await visit.desk.note(
            act,
            on: try visit.parameter("piece"),
            of: id,
            for: try purpose(visit),
            text: String(text.prefix(500)),
            by: actor
        )
        return visit.redirect(Pages.Link.caseFile(id).text, saying: .stepTaken)
    }

    static func bundle(_ visit: Visit) async throws -> Reply {
        let (id, actor) = try admitted(visit)
        let files = try await visit.desk.bundle(of: id, for: try purpose(visit), by: actor) { bundle, names in
            page(of: bundle, names, visit)
        }
        let name = "perkara-" + id.suffix(12)
        let seconds = Int(visit.desk.now().milliseconds / 1000)
        return .download(TapeArchive.archive(files, below: name, at: seconds), name: name + ".tar")
    }

    /// The page of a bundle that people read.
    static func page(of bundle: CaseBundle, _ names: [String: String], _ visit: Visit) -> [UInt8] {
        BundleModel(
            moves: bundle.history.moves,
            evidence: bundle.evidence,
            names: names,
            reasons: CaseSight.reasonWords(bundle.history.kind, in: .indonesian, visit.desk),
            madeAt: bundle.madeAt,
            madeBy: bundle.madeBy,
            rules: bundle.rules
        ).render(zone: visit.frame().zone)
    }

    /// Whoever has a step on such cases, and no traveller's own check: its answers are no evidence.
    private static func admitted(_ visit: Visit) throws -> (id: String, actor: Actor) {
        let (id, actor) = (try visit.parameter("id"), try visit.actor)
        guard let history = CaseHistory(try visit.desk.site.read({ try $0.caseMoves(id) })) else {
            throw Problem.notFound
        }
        guard history.kind != .departure, CaseSight.isWork(history, of: actor),
            !CaseSight.isNameless(history, for: actor)
        else {
            throw Problem.notAllowed
        }
        return (id, actor)
    }

    private static func purpose(_ visit: Visit) throws -> EvidencePurpose {
        guard let purpose = visit.field(Field.reason).flatMap(EvidencePurpose.init(rawValue:)) else {
            throw OperationFault.fieldUnfit(field: Field.reason.text, expected: "a purpose")
        }
        return purpose
    }

    /// `2026-03-01T14:05` as the device's owner reads it at the post.
    private static func captured(_ text: String, _ visit: Visit) -> Moment? {
        Moment(text).map { $0.adding(seconds: -visit.desk.zone * 60) }
    }
}

extension Reply {
    /// A file to be kept; never shown by the browser, whatever is in it.
    static func download(_ bytes: [UInt8], name: String) -> Reply {
        let plain = name.filter {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "." || $0 == "-" || $0 == "_")
        }
        var reply = Reply(.ok)
        reply.bytes = ByteBuffer(bytes: bytes)
        reply.headers[.contentType] = "application/octet-stream"
        reply.headers[.contentDisposition] = "attachment; filename=\"\(plain.isEmpty ? "berkas" : plain)\""
        return reply
    }
}
