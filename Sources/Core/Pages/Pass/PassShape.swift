import Vocabulary

/// The shape of each state of a pass: meaning never rests on colour, and no state is red.
extension PassState {
    /// The shape as a drawing in the colour of its surroundings; the word stands beside it.
    var shape: HTML {
        switch self {
        case .void:
            HTML(
                constant:
                    #"<svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5.75" class="hollow"/><path d="M4 12 12 4" class="hollow"/></svg>"#
            )
        case .active:
            HTML(
                constant:
                    #"<svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><path fill-rule="evenodd" d="M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM7 11.4 3.9 8.3l1.2-1.2L7 9l3.9-3.9 1.2 1.2z"/></svg>"#
            )
        case .used:
            HTML(
                constant:
                    #"<svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5.75" class="hollow"/><path d="M5 8.2 7.2 10.4 11 6.2" class="hollow"/></svg>"#
            )
        case .expiring:
            HTML(
                constant:
                    #"<svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><circle cx="8" cy="8" r="5.75" class="hollow"/><path d="M8 4.5V8l2.4 1.6" class="hollow"/></svg>"#
            )
        case .expired:
            HTML(
                constant:
                    #"<svg class="shape" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 2.5h10L8 8zM3 13.5h10L8 8z" class="hollow"/></svg>"#
            )
        }
    }

    /// The role of its colour.
    var role: String {
        switch self {
        case .active: "positive"
        case .used: "known"
        case .expiring: "attention"
        case .void, .expired: "neutral"
        }
    }
}

extension PassFault {
    /// The shape of what can't be read: that of an answer that is not there.
    var shape: HTML { Advice.unavailable.shape }
}

/// A pass as a card with shape, word and meaning, and the facts that stand on it.
struct PassCard {
    let pass: PassShown
    let frame: Frame

    private var words: Spoken<PassWords> { frame.words.pass }

    var answer: HTML {
        div(.class("answer \(pass.state.role)"), .data("pass", pass.state.rawValue)) {
            pass.state.shape
            div(.class("answer-text")) {
                p(.class("answer-word")) { words.title + ": " + words[\.states, pass.state.rawValue] }
                p(.class("answer-meaning")) { words[\.meanings, pass.state.rawValue] }
            }
        }
    }

    var facts: HTML {
        dl(.class("facts")) {
            fact(words.scheme, frame.words.terms[\.schemes, pass.scheme.rawValue])
            fact(words.destination, frame.country(pass.destination))
            fact(words.holds, words.span.filled(frame.day(pass.from), frame.day(pass.until)))
            fact(words.issuer, pass.issuer ?? words.thisSite)
            fact(words.number, pass.number)
            fact(words.voidFor, pass.voidFor.map { words[\.voidReasons, $0.rawValue] })
        }
    }

    /// Whose it is, and how sure it is that nobody took it back.
    var checks: HTML {
        ul(.class("findings-list")) {
            li { words[\.holders, pass.holder.rawValue] }
            li { listing }
        }
    }

    private var listing: String {
        switch pass.listing {
        case .own: words.listingOwn
        case .listed(let at): words.listingListed.filled(frame.age(at))
        case .old(let at): words.listingOld.filled(frame.moment(at))
        case .absent: words.listingAbsent
        }
    }
}
