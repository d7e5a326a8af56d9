import Exchange
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Operations
import Vocabulary

/// What a request for an evaluation says beside its points.
///
/// - Shape: JSON: `list` (the list's mark; none at a counter), `persons`, `request` (base64).
struct LookUpAnnouncement: Sendable {
    let occasion: LookUpOccasion
    let request: [UInt8]

    init(occasion: LookUpOccasion, request: [UInt8]) {
        self.occasion = occasion
        self.request = request
    }

    /// Reads an announcement; nil where it is none.
    init?(_ body: [UInt8]) {
        guard let json = try? CanonicalJSON(body), let persons = json["persons"]?.integer,
            (1...Int64(LookUpQuota.manifestLimit)).contains(persons),
            let request = json["request"]?.text.flatMap({ Data(base64Encoded: $0) })
        else { return nil }
        let list = json["list"]?.text
        guard json["list"] == nil || list.map(LookUpAnnouncement.isMark) == true else { return nil }
        self.init(
            occasion: LookUpOccasion(list: list, persons: Int(persons)),
            request: [UInt8](request)
        )
    }

    /// A mark is a SHA-256 in hexadecimal: the ledger keeps it, so it must not be words.
    private static func isMark(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    var bytes: [UInt8] {
        var members: [String: CanonicalJSON] = [
            "persons": .integer(Int64(occasion.persons)), "request": .string(request.base64),
        ]
        members["list"] = occasion.list.map { .string($0) }
        return CanonicalJSON.object(members).bytes
    }
}

extension Door {
    /// A path's piece of a sealed table: 4 MiB.
    static let pieceBytes = 4 << 20

    /// The public keys and roots of the tables that are answered with.
    func lookUpKeys(_ received: ReceivedRequest) throws -> DoorAnswer {
        let components = try admit(bare: received)
        let tables = (cabinet?.newest ?? []).map { table in
            CanonicalJSON.object([
                "table": .string(table.edition.name), "epoch": .integer(Int64(table.edition.epoch.number)),
                "version": .integer(Int64(clamping: table.version)), "rows": .integer(Int64(table.count)),
                "root": .string(table.root.bytes.base64), "key": .string(table.publicKey.bytes.base64),
            ])
        }
        return DoorAnswer(.ok, ["lookup": .array(tables)], to: components)
    }

    /// A piece of a version of a table.
    func piece(_ received: ReceivedRequest, _ parameters: LookUpPath) throws -> DoorAnswer {
        let components = try admit(bare: received)
        guard try line.desk.isAgreedToday() else { throw ExchangeRefusal.agreementUnsigned }
        guard let number = parameters.piece, let cabinet,
            let table = parameters.edition.flatMap({ cabinet.table($0, version: parameters.version) }),
            let bytes = table.filePiece(number, of: Door.pieceBytes)
        else { return DoorAnswer(.tableUnknown, to: components) }
        return DoorAnswer(bytes, to: components)
    }

    /// What leads from a version of a table to a later one.
    func delta(_ received: ReceivedRequest, _ parameters: LookUpPath) throws -> DoorAnswer {
        let components = try admit(bare: received)
        guard try line.desk.isAgreedToday() else { throw ExchangeRefusal.agreementUnsigned }
        guard let from = parameters.from, let cabinet, let edition = parameters.edition,
            let earlier = cabinet.table(edition, version: from),
            let table = cabinet.table(edition, version: parameters.version)
        else { return DoorAnswer(.tableUnknown, to: components) }
        do throws(LookUpFault) {
            let wire = try earlier.delta(to: table).wire
            // Whoever is too far behind fetches the table whole.
            guard wire.count <= Door.pieceBytes else { throw .tableUnknown }
            return DoorAnswer(wire, to: components)
        } catch {
            return DoorAnswer(error, to: components)
        }
    }

    /// Evaluates blinded points: a few requests at a time, off the event loops.
    func evaluate(_ received: ReceivedRequest) async throws -> DoorAnswer {
        let components = try admit(bare: received)
        guard try line.desk.isAgreedToday() else { throw ExchangeRefusal.agreementUnsigned }
        guard evaluations.enter() else { throw ExchangeRefusal.busy }
        defer { evaluations.leave() }
        do {
            guard let cabinet else { throw LookUpFault.tableUnknown }
            guard let announced = LookUpAnnouncement(received.body) else {
                throw LookUpFault.malformed(.request, expected: "persons and request")
            }
            let admission = try cabinet.admit(
                LookUpRequest(wire: announced.request),
                for: announced.occasion,
                LookUpCabinet.Bounds(line.desk.rules, on: line.desk.today),
                at: line.desk.now(),
                on: line.desk.today
            )
            try await note(admission, for: announced.occasion, in: cabinet)
            return DoorAnswer(try await admission.owner.evaluate(admission.admitted).wire, to: components)
        } catch let fault as LookUpFault {
            return DoorAnswer(fault, to: components)
        }
    }

    /// Notes in the ledger that a list was given leave, before anything is answered to it.
    private func note(
        _ admission: LookUpCabinet.Admission,
        for occasion: LookUpOccasion,
        in cabinet: LookUpCabinet
    )
        async throws
    {
        guard let list = occasion.list, let travellers = admission.granted else { return }
        do {
            try await line.desk.note(
                LookUpGranted(
                    party: line.side.partner.text,
                    list: list,
                    persons: Int64(occasion.persons),
                    travellers: Int64(travellers)
                )
            )
        } catch {
            cabinet.forget(list)
            throw error
        }
    }

    static let announcementLimit = 2 * LookUpRequest.lengthLimit
    static let evaluationsAtOnce = 16
}

/// What a path below `/x/v1/tables` names.
struct LookUpPath: Sendable {
    let edition: TableEdition?
    let version: UInt64
    let piece: Int?
    let from: UInt64?

    init(_ parameters: Parameters) {
        let epoch = parameters.get("epoch").flatMap { UInt32($0) }.map { LookUpEpoch(number: $0) }
        edition = epoch.flatMap { epoch in parameters.get("name").flatMap { TableEdition($0, epoch) } }
        version = parameters.get("version").flatMap { UInt64($0) } ?? 0
        piece = parameters.get("piece").flatMap { Int($0) }
        from = parameters.get("from").flatMap { UInt64($0) }
    }

    static let pieces = ExchangePath.tables + "/{name}/{epoch}/{version}/{piece}"
    static let deltas = ExchangePath.tables + "/{name}/{epoch}/{version}/from/{from}"
}

extension DoorAnswer {
    /// Bytes that are no JSON.
    init(_ bytes: [UInt8], to components: RequestComponents) {
        self.init(.ok, [:], to: components)
        self.bytes = bytes
        mediaType = "application/octet-stream"
    }

    /// A problem with the look-up's stable code.
    init(_ fault: LookUpFault, to components: RequestComponents) {
        let status: HTTPResponse.Status =
            switch fault {
            case .malformed: .badRequest
            case .tableUnknown: .notFound
            case .quotaSpent: .tooManyRequests
            default: .conflict
            }
        self.init(
            status,
            [
                "type": .string("urn:kawal:exchange:" + fault.code), "code": .string(fault.code),
                "status": .integer(Int64(status.code)), "title": .string(fault.code),
            ],
            to: components
        )
        isProblem = true
    }
}

extension SealedTable {
    /// A piece of the file; nil beyond its end.
    func filePiece(_ number: Int, of size: Int) -> [UInt8]? {
        let header = SealedTable.header(edition, version, publicKey, count: count)
        let length = header.count + rows.count
        guard (0...length / size).contains(number), number * size < length else { return nil }
        let range = number * size..<min((number + 1) * size, length)
        let first = range.clamped(to: 0..<header.count)
        let rest = max(range.lowerBound - header.count, 0)..<max(range.upperBound - header.count, 0)
        return Array(header[first]) + rows[rest]
    }
}
