/// Folds texts into the form in which they are compared.
enum TextFold {
    /// Lower-case letters and digits; marks on Latin letters stripped, apostrophes dropped, everything else a blank.
    static func fold(_ text: UnsafeBufferPointer<UInt8>, into folded: PlainRow<UInt8>) {
        folded.shorten(to: 0)
        for byte in text {
            guard byte < 0x80 else {
                foldScalars(text, into: folded)
                return
            }
            add(byte, to: folded)
        }
        trim(folded)
    }

    private static func add(_ byte: UInt8, to folded: PlainRow<UInt8>) {
        switch byte {
        case 0x30...0x39, 0x61...0x7A: folded.append(byte)
        case 0x41...0x5A: folded.append(byte + 0x20)
        case 0x27, 0x60: break
        default: if folded.count > 0, folded[folded.count - 1] != 0x20 { folded.append(0x20) }
        }
    }

    private static func trim(_ folded: PlainRow<UInt8>) {
        while folded.count > 0, folded[folded.count - 1] == 0x20 { folded.shorten(to: folded.count - 1) }
    }

    private static func foldScalars(_ text: UnsafeBufferPointer<UInt8>, into folded: PlainRow<UInt8>) {
        folded.shorten(to: 0)
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            switch scalar.value {
            case 0..<0x80: add(UInt8(scalar.value), to: folded)
            case 0xB4, 0x2018, 0x2019, 0x2BC: break
            case 0x300...0x36F: break  // marks that stand apart from their letter
            case 0xA0, 0x2010...0x2015, 0x3000: add(0x20, to: folded)
            case 0xC0...0x17F:
                let letter = plain[Int(scalar.value) - 0xC0]
                add(letter, to: folded)
                if scalar.value == 0xDF { folded.append(letter) }
            default: for byte in String(scalar).utf8 { folded.append(byte) }
            }
        }
        trim(folded)
    }

    /// Letters of Latin-1 and Latin Extended-A without their marks, from U+00C0 to U+017F.
    private static let plain = Array(
        ("aaaaaaaceeeeiiiidnooooo ouuuuytsaaaaaaaceeeeiiiidnooooo ouuuuyty"
            + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssss"
            + "ttttttuuuuuuuuuuuuwwyyyzzzzzzs").utf8
    )
}
