import Vocabulary

/// The shape of each advice: meaning never rests on colour.
extension Advice {
    /// The shape as a drawing in the colour of its surroundings; the word stands beside it.
    var shape: HTML {
        switch self {
        case .clear:
            HTML(
                constant:
                    #"<svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="6.5"/></svg>"#
            )
        case .advise:
            HTML(
                constant:
                    #"<svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5.75" class="hollow"/><path d="M8 2a6 6 0 0 0 0 12z"/></svg>"#
            )
        case .refer:
            HTML(
                constant:
                    #"<svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 .8 15.2 8 8 15.2.8 8z"/></svg>"#
            )
        case .statutory:
            HTML(
                constant:
                    #"<svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><path d="M2 2h12v12H2z"/></svg>"#
            )
        case .unavailable:
            HTML(
                constant:
                    #"<svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5.75" class="hollow"/></svg>"#
            )
        }
    }

    /// The role of its colour.
    var role: String {
        switch self {
        case .clear, .advise: "positive"
        case .refer: "attention"
        case .statutory: "legal"
        case .unavailable: "neutral"
        }
    }

    /// The word of the advice.
    func word(in frame: Frame) -> String {
        let words = frame.words.advice
        return switch self {
        case .clear: words.clear
        case .advise: words.advise
        case .refer: words.refer
        case .statutory: words.statutory
        case .unavailable: words.unavailable
        }
    }

    /// The word for narrow places.
    func shortWord(in frame: Frame) -> String {
        let words = frame.words.advice
        return switch self {
        case .clear: words.clearShort
        case .advise: words.adviseShort
        case .refer: words.referShort
        case .statutory: words.statutoryShort
        case .unavailable: words.unavailableShort
        }
    }

    /// The order in which boards show them: proceed first.
    static let boardOrder: [Advice] = [.clear, .advise, .refer, .statutory, .unavailable]

    /// Shape and word together.
    func mark(in frame: Frame) -> HTML {
        span(.class("mark \(role)"), .data("advice", rawValue)) {
            shape
            span(text: word(in: frame))
        }
    }
}
