import Ledger

/// What an asker sends: blinded elements of some travellers, uniformly random points to whoever reads them (permintaan pencarian).
///
/// - Shape: `KWLREQ01`, 16 random bytes that name it, table and epoch, the number of travellers in one byte; then for each
///   32 bytes of commitment and three elements of 49 bytes. The same length for the same number, whoever they are.
package struct LookUpRequest: Sendable, Equatable {
    /// The length of a blinded element.
    package static let elementLength = 49
    /// Elements of a traveller: document, population number and name; what is missing is a dummy.
    package static let elementsOfTraveller = 3
    /// The most travellers in one request.
    package static let travellersAtMost = 32
    /// The longest wire form.
    package static let lengthLimit =
        8 + 16 + 37 + 1 + travellersAtMost * (32 + elementsOfTraveller * elementLength)

    /// One traveller, or a dummy.
    package struct Slot: Sendable, Equatable {
        /// What the asker is held to about this traveller's tokens.
        package let commitment: TokenCommitment
        let elements: [[UInt8]]
    }

    /// What names the request.
    package let id: [UInt8]
    /// The table and epoch that are asked.
    package let edition: TableEdition
    /// The travellers.
    package let slots: [Slot]

    init(id: [UInt8], edition: TableEdition, slots: [Slot]) {
        (self.id, self.edition, self.slots) = (id, edition, slots)
    }

    /// The wire form.
    package var wire: [UInt8] {
        var bytes = Array("KWLREQ01".utf8) + id + edition.bytes
        bytes.append(UInt8(slots.count))
        for slot in slots {
            bytes.append(contentsOf: slot.commitment.digest.bytes)
            for element in slot.elements { bytes.append(contentsOf: element) }
        }
        return bytes
    }

    /// Reads the wire form.
    ///
    /// - Throws: `LookUpFault.malformed`.
    package init(wire: [UInt8]) throws(LookUpFault) {
        guard wire.count <= LookUpRequest.lengthLimit else {
            throw .malformed(.request, expected: "at most \(LookUpRequest.lengthLimit) bytes")
        }
        var reader = try WireReader(wire, of: .request, magic: "KWLREQ01")
        id = Array(try reader.bytes(16))
        edition = try reader.edition(.request)
        var slots: [Slot] = []
        for _ in 0..<(try reader.count(UInt8.self, in: 1...LookUpRequest.travellersAtMost)) {
            let commitment = try TokenCommitment(bytes: Array(try reader.bytes(32)))
            var elements: [[UInt8]] = []
            for _ in 0..<LookUpRequest.elementsOfTraveller {
                let element = Array(try reader.bytes(LookUpRequest.elementLength))
                guard element[0] == 2 || element[0] == 3 else {
                    throw .malformed(.request, expected: "a point of P-384, compressed")
                }
                elements.append(element)
            }
            slots.append(Slot(commitment: commitment, elements: elements))
        }
        try reader.end()
        self.slots = slots
    }
}

/// What an owner answers: an evaluation with its proof for each element (jawaban pencarian).
///
/// - Shape: `KWLANS01`, the request's 16 bytes, 32 bytes of challenge, the number of travellers in one byte, three
///   evaluations of 145 bytes for each.
package struct LookUpAnswer: Sendable, Equatable {
    /// The length of an evaluation with its proof.
    package static let evaluationLength = 145

    /// What names the request.
    package let id: [UInt8]
    /// What draws the travellers whose commitments are to be opened.
    package let challenge: [UInt8]
    let evaluations: [[[UInt8]]]

    init(id: [UInt8], challenge: [UInt8], evaluations: [[[UInt8]]]) {
        (self.id, self.challenge, self.evaluations) = (id, challenge, evaluations)
    }

    /// The wire form.
    package var wire: [UInt8] {
        var bytes = Array("KWLANS01".utf8) + id + challenge
        bytes.append(UInt8(evaluations.count))
        for evaluation in evaluations.joined() { bytes.append(contentsOf: evaluation) }
        return bytes
    }

    /// Reads the wire form.
    ///
    /// - Throws: `LookUpFault.malformed`.
    package init(wire: [UInt8]) throws(LookUpFault) {
        var reader = try WireReader(wire, of: .answer, magic: "KWLANS01")
        id = Array(try reader.bytes(16))
        challenge = Array(try reader.bytes(32))
        var evaluations: [[[UInt8]]] = []
        for _ in 0..<(try reader.count(UInt8.self, in: 1...LookUpRequest.travellersAtMost)) {
            var slot: [[UInt8]] = []
            for _ in 0..<LookUpRequest.elementsOfTraveller {
                slot.append(Array(try reader.bytes(LookUpAnswer.evaluationLength)))
            }
            evaluations.append(slot)
        }
        try reader.end()
        self.evaluations = evaluations
    }
}
