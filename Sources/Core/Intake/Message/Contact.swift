/// Reads telephone numbers and e-mail addresses out of free text, as airlines write them.
///
/// - Source: IATA AIRIMP (`CTCM`, `CTCE`): `//` stands for `@`, `..` for `_`, `./` for `-`.
enum Contact {
    private static let leastDigits = 7
    private static let mostDigits = 15
    /// A blank behind so many digits ends a number.
    private static let longNumber = 10

    /// Appends the telephone numbers of a text: runs of 7 to 15 digits, whatever stands between them but letters.
    static func phones(in text: UnsafeBufferPointer<UInt8>, into phones: inout [String]) {
        var digits: [UInt8] = []
        var count = 0
        func close() {
            defer {
                digits.removeAll(keepingCapacity: true)
                count = 0
            }
            guard (leastDigits...mostDigits).contains(count) else { return }
            let phone = String(decoding: digits, as: UTF8.self)
            phones.keep(phone)
        }
        for byte in text {
            switch byte {
            case 0x30...0x39:
                digits.append(byte)
                count += 1
            case 0x2B:
                close()
                digits.append(byte)
            case 0x20: if count >= longNumber { close() }
            case 0x28, 0x29, 0x2D, 0x2E: break
            default: close()
            }
        }
        close()
    }

    /// Appends the e-mail addresses of a text.
    static func emails(in text: UnsafeBufferPointer<UInt8>, into emails: inout [String]) {
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: 0x20) ?? text.count
            if let email = email(UnsafeBufferPointer(rebasing: text[start..<end])) { emails.keep(email) }
            start = end + 1
        }
    }

    /// A card's number as it may be kept: of a whole one the first six and the last four digits.
    static func masked(_ card: UnsafeBufferPointer<UInt8>) -> String {
        let isWhole = card.count >= 12 && card.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        guard isWhole else { return MessageText.string(card) }
        let cross = UInt8(ascii: "X")
        return MessageText.string(
            card.enumerated().map { (6..<(card.count - 4)).contains($0.offset) ? cross : $0.element }
        )
    }

    private static func email(_ word: UnsafeBufferPointer<UInt8>) -> String? {
        guard hasSign(word) else { return nil }
        var address: [UInt8] = []
        address.reserveCapacity(word.count)
        var signs = 0
        var place = 0
        while place < word.count {
            let next = place + 1 < word.count ? word[place + 1] : 0
            var meant = word[place]
            switch (word[place], next) {
            case (0x2F, 0x2F): meant = 0x40
            case (0x2E, 0x2E): meant = 0x5F
            case (0x2E, 0x2F): meant = 0x2D
            default: place -= 1
            }
            place += 2
            address.append(meant)
            if meant == 0x40 { signs += 1 }
        }
        guard signs == 1, let sign = address.firstIndex(of: 0x40), sign > 0, sign + 1 < address.count,
            address[sign...].contains(0x2E)
        else { return nil }
        return MessageText.string(address)
    }

    private static func hasSign(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        for place in word.indices {
            if word[place] == 0x40 { return true }
            if word[place] == 0x2F, place + 1 < word.count, word[place + 1] == 0x2F { return true }
        }
        return false
    }
}

extension MessageText {
    static func string(_ bytes: [UInt8]) -> String { bytes.withUnsafeBufferPointer { string($0) } }
}
