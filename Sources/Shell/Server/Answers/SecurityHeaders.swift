import HTTPTypes
import Hummingbird

/// Adds what every answer carries: nothing from elsewhere runs, frames, is sniffed or is kept.
///
/// - Source: Content Security Policy 3, Fetch Metadata, RFC 6797, OWASP Secure Headers.
struct SecurityHeaders: RouterMiddleware {
    typealias Context = KawalContext

    /// The policy of every page: scripts and styles from this server only, none inline.
    static let contentPolicy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """
    private static let fixed: [(HTTPField.Name, String)] = [
        ("Content-Security-Policy", contentPolicy), ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=()"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

    let isSecure: Bool

    func handle(_ request: Request, context: Context, next: (Request, Context) async throws -> Response)
        async throws
        -> Response
    {
        var response = try await next(request, context)
        for (name, value) in Self.fixed { response.headers[name] = value }
        if isSecure { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        if let name = HTTPField.Name("X-Request-ID") { response.headers[name] = context.id }
        return response
    }
}
