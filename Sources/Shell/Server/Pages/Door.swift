import HTTPTypes
import Operations
import Pages

/// Signing in, handing over, locking, unlocking, signing out.
enum Door {
    static func showSignIn(_ visit: Visit) -> Reply {
        if visit.account != nil, !visit.isLocked { return .redirect(visit.returnPath ?? "/") }
        var model = SignInModel()
        model.returnTo = visit.returnPath
        return visit.page(model)
    }

    static func signIn(_ visit: Visit) async throws -> Reply {
        try await enter(visit) { fault in
            var model = SignInModel()
            model.name = visit.field(Field.name) ?? ""
            model.problem = fault
            model.returnTo = visit.returnPath
            return visit.page(model, status: fault.status)
        }
    }

    static func showHandover(_ visit: Visit) -> Reply {
        guard visit.session != nil else { return .redirect(Pages.Link.signIn.text) }
        var model = SignInModel()
        model.isHandover = true
        model.returnTo = visit.returnPath
        return visit.page(model)
    }

    static func handOver(_ visit: Visit) async throws -> Reply {
        try await enter(visit) { fault in
            var model = SignInModel()
            model.name = visit.field(Field.name) ?? ""
            model.isHandover = visit.session != nil
            model.problem = fault
            model.returnTo = visit.returnPath
            return visit.page(model, status: fault.status)
        }
    }

    static func showLocked(_ visit: Visit) -> Reply {
        guard let account = visit.account else { return .redirect(Pages.Link.signIn.text) }
        guard visit.isLocked else { return .redirect(visit.returnPath ?? "/") }
        return visit.page(LockedModel(name: account.name, returnTo: visit.returnPath))
    }

    static func unlock(_ visit: Visit) async throws -> Reply {
        try await enter(visit) { fault in
            let name = visit.account?.name ?? visit.field(Field.name) ?? ""
            return visit.page(
                LockedModel(name: name, problem: fault, returnTo: visit.returnPath),
                status: fault.status
            )
        }
    }

    static func lock(_ visit: Visit) -> Reply {
        guard let session = visit.session else { return .redirect(Pages.Link.signIn.text) }
        visit.office.sessions.lock(session.id)
        return .redirect(Pages.Link.locked.text)
    }

    static func signOut(_ visit: Visit) -> Reply {
        if let session = visit.session { visit.office.sessions.end(session.id) }
        var reply = Reply.redirect(
            "\(Pages.Link.signIn.text)?\(Field.notice.text)=\(Frame.Notice.signedOut.rawValue)"
        )
        visit.office.cookies.remove(.session, on: &reply)
        return reply
    }

    /// The form was too old: the same door again, with a fresh form.
    static func showExpired(_ visit: Visit) -> Reply {
        if visit.isLocked, let account = visit.account {
            return visit.page(
                LockedModel(name: account.name, problem: .expired, returnTo: visit.returnPath),
                status: .forbidden
            )
        }
        var model = SignInModel()
        model.name = visit.field(Field.name) ?? ""
        model.problem = .expired
        model.returnTo = visit.returnPath
        model.isHandover = visit.session != nil
        return visit.page(model, status: .forbidden)
    }

    /// Takes name and password; a right one begins a session under a new secret.
    private static func enter(_ visit: Visit, otherwise: (SignInModel.Problem) -> Reply) async throws -> Reply
    {
        guard let name = visit.field(Field.name), let password = visit.form.verbatim(Field.password.text),
            !password.isEmpty
        else { return otherwise(.wrong) }
        let account: Account
        do {
            account = try await visit.desk.accounts.signIn(
                name: name,
                password: password,
                address: visit.context.peer.text
            )
        } catch OperationFault.signInRefused {
            return otherwise(.wrong)
        } catch OperationFault.signInSlowed(let seconds) {
            var reply = otherwise(.slowed(seconds: seconds))
            reply.headers[.retryAfter] = "\(seconds)"
            return reply
        }
        let isReturn = visit.account == nil || visit.account?.name == account.name
        let session = visit.office.sessions.begin(
            account,
            replacing: visit.office.cookies.value(.session, in: visit.request)
        )
        var reply = Reply.redirect(
            (isReturn ? visit.returnPath : nil) ?? PageTable.home(for: account.roles).text
        )
        visit.office.cookies.set(.session, session.id, on: &reply)
        visit.office.cookies.remove(.signIn, on: &reply)
        return reply
    }
}

extension SignInModel.Problem {
    /// The status that goes with it.
    fileprivate var status: HTTPResponse.Status {
        switch self {
        case .wrong: .unauthorized
        case .slowed: .tooManyRequests
        case .expired: .forbidden
        }
    }
}
