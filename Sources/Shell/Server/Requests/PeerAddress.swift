import NIOCore

/// Where a request comes from, as the brakes on wrong passwords and keys count it.
struct PeerAddress: Sendable, Hashable {
    /// The address without port; an IPv6 address is cut to its /64, since one subscriber holds all of it.
    let text: String
    /// Whether the request comes from the machine itself.
    let isLoopback: Bool

    /// Takes the address of a connection's other end; an unknown one is nobody's and never loopback.
    init(_ address: SocketAddress?) {
        guard let address else {
            self.init(text: "unknown", isLoopback: false)
            return
        }
        switch address {
        case .v4:
            let text = address.ipAddress ?? "unknown"
            self.init(text: text, isLoopback: text.hasPrefix("127."))
        case .v6:
            let text = address.ipAddress ?? "unknown"
            let mapped = text.hasPrefix("::ffff:") ? String(text.dropFirst(7)) : nil
            if let mapped, mapped.contains(".") {
                self.init(text: mapped, isLoopback: mapped.hasPrefix("127."))
            } else {
                self.init(text: PeerAddress.network(text), isLoopback: text == "::1")
            }
        case .unixDomainSocket:
            self.init(text: "socket", isLoopback: true)
        }
    }

    private init(text: String, isLoopback: Bool) {
        self.text = text
        self.isLoopback = isLoopback
    }

    /// The first four groups of a written IPv6 address.
    private static func network(_ text: String) -> String {
        let halves = text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        var groups = halves[0].split(separator: ":").map(String.init)
        if halves.count == 2 {
            let tail = halves[1].split(separator: ":").count
            groups += Array(repeating: "0", count: max(0, 8 - groups.count - tail))
        }
        return groups.prefix(4).joined(separator: ":") + "::/64"
    }
}
