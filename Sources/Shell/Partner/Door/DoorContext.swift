import Hummingbird
import NIOCore
import NIOSSL
import Synchronization

/// A request at the partner's door, with the connection that it came on.
struct DoorContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        channel = source.channel
    }
}

/// The keys of the clients whose connections stand, each looked at once.
final class PeerMemory: Sendable {
    private let known = Mutex<[ObjectIdentifier: [UInt8]]>([:])

    /// The hash of the client's key; empty where it has shown none.
    func peer(of channel: any Channel) async -> [UInt8] {
        let id = ObjectIdentifier(channel)
        if let hash = known.withLock({ $0[id] }) { return hash }
        guard let certificate = try? await channel.nioSSL_peerCertificate().get(),
            let hash = try? ExchangeKeys.keyHash(of: certificate)
        else { return [] }
        known.withLock { $0[id] = hash }
        channel.closeFuture.whenComplete { [weak self] _ in self?.known.withLock { $0[id] = nil } }
        return hash
    }
}
