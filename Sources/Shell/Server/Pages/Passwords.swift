import HTTPTypes
import Operations
import Pages

/// Changing one's own password.
enum Passwords {
    static func show(_ visit: Visit) -> Reply { visit.page(model(visit)) }

    static func change(_ visit: Visit) async throws -> Reply {
        let session = try visit.requiredSession
        let actor = try visit.actor
        let old = visit.form.verbatim(Field.password.text) ?? ""
        let new = visit.form.verbatim(Field.newPassword.text) ?? ""
        guard new == visit.form.verbatim(Field.repeatedPassword.text) else {
            return refuse(.different, visit)
        }
        guard new.count >= Accounts.minimumPasswordLength else { return refuse(.tooShort, visit) }
        guard new != old, new.lowercased() != actor.name else { return refuse(.same, visit) }
        do {
            let account = try await visit.desk.accounts.changePassword(
                of: actor.name,
                from: old,
                to: new,
                address: visit.context.peer.text
            )
            visit.office.sessions.adopt(account, in: session.id)
            return visit.redirect(PageTable.home(for: account.roles).text, saying: .passwordChanged)
        } catch OperationFault.signInRefused {
            return refuse(.wrongPresent, visit)
        }
    }

    private static func refuse(_ problem: PasswordModel.Problem, _ visit: Visit) -> Reply {
        visit.page(model(visit, problem), status: .unprocessableContent)
    }

    private static func model(_ visit: Visit, _ problem: PasswordModel.Problem? = nil) -> PasswordModel {
        PasswordModel(
            isOneTime: visit.account?.mustChangePassword ?? false,
            minimumLength: Accounts.minimumPasswordLength,
            problem: problem
        )
    }
}
