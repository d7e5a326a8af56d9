import Vocabulary
import HTTPTypes
import Hummingbird
import Operations

/// Lets calls of the API through to whoever may make them.
struct ApiGate: Sendable {
    private static let formToken = HTTPField.Name("X-CSRF-Token")
    let office: Office

    /// Answers a call.
    ///
    /// - Throws: `Problem` and what the endpoint throws.
    func answer(_ endpoint: Endpoint, _ request: Request, _ context: KawalContext) async throws -> Reply {
        let (caller, owner) =
            try endpoint.isPublic
            ? (nil, nil)
            : admit(
                scopes: endpoint.scopes,
                roles: endpoint.roles,
                isReading: endpoint.method == .get,
                request,
                context
            )
        var body = ByteBuffer()
        if let expected = endpoint.body {
            let type = request.headers[.contentType]?.split(separator: ";").first.map {
                String($0).trimmed.lowercased()
            }
            if expected.mediaTypes.contains("application/json"), type != "application/json" {
                throw Problem.notJSON
            }
            body = try await BodyReader.collect(
                request,
                upTo: expected.limitBytes,
                within: expected.limitBytes > 1 << 20 ? .seconds(300) : .seconds(30)
            )
        }
        let call = ApiCall(
            office: office,
            request: request,
            context: context,
            caller: caller,
            owner: owner,
            body: body
        )
        return try await endpoint.handle(call)
    }

    /// Who calls, and whose key it is where a machine does.
    ///
    /// - Throws: `Problem` and `OperationFault.keyRefused` where nobody may be let through.
    func admit(
        scopes: Set<KeyScope>,
        roles: Set<Role>,
        isReading: Bool,
        _ request: Request,
        _ context: KawalContext
    ) throws -> (Actor?, String?) {
        if let authorization = request.headers[.authorization] {
            let key = try key(authorization, from: context.peer)
            guard !key.scopes.isDisjoint(with: scopes) else { throw Problem.notAllowed }
            return (Actor(key), key.owner)
        }
        let cookie = office.cookies.value(.session, in: request)
        switch office.sessions.standing(cookie, isTouch: !isReading) {
        case .none: throw Problem.unauthenticated
        case .locked: throw Problem.locked
        case .open(let session):
            guard let account = try office.account(of: session), !account.mustChangePassword else {
                throw Problem.unauthenticated
            }
            if !isReading {
                let token = Self.formToken.flatMap { request.headers[$0] }
                guard SameOrigin.allows(request), FormToken(token)?.isGood(session.formSecret) == true else {
                    throw Problem.forgedForm
                }
            }
            guard !account.roles.isDisjoint(with: roles) else { throw Problem.notAllowed }
            return (Actor(account), nil)
        }
    }

    private func key(_ authorization: String, from peer: PeerAddress) throws -> MachineKey {
        let parts = authorization.split(separator: " ", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bearer" else { throw OperationFault.keyRefused }
        let presented = String(parts[1]).trimmed
        let id = presented.split(separator: "_").dropFirst().first.map { String($0.prefix(32)) } ?? ""
        let wait = office.keyBrake.waitSeconds(peer, key: id)
        guard wait == 0 else { throw Problem.braked(seconds: wait) }
        do {
            return try office.desk.keys.key(presented: presented)
        } catch OperationFault.keyRefused {
            office.keyBrake.failed(peer, key: id)
            throw OperationFault.keyRefused
        }
    }
}
