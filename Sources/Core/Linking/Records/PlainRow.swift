import Glibc

/// Plain values one after another: grown by doubling, freed with their owner, read without counting references.
///
/// One owner writes while a table is read; afterwards it is only read, by any number of threads.
final class PlainRow<Element: BitwiseCopyable>: @unchecked Sendable {
    private(set) var count = 0
    private(set) var base: UnsafeMutablePointer<Element>
    private var capacity: Int

    init(capacity: Int = 64) {
        self.capacity = max(capacity, 1)
        base = PlainRow.resized(nil, self.capacity)
    }

    init(repeating element: Element, count: Int) {
        capacity = max(count, 1)
        base = PlainRow.resized(nil, capacity)
        base.initialize(repeating: element, count: count)
        self.count = count
    }

    deinit { free(base) }

    var buffer: UnsafeMutableBufferPointer<Element> { UnsafeMutableBufferPointer(start: base, count: count) }

    subscript(place: Int) -> Element {
        get { base[place] }
        set { base[place] = newValue }
    }

    func append(_ element: Element) {
        if count == capacity { grow(to: count + 1) }
        base[count] = element
        count += 1
    }

    func append(contentsOf elements: UnsafeBufferPointer<Element>) {
        guard let start = elements.baseAddress else { return }
        if count + elements.count > capacity { grow(to: count + elements.count) }
        (base + count).update(from: start, count: elements.count)
        count += elements.count
    }

    /// Forgets what stands after the first elements; their storage stays.
    func shorten(to count: Int) { self.count = min(count, self.count) }

    func reverse() {
        var buffer = buffer
        buffer.reverse()
    }

    private func grow(to least: Int) {
        capacity = max(capacity * 2, least)
        base = PlainRow.resized(base, capacity)
    }

    /// Large rows are moved by the kernel, not copied; what was never written takes no memory.
    private static func resized(_ base: UnsafeMutablePointer<Element>?, _ capacity: Int)
        -> UnsafeMutablePointer<Element>
    {
        guard let memory = realloc(base, capacity * MemoryLayout<Element>.stride) else {
            fatalError("out of memory")  // as Swift's own arrays end
        }
        return memory.bindMemory(to: Element.self, capacity: capacity)
    }
}

extension PlainRow where Element: Comparable {
    func sort() {
        var buffer = buffer
        buffer.sort()
    }
}
