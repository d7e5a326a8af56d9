import Foundation
import Operations

extension SiteEvent {
    /// The body of the event's entry: JSON with sorted keys.
    func body() throws -> [UInt8] {
        switch self {
        case .manifestReceived(let value): try SiteEvent.encoded(value)
        case .travellerScreened(let value): try SiteEvent.encoded(value)
        case .referralOpened(let value): try SiteEvent.encoded(value)
        case .referralWithdrawn(let value): try SiteEvent.encoded(value)
        case .referralAnswered(let value): try SiteEvent.encoded(value)
        case .documentAttested(let value): try SiteEvent.encoded(value)
        case .linkDoubted(let value): try SiteEvent.encoded(value)
        case .linkDecided(let value): try SiteEvent.encoded(value)
        case .caseMoved(let value): try SiteEvent.encoded(value)
        case .caseErased(let value): try SiteEvent.encoded(value)
        case .evidenceMoved(let value): try SiteEvent.encoded(value)
        case .claimMade(let value): try SiteEvent.encoded(value)
        case .departureSettled(let value): try SiteEvent.encoded(value)
        case .randomAnswered(let value): try SiteEvent.encoded(value)
        case .glassBroken(let value): try SiteEvent.encoded(value)
        case .glassReviewed(let value): try SiteEvent.encoded(value)
        case .shiftHandedOver(let value): try SiteEvent.encoded(value)
        case .shiftTakenOver(let value): try SiteEvent.encoded(value)
        case .rosterSet(let value): try SiteEvent.encoded(value)
        case .randomDrawn(let value): try SiteEvent.encoded(value)
        case .recordRead(let value): try SiteEvent.encoded(value)
        case .logKeyChanged(let value): try SiteEvent.encoded(value)
        case .witnessAlarmed(let value): try SiteEvent.encoded(value)
        case .witnessCleared(let value): try SiteEvent.encoded(value)
        case .bodiesErased(let value): try SiteEvent.encoded(value)
        case .contactPeriodBegun(let value): try SiteEvent.encoded(value)
        case .travellerSampled(let value): try SiteEvent.encoded(value)
        case .workerReleased(let value): try SiteEvent.encoded(value)
        case .passIssued(let value): try SiteEvent.encoded(value)
        case .passRevoked(let value): try SiteEvent.encoded(value)
        case .accountChanged(let value): try SiteEvent.encoded(value)
        case .machineKeyChanged(let value): try SiteEvent.encoded(value)
        case .exchangeQueued(let value): try SiteEvent.encoded(value)
        case .exchangeGathered(let value): try SiteEvent.encoded(value)
        case .exchangeSkipped(let value): try SiteEvent.encoded(value)
        case .exchangeClosed(let value): try SiteEvent.encoded(value)
        case .exchangeDelivered(let value): try SiteEvent.encoded(value)
        case .exchangeProven(let value): try SiteEvent.encoded(value)
        case .exchangeReceived(let value): try SiteEvent.encoded(value)
        case .exchangeAlarmed(let value): try SiteEvent.encoded(value)
        case .exchangeResolved(let value): try SiteEvent.encoded(value)
        case .agreementSigned(let value): try SiteEvent.encoded(value)
        case .exchangeTrusted(let value): try SiteEvent.encoded(value)
        case .lookUpPublished(let value): try SiteEvent.encoded(value)
        case .lookUpGranted(let value): try SiteEvent.encoded(value)
        }
    }

    /// Reads the body of an entry of some kind; nil where this version knows no such kind.
    init?(kind: String, body: UnsafeRawBufferPointer) throws {
        switch kind {
        case "manifest.received/1": self = .manifestReceived(try SiteEvent.decoded(body))
        case "departure.screened/1": self = .travellerScreened(try SiteEvent.decoded(body))
        case "referral.opened/1": self = .referralOpened(try SiteEvent.decoded(body))
        case "referral.withdrawn/1": self = .referralWithdrawn(try SiteEvent.decoded(body))
        case "referral.answered/1": self = .referralAnswered(try SiteEvent.decoded(body))
        case "document.attested/1": self = .documentAttested(try SiteEvent.decoded(body))
        case "link.doubted/1": self = .linkDoubted(try SiteEvent.decoded(body))
        case "link.decided/1": self = .linkDecided(try SiteEvent.decoded(body))
        case "case.moved/1": self = .caseMoved(try SiteEvent.decoded(body))
        case "case.erased/1": self = .caseErased(try SiteEvent.decoded(body))
        case "evidence.moved/1": self = .evidenceMoved(try SiteEvent.decoded(body))
        case "claim.made/1": self = .claimMade(try SiteEvent.decoded(body))
        case "departure.settled/1": self = .departureSettled(try SiteEvent.decoded(body))
        case "arm.answered/1": self = .randomAnswered(try SiteEvent.decoded(body))
        case "glass.broken/1": self = .glassBroken(try SiteEvent.decoded(body))
        case "glass.reviewed/1": self = .glassReviewed(try SiteEvent.decoded(body))
        case "shift.handed/1": self = .shiftHandedOver(try SiteEvent.decoded(body))
        case "shift.taken/1": self = .shiftTakenOver(try SiteEvent.decoded(body))
        case "roster.set/1": self = .rosterSet(try SiteEvent.decoded(body))
        case "arm.drawn/1": self = .randomDrawn(try SiteEvent.decoded(body))
        case "record.read/1": self = .recordRead(try SiteEvent.decoded(body))
        case "log.key/1": self = .logKeyChanged(try SiteEvent.decoded(body))
        case "witness.alarmed/1": self = .witnessAlarmed(try SiteEvent.decoded(body))
        case "witness.cleared/1": self = .witnessCleared(try SiteEvent.decoded(body))
        case "body.erased/1": self = .bodiesErased(try SiteEvent.decoded(body))
        case "contact.period/1": self = .contactPeriodBegun(try SiteEvent.decoded(body))
        case "audit.sampled/1": self = .travellerSampled(try SiteEvent.decoded(body))
        case "worker.released/1": self = .workerReleased(try SiteEvent.decoded(body))
        case "pass.issued/1": self = .passIssued(try SiteEvent.decoded(body))
        case "pass.revoked/1": self = .passRevoked(try SiteEvent.decoded(body))
        case "account.changed/1": self = .accountChanged(try SiteEvent.decoded(body))
        case "key.changed/1": self = .machineKeyChanged(try SiteEvent.decoded(body))
        case "exchange.queued/1": self = .exchangeQueued(try SiteEvent.decoded(body))
        case "exchange.gathered/1": self = .exchangeGathered(try SiteEvent.decoded(body))
        case "exchange.skipped/1": self = .exchangeSkipped(try SiteEvent.decoded(body))
        case "exchange.closed/1": self = .exchangeClosed(try SiteEvent.decoded(body))
        case "exchange.delivered/1": self = .exchangeDelivered(try SiteEvent.decoded(body))
        case "exchange.proven/1": self = .exchangeProven(try SiteEvent.decoded(body))
        case "exchange.received/1": self = .exchangeReceived(try SiteEvent.decoded(body))
        case "exchange.alarmed/1": self = .exchangeAlarmed(try SiteEvent.decoded(body))
        case "exchange.resolved/1": self = .exchangeResolved(try SiteEvent.decoded(body))
        case "agreement.signed/1": self = .agreementSigned(try SiteEvent.decoded(body))
        case "exchange.trusted/1": self = .exchangeTrusted(try SiteEvent.decoded(body))
        case "lookup.granted/1": self = .lookUpGranted(try SiteEvent.decoded(body))
        case "lookup.published/1": self = .lookUpPublished(try SiteEvent.decoded(body))
        default: return nil
        }
    }

    /// The kind of the entries that say what was erased.
    static let erasure = "body.erased/1"

    static func decoded<Value: Decodable>(_ body: UnsafeRawBufferPointer) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(body))
    }

    private static func encoded(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return [UInt8](try encoder.encode(value))
    }
}
