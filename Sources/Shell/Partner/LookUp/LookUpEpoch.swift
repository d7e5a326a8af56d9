package import Vocabulary

/// A quarter of a year: how long one key of a table is in use (masa kunci).
package struct LookUpEpoch: Hashable, Sendable, Comparable, CustomStringConvertible {
    /// Quarters since the beginning of year 0.
    package let number: UInt32

    /// An epoch by its number.
    package init(number: UInt32) { self.number = number }

    /// The epoch of a day.
    package init(of day: Day) {
        let date = day.date
        number = UInt32(date.year * 4 + (date.month - 1) / 3)
    }

    /// The year and quarter: `2026Q4`.
    package var description: String { "\(number / 4)Q\(number % 4 + 1)" }

    /// Orders by time.
    package static func < (left: LookUpEpoch, right: LookUpEpoch) -> Bool { left.number < right.number }

    /// The epochs whose keys are answered with on a day, the newest first.
    ///
    /// Around the change both are: the owner keeps both tables up to date for so many days before and after it, so that
    /// an asker moves over when it holds the new one whole, and nobody is missed in between.
    package static func answered(on day: Day, overlapDays: Int) -> [LookUpEpoch] {
        let later = LookUpEpoch(of: day.adding(days: overlapDays))
        let earlier = LookUpEpoch(of: day.adding(days: -overlapDays))
        return (earlier.number...later.number).reversed().map { LookUpEpoch(number: $0) }
    }
}

/// One table in one epoch: what a key belongs to.
package struct TableEdition: Hashable, Sendable {
    /// The table's name: lower-case letters, digits and dashes, at most 32.
    package let name: String
    /// The epoch of its key.
    package let epoch: LookUpEpoch

    /// An edition; nil where the name is none.
    package init?(_ name: String, _ epoch: LookUpEpoch) {
        let isName = name.utf8.allSatisfy {
            (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
        }
        guard isName, (1...32).contains(name.utf8.count) else { return nil }
        (self.name, self.epoch) = (name, epoch)
    }

    /// Its name and epoch as they stand in wire forms and under keys.
    var bytes: [UInt8] {
        var bytes: [UInt8] = []
        bytes.append(text: name)
        bytes.append(number: epoch.number)
        return bytes
    }
}

extension WireReader {
    /// The next name and epoch.
    mutating func edition(_ part: LookUpPart) throws(LookUpFault) -> TableEdition {
        let name = try text()
        guard let edition = TableEdition(name, LookUpEpoch(number: try number(UInt32.self))) else {
            throw .malformed(part, expected: "a table's name")
        }
        return edition
    }
}
