import Vocabulary

/// An invented person (orang rekaan): recognisable by a NIK whose serial number is 9000 or more.
struct Citizen: Sendable {
    /// The position among the nation's people, from 0.
    var index: Int
    /// The words of the name, upper-case.
    var words: [String]
    var sex: Sex
    var bornOn: Day
    /// The village of today (ten digits).
    var village: UInt64
    var nik: UInt64

    /// The name as on a passport.
    var name: PersonName { PersonName(words.joined(separator: " ")) }

    /// An invented telephone number; no such area code exists.
    var phone: String { "+620000" + String(1_000_000 + index) }

    /// The 16 digits of a NIK: district, birth date (day and 40 for women), serial number.
    static func nik(district: UInt64, bornOn: Day, sex: Sex, serial: Int) -> UInt64 {
        let (year, month, day) = bornOn.date
        let dayDigits = day + (sex == .female ? 40 : 0)
        let birth = UInt64(dayDigits * 10_000 + month * 100 + year % 100)
        return (district * 1_000_000 + birth) * 10_000 + UInt64(serial)
    }
}

/// Invents people one after another, each with a NIK of its own.
struct CitizenMaker {
    private let sources: SyntheticSources
    private let day: Day
    private var used: Set<UInt64> = []

    init(sources: SyntheticSources, day: Day, people: Int) {
        self.sources = sources
        self.day = day
        used.reserveCapacity(people)
    }

    /// An adult; sex and age are drawn alike for everybody, whatever the person's story will be.
    mutating func adult(_ index: Int, _ chance: inout Chance) -> Citizen {
        // Two draws make the middle of working life more frequent than its ends.
        let age = 19 * 365 + (chance.below(44 * 365) + chance.below(30 * 365)) / 2 + 20
        return person(index, bornOn: day.adding(days: -age), &chance)
    }

    /// A person born on a given day.
    mutating func person(_ index: Int, bornOn: Day, _ chance: inout Chance) -> Citizen {
        let sex: Sex = chance.percent(58) ? .female : .male
        let village = village(&chance)
        let home = chance.percent(92) ? village : self.village(&chance)
        let nik = unused(district: home / 10_000, bornOn: bornOn, sex: sex, serial: 9000 + chance.below(1000))
        let words = name(sex, &chance)
        return Citizen(index: index, words: words, sex: sex, bornOn: bornOn, village: village, nik: nik)
    }

    /// A twin: the same day, home and last word, the next free serial number.
    mutating func twin(of other: Citizen, _ index: Int, _ chance: inout Chance) -> Citizen {
        var twin = other
        twin.index = index
        twin.words = name(other.sex, &chance)
        if let last = other.words.last, twin.words.last != last { twin.words.append(last) }
        twin.nik = unused(
            district: other.nik / 10_000_000_000,
            bornOn: other.bornOn,
            sex: other.sex,
            serial: Int(other.nik % 10_000) + 1
        )
        return twin
    }

    /// A sibling: the same home and last word, born some years apart.
    mutating func sibling(of other: Citizen, _ index: Int, _ chance: inout Chance) -> Citizen {
        var sibling = person(index, bornOn: other.bornOn.adding(days: -400 - chance.below(2000)), &chance)
        sibling.village = other.village
        if let last = other.words.last, sibling.words.last != last { sibling.words.append(last) }
        return sibling
    }

    /// A neighbour of the same name, born on another day.
    mutating func namesake(of other: Citizen, _ index: Int, _ chance: inout Chance) -> Citizen {
        let bornOn = other.bornOn.adding(days: -30 - chance.below(3000))
        let nik = unused(
            district: other.village / 10_000,
            bornOn: bornOn,
            sex: other.sex,
            serial: 9000 + chance.below(1000)
        )
        var namesake = other
        (namesake.index, namesake.bornOn, namesake.nik) = (index, bornOn, nik)
        return namesake
    }

    /// The same person with a NIK that states another birth date.
    mutating func stating(_ bornOn: Day, _ citizen: Citizen) -> Citizen {
        var citizen = citizen
        let district = citizen.nik / 10_000_000_000
        let serial = Int(citizen.nik % 10_000)
        citizen.nik = unused(district: district, bornOn: bornOn, sex: citizen.sex, serial: serial)
        return citizen
    }

    /// A name of one to four words, drawn by the use of each word.
    func name(_ sex: Sex, _ chance: inout Chance) -> [String] {
        let table = sex == .female ? sources.womensWords : sources.mensWords
        let point = chance.below(100)
        let count = point < 8 ? 1 : point < 50 ? 2 : point < 90 ? 3 : 4
        var words: [String] = []
        while words.count < count {
            guard let word = table.draw(&chance) else { break }
            if !words.contains(word), word.utf8.count > (count == 1 ? 3 : 1) { words.append(word) }
        }
        if chance.permille(15), words.count > 1, let last = words.popLast() {
            words += [sex == .female ? "BINTI" : "BIN", last]
        }
        if chance.permille(20) { words = words.map(CitizenMaker.oldSpelling) }
        return words
    }

    /// The spelling before 1972: oe for u, tj for c, dj for j.
    static func oldSpelling(_ word: String) -> String {
        guard word.utf8.count > 3, word.utf8.count < 9 else { return word }
        var old: [UInt8] = []
        for byte in word.utf8 {
            switch byte {
            case 0x55: old += [0x4F, 0x45]
            case 0x43: old += [0x54, 0x4A]
            case 0x4A: old += [0x44, 0x4A]
            default: old.append(byte)
            }
        }
        return String(decoding: old, as: UTF8.self)
    }

    private func village(_ chance: inout Chance) -> UInt64 {
        let province = sources.provinces.draw(&chance) ?? 0
        return chance.pick(sources.villages[province]) ?? 0
    }

    private mutating func unused(district: UInt64, bornOn: Day, sex: Sex, serial: Int) -> UInt64 {
        var serial = serial
        while true {
            if serial > 9999 { serial = 9000 }
            let nik = Citizen.nik(district: district, bornOn: bornOn, sex: sex, serial: serial)
            if used.insert(nik).inserted { return nik }
            serial += 1
        }
    }
}
