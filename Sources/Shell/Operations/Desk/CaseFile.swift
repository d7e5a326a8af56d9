package import Casework
package import Vocabulary

extension CaseMove {
    /// Whether nothing is left to be done after it.
    package var isEnd: Bool { kind.table.isClosed(state) }

    /// Whether something follows when its clock runs out.
    package var mayLapse: Bool {
        kind.table.rows(in: state).contains { $0.by.contains(.clock) && $0.step == "lapse" }
    }

    /// Whose the case is from this move on; nil where it stays whose it was.
    package var nextOwner: String?? { turnOfOwner }

    /// Whose a case is after some moves.
    package static func owner(after moves: [CaseMove]) -> String? { CaseHistory(moves)?.owner }

    /// The purpose for which its entry was made.
    var purpose: String { kind == .departure ? "departure-check" : "case-\(kind.rawValue)" }
}

extension CaseOpening {
    /// Whom the case is about, as the ledger names people: by document, else by NIK; nil where neither is known.
    package var subject: EntrySubject? { passport.map(EntrySubject.passport) ?? nik.map(EntrySubject.nik) }
}

extension Actor {
    /// The actor as casework sees whoever takes a step.
    package var officer: CaseOfficer { CaseOfficer(name: name, roles: roles, authority: authority) }
}

/// The code on a traveller's slip (kode surat).
package struct SlipCode: Sendable, Hashable {
    /// Sixteen letters and digits without look-alikes, in four groups: 80 bits.
    package let text: String

    /// Draws a code.
    package static func drawn() -> SlipCode {
        SlipCode(letters: (0..<16).map { _ in ReadableCode.letter(.random(in: 0..<32)) })
    }

    /// Reads a code as somebody typed it: case, blanks and dashes don't matter, nor O for 0 and I or L for 1; nil where it is none.
    package init?(_ typed: String) {
        guard typed.utf8.count <= 60 else { return nil }
        let letters = typed.uppercased().utf8.filter { $0 != 0x20 && $0 != 0x2D }.map(ReadableCode.plain)
        guard letters.count == 16, letters.allSatisfy(ReadableCode.isLetter) else { return nil }
        self.init(letters: letters)
    }

    private init(letters: [UInt8]) { text = ReadableCode.grouped(letters) }
}

/// A case in a list: where it stands, not what is in it.
package struct CaseLine: Sendable, Hashable {
    /// Its last move.
    package var last: CaseMove
    /// What it is about.
    package var opening: CaseOpening
    /// When it was opened.
    package var openedAt: Moment
    /// Whose it is; nil of nobody's.
    package var owner: String?

    /// A line.
    package init(last: CaseMove, opening: CaseOpening, openedAt: Moment, owner: String? = nil) {
        self.owner = owner
        self.last = last
        self.opening = opening
        self.openedAt = openedAt
    }
}
