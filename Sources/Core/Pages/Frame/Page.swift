/// A page: its place in the house, its title and its content; the frame gives the rest.
public protocol Page: Sendable {
    /// The place that the navigation marks; nil where it names none.
    var place: Place? { get }
    /// The scripts that make the page quicker; it works without them.
    var scripts: [Asset] { get }
    /// The title, in the reader's language.
    func title(in frame: Frame) -> String
    /// What stands between header and footer.
    func content(in frame: Frame) -> HTML
}

extension Page {
    /// No place.
    public var place: Place? { nil }
    /// The keys only.
    public var scripts: [Asset] { [] }
}
