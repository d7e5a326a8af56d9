import CPostgres
import Glibc
import Operations

/// One connection in pipeline mode: what is asked together goes and comes back in one turn.
///
/// - Shape: one call at a time. After `.cut` it is of no further use.
final class Link {
    /// How long a node waits, in milliseconds.
    struct Limits {
        /// For another node's right to append; a counter waits as long before it works on without.
        var lock = 5_000
        /// That a node may hold the right without a word: while it writes a large load into its own file.
        var idle = 8_000
        /// For a server that says nothing.
        var silence = 5_000
    }

    private let handle: OpaquePointer
    private let silence: Int32
    private var prepared: Set<Statement> = []

    /// Connects to the one of the hosts that takes writes, and makes the tables where they are missing.
    init(_ address: String, limits: Limits) throws(SharedLedgerFault) {
        guard let handle = PQconnectdb(try ConnectionString(address).text) else {
            throw .cut(finding: "there is no memory for a connection")
        }
        self.handle = handle
        silence = Int32(limits.silence)
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        guard PQstatus(handle) == CONNECTION_OK, PQenterPipelineMode(handle) == 1 else { throw lost() }
        guard PQserverVersion(handle) >= 130_000 else {
            throw .refused(finding: "the server is older than PostgreSQL 13")
        }
        try Schema.prepare(self, lockWait: "\(limits.lock)ms", idleWait: "\(limits.idle)ms")
    }

    deinit { PQfinish(handle) }

    /// Whether the server has said nothing unasked: outside a round it only speaks up to end the connection.
    var isQuiet: Bool {
        var watched = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        return PQstatus(handle) == CONNECTION_OK && poll(&watched, 1, 0) == 0
    }

    var isInTransaction: Bool { PQtransactionStatus(handle) != PQTRANS_IDLE }

    /// Asks one thing.
    func ask(_ call: Call) throws(SharedLedgerFault) -> Rows { try ask([call])[0] }

    /// Asks several things in one turn and answers each in order; outside a transaction, they are one.
    ///
    /// The server may take longer by `patience` milliseconds; for ever where that is nil.
    func ask(_ calls: [Call], patience: Int32? = 0) throws(SharedLedgerFault) -> [Rows] {
        let wait = patience.map { silence + $0 } ?? -1
        // A statement that is being prepared, or nil for a call.
        var awaited: [Statement?] = []
        for call in calls {
            if !prepared.contains(call.statement), !awaited.contains(call.statement) {
                awaited.append(call.statement)
                try require(PQsendPrepare(handle, call.statement.rawValue, call.statement.sql, 0, nil))
            }
            awaited.append(nil)
            try require(send(call))
        }
        try require(PQpipelineSync(handle))
        var answers: [Rows] = []
        var fault: SharedLedgerFault?
        for statement in awaited {
            guard let rows = try next(wait), try next(wait) == nil else { throw fault ?? lost() }
            switch rows.status {
            case PGRES_COMMAND_OK, PGRES_TUPLES_OK:
                if let statement { prepared.insert(statement) } else { answers.append(rows) }
            case PGRES_PIPELINE_ABORTED: break
            default: fault = fault ?? self.fault(rows)
            }
        }
        guard try next(wait)?.status == PGRES_PIPELINE_SYNC else { throw fault ?? lost() }
        if let fault { throw fault }
        return answers
    }

    /// Makes the transaction durable.
    ///
    /// - Throws: `.unsettled` where the answer didn't come.
    func commit() throws(SharedLedgerFault) {
        do throws(SharedLedgerFault) {
            guard try ask(Call(.commit)).tag == "COMMIT" else {
                throw .refused(finding: "the server took the round back")
            }
        } catch {
            // After a refusal the server is out of the transaction and says so; without a word nobody knows.
            guard isInTransaction else { throw error }
            throw .unsettled(finding: "the round's end was not acknowledged: \(error)")
        }
    }

    private func send(_ call: Call) -> Int32 {
        let lengths = call.parameters.map { Int32($0.bytes.count) }
        // A byte more, so that also nothing but empty values have an address: no address means null.
        let bytes = call.parameters.flatMap(\.bytes) + [0]
        return bytes.withUnsafeBytes { buffer in
            var values: [UnsafePointer<CChar>?] = []
            var place = 0
            for length in lengths {
                values.append(buffer.baseAddress?.advanced(by: place).assumingMemoryBound(to: CChar.self))
                place += Int(length)
            }
            let formats = lengths.map { _ in Int32(1) }
            let name = call.statement.rawValue
            return PQsendQueryPrepared(handle, name, Int32(lengths.count), values, lengths, formats, 1)
        }
    }

    /// The next result; nil after the last of a statement.
    private func next(_ wait: Int32) throws(SharedLedgerFault) -> Rows? {
        while PQisBusy(handle) == 1 {
            var watched = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
            let ready = poll(&watched, 1, wait)
            if ready < 0, errno == EINTR { continue }
            guard ready > 0 else { throw .cut(finding: "the server hasn't answered for \(wait) ms") }
            guard PQconsumeInput(handle) == 1 else { break }
        }
        return PQgetResult(handle).map(Rows.init)
    }

    private func require(_ isSent: Int32) throws(SharedLedgerFault) {
        guard isSent == 1 else { throw lost() }
    }

    private func fault(_ rows: Rows) -> SharedLedgerFault {
        guard let state = rows.field(KAWAL_SQLSTATE) else { return lost() }
        let message = rows.field(KAWAL_MESSAGE) ?? "no message"
        return SharedLedgerFault(sqlState: state, message: message)
    }

    private func lost() -> SharedLedgerFault {
        let lines = String(cString: PQerrorMessage(handle)).split(whereSeparator: \.isNewline)
        let told = lines.map { $0.drop(while: \.isWhitespace) }.joined(separator: "; ")
        return .cut(finding: told.isEmpty ? "the link to the server broke" : told)
    }
}
