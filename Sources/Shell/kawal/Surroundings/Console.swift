import Foundation
import Synchronization
import Vocabulary

/// Where results and messages go: results to standard output, everything for people to standard error.
enum Console {
    /// Says something to a person.
    static func say(_ text: String) { write(text + "\n", to: FileHandle.standardError) }

    /// Prints a result.
    static func print(_ text: String) { write(text + "\n", to: FileHandle.standardOutput) }

    /// Prints bytes as they are.
    static func print(bytes: some Collection<UInt8>) {
        try? FileHandle.standardOutput.write(contentsOf: Data(bytes))
    }

    /// Whether standard error is a terminal.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}

/// Diagnostics as people read them.
enum Diagnostics {
    /// One line: place, severity, code, finding, expectation, remedy.
    static func line(_ diagnostic: Diagnostic, source: String? = nil) -> String {
        let place = [source, String(diagnostic.at), diagnostic.field].compactMap(\.self).joined(
            separator: ":"
        )
        return "\(place): \(diagnostic.severity.rawValue) \(diagnostic.code): found \(diagnostic.found), "
            + "expected \(diagnostic.expected). \(diagnostic.remedy)"
    }
}

/// Tells how long work goes on: a bar on a terminal, a line every few seconds elsewhere.
final class Progress: Sendable {
    private let label: String
    private let started = ContinuousClock.now
    private let told = Mutex((at: ContinuousClock.now, hasBar: false))

    init(_ label: String) { self.label = label }

    /// Notes how much is done, out of a total where one is known.
    func note(done: Int, of total: Int?) {
        let now = ContinuousClock.now
        let interval: Duration = Console.isTerminal ? .milliseconds(100) : .seconds(5)
        told.withLock { told in
            guard told.at.duration(to: now) >= interval else { return }
            told.at = now
            if tell(done: done, of: total) { told.hasBar = true }
        }
    }

    /// Notes the end.
    func finish(done: Int, unit: String) {
        let seconds = started.duration(to: .now).inSeconds
        if told.withLock(\.hasBar) { Console.clearLine() }
        Console.say("\(label): \(done) \(unit) in \(String(format: "%.1f", seconds)) s")
    }

    /// Whether it drew a bar.
    private func tell(done: Int, of total: Int?) -> Bool {
        let elapsed = started.duration(to: .now).components.seconds
        guard let total, total > 0 else {
            if !Console.isTerminal { Console.say("\(label): \(done) …") }
            return false
        }
        let share = min(1, Double(done) / Double(total))
        let left = share > 0.02 ? Int(Double(elapsed) * (1 - share) / share) : nil
        let rest = left.map { ", about \($0) s left" } ?? ""
        if Console.isTerminal {
            let filled = Int(share * 30)
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 30 - filled)
            Console.redraw("\(label) \(bar) \(Int(share * 100)) %\(rest)")
        } else {
            Console.say("\(label): \(Int(share * 100)) %\(rest)")
        }
        return Console.isTerminal
    }
}

extension Console {
    /// Draws a line over the last one.
    static func redraw(_ text: String) { write("\r\u{1B}[2K" + text, to: FileHandle.standardError) }

    /// Clears the line that was drawn.
    static func clearLine() { write("\r\u{1B}[2K", to: FileHandle.standardError) }
}
