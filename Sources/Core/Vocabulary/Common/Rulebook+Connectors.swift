/// One row of `connectors.csv`: what an office may bring to a site in a table, or be told by it (konektor kantor).
///
/// - Source: UU 27/2022 art. 16 par. 2 (a): data are taken in a limited and specific way; whatever has no row isn't taken.
public struct ConnectorRule: Sendable, Hashable {
    /// Which way data go.
    public enum Direction: String, Sendable, CaseIterable {
        /// From the office to the site.
        case bring
        /// From the site to the office.
        case tell
    }

    /// By what a row of some columns finds the record that it belongs to.
    public enum Match: String, Sendable, CaseIterable {
        /// The record's own number.
        case key
        /// The worker's NIK, where exactly one placement is open.
        case nik
        /// The worker's passport, where exactly one placement is open.
        case passport
    }

    /// The office: `siskop2mi`.
    public var office: String
    /// Which way.
    public var direction: Direction
    /// The table of `formats.md` that it brings, or the kind of news that it is told.
    public var table: String
    /// The columns; of what is brought, empty means whole rows.
    public var columns: [String]
    /// How a row of some columns finds its record.
    public var match: Match
    /// The values that a column may have: `kind=rednotice`.
    public var only: [String: Set<String>]
    /// The source.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(
        office: String,
        direction: Direction,
        table: String,
        columns: [String],
        match: Match,
        only: [String: Set<String>],
        basis: String,
        validity: Validity
    ) {
        self.office = office
        self.direction = direction
        self.table = table
        self.columns = columns
        self.match = match
        self.only = only
        self.basis = basis
        self.validity = validity
    }
}

/// One row of `connector_fields.csv`: how an office calls one of our columns.
public struct ConnectorFieldRule: Sendable, Hashable {
    /// The office.
    public var office: String
    /// The table.
    public var table: String
    /// The office's own word; a dot goes down into an object.
    public var field: String
    /// Our column.
    public var column: String
    /// The source.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(
        office: String,
        table: String,
        field: String,
        column: String,
        basis: String,
        validity: Validity
    ) {
        self.office = office
        self.table = table
        self.field = field
        self.column = column
        self.basis = basis
        self.validity = validity
    }
}

extension Rulebook {
    /// The offices that a connector may serve on a day, in the order of the file.
    public func offices(on day: Day) -> [String] {
        var offices: [String] = []
        for row in tables.connectors where row.validity.holds(on: day) && !offices.contains(row.office) {
            offices.append(row.office)
        }
        return offices
    }

    /// What an office may bring on a day, or be told.
    public func connectorRules(
        of office: String,
        _ direction: ConnectorRule.Direction,
        on day: Day
    ) -> [ConnectorRule] {
        tables.connectors.filter {
            $0.office == office && $0.direction == direction && $0.validity.holds(on: day)
        }
    }

    /// Our columns by an office's own words in a table, on a day.
    public func connectorFields(of office: String, table: String, on day: Day) -> [String: String] {
        var columns: [String: String] = [:]
        for row in tables.connectorFields
        where row.office == office && row.table == table && row.validity.holds(on: day) {
            columns[row.field] = row.column
        }
        return columns
    }
}
