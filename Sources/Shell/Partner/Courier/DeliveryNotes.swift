import Operations
import Synchronization

/// What the partner has taken and the ledger doesn't say yet; written together a few times a second.
///
/// What a crash loses of it is sent again and answered as a repeat.
final class DeliveryNotes: Sendable {
    private let receipts = Mutex<[ExchangeDelivered.Receipt]>([])
    private let desk: Desk

    init(_ desk: Desk) { self.desk = desk }

    func add(_ receipt: ExchangeDelivered.Receipt) { receipts.withLock { $0.append(receipt) } }

    /// Writes what has gathered.
    ///
    /// - Throws: `SiteFault`; then it stays noted.
    func write() async throws {
        let gathered = receipts.withLock { receipts in
            defer { receipts = [] }
            return receipts
        }
        guard !gathered.isEmpty else { return }
        do {
            try await desk.note(delivered: gathered)
        } catch {
            receipts.withLock { $0.insert(contentsOf: gathered, at: 0) }
            throw error
        }
    }
}
