import Crypto
package import Foundation
import Vocabulary

/// Thirty days in which payers and telephones of tickets are counted under one key (periode kontak).
///
/// When the next begins, this entry's body is erased, and with it the key: from then on nobody can tell whose a token was.
package struct ContactPeriod: Sendable, Hashable, Codable {
    /// The number of the period since 1 January 1970.
    package var number: Int
    /// The key, 32 random bytes.
    package var key: Data

    /// A period.
    package init(number: Int, key: Data) {
        self.number = number
        self.key = key
    }

    /// Begins the period of a day.
    init(of day: Day) {
        let key = SymmetricKey(size: .bits256).withUnsafeBytes { Data($0) }
        self.init(number: ContactPeriod.number(of: day), key: key)
    }

    /// The number of the period that a day falls in.
    static func number(of day: Day) -> Int { Int(day.number) / 30 }

    /// What stands for a contact while the period lasts: the first 16 bytes of HMAC-SHA-256, in hexadecimal.
    func token(of contact: TravelContact) -> String {
        hexadecimal(code(contact.kind.rawValue, contact.value).prefix(16))
    }

    /// Whether chance draws a traveller of a departure, so many in a thousand; the same list again draws the same.
    func draws(_ passport: PassportNumber, on flight: FlightKey, permille: Int) -> Bool {
        let mark = "\(flight.number) \(flight.departsOn) \(flight.from) \(passport.text)"
        let number = code("sample", mark).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return number < UInt64.max / 1000 * UInt64(permille)
    }

    private func code(_ space: String, _ value: String) -> [UInt8] {
        let mac = HMAC<SHA256>.authenticationCode(
            for: Data("\(space)\0\(value)".utf8),
            using: SymmetricKey(data: key)
        )
        return [UInt8](mac)
    }
}

/// Who paid for a traveller's ticket, or the telephone that stands on it (kontak pembelian).
struct TravelContact: Sendable, Hashable {
    /// What is counted.
    enum Kind: String, Sendable, Codable, Hashable {
        case payer
        case phone
    }

    var kind: Kind
    var value: String

    /// The contacts of the tickets that a person holds on a day, and the telephones that the list has; what the person
    /// paid is nobody else's.
    static func all(of bookings: [Booking], on day: Day, listed phones: [String]) -> Set<TravelContact> {
        var contacts: Set<TravelContact> = []
        for phone in phones { contacts.insert(TravelContact(kind: .phone, value: phone.filter(\.isNumber))) }
        for booking in bookings where booking.returnOn.map({ $0 >= day }) ?? true {
            if let payer = booking.payer.map({ PersonName($0).key }), !payer.isEmpty,
                payer != booking.name?.key
            {
                contacts.insert(TravelContact(kind: .payer, value: payer))
            }
            if let phone = booking.phone?.filter(\.isNumber), !phone.isEmpty {
                contacts.insert(TravelContact(kind: .phone, value: phone))
            }
        }
        return contacts
    }
}

/// How many travellers of a list share a payer or a telephone; who they are is not kept.
package struct ContactCount: Sendable, Hashable, Codable {
    /// `payer` or `phone`.
    package var kind: String
    /// The period whose key made the token.
    package var period: Int
    /// What stands for the contact.
    package var token: String
    /// Travellers of the list with it.
    package var travellers: Int
    /// Those of them for whom an interview was suggested.
    package var referred: Int
    /// The part of the list, where it came alone.
    package var part: Int?

    /// The counts of a list's travellers, in order of the tokens.
    static func all(
        of travellers: [(contacts: Set<TravelContact>, advice: Advice)],
        in period: ContactPeriod,
        part: Int?
    ) -> [ContactCount] {
        var counts: [TravelContact: (travellers: Int, referred: Int)] = [:]
        for traveller in travellers {
            for contact in traveller.contacts {
                counts[contact, default: (0, 0)].travellers += 1
                if traveller.advice == .refer { counts[contact, default: (0, 0)].referred += 1 }
            }
        }
        return counts.map { contact, count in
            ContactCount(
                kind: contact.kind.rawValue,
                period: period.number,
                token: period.token(of: contact),
                travellers: count.travellers,
                referred: count.referred,
                part: part
            )
        }.sorted { $0.token < $1.token }
    }
}
