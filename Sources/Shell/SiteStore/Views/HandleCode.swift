import Crypto
import Operations
import Vocabulary

/// Turns what a body is found by into a number that tells nothing without the site's key.
///
/// - Shape: the first 64 bits, of a record's own name 128, of SHA-256 over a block that begins with the key, a namespace, a
///   case and the value. Two values can meet in one number, so whoever looks up reads the body and compares.
/// - Source: Bellare, Bernstein, Tessaro, "Hash-Function based PRFs: AMAC", 2016: a keyed hash of which most is never
///   shown needs no second hash around it, as HMAC has; a registry of a million asks seven million times.
struct HandleCode: Sendable {
    private let keyed: SHA256

    init(key: SymmetricKey) {
        var keyed = SHA256()
        var block = key.withUnsafeBytes { Array($0.prefix(SHA256.blockByteCount)) }
        block += [UInt8](repeating: 0, count: SHA256.blockByteCount - block.count)
        keyed.update(data: block)
        self.keyed = keyed
    }

    /// The number of a handle of an office's record.
    func code(of handle: Handle, in kind: RecordKind) -> Int64 {
        switch handle {
        case .nik(let nik): code(kind.code, 1, nik.digits)
        case .passport(let number): code(kind.code, 2, number.text)
        case .previousPassport(let number): code(kind.code, 3, number.text)
        case .nameAndBirth(let name, let day): code(kind.code, 4, "\(day.number) \(name)")
        case .licence(let licence): code(kind.code, 5, licence.text)
        case .jobOrder(let number): code(kind.code, 6, number.text)
        case .destination(let country): code(kind.code, 7, country.text)
        case .key(let key): code(kind.code, 8, key)
        case .waiting: code(kind.code, 9, "")
        case .wordAndBirth(let word, let day): code(kind.code, 11, "\(day.number) \(word)")
        case .nameAndYear(let word, let year): code(kind.code, 12, "\(year) \(word)")
        case .word(let word): code(kind.code, 13, word)
        case .locator(let locator): code(kind.code, 14, locator)
        }
    }

    /// The number under which a passport's attestations are found.
    func code(ofAttestationsFor passport: PassportNumber) -> Int64 { code(101, 1, passport.text) }

    /// The number under which a received file is found by its digest.
    func code(ofManifest digest: String) -> Int64 { code(102, 1, digest) }

    /// The number under which the referrals of a passport's holder are found.
    func code(ofReferralsFor passport: PassportNumber) -> Int64 { code(103, 1, passport.text) }

    /// The number under which the audit samples of a passport's holder are found.
    func code(ofSamplesOf passport: PassportNumber) -> Int64 { code(104, 1, passport.text) }

    /// The number under which the receipts of a worker are found.
    func code(ofReleasesOf passport: PassportNumber) -> Int64 { code(105, 1, passport.text) }

    /// The number under which an officer's receipts of a departure day are found.
    func code(ofReleasesBy officer: String, on day: Day) -> Int64 { code(105, 2, "\(day.number) \(officer)") }

    /// The number under which the doubts about a passport's holder are found, decided ones too.
    func code(ofDoubtsOn passport: PassportNumber) -> Int64 { code(106, 1, passport.text) }

    /// The number under which what was decided of a passport's holder is found.
    func code(ofLinksOf passport: PassportNumber) -> Int64 { code(106, 2, passport.text) }

    /// The number under which the cases about a passport's holder are found.
    func code(ofCasesOf passport: PassportNumber) -> Int64 { code(107, 1, passport.text) }

    /// The number under which the case of a slip is found.
    func code(ofSlip slip: String) -> Int64 { code(107, 2, slip) }

    /// The number under which it is found that a slip's decision fell.
    func code(ofFallenSlip digest: String) -> Int64 { code(107, 3, digest) }

    /// The number under which the cases of an incident are found.
    func code(ofEvent event: String) -> Int64 { code(107, 4, event) }

    /// The number under which the support of a victim is found.
    func code(of token: VictimToken) -> Int64 { code(107, 5, token.text) }

    /// The number under which the cases about an applicant are found.
    func code(ofCasesOf nik: NIK) -> Int64 { code(107, 6, nik.digits) }

    /// The number that stands for a thing in a recruiter's network.
    func code(of node: NetworkNode) -> Int64 { code(108, 1, node.kind.rawValue + " " + node.value) }

    /// The number that stands for the source of a claim.
    func code(ofSource source: String) -> Int64 { code(108, 2, source) }

    /// The number under which the passes for a document are found.
    func code(ofPassesFor passport: PassportNumber) -> Int64 { code(120, 1, passport.text) }

    /// Those of a pass.
    func codes(of pass: PassIssued) -> [Int64] { [code(ofPassesFor: pass.passport)] }

    /// Both of a receipt's.
    func codes(of receipt: ReleaseReceipt) -> [Int64] {
        [
            code(ofReleasesOf: receipt.passport),
            code(ofReleasesBy: receipt.officer, on: receipt.flight.departsOn),
        ]
    }

    /// The code under which the current record of a name stands: 128 bits, so that no two names share one.
    func code(ofKey key: String, in kind: RecordKind) -> [UInt8] {
        hash(kind.code, 10, key).withUnsafeBytes { Array($0.prefix(16)) }
    }

    /// The number under which the replaced versions of a record are found.
    func code(ofVersions code: [UInt8]) -> Int64 {
        code.withUnsafeBytes { Int64(littleEndian: $0.loadUnaligned(as: Int64.self)) }
    }

    private func code(_ namespace: UInt8, _ form: UInt8, _ value: String) -> Int64 {
        hash(namespace, form, value).withUnsafeBytes { Int64(littleEndian: $0.loadUnaligned(as: Int64.self)) }
    }

    private func hash(_ namespace: UInt8, _ form: UInt8, _ value: String) -> SHA256.Digest {
        var hash = keyed
        withUnsafeBytes(of: (namespace, form)) { hash.update(bufferPointer: $0) }
        var value = value
        value.withUTF8 { hash.update(bufferPointer: UnsafeRawBufferPointer($0)) }
        return hash.finalize()
    }
}
