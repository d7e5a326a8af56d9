import Crypto
import Exchange
import Testing
import Vocabulary

/// An invented issuer, another one, and a pass.
enum PassSamples {
    static let today = Day(number: 20_513)  // 1 March 2026
    static let rules = PassRules(longestDays: 90, expiringDays: 14, oldListHours: 24)
    static let noon = Moment(day: today, hour: 12, minute: 0, zone: 420)

    static func signer(
        _ seed: UInt8 = 7,
        of issuer: String = "id/kemenp2mi/siskop2mi",
        from: Day = today.adding(days: -30),
        until: Day? = nil
    ) throws -> PassSigner {
        PassSigner(
            try Curve25519.Signing.PrivateKey(rawRepresentation: [UInt8](repeating: seed, count: 32)),
            of: try #require(PartyName(issuer)),
            from: from,
            until: until
        )
    }

    static func number(_ byte: UInt8 = 3) throws -> PassNumber {
        try #require(PassNumber(bytes: (0..<10).map { byte &+ $0 &* 29 }))
    }

    static func pass(
        _ number: PassNumber? = nil,
        from: Day = today,
        days: Int = 90,
        document: String = "X9000001",
        scheme: Scheme = .ptop
    ) throws -> WorkerPass {
        let destination = try #require(CountryCode("HKG"))
        let passport = try #require(PassportNumber(document))
        let bornOn = try #require(Day(year: 1995, month: 3, day: 17))
        let drawn = try number ?? self.number()
        return try #require(
            WorkerPass(
                drawn,
                scheme: scheme,
                destination: destination,
                from: from,
                until: from.adding(days: days - 1),
                for: passport,
                bornOn: bornOn
            )
        )
    }
}
