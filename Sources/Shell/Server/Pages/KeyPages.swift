import HTTPTypes
import Operations
import Pages
import Vocabulary

/// Keys of machines: issue, revoke.
enum KeyPages {
    private static let longestDays = 366

    static func show(_ visit: Visit) throws -> Reply { try page(visit) }

    static func issue(_ visit: Visit) async throws -> Reply {
        let scopes = Set(visit.form.all(Field.scope.text).compactMap(KeyScope.init(rawValue:)))
        guard let owner = visit.field(Field.owner), owner.utf8.count <= 80 else {
            return try page(visit, problem: .owner)
        }
        guard !scopes.isEmpty else { return try page(visit, problem: .scope) }
        guard let days = visit.field(Field.days).flatMap({ Int($0) }), (1...longestDays).contains(days) else {
            return try page(visit, problem: .days)
        }
        let key = try await visit.desk.keys.issue(
            owner: owner,
            scopes: scopes,
            validDays: days,
            by: visit.actor
        )
        return try page(visit, issued: key)
    }

    static func revoke(_ visit: Visit) async throws -> Reply {
        try await visit.desk.keys.revoke(id: try visit.parameter("id"), by: visit.actor)
        return visit.redirect(Place.machineKeys.link.text, saying: .keySaved)
    }

    private static func page(
        _ visit: Visit,
        issued: String? = nil,
        problem: MachineKeysModel.Problem? = nil
    ) throws -> Reply {
        let lines = try visit.desk.keys.all().map { key in
            MachineKeysModel.Line(
                id: key.id,
                owner: key.owner,
                scopes: key.scopes,
                expiresAt: key.expiresAt,
                isRevoked: key.isRevoked
            )
        }
        return visit.page(
            MachineKeysModel(keys: lines, issued: issued, problem: problem),
            status: problem == nil ? .ok : .unprocessableContent
        )
    }
}
