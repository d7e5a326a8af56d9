import Operations

/// What several tables say of the same people.
actor TableAnswers {
    private let tables: Int
    /// What must not be between honest parties, or was refused.
    private(set) var fault: LookUpFault?
    private var told: [Int: (count: Int, references: Set<String>, isOpen: Bool)] = [:]

    init(of tables: Int) { self.tables = tables }

    /// Adds what one table says of somebody; nil until all have said it.
    func add(_ result: LookUpResult, of place: Int) -> SoughtAnswer? {
        var one = told[place] ?? (0, [], false)
        one.count += 1
        switch result {
        case .found(let matches): one.references.formUnion(matches.map(\.payload.reference))
        case .nothing: break
        case .unavailable(let fault):
            one.isOpen = true
            if fault != .ownerAway, fault != .tableUnknown { self.fault = fault }
        }
        told[place] = one
        guard one.count == tables else { return nil }
        told[place] = nil
        if !one.references.isEmpty { return .found(references: one.references.sorted()) }
        return one.isOpen ? .unanswered : .nothing
    }
}
