import CPostgres
import Operations

/// Where the server is, as libpq reads it, with what a node needs where the operator said nothing.
///
/// - Shape: never told in an error, since it may hold the password.
struct ConnectionString {
    /// Keywords and values for libpq.
    let text: String

    private static let defaults = [
        "application_name": "kawal", "target_session_attrs": "read-write", "connect_timeout": "2",
        "tcp_user_timeout": "5000", "keepalives_idle": "5", "keepalives_interval": "2",
        "keepalives_count": "3", "client_encoding": "UTF8",
    ]

    /// Reads keywords and values, or a URI.
    init(_ given: String) throws(SharedLedgerFault) {
        guard let parsed = PQconninfoParse(given, nil) else {
            throw .refused(finding: "the connection string is none that libpq can read")
        }
        defer { PQconninfoFree(parsed) }
        var options = Self.defaults
        var option = parsed
        while let keyword = option.pointee.keyword {
            if let value = option.pointee.val { options[String(cString: keyword)] = String(cString: value) }
            option += 1
        }
        // A password with a bare @ or / shifts into these, and libpq's messages quote them.
        let places = ["host", "hostaddr", "dbname"].compactMap { options[$0] }
        guard !places.contains(where: { $0.contains("@") && !$0.hasPrefix("@") }),
            options["port", default: ""].allSatisfy({ $0.isNumber || $0 == "," })
        else {
            throw .refused(finding: "the connection string's password must be written percent-encoded")
        }
        text = options.map { keyword, value in
            let escaped = value.flatMap { $0 == "'" || $0 == "\\" ? ["\\", $0] : [$0] }
            return "\(keyword)='\(String(escaped))'"
        }.joined(separator: " ")
    }
}
