/// One row of `visas.csv`: what a destination uses as its work visa.
public struct VisaRule: Sendable, Hashable {
    /// The destination; nil for all others.
    public var destination: CountryCode?
    /// The schemes it is for.
    public var schemes: Set<RuledScheme>
    /// The classes of visa that don't contradict a placement.
    public var kinds: Set<VisaKind>
    /// What the paper is called there.
    public var name: Bilingual
    /// The source.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(
        destination: CountryCode?,
        schemes: Set<RuledScheme>,
        kinds: Set<VisaKind>,
        name: Bilingual,
        basis: String,
        validity: Validity
    ) {
        self.destination = destination
        self.schemes = schemes
        self.kinds = kinds
        self.name = name
        self.basis = basis
        self.validity = validity
    }
}

/// One row of `closures.csv`: a destination closed by rule (penutupan penempatan).
public struct ClosureRule: Sendable, Hashable {
    /// The destination.
    public var destination: CountryCode
    /// The position it is limited to.
    public var position: String?
    /// The kind of employer it is limited to.
    public var employerKind: EmployerKind?
    /// Schemes it does not close.
    public var exceptSchemes: Set<RuledScheme>
    /// The decree.
    public var basis: String
    /// When placement is closed.
    public var validity: Validity

    /// A row.
    public init(
        destination: CountryCode,
        position: String?,
        employerKind: EmployerKind?,
        exceptSchemes: Set<RuledScheme>,
        basis: String,
        validity: Validity
    ) {
        self.destination = destination
        self.position = position
        self.employerKind = employerKind
        self.exceptSchemes = exceptSchemes
        self.basis = basis
        self.validity = validity
    }
}

/// One row of `exemptions.csv`: what takes a trip out of a check.
public struct ExemptionRule: Sendable, Hashable {
    /// What the value is.
    public enum Subject: String, Sendable, CaseIterable {
        /// A class of visa.
        case visaKind = "visa_kind"
        /// A class of visa, where the ticket's bureau is licensed to send trainees.
        case visaKindWithSender = "visa_kind_with_sender"
        /// A kind of document.
        case documentKind = "document_kind"
        /// A scheme.
        case scheme
    }

    /// The check.
    public var check: String
    /// What the value is.
    public var subject: Subject
    /// The value.
    public var value: String
    /// The source.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(check: String, subject: Subject, value: String, basis: String, validity: Validity) {
        self.check = check
        self.subject = subject
        self.value = value
        self.basis = basis
        self.validity = validity
    }
}

/// One row of `transit.csv`: a place from which travellers go on, or a town to which applicants travel.
public struct TransitRule: Sendable, Hashable {
    /// What a row is for.
    public enum Use: String, Sendable, CaseIterable {
        /// A list may end here although the journey goes on.
        case hub
        /// A passport office in a town of departure (T08).
        case office
        /// A place of a detour (T05).
        case detour
    }

    /// What the row is for.
    public var use: Use
    /// The place: IATA, UN/LOCODE, or an office's name in lower case.
    public var place: String
    /// The destinations reached through it; empty for all.
    public var onward: Set<CountryCode>
    /// The regency of an office (four digits).
    public var regencyCode: String?
    /// The source.
    public var basis: String
    /// When it acts.
    public var validity: Validity

    /// A row.
    public init(
        use: Use,
        place: String,
        onward: Set<CountryCode>,
        regencyCode: String?,
        basis: String,
        validity: Validity
    ) {
        self.use = use
        self.place = place
        self.onward = onward
        self.regencyCode = regencyCode
        self.basis = basis
        self.validity = validity
    }
}

/// One row of `hajj_seasons.csv`: the days of one season.
public struct SeasonRule: Sendable, Hashable {
    /// The year of the Hijri calendar.
    public var year: Int
    /// The source.
    public var basis: String
    /// The days.
    public var validity: Validity

    /// A row.
    public init(year: Int, basis: String, validity: Validity) {
        self.year = year
        self.basis = basis
        self.validity = validity
    }
}
