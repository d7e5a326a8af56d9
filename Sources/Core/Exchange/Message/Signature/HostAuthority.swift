/// Host and port in the one form that is signed.
public enum HostAuthority {
    /// The host in lower case, with its port where that isn't the scheme's own; nil where the text is no authority.
    ///
    /// - Source: RFC 9421 section 2.2.3, RFC 9110 section 4.2.3.
    public static func canonical(_ text: String, scheme: String = "https") -> String? {
        let text = text.lowercased()
        var host = text.utf8[...]
        var port: Substring.UTF8View?
        let isLiteral = host.first == 0x5B
        let colon = host.lastIndex(of: 0x3A)
        if let colon, !isLiteral || host.index(before: colon) == host.lastIndex(of: 0x5D) {
            port = host[host.index(after: colon)...]
            host = host[..<colon]
        }
        guard isLiteral ? isAddress(host) : isName(host) else { return nil }
        let name = String(decoding: host, as: UTF8.self)
        guard let port else { return name }
        guard port.count <= 5, port.allSatisfy({ (0x30...0x39).contains($0) }), port.first != 0x30 else {
            return nil
        }
        let digits = String(decoding: port, as: UTF8.self)
        if digits.isEmpty || digits == (scheme.lowercased() == "http" ? "80" : "443") { return name }
        return Int(digits).map { $0 <= 65_535 } == true ? "\(name):\(digits)" : nil
    }

    private static func isName(_ host: Substring.UTF8View) -> Bool {
        !host.isEmpty && host.count <= 253
            && host.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x2E
                    || $0 == 0x5F
            }
    }

    private static func isAddress(_ host: Substring.UTF8View) -> Bool {
        host.last == 0x5D && host.count > 3 && host.count <= 48
            && host.dropFirst().dropLast().allSatisfy {
                (0x61...0x66).contains($0) || (0x30...0x39).contains($0) || $0 == 0x3A || $0 == 0x2E
            }
    }
}
