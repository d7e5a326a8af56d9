import Vocabulary

extension ManifestsModel: Page {
    /// The lists.
    public var place: Place? { .manifests }
    /// Progress of an upload.
    public var scripts: [Asset] { [.upload] }
    /// Manifes.
    public func title(in frame: Frame) -> String { frame.words.manifest.title }

    /// Send one, see the recent ones.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.manifest
        return div {
            h1 { words.title }
            section(.class("panel")) {
                h2 { words.send }
                if let problem { problemBox(problem.sentence(in: frame)) }
                if case .unreadable(let diagnostics)? = problem {
                    DiagnosticTable(diagnostics: diagnostics, frame: frame).table
                }
                upload(frame)
            }
            h2 { words.recent }
            if recent.isEmpty {
                emptyState(words.empty)
            } else {
                ManifestTable(lists: recent, frame: frame).table
            }
        }
    }

    private func upload(_ frame: Frame) -> HTML {
        let words = frame.words.manifest
        return frame.posted(Place.manifests.link, id: "unggah", isUpload: true) {
            field("berkas", words.file, hint: words.fileHint.filled("\(maximumMegabytes)")) {
                input(
                    .id("berkas"),
                    .type("file"),
                    .name(Field.paper),
                    .accept(".edi,.txt,.csv,text/csv,text/plain,application/edifact"),
                    .aria("describedby", "berkas-hint"),
                    .required,
                    .data("search", "true")
                )
            }
            button(.type("submit"), .class("primary")) { words.submit }
            div(.id("kemajuan"), .class("progress"), .hidden(true)) {
                progress(.id("kemajuan-batang"), .maximum(100), .aria("labelledby", "kemajuan-kata")) {}
                p(
                    .id("kemajuan-kata"),
                    .role("status"),
                    .data("sending", words.sending),
                    .data("screening", words.screening),
                    .data("failed", words.uploadFailed),
                    .data("second", Frame.units.second[frame.language]),
                    .data("minute", Frame.units.minute[frame.language])
                ) {}
                p(.class("muted")) { words.goesOn }
            }
        }
    }
}

extension ManifestsModel.Problem {
    func sentence(in frame: Frame) -> String {
        let words = frame.words.manifest
        return switch self {
        case .noFile: words.noFile
        case .empty: words.emptyFile
        case .broken: words.broken
        case .unreadable: words.unreadable
        }
    }
}

extension ManifestModel: Page {
    /// Under the lists.
    public var place: Place? { .manifests }
    /// What came of it.
    public func title(in frame: Frame) -> String { frame.words.manifest.one }

    /// Counts by list, then what was refused or repaired.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.manifest
        return div {
            h1 { words.one }
            if wasKnown { p(.class("notice")) { words.known } }
            for line in lists {
                section(.class("panel")) {
                    h2 {
                        a(.href(.flight(line.flight))) { frame.name(of: line.flight) }
                        " · " + line.flight.from + " – " + (line.to ?? "–")
                    }
                    p(.class("muted")) { summary(of: line, frame) }
                    frame.tallyLine(line.tally)
                    p { a(.class("button primary"), .href(.flight(line.flight))) { words.openFlight } }
                }
            }
            h2 { words.diagnostics }
            if diagnostics.isEmpty {
                p(.class("muted")) { words.diagnosticsNone }
            } else {
                DiagnosticTable(diagnostics: diagnostics, frame: frame).table
            }
            if let message { p { a(.class("button"), .href(.message(message))) { words.openMessage } } }
        }
    }
}

extension ManifestModel {
    private func summary(of line: ManifestLine, _ frame: Frame) -> String {
        let words = frame.words.manifest
        let parts: [String?] = [
            words.travellers.filled(frame.number(line.tally.total)),
            words.received + " " + frame.moment(line.receivedAt), line.sender,
        ]
        return parts.compactMap(\.self).joined(separator: " · ")
    }
}

/// Received lists.
private struct ManifestTable {
    let lists: [ManifestLine]
    let frame: Frame

    var table: HTML {
        let words = frame.words.manifest
        let columns =
            [words.received, words.flight, frame.words.board.destination, words.sender].map { HTML($0) }
            + frame.adviceHeads + [HTML(words.diagnostics)]
        return framedTable(words.recent, class: "flights", columns: columns) {
            for line in lists {
                tr {
                    td(.class("clock")) { frame.moment(line.receivedAt) }
                    th(.scope("row")) {
                        a(.href(.manifest(line.id)), .data("open", "row")) { frame.name(of: line.flight) }
                        if line.isCrew { small { " " + frame.words.board.crew } }
                    }
                    td { line.to ?? "–" }
                    td { line.sender ?? "–" }
                    frame.adviceCells(line.tally)
                    td(.class("count")) { frame.number(line.diagnosticCount) }
                }
            }
        }
    }
}

/// What was refused or repaired: place, finding, expectation, remedy.
struct DiagnosticTable {
    let diagnostics: [Diagnostic]
    let frame: Frame
    /// The numbers of those that are marked in a message on the same page, which they lead to; nil where none is shown.
    var marked: Set<Int>?

    /// More than these make a page that nobody reads; the whole list is in the answer of the API.
    private static let shown = 200

    var table: HTML {
        let words = frame.words.manifest
        let columns = [words.severity, words.place, words.finding, words.expectation, words.remedy]
        let rest = diagnostics.count - DiagnosticTable.shown
        return div {
            framedTable(words.diagnostics, class: "diagnostics", columns: columns.map { HTML($0) }) {
                for (number, diagnostic) in diagnostics.prefix(DiagnosticTable.shown).enumerated() {
                    row(diagnostic, number + 1)
                }
            }
            if rest > 0 { p(.class("muted")) { words.moreDiagnostics.filled(frame.number(rest)) } }
        }
    }

    private func row(_ diagnostic: Diagnostic, _ number: Int) -> HTML {
        tr(marked == nil ? .absent : .id("c\(number)")) {
            td {
                if let marked {
                    if marked.contains(number) {
                        a(.class("finding"), .href(.anchor("t\(number)"))) { "\(number)" }
                    } else {
                        span(.class("finding")) { "\(number)" }
                    }
                }
                kind(diagnostic.severity)
                p(.class("source")) { code { diagnostic.code } }
            }
            td {
                frame.number(diagnostic.at)
                if let field = diagnostic.field { p(.class("muted")) { field } }
            }
            td { diagnostic.found }
            td { diagnostic.expected }
            td { diagnostic.remedy }
        }
    }

    private func kind(_ severity: Diagnostic.Severity) -> String {
        switch severity {
        case .note: frame.words.manifest.note
        case .warning: frame.words.manifest.warning
        case .error: frame.words.manifest.error
        }
    }
}
