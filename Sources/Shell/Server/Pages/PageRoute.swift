import Vocabulary
import HTTPTypes
import Operations

/// One address for people: who may use it, how its form is treated, and what answers it.
struct PageRoute: Sendable {
    /// Who may use a page.
    enum Access: Sendable, Hashable {
        /// Everybody; no session is looked at and no cookie is set.
        case everybody
        /// Whoever is about to sign in, unlock or sign out.
        case atTheDoor
        /// Anybody who is signed in and has one of the roles.
        case roles(Set<Role>)
    }

    /// What a form does.
    enum Effect: Sendable, Hashable {
        /// It asks; sending it again asks again.
        case asks
        /// It changes something; a browser that sends it again gets the same answer and changes nothing.
        case changes
    }

    /// The method.
    var method: HTTPRequest.Method
    /// The path: `/pelintas/{id}`.
    var path: String
    /// Who may use it.
    var access: Access
    /// What its form does.
    var effect = Effect.asks
    /// Whether a page calls it by itself, so that it doesn't keep a session awake.
    var isBackground = false
    /// The largest body.
    var bodyLimitBytes = 64 << 10
    /// What answers it.
    var handle: @Sendable (Visit) async throws -> Reply

    /// A page to look at.
    static func get(
        _ path: String,
        _ access: Access,
        isBackground: Bool = false,
        _ handle: @escaping @Sendable (Visit) async throws -> Reply
    ) -> PageRoute {
        PageRoute(method: .get, path: path, access: access, isBackground: isBackground, handle: handle)
    }

    /// A form to send.
    static func post(
        _ path: String,
        _ access: Access,
        _ effect: Effect,
        bodyLimitBytes: Int = 64 << 10,
        _ handle: @escaping @Sendable (Visit) async throws -> Reply
    ) -> PageRoute {
        PageRoute(
            method: .post,
            path: path,
            access: access,
            effect: effect,
            bodyLimitBytes: bodyLimitBytes,
            handle: handle
        )
    }
}
