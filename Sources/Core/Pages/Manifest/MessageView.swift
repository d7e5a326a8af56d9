import Vocabulary

extension MessageModel: Page {
    /// Under the lists.
    public var place: Place? { .manifests }
    /// Pesan.
    public func title(in frame: Frame) -> String { frame.words.message.title }

    /// What was found, then the message with each finding marked.
    public func content(in frame: Frame) -> HTML {
        let words = frame.words.message
        return div {
            h1 { words.title }
            p(.class("notice")) { words.kept.filled(frame.number(hours)) }
            h2 { frame.words.manifest.diagnostics }
            if findings.isEmpty {
                p(.class("muted")) { frame.words.manifest.diagnosticsNone }
            } else {
                DiagnosticTable(diagnostics: findings, frame: frame, marked: marked).table
            }
            h2 { words.asArrived }
            p(.class("muted")) { words.size.filled(frame.number(byteCount)) }
            pre(.class("message"), .tabIndex(0), .role("region"), .aria("label", words.asArrived)) {
                for piece in pieces { show(piece, frame) }
            }
            p { a(.href(Place.manifests.link)) { frame.words.manifest.title } }
        }
    }

    /// The findings that have a place in the message.
    private var marked: Set<Int> {
        Set(pieces.flatMap { if case .marked(_, let findings) = $0 { findings } else { [Int]() } })
    }

    private func show(_ piece: Piece, _ frame: Frame) -> HTML {
        switch piece {
        case .text(let text): HTML(text)
        case .left(let count):
            span(.class("left")) { "\n… " + frame.words.message.left.filled(frame.number(count)) + " …\n" }
        case .marked(let text, let numbers):
            mark {
                for number in numbers {
                    a(.class("finding"), .id("t\(number)"), .href(.anchor("c\(number)"))) {
                        span(.class("visually-hidden")) { frame.words.message.finding + " " }
                        "\(number)"
                    }
                }
                text
            }
        }
    }
}
