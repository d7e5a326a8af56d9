/// Something in a recruiter's network (simpul jaringan): never a passenger, a worker or a victim.
public struct NetworkNode: Sendable, Hashable, Codable {
    /// What it is.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// Who pays tickets (pembayar).
        case payer
        /// A telephone number.
        case phone
        /// A house, a shelter, an office.
        case address
        /// A placement agency or a travel bureau, by its licence.
        case agency
        /// Who recruits (perekrut).
        case recruiter
        /// Who accompanies groups (pengantar).
        case escort
        /// A bank or wallet account.
        case account
        /// An employer or site abroad.
        case employer
    }

    /// What it is.
    public let kind: Kind
    /// Its number or name: upper-case, single blanks; of telephones and accounts the digits.
    public let value: String

    /// Normalises what was written; nil where nothing is left, or it is longer than a name can be.
    public init?(_ kind: Kind, _ written: String) {
        let isNumber = kind == .phone || kind == .account
        let parts = written.uppercased().split { $0.isWhitespace }
        let joined = isNumber ? String(parts.joined().filter(\.isNumber)) : parts.joined(separator: " ")
        // 0812… and +62812… are one telephone.
        let value = kind == .phone && joined.hasPrefix("62") ? "0" + joined.dropFirst(2) : joined
        guard !value.isEmpty, value.utf8.count <= 200 else { return nil }
        self.kind = kind
        self.value = value
    }
}

/// That two things belong together, as somebody says (klaim): with its source, and what else could explain it.
public struct NetworkClaim: Sendable, Hashable, Codable {
    /// The claim's identifier (UUIDv7).
    public var id: String
    /// One thing.
    public var one: NetworkNode
    /// The other.
    public var other: NetworkNode
    /// Where it comes from: a case's number, a report's.
    public var source: String
    /// When it was seen to be so.
    public var seenOn: Day
    /// The article that lets it be kept.
    public var basis: String
    /// How sure, 1 to 5.
    public var confidence: Int
    /// What else could explain it, in innocence.
    public var innocent: String
    /// Whether the other thing serves everybody, such as a travel bureau: then it joins nobody.
    public var isHub: Bool
    /// Who says so.
    public var officer: String
    /// When it was noted.
    public var at: Moment

    /// A claim.
    public init(
        id: String,
        one: NetworkNode,
        other: NetworkNode,
        source: String,
        seenOn: Day,
        basis: String,
        confidence: Int,
        innocent: String,
        isHub: Bool,
        officer: String,
        at: Moment
    ) {
        self.id = id
        self.one = one
        self.other = other
        self.source = source
        self.seenOn = seenOn
        self.basis = basis
        self.confidence = confidence
        self.innocent = innocent
        self.isHub = isHub
        self.officer = officer
        self.at = at
    }
}

/// A claim as numbers, for searching a million of them: nobody can be read from it.
public struct ClaimEdge: Sendable, Hashable {
    /// One thing.
    public var one: Int64
    /// The other.
    public var other: Int64
    /// The source.
    public var source: Int64
    /// The day on which it was seen to be so.
    public var seenOn: Int32
    /// How sure, 1 to 5.
    public var confidence: Int8
    /// Whether the other thing serves everybody.
    public var isHub: Bool
    /// The entry that holds the claim.
    public var entry: Int64

    /// An edge.
    public init(
        one: Int64,
        other: Int64,
        source: Int64,
        seenOn: Int32,
        confidence: Int8,
        isHub: Bool,
        entry: Int64
    ) {
        self.one = one
        self.other = other
        self.source = source
        self.seenOn = seenOn
        self.confidence = confidence
        self.isHub = isHub
        self.entry = entry
    }
}

/// By what it is seen whether claims have come or gone (penanda klaim).
public struct ClaimMarks: Sendable, Hashable {
    /// The entry of the newest; nil where there is none.
    public var newest: Int64?
    /// How many there are.
    public var count: Int64

    /// Marks.
    public init(newest: Int64?, count: Int64) {
        self.newest = newest
        self.count = count
    }
}
