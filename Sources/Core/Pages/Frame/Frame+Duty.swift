import Vocabulary

extension Link {
    /// A telephone number to be dialled (RFC 3966).
    init(calling number: DutyNumber) {
        self.init(dialled: String(number.text.filter { $0.isNumber || $0 == "+" }))
    }
}

extension Frame {
    /// Whom to call, as a line of its own beside what says that the machine failed; nothing where nobody was named.
    var dutyLine: HTML {
        guard dutyNumber != nil else { return HTML() }
        return p(.class("duty")) { dutyLink() }
    }

    /// Whom to call, to be put into a line; the page's script shows a hidden one when its own line is lost.
    func dutyLink(_ attributes: Attribute...) -> HTML {
        guard let dutyNumber else { return HTML() }
        var piece = HTML()
        piece.append(
            "a",
            [.href(Link(calling: dutyNumber))] + attributes,
            content: HTML(words.frame.duty.filled(dutyNumber.text))
        )
        return piece
    }
}
