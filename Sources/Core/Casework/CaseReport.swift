public import Vocabulary

/// What was done with cases in some days, counted by agreed codes and of nobody (laporan perkara).
public struct CaseReport: Sendable {
    private var counts: [CaseTally: Int] = [:]

    /// Nothing yet.
    public init() {}

    /// Counts a step as often as it was taken; words of a note are never part of a report.
    public mutating func add(_ tally: CaseTally, times: Int = 1, agreed: Set<String>) {
        var tally = tally
        if !agreed.contains(tally.reason) { tally.reason = "" }
        counts[tally, default: 0] += times
    }

    /// The rows, in a fixed order.
    public var rows: [(key: CaseTally, count: Int)] {
        counts.sorted { left, right in
            left.key.cells.lexicographicallyPrecedes(right.key.cells)
        }.map { ($0.key, $0.value) }
    }

    /// The table as CSV with a header; the same rows always give the same bytes.
    public var csv: [UInt8] {
        var bytes = Array("kind,step,state,reason,agency,count\n".utf8)
        for (key, count) in rows {
            for cell in key.cells {
                let start = bytes.count
                bytes += Array(cell.utf8)
                bytes.quoteCell(from: start)
                bytes.append(UInt8(ascii: ","))
            }
            bytes += Array("\(count)\n".utf8)
        }
        return bytes
    }
}

extension CaseReport {
    /// The totals of departure checks.
    public var totals: CaseTotals {
        var totals = CaseTotals()
        for (key, count) in counts where key.kind == .departure {
            switch (DepartureStep(rawValue: key.step), DepartureState(rawValue: key.state)) {
            case (.begin, _): totals.interviews += count
            case (.agree, _): totals.putOff += count
            case (.object, _), (.appeal, _): totals.objections += count
            case (.overturn, _): totals.overturned += count
            case (.some, .cleared): totals.proceeded += count
            default: break
            }
        }
        return totals
    }
}

extension CaseTally {
    fileprivate var cells: [String] { [kind.rawValue, step, state, reason, authority?.rawValue ?? ""] }
}
