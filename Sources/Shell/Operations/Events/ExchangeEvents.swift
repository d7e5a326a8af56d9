package import Foundation
package import Vocabulary

/// `exchange.queued/1`: a message to the partner, with its words; its place in its stream is settled.
///
/// The link to the message before is made when it is sent: what stands before it may have been skipped.
package struct ExchangeQueued: Sendable, Hashable, Codable {
    /// The message's identifier (UUIDv7), by which it is known for ever.
    package var id: String
    /// The stream.
    package var stream: String
    /// The place in it, from 1.
    package var sequence: Int64
    /// The type: `referral.opened/1`.
    package var type: String
    /// The purpose, as the agreement codes it.
    package var purpose: String
    /// The exact text that is signed and sent.
    package var body: String
    /// The entry that it tells of; nil where it tells of none.
    package var about: UInt64?

    /// A message.
    package init(
        id: String,
        stream: String,
        sequence: Int64,
        type: String,
        purpose: String,
        body: String,
        about: UInt64?
    ) {
        self.id = id
        self.stream = stream
        self.sequence = sequence
        self.type = type
        self.purpose = purpose
        self.body = body
        self.about = about
    }
}

/// `exchange.gathered/1`: the ledger was looked through up to an entry for what crosses.
package struct ExchangeGathered: Sendable, Hashable, Codable {
    /// The first entry that is still to be looked at.
    package var next: UInt64

    /// A mark.
    package init(next: UInt64) { self.next = next }
}

/// `exchange.skipped/1`: a message will not be sent; a skip takes its place, so that its stream goes on.
package struct ExchangeSkipped: Sendable, Hashable, Codable {
    /// Why.
    package enum Reason: String, Sendable, Hashable, Codable {
        /// Its person was erased before it was sent.
        case erased
        /// The partner refused it for good: a person looks at it.
        case refused
        /// It could not be sent for too long: a person looks at it.
        case late
    }

    /// The skip's own identifier.
    package var id: String
    /// The message that falls out; nil where nobody knows any more what it was.
    package var skipped: String?
    /// The stream.
    package var stream: String
    /// The place in it.
    package var sequence: Int64
    /// The type of what falls out, where it is known.
    package var type: String?
    /// Why.
    package var reason: Reason
    /// The partner's code, where it refused: `schema`.
    package var code: String?
    /// The exact text of the skip.
    package var body: String

    /// A skip.
    package init(
        id: String,
        skipped: String?,
        stream: String,
        sequence: Int64,
        type: String?,
        reason: Reason,
        code: String?,
        body: String
    ) {
        self.id = id
        self.skipped = skipped
        self.stream = stream
        self.sequence = sequence
        self.type = type
        self.reason = reason
        self.code = code
        self.body = body
    }

    /// Whether a person must look at it.
    package var isDeadLetter: Bool { reason != .erased }
}

/// `exchange.closed/1`: a person has looked at a dead letter.
package struct ExchangeClosed: Sendable, Hashable, Codable {
    /// The message.
    package var id: String
    /// The message that was sent in its place; nil where it was closed.
    package var replacedBy: String?
    /// Why it was closed, in the officer's words; nil where it was sent again.
    package var text: String?
    /// The officer's account.
    package var officer: String

    /// What was done with it.
    package init(id: String, replacedBy: String?, text: String?, officer: String) {
        self.id = id
        self.replacedBy = replacedBy
        self.text = text
        self.officer = officer
    }
}

/// `exchange.delivered/1`: the partner has taken messages, and where it keeps each.
package struct ExchangeDelivered: Sendable, Hashable, Codable {
    /// One message taken.
    package struct Receipt: Sendable, Hashable, Codable {
        /// The message.
        package var id: String
        /// The stream.
        package var stream: String
        /// The place in it.
        package var sequence: Int64
        /// The envelope's hash, which the next message of the stream names.
        package var hash: Data
        /// The entry of the partner's ledger.
        package var index: UInt64
        /// What a carrier says that it carried, as evidence from outside (`X-Road-Request-Hash`); nil where none did.
        package var carrierHash: String?

        /// A receipt.
        package init(
            id: String,
            stream: String,
            sequence: Int64,
            hash: Data,
            index: UInt64,
            carrierHash: String? = nil
        ) {
            self.carrierHash = carrierHash
            self.id = id
            self.stream = stream
            self.sequence = sequence
            self.hash = hash
            self.index = index
        }
    }

    /// The messages, in the order in which they were taken.
    package var receipts: [Receipt]

    /// Receipts.
    package init(receipts: [Receipt]) { self.receipts = receipts }
}

/// `exchange.received/1`: a message of the partner was taken; nothing of its words stands here.
///
/// With it the sender proves what it sent: the envelope's hash and the signature over the request.
package struct ExchangeReceived: Sendable, Hashable, Codable {
    /// The message's identifier.
    package var id: String
    /// Who sent it.
    package var sender: String
    /// The stream.
    package var stream: String
    /// The place in it.
    package var sequence: Int64
    /// The type.
    package var type: String
    /// The purpose.
    package var purpose: String
    /// The envelope's hash (SHA-256 over its RFC 8785 form).
    package var hash: Data
    /// The key that signed it.
    package var key: String
    /// What it signed: the parameters of RFC 9421.
    package var signatureInput: String
    /// The signature.
    package var signature: Data
    /// SHA-256 of the signature base.
    package var requestHash: Data

    /// A message.
    package init(
        id: String,
        sender: String,
        stream: String,
        sequence: Int64,
        type: String,
        purpose: String,
        hash: Data,
        key: String,
        signatureInput: String,
        signature: Data,
        requestHash: Data
    ) {
        self.id = id
        self.sender = sender
        self.stream = stream
        self.sequence = sequence
        self.type = type
        self.purpose = purpose
        self.hash = hash
        self.key = key
        self.signatureInput = signatureInput
        self.signature = signature
        self.requestHash = requestHash
    }
}

/// `exchange.alarmed/1`: something in the exchange is not as it can be between honest parties.
package struct ExchangeAlarmed: Sendable, Hashable, Codable {
    /// What: `id-conflict`, `digest-mismatch`, `sequence-gap`.
    package var code: String
    /// The stream, where it is one's.
    package var stream: String?
    /// The message, where it is about one.
    package var message: String?
    /// What was found, without anybody's data.
    package var finding: String

    /// An alarm.
    package init(code: String, stream: String?, message: String?, finding: String) {
        self.code = code
        self.stream = stream
        self.message = message
        self.finding = finding
    }
}

/// `exchange.resolved/1`: a person has found out what was behind an alarm; one that holds still comes again.
package struct ExchangeResolved: Sendable, Hashable, Codable {
    /// The alarm's entry.
    package var alarm: UInt64
    /// What was behind it, in the officer's words.
    package var text: String
    /// The officer's account.
    package var officer: String

    /// What was found.
    package init(alarm: UInt64, text: String, officer: String) {
        self.alarm = alarm
        self.text = text
        self.officer = officer
    }
}

/// `agreement.signed/1`: one side has signed the agreement.
package struct AgreementSigned: Sendable, Hashable, Codable {
    /// Who signed.
    package var party: String
    /// SHA-256 of the agreement's text, in hexadecimal.
    package var digest: String
    /// The key that signed.
    package var key: String
    /// The signature over the text.
    package var signature: Data
    /// Who pressed for it: two accounts of that side, or nobody of ours.
    package var officers: [String]
    /// When.
    package var at: Moment

    /// A signature.
    package init(
        party: String,
        digest: String,
        key: String,
        signature: Data,
        officers: [String],
        at: Moment
    ) {
        self.party = party
        self.digest = digest
        self.key = key
        self.signature = signature
        self.officers = officers
        self.at = at
    }
}

/// `exchange.trusted/1`: the partner's keys, as two people of this side took them.
package struct ExchangeTrusted: Sendable, Hashable, Codable {
    /// Whose keys.
    package var party: String
    /// The keys, as the partner states them: the JSON of a trust bundle.
    package var bundle: String
    /// The certificate with which the partner answers and calls, PEM.
    package var certificate: String
    /// The number of the statement; a later one is larger.
    package var serial: Int64
    /// The two who took them; empty while they are only proposed.
    package var officers: [String]
    /// The signed statement that they came in; nil where people handed them over.
    package var manifest: String?

    /// Keys.
    package init(
        party: String,
        bundle: String,
        certificate: String,
        serial: Int64,
        officers: [String],
        manifest: String? = nil
    ) {
        self.manifest = manifest
        self.party = party
        self.bundle = bundle
        self.certificate = certificate
        self.serial = serial
        self.officers = officers
    }

    /// Whether two people took them.
    package var isTrusted: Bool { Set(officers).count >= 2 }
}
