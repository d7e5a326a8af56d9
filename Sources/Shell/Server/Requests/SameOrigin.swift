import HTTPTypes
import Hummingbird

/// Tells whether a browser says that a request comes from this server's own pages.
///
/// - Source: Fetch Metadata (W3C), RFC 6454. Pages are sent with `Referrer-Policy: no-referrer`, under which
///   browsers write `Origin: null` on forms; then `Sec-Fetch-Site` decides, and the form's token in any case.
enum SameOrigin {
    private static let fetchSite = HTTPField.Name("Sec-Fetch-Site")

    /// Whether nothing in the headers says that the request comes from elsewhere.
    static func allows(_ request: Request) -> Bool {
        if let name = fetchSite, let site = request.headers[name] {
            return site == "same-origin" || site == "none"
        }
        guard let origin = request.headers[.origin], origin != "null" else { return true }
        guard let host = request.head.authority ?? request.headers[.init("Host") ?? .origin] else {
            return false
        }
        return origin == "http://\(host)" || origin == "https://\(host)"
    }
}
