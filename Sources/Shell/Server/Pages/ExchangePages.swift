import HTTPTypes
import Operations
import Pages
import Vocabulary

/// The exchange with the other agency's site, its dead letters and its agreement.
enum ExchangePages {
    static func show(_ visit: Visit) throws -> Reply { visit.page(try model(visit)) }

    /// Sends a dead letter again, or closes it.
    static func act(_ visit: Visit) async throws -> Reply {
        let (id, actor) = (try visit.parameter("id"), try visit.actor)
        let reason = (visit.field(Field.reason) ?? "").trimmed
        do {
            switch try visit.parameter("act") {
            case "kirim": try await visit.desk.redrive(deadLetter: id, by: actor)
            case "tutup":
                try await visit.desk.close(deadLetter: id, reason: reason, by: actor)
            default: throw Problem.notFound
            }
        } catch OperationFault.fieldUnfit {
            let draft = ExchangeModel.Draft(id: id, reason: reason)
            return visit.page(try model(visit, .reason, draft), status: .unprocessableContent)
        } catch OperationFault.unreadable {
            return visit.page(try model(visit, .erased), status: .conflict)
        } catch OperationFault.overtaken {
            return visit.page(try model(visit, .overtaken), status: .conflict)
        } catch OperationFault.absent {
            return visit.page(try model(visit, .gone), status: .conflict)
        }
        return visit.redirect(Place.exchange.link.text, saying: .stepTaken)
    }

    /// Closes an alarm.
    static func closeAlarm(_ visit: Visit) async throws -> Reply {
        let (id, actor) = (visit.field(Field.alarm) ?? "", try visit.actor)
        let reason = (visit.field(Field.reason) ?? "").trimmed
        do {
            guard let entry = UInt64(id) else {
                throw OperationFault.fieldUnfit(field: "alarm", expected: "one that stands")
            }
            try await visit.desk.close(exchangeAlarm: entry, reason: reason, by: actor)
        } catch OperationFault.fieldUnfit {
            let draft = ExchangeModel.Draft(id: id, reason: reason)
            return visit.page(try model(visit, .alarm, draft), status: .unprocessableContent)
        } catch OperationFault.absent {
            return visit.page(try model(visit, .closed), status: .conflict)
        }
        return visit.redirect(Place.exchange.link.text, saying: .stepTaken)
    }

    static func showAgreement(_ visit: Visit) throws -> Reply {
        let (desk, day) = (visit.desk, visit.desk.today)
        let standing = try desk.exchangeStanding()
        return visit.page(
            AgreementModel(
                rules: desk.rules.agreement(on: day),
                purposes: desk.rules.tables.purposes.filter { $0.validity.holds(on: day) },
                digest: desk.agreementMemory.digest(of: desk.rules, on: day),
                signatures: standing?.shownSignatures ?? [],
                crossed: try desk.crossed().map {
                    AgreementModel.Crossed(
                        isOutward: $0.way == .out,
                        type: $0.type,
                        count: $0.count,
                        lastAt: $0.lastAt
                    )
                }
            )
        )
    }

    private static func model(
        _ visit: Visit,
        _ problem: ExchangeModel.Problem? = nil,
        _ draft: ExchangeModel.Draft? = nil
    ) throws -> ExchangeModel {
        ExchangeModel(
            partner: try visit.desk.exchangeStanding().map { try partner($0, visit) },
            mayAct: try visit.actor.roles.contains(.administrator),
            problem: problem,
            draft: draft
        )
    }

    private static func partner(_ standing: ExchangeStanding, _ visit: Visit) throws -> ExchangeModel.Partner
    {
        let rules = visit.desk.rules.agreement(on: visit.desk.today)
        let says = { (type: String?) in rules.first { $0.type == type }?.says }
        var partner = ExchangeModel.Partner(
            own: standing.agency,
            authority: standing.partner,
            name: standing.partnerName
        )
        partner.reach = visit.office.partnerReach
        partner.heardAt = standing.heardAt
        partner.latencies = visit.office.exchange?.latencies().map { ($0.median, $0.p99) }
        partner.witness = visit.office.exchange.map { ExchangeModel.Witness($0) }
        partner.streams = standing.streams.map(ExchangeModel.Stream.init)
        partner.known = try visit.office.feeds.status(at: visit.desk).feeds
            .filter { $0.owner == standing.partnerName }.map(FeedMemory.reach)
        partner.alarms = standing.shownAlarms
        partner.letters = standing.letters.map { letter in
            ExchangeModel.Letter(
                id: letter.id,
                says: says(letter.type),
                type: letter.type,
                reason: letter.reason.rawValue,
                code: letter.code,
                at: letter.at,
                hasWords: letter.hasWords
            )
        }
        partner.digest = standing.digest
        partner.signatures = standing.shownSignatures
        partner.keys = standing.keys.map { ExchangeModel.Key(name: $0.id, validUntil: $0.validUntil) }
        partner.fingerprint = standing.fingerprint
        partner.waiting = standing.waiting.compactMap { one in
            says(one.type).map {
                ExchangeModel.Waiting(
                    waiter: one.waiter,
                    says: $0,
                    dueMinutes: one.dueMinutes,
                    open: one.open,
                    answered: one.answered
                )
            }
        }
        return partner
    }
}

extension Office {
    /// Whether the partner is reached; nil where no exchange runs.
    var partnerReach: PartnerReach? {
        exchange.map { line in
            PartnerReach(isReached: line.isReached, heardAt: line.cosigned()?.at)
        }
    }
}

extension ExchangeModel.Stream {
    fileprivate init(_ standing: StreamStanding) {
        self.init(
            name: standing.stream,
            isOutward: standing.way == .out,
            taken: Int(clamping: standing.head.sequence),
            movedAt: standing.movedAt,
            waiting: standing.waiting,
            waitingSince: standing.waitingSince
        )
    }
}

extension ExchangeModel.Witness {
    fileprivate init(_ line: ExchangeLine) {
        let head = line.cosigned()
        // What can't be read lets nothing of high impact cross.
        let state = line.witness().flatMap { State(rawValue: $0.state.rawValue) } ?? .halted
        self.init(state: state, since: head?.at, size: head.map { Int(clamping: $0.size) })
    }
}

extension ExchangeStanding {
    fileprivate var shownAlarms: [ExchangeModel.Alarm] {
        let logs = witnessAlarms.map { ExchangeModel.Alarm(code: $0.kind.rawValue, stream: nil, at: $0.at) }
        let lines = alarms.map {
            ExchangeModel.Alarm(id: String($0.entry), code: $0.code, stream: $0.stream, at: $0.at)
        }
        return logs + lines
    }

    /// Both sides, signed or not.
    fileprivate var shownSignatures: [ExchangeModel.Signature] {
        [(agency, false), (partner, true)].map { authority, isPartner in
            let signed = signatures.first { ($0.party == partnerName) == isPartner }
            return ExchangeModel.Signature(
                authority: authority,
                at: signed?.at,
                officers: signed?.officers ?? []
            )
        }
    }
}
