import HTTPTypes
import Operations
import Pages
import Vocabulary

/// The worker's own way to the pass: no account; number and birth date stand in no address and no log.
enum Passes {
    static func show(_ visit: Visit) -> Reply { visit.page(PassModel()) }

    static func give(_ visit: Visit) async throws -> Reply {
        var model = PassModel()
        model.passport = String((visit.field(Field.document) ?? "").prefix(20))
        model.bornOn = String((visit.field(Field.bornOn) ?? "").prefix(10))
        guard let (passport, bornOn) = holder(visit) else {
            model.problem = .incomplete
            return visit.page(model, status: .unprocessableContent)
        }
        let desk = visit.desk
        let most = desk.rules.limit("pass_requests_per_minute", on: desk.today) ?? 10
        let wait = visit.office.passes.waitSeconds(visit.context.peer.text, most: most, now: desk.now())
        guard wait == 0 else {
            model.problem = .slow(seconds: wait)
            var reply = visit.page(model, status: .tooManyRequests)
            reply.headers[.retryAfter] = "\(wait)"
            return reply
        }
        do {
            let pass = try await desk.issuePass(passport, bornOn: bornOn, by: .worker)
            model.pass = PassShown(pass)
            model.pass?.issuer = visit.office.configuration.agency
            model.pass?.squares = SquareCode(letters: pass.issued.text)
            model.address = visit.office.publicAddress(of: visit.request) + Pages.Link.pass.text
        } catch OperationFault.passRefused {
            model.problem = .refused
            return visit.page(model, status: .notFound)
        }
        return visit.page(model)
    }

    /// Passport number and birth date as typed; nil where one of them is none.
    static func holder(_ visit: Visit) -> (PassportNumber, Day)? {
        guard let written = visit.field(Field.document), written.utf8.count <= 20,
            let passport = PassportNumber(written),
            let bornOn = visit.field(Field.bornOn).flatMap({ Day($0) }), bornOn <= visit.desk.today
        else { return nil }
        return (passport, bornOn)
    }
}

/// Passes at the ministry's desk.
enum PassDesk {
    static func show(_ visit: Visit) -> Reply { visit.page(PassDeskModel()) }

    static func find(_ visit: Visit) async throws -> Reply { try await page(nil, visit) }

    static func issue(_ visit: Visit) async throws -> Reply {
        guard let (passport, bornOn) = Passes.holder(visit) else { return try await page(nil, visit) }
        do {
            _ = try await visit.desk.issuePass(passport, bornOn: bornOn, by: visit.actor)
        } catch OperationFault.passRefused {
            return try await page(.refused, visit)
        }
        return try await page(.issued, visit)
    }

    static func revoke(_ visit: Visit) async throws -> Reply {
        let reason = visit.field(Field.reason).flatMap(PassVoidReason.init(rawValue:))
        guard let reason, reason == .asked || reason == .mistaken, visit.field(Field.confirmed) == "yes",
            let number = visit.field(Field.number)
        else { return try await page(.unconfirmed, visit) }
        try await visit.desk.revokePass(number, for: reason, by: visit.actor)
        return try await page(.revoked, visit)
    }

    private static func page(_ outcome: PassDeskModel.Outcome?, _ visit: Visit) async throws -> Reply {
        var model = PassDeskModel()
        model.passport = String((visit.field(Field.document) ?? "").prefix(20))
        model.bornOn = String((visit.field(Field.bornOn) ?? "").prefix(10))
        model.outcome = outcome
        guard let (passport, bornOn) = Passes.holder(visit) else {
            model.outcome = .incomplete
            return visit.page(model, status: .unprocessableContent)
        }
        let file = try await visit.desk.passFile(passport, bornOn: bornOn, by: visit.actor)
        let standing = file.standing
        model.standing = PassDeskModel.Standing(
            state: standing.state.rawValue,
            placement: standing.placement?.text,
            scheme: standing.scheme,
            destination: standing.destination,
            validTo: standing.validTo,
            missing: standing.missing
        )
        model.passes = file.passes.map(PassShown.init)
        let isRefused = outcome == .refused || outcome == .unconfirmed
        return visit.page(model, status: isRefused ? .unprocessableContent : .ok)
    }
}

extension PassShown {
    /// A pass of this site, as its holder or the desk sees it.
    init(_ pass: StandingPass) {
        self.init(
            state: pass.state,
            scheme: pass.issued.scheme,
            destination: pass.issued.destination,
            from: pass.issued.from,
            until: pass.issued.until,
            number: pass.issued.numberText,
            voidFor: pass.voidFor
        )
    }

    /// A pass that was read from its code; of this site where it names no other.
    init(_ reading: PassReading, agency: String) {
        self.init(
            state: reading.state,
            scheme: reading.scheme,
            destination: reading.destination,
            from: reading.from,
            until: reading.until,
            holder: reading.holder,
            listing: reading.listing,
            issuer: reading.issuer ?? agency
        )
    }
}

extension PaperShown {
    /// What was read from a code, of this site where it names no other.
    init(_ reading: PaperReading, agency: String) {
        self =
            switch reading {
            case .pass(let pass): .pass(PassShown(pass, agency: agency))
            case .slip(let day, let issuer): .slip(departsOn: day, issuer: issuer ?? agency)
            case .fault(let fault): .fault(fault)
            }
    }
}
