import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Pages
import Vocabulary

/// Passenger lists: sending one, its progress, what came of it.
enum Manifests {
    private static let refresh = HTTPField.Name("Refresh")

    static func showAll(_ visit: Visit) throws -> Reply { visit.page(try model(visit)) }

    /// Takes a file and screens it apart from this request; what is quick is shown at once.
    static func receive(_ visit: Visit) async throws -> Reply {
        guard let file = visit.files.first(where: { $0.field == Field.paper.text }) else {
            return visit.page(try model(visit, .noFile), status: .unprocessableContent)
        }
        guard file.bytes.readableBytes > 0 else {
            return visit.page(try model(visit, .empty), status: .unprocessableContent)
        }
        let name = String(file.name.prefix(120))
        let id = try visit.office.uploads.start(
            Array(file.bytes.readableBytesView),
            name: name,
            by: try visit.actor
        )
        await visit.office.uploads.wait(for: id, atMost: .seconds(2))
        return try outcome(of: id, visit)
    }

    /// How far a file is: a page that comes back by itself, or JSON for the page's script.
    static func showJob(_ visit: Visit) throws -> Reply {
        let id = try visit.parameter("id")
        guard visit.request.headers[.accept]?.contains("application/json") == true else {
            return try outcome(of: id, visit)
        }
        guard let job = visit.office.uploads.job(id, of: try visit.actor.name) else { throw Problem.notFound }
        let (state, location): (String, String?) =
            switch job.state {
            case .running: ("running", nil)
            case .failed: ("failed", nil)
            case .done(let reception): ("done", page(of: reception))
            }
        return .json([
            "state": .string(state), "bytes": .int(job.byteCount),
            "seconds": .int(job.startedAt.seconds(until: visit.desk.now())), "location": JSONText(location),
        ])
    }

    static func show(_ visit: Visit) throws -> Reply {
        let digest = try visit.parameter("id")
        let manifests = try visit.desk.site.read { try $0.manifests(digest: digest) }
        guard !manifests.isEmpty else { throw Problem.notFound }
        let lines = try manifests.map { manifest in
            let receivedAt = try visit.desk.site.read {
                try $0.receivedAt(manifest.flight, list: manifest.list)
            }
            return ManifestLine(manifest, receivedAt: receivedAt ?? visit.desk.now())
        }
        let isRepeat = visit.request.uri.query == "ulang=1"
        let maySee = !(try visit.actor.roles.isDisjoint(with: PageTable.senders))
        let hasMessage = try maySee && visit.desk.hasMessage(digest)
        return visit.page(
            ManifestModel(
                lists: lines,
                diagnostics: manifests.flatMap(\.diagnostics),
                wasKnown: isRepeat,
                message: hasMessage ? digest : nil
            )
        )
    }

    /// A message as it arrived, each finding at its place.
    static func showMessage(_ visit: Visit) throws -> Reply {
        let digest = try visit.parameter("id")
        guard let message = try visit.desk.message(digest, by: try visit.actor) else {
            throw Problem.notFound
        }
        return visit.page(
            MessageModel(
                id: digest,
                bytes: message.bytes,
                findings: message.diagnostics,
                places: message.places,
                hours: message.hours
            )
        )
    }

    private static func outcome(of id: String, _ visit: Visit) throws -> Reply {
        guard let job = visit.office.uploads.job(id, of: try visit.actor.name) else { throw Problem.notFound }
        switch job.state {
        case .running:
            let address = "/manifes/kerja/\(id)"
            guard visit.request.method == .get else { return .redirect(address) }
            if let session = visit.session {
                visit.office.sessions.leaveNotice(Frame.Notice.listInWork.rawValue, in: session.id)
            }
            var reply = visit.page(try model(visit))
            if let refresh { reply.headers[refresh] = "2; url=\(address)" }
            return reply
        case .done(let reception):
            if reception.manifests.isEmpty, let session = visit.session {
                visit.office.sessions.leaveNotice(Frame.Notice.bookingsKept.rawValue, in: session.id)
            }
            return .redirect(page(of: reception) ?? Place.manifests.link.text)
        case .failed(let problem):
            guard problem.status.code < 500 else { throw problem }
            let diagnostic = Diagnostic(
                .error,
                code: problem.code,
                at: 0,
                found: problem.title,
                expected: "PAXLST, CSV",
                remedy: problem.remedy
            )
            return visit.page(try model(visit, .unreadable([diagnostic])), status: .unprocessableContent)
        }
    }

    private static func page(of reception: Reception) -> String? {
        reception.manifests.first?.digests.last.map {
            Pages.Link.manifest($0).text + (reception.isRepeat ? "?ulang=1" : "")
        }
    }

    /// The page of lists, newest first.
    private static func model(_ visit: Visit, _ problem: ManifestsModel.Problem? = nil) throws
        -> ManifestsModel
    {
        let recent = try visit.desk.recentManifests(limit: 50)
        return ManifestsModel(
            recent: recent.map { ManifestLine($0.manifest, receivedAt: $0.receivedAt) },
            problem: problem,
            maximumMegabytes: visit.office.configuration.uploadLimitBytes >> 20
        )
    }
}
