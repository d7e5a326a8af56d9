import Crypto
import Exchange
import Foundation
import Vocabulary

extension Desk {
    /// A letter, and the entry that it tells of.
    typealias Addressed = (letter: Letter, about: UInt64?)

    /// Looks through what was appended since the last time, and writes what the partner is to be told into the streams.
    ///
    /// What happened is the intention to tell it: a crash in between loses nothing, since the mark goes on with the messages.
    /// - Returns: Whether there may be more to look at.
    /// - Throws: `SiteFault`.
    package func gather() async throws -> Bool {
        guard let side = exchange else { return false }
        let (start, next, letters): (UInt64, UInt64, [Addressed]) = try site.read { reads in
            let start = try reads.gatheredUpTo()
            let (items, next) = try reads.items(from: start, limit: Desk.gatheredAtOnce)
            var found: [Addressed] = []
            for item in items {
                // A placement and its holder's crossing that arrive together tell of it once.
                found += try self.letters(of: item, to: side, reads).filter { letter in
                    letter.purpose != "protect"
                        || !found.contains {
                            $0.letter.type == letter.type && $0.letter.payload == letter.payload
                        }
                }
                .map { letter in
                    var dated = letter
                    dated.collectedOn = letter.collectedOn ?? item.at.day(zone: self.zone)
                    return (dated, item.index)
                }
            }
            return (start, next, found)
        }
        guard next > start else { return false }
        // The marks of an idle site would be marks of marks.
        let isMore = next - start >= UInt64(Desk.gatheredAtOnce)
        guard !letters.isEmpty || isMore else { return false }
        let at = now()
        try await site.commit { [letters] reads in
            guard try reads.gatheredUpTo() == start else { return Decision([], answer: ()) }
            var drafts = try self.queue(letters, at: at, reads)
            drafts.append(
                EntryDraft(
                    .exchangeGathered(ExchangeGathered(next: next)),
                    at: at,
                    actor: Actor.system.name,
                    purpose: "exchange"
                )
            )
            return Decision(drafts, answer: ())
        }
        return isMore
    }

    /// Gives letters their places in the streams; what the agreement doesn't list is no letter but an alarm.
    ///
    /// - Throws: `SiteFault`.
    func queue(_ letters: [Addressed], at: Moment, _ reads: any SiteReads) throws
        -> [EntryDraft]
    {
        var places: [String: Int64] = [:]
        var alarms: Set<ExchangeAlarmed> = []
        return try letters.compactMap { letter, about in
            if let alarm = outside(letter) {
                let known = try reads.exchangeAlarms(limit: 32).contains { $0.alarm == alarm }
                guard !known, alarms.insert(alarm).inserted else { return nil }
                return EntryDraft(
                    .exchangeAlarmed(alarm),
                    at: at,
                    actor: Actor.system.name,
                    purpose: "exchange"
                )
            }
            let isControl = ExchangeSide.beforeAgreement.contains(letter.type)
            let stream = isControl ? ExchangeSide.control : ExchangeSide.stream(of: letter.key)
            let place = try places[stream] ?? reads.lastQueued(stream)
            places[stream] = place + 1
            return EntryDraft(
                .exchangeQueued(try message(letter, in: stream, at: place + 1, about: about)),
                at: at,
                actor: Actor.system.name,
                purpose: "exchange",
                subject: letter.subject
            )
        }
    }

    /// What is wrong with a letter by the agreement in force; nil where it may be sent.
    private func outside(_ letter: Letter) -> ExchangeAlarmed? {
        do throws(AgreementFault) {
            _ = try rules.agreed(
                letter.type,
                from: exchange?.agency ?? .immigration,
                fields: letter.payload.keys,
                purpose: letter.purpose,
                collectedOn: letter.collectedOn,
                on: today
            )
            return nil
        } catch {
            let what =
                switch error {
                case .type(let type): "\(type) isn't this side's to send"
                case .field(let member): "\(letter.type) has no member \(member)"
                case .purpose(let purpose): "\(letter.type) isn't for \(purpose)"
                case .collectedEarlier(let purpose):
                    "\(letter.type) tells what was collected before \(purpose) was in force"
                }
            return ExchangeAlarmed(code: "outside-agreement", stream: nil, message: nil, finding: what)
        }
    }

    /// A letter at its place, under a new identifier and with a salt of its own.
    ///
    /// - Throws: `SiteFault`.
    func message(_ letter: Letter, in stream: String, at place: Int64, about: UInt64?) throws
        -> ExchangeQueued
    {
        ExchangeQueued(
            id: makeIdentifier(),
            stream: stream,
            sequence: place,
            type: letter.type,
            purpose: letter.purpose,
            body: try Desk.text(of: letter),
            about: about
        )
    }

    /// The exact text that is signed and sent, with its own salt.
    private static func text(of letter: Letter) throws -> String {
        guard let type = MessageType(letter.type) else {
            throw SiteFault.failed(finding: "no type \(letter.type)")
        }
        let salt = SymmetricKey(size: .bits256).withUnsafeBytes { [UInt8]($0) }
        let body = MessageBody(
            type: type,
            salt: salt,
            officer: letter.officer.map { ($0.pseudonym, $0.role) },
            payload: .object(letter.payload)
        )
        return String(decoding: body.bytes, as: UTF8.self)
    }

    /// Lets a skip take the place of a message that will not be sent.
    ///
    /// - Throws: `SiteFault`.
    package func skip(_ waiting: WaitingMessage, for reason: ExchangeSkipped.Reason, code: String? = nil)
        async throws
    {
        let at = now()
        let letter = Letter(
            type: "stream.skip/1",
            purpose: AgreementRule.noPurpose,
            payload: [
                "skipped": .string(waiting.message?.id ?? ""), "reason": .string(reason.rawValue),
            ],
            key: waiting.stream
        )
        let skipped = ExchangeSkipped(
            id: makeIdentifier(),
            skipped: waiting.message?.id,
            stream: waiting.stream,
            sequence: waiting.sequence,
            type: waiting.message?.type,
            reason: reason,
            code: code,
            body: try Desk.text(of: letter)
        )
        try await site.commit { _ in
            let draft = EntryDraft(
                .exchangeSkipped(skipped),
                at: at,
                actor: Actor.system.name,
                purpose: "exchange"
            )
            return Decision([draft], answer: ())
        }
    }

    private static let gatheredAtOnce = 500
}
