import Foundation

/// Work on all processors, in order of what it was for.
enum Parallel {
    /// How many pieces of work run at one time.
    static let width = ProcessInfo.processInfo.activeProcessorCount

    /// One part for each processor.
    static func parts<Item: Sendable>(of items: [Item]) -> [ArraySlice<Item>] {
        let size = max((items.count + width - 1) / width, 1)
        return stride(from: 0, to: items.count, by: size).map { items[$0..<min($0 + size, items.count)] }
    }

    /// Does something for each item, at most `width` at a time; the first error ends it.
    ///
    /// - Throws: What the work throws.
    static func map<Item: Sendable, Result: Sendable>(
        _ items: [Item],
        _ work: @escaping @Sendable (Item) async throws -> Result
    ) async throws -> [Result] {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var results: [Result?] = Array(repeating: nil, count: items.count)
            for (place, item) in items.enumerated() {
                if place >= width, let (done, result) = try await group.next() { results[done] = result }
                group.addTask { (place, try await work(item)) }
            }
            for try await (done, result) in group { results[done] = result }
            return results.compactMap(\.self)
        }
    }
}
