/// The token in every form: the session's secret and the number of the page on which the form stands.
struct FormToken: Sendable, Hashable {
    /// The secret.
    let secret: String
    /// The page's number.
    let number: Int

    /// A token for a page.
    init(secret: String, number: Int) {
        self.secret = secret
        self.number = number
    }

    /// Reads a token; nil where it is none.
    init?(_ text: String?) {
        guard let parts = text?.split(separator: "."), parts.count == 2, let number = Int(parts[1]) else {
            return nil
        }
        self.init(secret: String(parts[0]), number: number)
    }

    /// The token as written in a form.
    var text: String { "\(secret).\(number)" }

    /// Whether the secret is the session's.
    func isGood(_ expected: String) -> Bool { Secret.isEqual(secret, expected) }
}
