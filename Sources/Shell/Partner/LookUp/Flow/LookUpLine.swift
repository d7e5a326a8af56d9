import Crypto
import Exchange
import Foundation
import Ledger
package import Logging
package import Operations
import ServiceLifecycle
import Synchronization
import Vocabulary

/// Asks the partner's sealed tables: keeps them as they were published, and has travellers' tokens evaluated blinded (jalur pencarian).
package final class LookUpLine: LookUpPort, Service {
    let line: PartnerLine
    let client: PartnerClient
    private let logger: Logger
    let breaker: Breaker
    let shelves = Mutex<[String: LookUpShelf]>([:])
    /// Lists for which nobody asks again for a while.
    private let refused = Mutex<[String: ContinuousClock.Instant]>([:])
    private static let refusedSeconds = 60
    /// What the joint auditor may ask to see, for a day.
    private let openings = Mutex<[(at: Moment, opening: CommitmentOpening)]>([])

    /// A line that asks through a client.
    package init(
        _ line: PartnerLine,
        client: PartnerClient,
        pace: CourierPace = CourierPace(),
        logger: Logger
    ) {
        self.line = line
        self.client = client
        self.logger = logger
        breaker = Breaker(pace)
        filed = LookUpLine.asksAboutTravellers(line.side) ? nil : FiledPassports()
    }

    /// What the ministry asks about by itself; nil at Immigration, whose desk asks about travellers.
    let filed: FiledPassports?

    /// Whether the other side has tables to be asked.
    package static func asks(_ side: ExchangeSide) -> Bool {
        side.agency.other.map { !TableSource.all(of: $0).isEmpty } ?? false
    }

    /// Whether the desk asks, about each traveller whom it judges; the other side's desk goes on as if there were no look-up.
    package static func asksAboutTravellers(_ side: ExchangeSide) -> Bool { side.agency == .immigration }

    package func run() async throws {
        await cancelWhenGracefulShutdown {
            await withTaskGroup(of: Void.self) { group in
                group.addTask { await self.again(every: .seconds(1)) { try await self.refresh() } }
                group.addTask {
                    guard let filed = self.filed else {
                        try? await self.line.desk.resumeSeeking()
                        return await self.again(every: .milliseconds(300)) {
                            try await self.line.desk.seekWaiting()
                        }
                    }
                    await self.again(every: .seconds(1)) { try await filed.round(through: self) }
                }
                await group.waitForAll()
            }
        }
    }

    private func again(every interval: Duration, _ work: () async throws -> Void) async {
        while !Task.isCancelled {
            var pause = interval
            do { try await work() } catch is CancellationError { return } catch {
                logger.error("Look-up", metadata: ["error": "\(type(of: error))"])
                pause = .seconds(2)
            }
            try? await Task.sleep(for: pause)
        }
    }

    // MARK: Asking

    package func ask(
        _ people: [SoughtPerson],
        for occasion: LookUpOccasion,
        tell: @escaping @Sendable (Int, SoughtAnswer) async -> Void
    ) async {
        guard !isRefused(occasion), let askers = current(), await isReached() else { return }
        let tokens = people.map { LookUpPerson($0).asked }
        let answers = TableAnswers(of: askers.count)
        for asker in askers {
            let round = LookUpRound(asker: asker, permille: permille) { [self] in
                try await evaluate($0, for: occasion)
            }
            let drawn = await round.run(tokens) { place, result in
                if let answer = await answers.add(result, of: place) { await tell(place, answer) }
            }
            keep(drawn)
        }
        guard let fault = await answers.fault else { return }
        if let list = occasion.list {
            let until = ContinuousClock.now + .seconds(LookUpLine.refusedSeconds)
            refused.withLock { $0[list] = until }
        }
        if case .quotaSpent = fault { return }
        try? await line.desk.alarm("lookup-refused", stream: nil, finding: fault.code)
    }

    /// Whether the owner, or its answer, was refused for a list a moment ago.
    private func isRefused(_ occasion: LookUpOccasion) -> Bool {
        guard let list = occasion.list else { return false }
        return refused.withLock { refused in
            refused = refused.filter { $0.value > .now }
            return refused[list] != nil
        }
    }

    /// Whether the owner answers; after failures one request alone finds out.
    func isReached() async -> Bool {
        guard breaker.isOpen else { return true }
        guard breaker.wait(at: .now) == nil else { return false }
        do {
            _ = try await client.ask("GET", ExchangePath.health)
            breaker.succeeded()
            return true
        } catch {
            breaker.failed(at: .now)
            return false
        }
    }

    /// The newest table of each name; nil where one is missing.
    func current() -> [LookUpAsker]? {
        let epochs = answered
        let names = TableSource.all(of: line.side.agency.other ?? line.side.agency).map(\.name)
        let askers = shelves.withLock { shelves in
            names.compactMap { shelves[$0]?.asker(answered: epochs) }
        }
        return askers.count == names.count ? askers : nil
    }

    var answered: [LookUpEpoch] {
        let days = line.desk.rules.limit("lookup_overlap_days", on: line.desk.today) ?? 14
        return LookUpEpoch.answered(on: line.desk.today, overlapDays: days)
    }

    var permille: Int { line.desk.rules.limit("lookup_audit_permille", on: line.desk.today) ?? 10 }

    func evaluate(_ request: LookUpRequest, for occasion: LookUpOccasion) async throws -> LookUpAnswer {
        guard !breaker.isOpen else { throw LookUpFault.ownerAway }
        let mark = occasion.list.map { list in
            hexadecimal(SHA256.hash(data: Array("kawal-look-up/1 manifest \(list)".utf8)))
        }
        let announced = LookUpAnnouncement(
            occasion: LookUpOccasion(list: mark, persons: padded(occasion.persons)),
            request: request.wire
        )
        let answer: VerifiedAnswer
        do {
            answer = try await client.ask(
                "POST",
                ExchangePath.evaluate,
                body: announced.bytes,
                contentType: "application/json"
            )
        } catch {
            // A counter that doesn't wait any longer says nothing of the line.
            if !Task.isCancelled { breaker.failed(at: .now) }
            throw LookUpFault.ownerAway
        }
        breaker.succeeded()
        guard answer.status == 200 else {
            logger.notice("Look-up refused", metadata: ["status": "\(answer.status)"])
            throw answer.status == 429
                ? LookUpFault.quotaSpent(left: 0, wanted: request.slots.count) : LookUpFault.ownerAway
        }
        return try LookUpAnswer(wire: answer.body)
    }

    /// A manifest's persons rounded up, so that its size isn't told.
    private func padded(_ persons: Int) -> Int {
        min(LookUpBatching.slots(for: max(persons, 1)), LookUpQuota.manifestLimit)
    }

    func keep(_ drawn: [CommitmentOpening]) {
        let now = line.desk.now()
        openings.withLock { openings in
            openings.removeAll { $0.at.adding(seconds: 86_400) < now }
            openings += drawn.map { (at: now, opening: $0) }
        }
    }
}

extension LookUpPerson {
    /// A traveller of a list or at a counter.
    init(_ sought: SoughtPerson) {
        if let number = sought.passport { documents = [(number, sought.issuer ?? .indonesia)] }
        (nik, name, bornOn, sex) = (sought.nik, sought.name, sought.bornOn, sought.sex)
    }
}
