public import Vocabulary

/// That somebody was told who a victim is, as the victim reads it (riwayat pembukaan identitas).
public struct RevealLine: Sendable, Hashable {
    /// When.
    public var at: Moment
    /// Which agency asked.
    public var authority: Authority?
    /// The agreed reason, in the reader's language.
    public var reason: String
    /// The order, where the victim had not agreed.
    public var order: String?

    /// A line.
    public init(at: Moment, authority: Authority?, reason: String, order: String?) {
        self.at = at
        self.authority = authority
        self.reason = reason
        self.order = order
    }
}

extension Frame {
    /// Who was told who a victim is; a sentence where nobody was.
    func reveals(_ lines: [RevealLine]) -> HTML {
        let words = words.caseParts
        guard !lines.isEmpty else { return p { words.noReveal } }
        return ul {
            for line in lines {
                li {
                    moment(line.at) + " · "
                    line.authority.map { self.words.terms[\.authorities, $0.rawValue] } ?? "–"
                    " · " + line.reason
                    if let order = line.order { " · " + order }
                }
            }
        }
    }
}
