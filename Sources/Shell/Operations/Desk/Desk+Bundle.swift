package import Casework
import Crypto
package import Vocabulary

/// Everything that a prosecutor or a court is given of a case (berkas bukti), before it is laid out.
package struct CaseBundle: Sendable {
    /// The case.
    package var history: CaseHistory
    /// Each piece of evidence with all acts on it.
    package var evidence: [[EvidenceMove]]
    /// When it was made.
    package var madeAt: Moment
    /// Who made it.
    package var madeBy: String
    /// The digest of the rules in force.
    package var rules: String
}

/// A file of a bundle.
package struct BundleFile: Sendable, Hashable {
    /// Where it stands in the folder.
    package var path: String
    /// What stands in it.
    package var bytes: [UInt8]
}

extension Desk {
    /// Makes the bundle of a case: a folder that `sha256sum -c` and `kawal ledger verify` check without this server.
    ///
    /// Each piece of evidence notes that it was given out. `layOut` makes the page that people read.
    /// - Throws: `OperationFault.absent`; `.unreadable` where evidence isn't what was taken in; `SiteFault`.
    package func bundle(
        of caseID: String,
        for purpose: EvidencePurpose,
        by actor: Actor,
        layOut: (CaseBundle, _ names: [String: String]) -> [UInt8]
    ) async throws -> [BundleFile] {
        let history = try history(of: caseID, by: actor)
        guard history.kind != .departure else { throw OperationFault.notAllowed }
        var files: [BundleFile] = []
        var names: [String: String] = [:]
        for (place, acts) in try evidence(of: caseID).enumerated() {
            guard let first = acts.first else { continue }
            let opened = try await open(evidence: first.id, of: caseID, for: purpose, as: .export, by: actor)
            let name = "evidence/\(place + 1)-" + BundleFile.plain(first.name)
            names[first.id] = name
            files.append(BundleFile(path: name, bytes: opened.bytes))
        }
        let bundle = CaseBundle(
            history: history,
            evidence: try evidence(of: caseID),
            madeAt: now(),
            madeBy: actor.name,
            rules: rules.digest
        )
        files.append(BundleFile(path: "index.html", bytes: layOut(bundle, names)))
        files += try proofs(of: caseID)
        files.append(
            BundleFile(
                path: "log.key",
                bytes: Array((site.checkpointKeys.joined(separator: "\n") + "\n").utf8)
            )
        )
        files.append(BundleFile(path: "README.txt", bytes: Array(BundleFile.howToVerify.utf8)))
        files.sort { $0.path < $1.path }
        let sums = files.map { hexadecimal(SHA256.hash(data: $0.bytes)) + "  " + $0.path + "\n" }
        files.append(BundleFile(path: "SHA256SUMS", bytes: Array(sums.joined().utf8)))
        return files
    }

    /// The case's entries: a proof of each, and its body with the salt, of which the entry holds the digest.
    private func proofs(of caseID: String) throws -> [BundleFile] {
        try site.read { try $0.entries(ofCase: caseID) }.flatMap { entry -> [BundleFile] in
            var files: [BundleFile] = []
            if let proof = try site.receipt(for: entry) {
                files.append(BundleFile(path: "ledger/\(entry).proof", bytes: Array(proof.utf8)))
            }
            if let body = try site.read({ try $0.saltedBody(at: entry) }) {
                files.append(BundleFile(path: "ledger/\(entry).body", bytes: body))
            }
            return files
        }
    }
}

extension BundleFile {
    /// A name that no file system and no shell reads otherwise.
    static func plain(_ name: String) -> String {
        let kept = name.utf8.suffix(60).map { byte -> UInt8 in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E: byte
            default: UInt8(ascii: "_")
            }
        }
        let text = String(decoding: kept, as: UTF8.self)
        return text.isEmpty || text.hasPrefix(".") ? "berkas" + text : text
    }

    static let howToVerify = """
        Berkas perkara. / A case file.

        1. Apakah berkas ini utuh? Jalankan di folder ini: / Is it whole? Run in this folder:

               sha256sum -c SHA256SUMS

        2. Apakah tiap langkah benar ada di buku catatan? / Does every step stand in the ledger?

               kawal ledger verify --key "$(head -1 log.key)" ledger/NUMBER.proof

           Itu mencetak entri dan "The proof agrees". / It prints the entry, and that the proof agrees.
           Kunci di log.key bandingkan dengan yang Anda peroleh sendiri. / Compare log.key with the key that you obtained yourself.

        3. Apakah isi langkah itu yang tercatat? Cetaknya harus sama dengan bodyDigest entri itu:
           Is its content what was recorded? This must print the entry's bodyDigest:

               sha256sum ledger/NUMBER.body

        index.html adalah halaman untuk dibaca. / index.html is the page to read.

        """
}
