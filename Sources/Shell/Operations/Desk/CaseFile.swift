package import Casework
package import Vocabulary

extension CaseMove {
    /// Whether nothing is left to be done after it.
    package var isEnd: Bool { kind.table.isClosed(state) }

    /// Whether something follows when its clock runs out.
    package var mayLapse: Bool {
        kind.table.rows(in: state).contains { $0.by.contains(.clock) && $0.step == "lapse" }
    }

    /// The purpose for which its entry was made.
    var purpose: String { kind == .departure ? "departure-check" : "case-\(kind.rawValue)" }
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
        SlipCode(letters: (0..<16).map { _ in alphabet[Int.random(in: 0..<32)] })
    }

    /// Reads a code as somebody typed it: case, blanks and dashes don't matter, nor O for 0 and I or L for 1; nil where it is none.
    package init?(_ typed: String) {
        guard typed.utf8.count <= 60 else { return nil }
        var letters: [UInt8] = []
        for byte in typed.uppercased().utf8 where byte != 0x20 && byte != 0x2D {
            let letter: UInt8 =
                switch byte {
                case 0x4F: 0x30
                case 0x49, 0x4C: 0x31
                default: byte
                }
            guard SlipCode.alphabet.contains(letter) else { return nil }
            letters.append(letter)
        }
        guard letters.count == 16 else { return nil }
        self.init(letters: letters)
    }

    private init(letters: [UInt8]) {
        let groups = stride(from: 0, to: 16, by: 4).map {
            String(decoding: letters[$0..<$0 + 4], as: UTF8.self)
        }
        text = groups.joined(separator: "-")
    }

    /// Crockford's base 32.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
}

/// A case in a list: where it stands, not what is in it.
package struct CaseLine: Sendable, Hashable {
    /// Its last move.
    package var last: CaseMove
    /// What it is about.
    package var opening: CaseOpening
    /// When it was opened.
    package var openedAt: Moment

    /// A line.
    package init(last: CaseMove, opening: CaseOpening, openedAt: Moment) {
        self.last = last
        self.opening = opening
        self.openedAt = openedAt
    }
}
