import HTTPTypes
import Hummingbird
import NIOCore
import Operations
import Pages
import Vocabulary

/// One request of a person at a browser.
struct Visit: Sendable {
    /// What handlers work with.
    let office: Office
    /// The request.
    let request: Request
    /// The request's context.
    let context: KawalContext
    /// The person's session, also while it is locked.
    var session: Session?
    /// Whose session it is.
    var account: Account?
    /// Whether the session waits for a password.
    var isLocked = false
    /// The secret that forms of this visit carry.
    var formSecret = ""
    /// The secret of a new sign-in form, to be set as a cookie.
    var newSignInSecret: String?
    /// What was sent.
    var form = Form()
    /// The files that were sent.
    var files: [(field: String, name: String, bytes: ByteBuffer)] = []

    /// A visit of nobody yet.
    init(office: Office, request: Request, context: KawalContext) {
        self.office = office
        self.request = request
        self.context = context
    }

    /// The desk.
    var desk: Desk { office.desk }

    /// Who acts.
    ///
    /// - Throws: `Problem.unauthenticated` where nobody is signed in.
    var actor: Actor {
        get throws {
            guard let account else { throw Problem.unauthenticated }
            return Actor(account)
        }
    }

    /// The session.
    ///
    /// - Throws: `Problem.unauthenticated` where there is none.
    var requiredSession: Session {
        get throws {
            guard let session else { throw Problem.unauthenticated }
            return session
        }
    }

    /// A field of the form.
    func field(_ name: StaticString) -> String? { form[name.text] }

    /// A value in the query.
    func query(_ name: StaticString) -> String? { Form(encoded: (request.uri.query ?? "").utf8)?[name.text] }

    /// A value in the path.
    ///
    /// - Throws: `Problem.notFound` where it is no percent-encoded text.
    func parameter(_ name: String) throws -> String {
        guard let written = context.parameters.get(name),
            let value = Form.decode(written.utf8, plusIsBlank: false)
        else { throw Problem.notFound }
        return value
    }

    /// Where the person wanted to go: a path of this site from form or query, never another host.
    var returnPath: String? {
        (field(Field.returnTo) ?? query(Field.returnTo)).flatMap { Pages.Link(local: $0)?.text }
    }

    /// The reader's language.
    var language: Language {
        office.cookies.value(.language, in: request).flatMap(Language.init(rawValue:)) ?? .indonesian
    }

    /// The reader's choice of light or dark.
    var theme: Theme { office.cookies.value(.theme, in: request).flatMap(Theme.init(rawValue:)) ?? .system }
}

extension StaticString {
    /// The constant as text.
    var text: String { withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }
}
