import Glibc
import Vocabulary

/// How surely records are one person's, by the weights in force: one against some (penautan daring).
///
/// The weights are dated rows (`Rules/linking.csv`, `names.csv`), so a weight can be reckoned again years later; how the values of a
/// comparison are alike is told by `LinkageLevels`, as in linking whole tables.
struct PersonLinkage {
    /// What is compared.
    struct Person {
        var name: PersonName?
        var bornOn: Day?
        var nik: NIK?
        /// Every passport that the person is known to have held.
        var passports: Set<PassportNumber> = []

        /// Whether the NIK tells the birth date; also where nobody knows that.
        var fitsOwnNIK: Bool {
            guard let nik, let bornOn else { return true }
            return NIKParts(nik).birthDate(near: bornOn, on: bornOn) == bornOn
        }
    }

    /// A record beside the person, and what speaks for it being theirs.
    struct Weighed {
        let evidence: [LinkEvidence]
        /// The bits for it, the prior among them.
        let weight: Double
    }

    private let rules: Rulebook
    private let day: Day

    /// Linking by the weights in force on a day.
    init(_ rules: Rulebook, on day: Day) {
        self.rules = rules
        self.day = day
    }

    /// The weight of each record, where one of so many is the person's or none is.
    func weigh(_ person: Person, _ others: [Person], among count: Int) -> [Weighed] {
        guard !others.isEmpty else { return [] }
        let prior = -log2(Double(max(count, PersonLinkage.fewest)) * 2)
        // A father who is named on one side only is no evidence: then the own names are compared.
        let whole = ([person] + others).map(\.name)
        let own = whole.map { $0?.withoutFather }
        let names = Names(zip(whole, own).flatMap { [$0, $1 ?? $0] }, rarity: bits)
        return others.enumerated().map { place, other in
            var evidence: [LinkEvidence] = []
            let isOfOne = (own[0] == nil) != (own[place + 1] == nil)
            let level = isOfOne ? names.level(1, place * 2 + 3) : names.level(0, place * 2 + 2)
            add(level, of: .name, rarity: names.rarity, to: &evidence)
            let numbers = nik(person, other, areNamesOne: level == .equal || level == .sound)
            if let numbers { add(numbers, of: .nik, to: &evidence) }
            // A NIK tells the birth date: agreement counts once, a contradiction against both.
            if let born = born(person.bornOn, other.bornOn), numbers != .equal || !born.isAgreement {
                add(born, of: .born, to: &evidence)
            }
            if let held = passport(person.passports, other.passports) {
                add(held, of: .passport, to: &evidence)
            }
            return Weighed(evidence: evidence, weight: evidence.reduce(prior) { $0 + $1.bits })
        }
    }

    /// A registry with fewer records tells no more: others may not be registered yet.
    private static let fewest = 1_000

    private func add(
        _ level: LinkingRule.Level?,
        of comparison: LinkingRule.Comparison,
        rarity: Double = 0,
        to evidence: inout [LinkEvidence]
    ) {
        guard let level else { return }
        // Without a row in force a comparison is seen and says nothing.
        let rule = rules.linking(comparison, level, on: day)
        let bits = rule.map { (Double($0.bits) + Double($0.rarity) * rarity) / 100 } ?? 0
        evidence.append(
            LinkEvidence(comparison: comparison, level: level, bits: (bits * 100).rounded() / 100)
        )
    }

    /// How many bits a name's word is worth, by its sound.
    private func bits(_ sound: String) -> Float { Float(log2(1_000_000 / rules.perMillion(sound, on: day))) }

    // MARK: Comparisons

    private func born(_ one: Day?, _ other: Day?) -> LinkingRule.Level? {
        guard let one, let other else { return nil }
        if one == other { return PersonLinkage.isDefault(one) ? .default : .equal }
        // Whoever does not know the day knows the year, or nearly.
        let isOneDefault = PersonLinkage.isDefault(one) || PersonLinkage.isDefault(other)
        if isOneDefault, abs(one.date.year - other.date.year) <= 1 { return .known }
        func number(_ day: Day) -> UInt64 {
            let date = day.date
            return UInt64(max(date.year, 0) * 10_000 + date.month * 100 + date.day)
        }
        return [.exchanged, .digit, .two, .day, .year, .different][
            LinkageLevels.date(number(one), number(other)) - 2
        ]
    }

    /// Dates that offices write where nobody knows the day.
    private static func isDefault(_ day: Day) -> Bool {
        let (_, month, number) = day.date
        return [[1, 1], [7, 1], [12, 31]].contains([month, number])
    }

    private func nik(_ one: Person, _ other: Person, areNamesOne: Bool) -> LinkingRule.Level? {
        guard let mine = one.nik, let theirs = other.nik else { return nil }
        guard mine != theirs else { return .equal }
        let level = PersonLinkage.level(mine.digits, theirs.digits)
        guard level != .digit, one.fitsOwnNIK, other.fitsOwnNIK else { return level }
        // A serial may be a slip where the names are one as well.
        return areNamesOne && mine.digits.prefix(12) == theirs.digits.prefix(12) ? level : .another
    }

    /// Passports change: one in common is as good as all, and none in common says little.
    private func passport(_ one: Set<PassportNumber>, _ other: Set<PassportNumber>) -> LinkingRule.Level? {
        guard !one.isEmpty, !other.isEmpty else { return nil }
        guard one.isDisjoint(with: other) else { return .equal }
        let levels = one.flatMap { mine in other.map { PersonLinkage.level(mine.text, $0.text) } }
        return LinkingRule.Level.ofCodes.first(where: levels.contains)
    }

    private static func level(_ one: String, _ other: String) -> LinkingRule.Level {
        let (one, other) = (Array(one.utf8), Array(other.utf8))
        let level = one.withUnsafeBufferPointer { one in
            other.withUnsafeBufferPointer { LinkageLevels.code(one, $0) }
        }
        return LinkingRule.Level.ofCodes[level - 2]
    }

    /// Some names as bags of words.
    private final class Names {
        private let values: LinkageValues
        private let numbers = PlainRow<UInt32>()
        /// The bits that what agreed last is worth by its rarity.
        private(set) var rarity = 0.0

        init(_ names: [PersonName?], rarity: @escaping (String) -> Float) {
            values = LinkageValues(.name, known: rarity)
            let bytes = PlainRow<UInt8>()
            var ends: [Int] = []
            for name in names {
                for byte in (name?.text ?? "").utf8 { bytes.append(byte) }
                ends.append(bytes.count)
            }
            values.number(
                names.count,
                isRight: false,
                { place in
                    let start = place == 0 ? 0 : ends[place - 1]
                    return UnsafeBufferPointer(start: bytes.base + start, count: ends[place] - start)
                },
                numbers
            )
            values.close(isOneTable: true)
        }

        func level(_ one: Int, _ other: Int) -> LinkingRule.Level? {
            let (left, right) = (Int(numbers[one]), Int(numbers[other]))
            guard left != 0, right != 0 else { return nil }
            guard left != right else {
                rarity = Double(values.bits[left])
                return .equal
            }
            let likeness = LinkageLevels.name(values, left, right)
            rarity = Double(min(likeness.rarity, LinkageValues.mostBits))
            return [.sound, .contained, .alike, .some, .few, .different][likeness.level - 2]
        }
    }
}

extension LinkingRule.Level {
    /// The levels of identifiers that are not equal, in order.
    static let ofCodes: [LinkingRule.Level] = [.digit, .near, .part, .different]

    /// Equal, or so near that it tells the same.
    var isAgreement: Bool { [.equal, .default, .exchanged].contains(self) }
}
