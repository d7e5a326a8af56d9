import Vocabulary
import HTTPTypes
import Operations
import Pages

/// Accounts: add, switch off and on, give a new one-time password.
enum AccountPages {
    static func show(_ visit: Visit) throws -> Reply { try page(visit) }

    static func add(_ visit: Visit) async throws -> Reply {
        let roles = Set(visit.form.all(Field.duty.text).compactMap(Role.init(rawValue:)))
        guard let name = visit.field(Field.name)?.lowercased() else { return try page(visit, problem: .name) }
        guard !roles.isEmpty else { return try page(visit, problem: .duty) }
        do {
            let agency = visit.field(Field.agency).flatMap(Authority.init(rawValue:))
            let password = try await visit.desk.accounts.add(
                name: name,
                roles: roles,
                agency: agency,
                by: visit.actor
            )
            return try page(visit, issued: .init(name: name, password: password))
        } catch OperationFault.accountNameUnfit {
            return try page(visit, problem: .name)
        } catch OperationFault.accountExists {
            return try page(visit, problem: .taken)
        } catch OperationFault.rolesClash {
            return try page(visit, problem: .clash)
        }
    }

    static func act(_ visit: Visit) async throws -> Reply {
        let name = try visit.parameter("name")
        let accounts = visit.desk.accounts
        switch try visit.parameter("act") {
        case "aktif":
            try await accounts.setEnabled(true, of: name, by: visit.actor)
            return visit.redirect(Place.accounts.link.text, saying: .accountSaved)
        case "nonaktif":
            do {
                guard try visit.actor.name != name else { throw OperationFault.lastAdministrator }
                try await accounts.setEnabled(false, of: name, by: visit.actor)
            } catch OperationFault.lastAdministrator {
                return try page(visit, problem: .lastAdministrator)
            }
            visit.office.sessions.endAll(of: name)
            return visit.redirect(Place.accounts.link.text, saying: .accountSaved)
        case "atur-ulang":
            guard name != (try visit.actor.name) else { return .redirect(Pages.Link.password.text) }
            let password = try await accounts.resetPassword(of: name, by: visit.actor)
            visit.office.sessions.endAll(of: name)
            return try page(visit, issued: .init(name: name, password: password))
        default: throw Problem.notFound
        }
    }

    private static func page(
        _ visit: Visit,
        issued: AccountsModel.Issued? = nil,
        problem: AccountsModel.Problem? = nil
    ) throws -> Reply {
        let lines = try visit.desk.accounts.all().map { account in
            AccountsModel.Line(
                name: account.name,
                duties: account.roles,
                isEnabled: account.isEnabled,
                mustChangePassword: account.mustChangePassword
            )
        }
        return visit.page(
            AccountsModel(accounts: lines, issued: issued, problem: problem),
            status: problem == nil ? .ok : .unprocessableContent
        )
    }
}
