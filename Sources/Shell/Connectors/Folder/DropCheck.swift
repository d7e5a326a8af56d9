/// Whether a file in an inbox is whole (berkas utuh): a sender may still be writing it.
enum DropCheck: Sendable, Equatable {
    /// It may be taken.
    case whole
    /// It may still grow.
    case growing
    /// Its digest says that it isn't what was sent.
    case damaged

    /// What is seen of a file from outside.
    struct Facts: Sendable, Equatable {
        /// Its size.
        var bytes: Int
        /// When it was last written, in nanoseconds.
        var writtenAt: Int64
        /// Whether its last byte is a line end.
        var endsWithLine: Bool
    }

    /// What a sender has put beside a file.
    enum Marker: Sendable, Equatable {
        /// Nothing.
        case absent
        /// An empty `NAME.done`: it is whole.
        case done
        /// `NAME.sha256` with its digest, and whether that is the file's.
        case digest(agrees: Bool)
    }

    /// A marker decides; without one a file is whole when it ends with a line and two looks find it the same.
    init(_ facts: Facts, before: Facts?, marker: Marker) {
        switch marker {
        case .digest(agrees: true): self = .whole
        case .digest(agrees: false): self = facts == before ? .damaged : .growing
        case .done: self = facts.bytes > 0 ? .whole : .growing
        case .absent: self = facts == before && facts.bytes > 0 && facts.endsWithLine ? .whole : .growing
        }
    }

    /// Whether a name is no office's file: a marker, a file that is still being copied, a hidden one.
    static func isPassedOver(_ name: String) -> Bool {
        let endings = [".done", ".sha256", ".part", ".tmp", ".filepart", ".crdownload"]
        return name.hasPrefix(".") || name.hasPrefix("~")
            || endings.contains { name.lowercased().hasSuffix($0) }
    }
}
