import Synchronization

/// Gives passport applications opaque names for addresses: their keys hold a NIK or a passport number.
///
/// - Shape: in memory, at most 50,000; after a restart the list must be opened again.
final class ApplicationNames: Sendable {
    private struct Names {
        var ids: [String: String] = [:]
        var keys: [String: String] = [:]
    }

    private let names = Mutex(Names())

    /// The name of an application.
    func id(of key: String) -> String {
        names.withLock { names in
            if let id = names.ids[key] { return id }
            if names.ids.count >= 50_000 { names = Names() }
            let id = String(Secret.make().prefix(32))
            names.ids[key] = id
            names.keys[id] = key
            return id
        }
    }

    /// The application of a name; nil where it was never given or is forgotten.
    func key(of id: String) -> String? { names.withLock { $0.keys[id] } }
}
