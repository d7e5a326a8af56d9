import Hummingbird

/// What belongs to one request besides the request.
struct KawalContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Where the request comes from.
    let peer: PeerAddress

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = PeerAddress(source.channel.remoteAddress)
    }
}
