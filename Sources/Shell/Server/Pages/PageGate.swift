import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Pages

/// Lets people through to the pages that are theirs, and carries out each form once.
struct PageGate: Sendable {
    private static let live = HTTPField.Name("X-Kawal-Live")
    let office: Office

    /// Answers a visit; errors become pages that know who is visiting.
    func answer(_ route: PageRoute, _ request: Request, _ context: KawalContext) async throws -> Response {
        var visit = Visit(office: office, request: request, context: context)
        do {
            var reply = try await admit(route, &visit)
            if let secret = visit.newSignInSecret, reply.status == .ok {
                office.cookies.set(.signIn, secret, on: &reply)
            }
            return reply.response
        } catch  where visit.session != nil && !route.isBackground {
            let problem = Problem(error)
            guard problem.status.code < 500 else { throw error }
            return visit.faultPage(problem).response
        }
    }

    private func admit(_ route: PageRoute, _ visit: inout Visit) async throws -> Reply {
        let isForm = route.method == .post
        if isForm, !SameOrigin.allows(visit.request) { throw Problem.forgedForm }
        if let elsewhere = try identify(route, &visit) { return elsewhere }
        guard isForm else { return try await route.handle(visit) }
        try await read(route, &visit)
        guard route.access != .everybody else { return try await route.handle(visit) }
        let token = FormToken(visit.field(Field.csrf))
        guard !visit.formSecret.isEmpty, let token, token.isGood(visit.formSecret) else {
            guard route.access == .atTheDoor else { throw Problem.forgedForm }
            return Door.showExpired(visit)
        }
        guard route.effect == .changes, let session = visit.session else {
            return try await route.handle(visit)
        }
        let key = FormKey(
            number: token.number,
            path: visit.request.uri.path,
            form: visit.form,
            files: visit.files.map(\.bytes)
        )
        return try await once(key, session) { [visit] in try await route.handle(visit) }
    }

    /// Finds out who visits; gives where to send those who may not pass yet.
    private func identify(_ route: PageRoute, _ visit: inout Visit) throws -> Reply? {
        let request = visit.request
        if route.access == .everybody { return nil }
        let standing = office.sessions.standing(
            office.cookies.value(.session, in: request),
            isTouch: isTouch(route, request)
        )
        switch standing {
        case .none: break
        case .locked(let session), .open(let session):
            if let account = try office.account(of: session) {
                visit.session = session
                visit.account = account
                visit.formSecret = session.formSecret
                if case .locked = standing { visit.isLocked = true }
            }
        }
        guard case .roles(let roles) = route.access else {
            if visit.session == nil { prepareSignIn(&visit) }
            return nil
        }
        guard let account = visit.account else {
            if route.isBackground { throw Problem.unauthenticated }
            return .redirect(away(to: .signIn, from: route, request))
        }
        if visit.isLocked {
            if route.isBackground { throw Problem.locked }
            return .redirect(away(to: .locked, from: route, request))
        }
        if account.mustChangePassword, route.path != Pages.Link.password.text {
            return .redirect(Pages.Link.password.text)
        }
        guard !account.roles.isDisjoint(with: roles) else { throw Problem.notAllowed }
        return nil
    }

    /// Whether a person made the request; a page that fetches itself again doesn't keep a session awake.
    private func isTouch(_ route: PageRoute, _ request: Request) -> Bool {
        !route.isBackground && Self.live.flatMap { request.headers[$0] } == nil
    }

    private func prepareSignIn(_ visit: inout Visit) {
        if let known = office.cookies.value(.signIn, in: visit.request) {
            visit.formSecret = known
        } else {
            let secret = Secret.make()
            visit.formSecret = secret
            visit.newSignInSecret = secret
        }
    }

    /// Where to sign in or unlock, with the way back to a page that was asked for.
    private func away(to door: Pages.Link, from route: PageRoute, _ request: Request) -> String {
        guard route.method == .get, let wanted = Pages.Link(local: request.uri.path), wanted.text != "/"
        else {
            return door.text
        }
        let bytes = wanted.text.utf8.flatMap { byte -> [UInt8] in
            byte == UInt8(ascii: "%")
                ? Array("%25".utf8) : byte == UInt8(ascii: "&") ? Array("%26".utf8) : [byte]
        }
        return "\(door.text)?\(Field.returnTo.text)=\(String(decoding: bytes, as: UTF8.self))"
    }

    private func read(_ route: PageRoute, _ visit: inout Visit) async throws {
        let body = try await BodyReader.collect(
            visit.request,
            upTo: route.bodyLimitBytes,
            within: route.bodyLimitBytes > 1 << 20 ? .seconds(300) : .seconds(30)
        )
        if let boundary = MultipartForm.boundary(of: visit.request.headers[.contentType]) {
            guard let form = MultipartForm(body: body, boundary: boundary) else { throw Problem.incomplete }
            visit.form = form.fields
            visit.files = form.files
        } else {
            guard let form = Form(encoded: body.readableBytesView) else { throw Problem.notAForm }
            visit.form = form
        }
    }

    /// Carries out a form that changes something; the same form again gets the same answer.
    private func once(_ key: FormKey, _ session: Session, _ work: @Sendable () async throws -> Reply)
        async throws
        -> Reply
    {
        switch try office.sessions.takeForm(key, in: session.id) {
        case .done(let reply): return reply
        case .running: return try await outcome(of: key, in: session)
        case nil: break
        }
        do {
            let reply = try await work()
            if reply.status.code < 400 {
                office.sessions.finishForm(key, in: session.id, with: reply)
            } else {
                office.sessions.releaseForm(key, in: session.id)
            }
            return reply
        } catch {
            office.sessions.releaseForm(key, in: session.id)
            throw error
        }
    }

    /// Waits for the first sending of a form to end.
    private func outcome(of key: FormKey, in session: Session) async throws -> Reply {
        for _ in 0..<300 {
            switch office.sessions.formUse(key, in: session.id) {
            case .done(let reply): return reply
            case .running: try await Task.sleep(for: .milliseconds(100))
            case nil: throw Problem.staleForm
            }
        }
        throw Problem.staleForm
    }
}
