import ArgumentParser
import Casework
import Foundation
import Operations
import SiteStore
import Vocabulary

extension Measure {
    /// Fills a site with invented cases and claims, and times what is done with them.
    struct Cases: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "cases",
            abstract:
                "Fills a new site with cases and claims; times the search of rings and the making of a bundle."
        )

        @Option var cases = 100_000
        @Option var claims = 1_000_000
        @Option var pieces = 100
        @OptionGroup var site: SiteOptions

        func run() async throws {
            let place = try Workplace.open(site, .readWrite(createIfAbsent: true))
            defer { place.close() }
            let clock = ContinuousClock()
            let filling = try await clock.measure {
                try await fillCases(place.desk)
                try await fillClaims(place.desk)
            }.inSeconds
            let day = place.desk.today
            var rings = 0
            let ringing = try clock.measure {
                rings = try place.desk.rings(on: day).count
            }.inSeconds
            Measure.tell([
                "secondsToFill": filling, "secondsOfRings": ringing, "rings": Double(rings),
                "secondsOfBundle": try await bundle(place.desk, clock),
            ])
        }

        /// Departure checks and criminal cases of invented people, half of them ended.
        private func fillCases(_ desk: Desk) async throws {
            for start in stride(from: 0, to: cases, by: 500) {
                let range = start..<min(start + 500, cases)
                try await desk.site.commit { _ in
                    Decision(range.flatMap { Measure.Cases.moves(of: $0, desk) }, answer: ())
                }
            }
        }

        private static func moves(of number: Int, _ desk: Desk) -> [EntryDraft] {
            let kind: CaseKind = number % 4 == 0 ? .departure : .enforcement
            let passport = PassportNumber("K" + String(1_000_000 + number))
            let steps: [(String, String)] =
                kind == .departure
                ? [
                    ("open", "waiting"), ("begin", "interviewing"),
                    ("proceed", number % 8 == 0 ? "cleared" : "viewed"),
                ]
                : [
                    ("tip", "tip"), ("verify", "verified"),
                    ("progress", number % 2 == 0 ? "closed" : "verified"),
                ]
            return steps.enumerated().map { place, step in
                var content = CaseContent()
                content.text = "Rekaan nomor \(number)."
                if place == 0 { content.opening = CaseOpening(passport: passport, post: desk.post) }
                let at = desk.now()
                let move = CaseMove(
                    id: "bench-\(number)",
                    kind: kind,
                    number: place + 1,
                    step: step.0,
                    state: step.1,
                    content: content,
                    officer: "rekaan",
                    authority: .immigration,
                    at: at,
                    dueAt: at.adding(seconds: 86_400 + number % 10_000)
                )
                return EntryDraft(
                    .caseMoved(move),
                    at: at,
                    actor: "rekaan",
                    purpose: "bench",
                    subject: passport.map(EntrySubject.passport)
                )
            }
        }

        /// Claims among as many things, a thousandth of which are shared.
        private func fillClaims(_ desk: Desk) async throws {
            let day = desk.today
            for start in stride(from: 0, to: claims, by: 2000) {
                let made = (start..<min(start + 2000, claims)).compactMap { number -> NetworkClaim? in
                    guard let one = NetworkNode(.recruiter, "REKAAN \(number)"),
                        let other = NetworkNode(
                            .phone,
                            "08\(number % 1000 == 0 ? number % 7000 : number / 3)"
                        )
                    else { return nil }
                    return NetworkClaim(
                        id: "bench-\(number)",
                        one: one,
                        other: other,
                        source: "LP/\(number % 977)",
                        seenOn: day.adding(days: -(number % 400)),
                        basis: "rekaan",
                        confidence: 1 + number % 5,
                        innocent: "rekaan",
                        isHub: false,
                        officer: "rekaan",
                        at: desk.now()
                    )
                }
                try await desk.note(made, by: .operatorConsole)
            }
        }

        private func bundle(_ desk: Desk, _ clock: ContinuousClock) async throws -> Double {
            var content = CaseContent()
            content.text = "Rekaan."
            let id = try await desk.open(.enforcement, content, by: .operatorConsole).id
            let photograph = [0xFF, 0xD8, 0xFF] + [UInt8](repeating: 7, count: 200_000)
            for number in 0..<pieces {
                let brought = BroughtEvidence(bytes: photograph, name: "foto-\(number).jpg")
                _ = try await desk.collect(brought, for: id, by: .operatorConsole)
            }
            return try await clock.measure {
                _ = try await desk.bundle(of: id, for: .prosecute, by: .operatorConsole) { _, _ in [] }
            }.inSeconds
        }
    }
}
