import ArgumentParser
import Exchange
import Foundation
import Operations
import SiteStore
import Vocabulary

extension ExchangeCommands {
    /// `kawal exchange ledger`: what the ledger says of the exchange, for a check of two ledgers beside each other.
    struct Entries: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "ledger",
            abstract:
                "Prints the ledger's entries of the exchange, one JSON object each, without anybody's data.",
            shouldDisplay: false
        )

        @OptionGroup var site: SiteOptions

        func run() throws {
            let place = try Workplace.open(site, .readOnly)
            defer { place.close() }
            let partner = place.settings.exchange?.partner.text ?? ""
            var next: UInt64 = 0
            while true {
                let entries = try place.store.entries(from: next, limit: 1000) {
                    $0.hasPrefix("exchange.") || $0.hasPrefix("referral.")
                }
                guard let last = entries.last else { return }
                next = last.index + 1
                for line in entries.flatMap({ EntryLine.lines(of: $0, partner: partner) }) {
                    Console.print(JSONLine.text(line))
                }
            }
        }
    }
}

/// What is printed of an entry.
private struct EntryLine: Encodable {
    var index: UInt64
    var what: String
    var id: String?
    var stream: String?
    var seq: Int64?
    var type: String?
    var hash: Data?
    /// Where the partner says that it keeps the message.
    var at: UInt64?
    /// The entry that a message tells of.
    var about: UInt64?
    var isPartners: Bool?

    init(_ index: UInt64, _ what: String, _ id: String? = nil, _ stream: String? = nil, _ seq: Int64? = nil) {
        self.index = index
        self.what = what
        self.id = id
        self.stream = stream
        self.seq = seq
    }

    static func lines(of entry: ListedEntry, partner: String) -> [EntryLine] {
        let index = entry.index
        switch entry.event {
        case .exchangeQueued(let queued):
            var line = EntryLine(index, "queued", queued.id, queued.stream, queued.sequence)
            (line.type, line.about) = (queued.type, queued.about)
            return [line]
        case .exchangeDelivered(let delivered):
            return delivered.receipts.map { receipt in
                var line = EntryLine(index, "delivered", receipt.id, receipt.stream, receipt.sequence)
                (line.hash, line.at) = (receipt.hash, receipt.index)
                return line
            }
        case .exchangeReceived(let received):
            var line = EntryLine(index, "received", received.id, received.stream, received.sequence)
            (line.type, line.hash) = (received.type, received.hash)
            return [line]
        case .exchangeSkipped(let skipped):
            var line = EntryLine(index, "skipped", skipped.id, skipped.stream, skipped.sequence)
            line.type = skipped.reason.rawValue
            return [line]
        case .exchangeAlarmed(let alarm):
            var line = EntryLine(index, "alarmed", nil, alarm.stream)
            line.type = alarm.code
            return [line]
        default: break
        }
        // What the partner's messages did, and what was done here that it is told of.
        guard entry.kind.hasPrefix("referral.") || entry.kind.hasPrefix("record.") else { return [] }
        var line = EntryLine(index, entry.kind)
        line.isPartners = entry.actor == partner
        switch entry.event {
        case .referralOpened(let referral): line.id = referral.id
        case .referralWithdrawn(let withdrawn): line.id = withdrawn.id
        default: break
        }
        return [line]
    }
}
