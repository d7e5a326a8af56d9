import HTTPTypes
import Hummingbird

/// The cookies that the server sets: names, limits and how they are read.
///
/// Over TLS the names begin with `__Host-`, so that a browser takes them from this host and over TLS only.
struct Cookies: Sendable {
    /// What a cookie holds.
    enum Kind: String, Sendable {
        /// The session's secret.
        case session = "kawal"
        /// The secret of a sign-in form, before there is a session.
        case signIn = "kawal_masuk"
        /// The language of the pages.
        case language = "bahasa"
        /// Light or dark.
        case theme = "tema"
        /// Whether letter keys act.
        case letterKeys = "tombol"
    }

    /// Whether the server speaks TLS.
    let isSecure: Bool

    /// A cookie of a request.
    func value(_ kind: Kind, in request: Request) -> String? {
        let wanted = name(kind)
        for line in request.headers[values: .cookie] {
            for pair in line.split(separator: ";") {
                let parts = pair.split(separator: "=", maxSplits: 1)
                guard parts.count == 2, String(parts[0]).trimmed == wanted else { continue }
                let value = String(parts[1]).trimmed
                return (1...128).contains(value.utf8.count) ? value : nil
            }
        }
        return nil
    }

    /// Sets a cookie on an answer; without days it lasts until the browser is closed.
    func set(_ kind: Kind, _ value: String, on reply: inout Reply, days: Int? = nil) {
        append("\(value)\(days.map { "; Max-Age=\($0 * 86_400)" } ?? "")", kind, to: &reply)
    }

    /// Removes a cookie.
    func remove(_ kind: Kind, on reply: inout Reply) { append("; Max-Age=0", kind, to: &reply) }

    private func name(_ kind: Kind) -> String { (isSecure ? "__Host-" : "") + kind.rawValue }

    private func append(_ rest: String, _ kind: Kind, to reply: inout Reply) {
        let secure = isSecure ? "; Secure" : ""
        let field = "\(name(kind))=\(rest); Path=/; HttpOnly; SameSite=Strict\(secure)"
        reply.headers.append(HTTPField(name: .setCookie, value: field))
    }
}
