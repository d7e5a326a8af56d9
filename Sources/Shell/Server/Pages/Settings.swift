import Vocabulary
import Pages

/// Language, light or dark, and letter keys: kept in the browser only.
enum Settings {
    private static let keptDays = 365

    static func keep(_ visit: Visit) -> Reply {
        var reply = Reply.redirect(visit.returnPath ?? "/")
        let cookies = visit.office.cookies
        if let language = visit.field(Field.language).flatMap(Language.init(rawValue:)) {
            cookies.set(.language, language.rawValue, on: &reply, days: keptDays)
        }
        if let theme = visit.field(Field.theme).flatMap(Theme.init(rawValue:)) {
            cookies.set(.theme, theme.rawValue, on: &reply, days: keptDays)
        }
        if let keys = visit.field(Field.letterKeys), keys == "on" || keys == "off" {
            cookies.set(.letterKeys, keys, on: &reply, days: keptDays)
        }
        return reply
    }
}
