import Vocabulary

/// What waits for the partner's answer outlives the process: its file lies sealed beside the site until everybody is answered for.
extension Desk {
    /// Keeps a file while travellers of it are asked about; one in which something was found is kept anyway.
    func keep(
        _ bytes: [UInt8],
        digest: String,
        whileAsking judged: [JudgedList],
        besides findings: [Diagnostic],
        at moment: Moment
    ) {
        guard findings.isEmpty, judged.contains(where: { $0.travellers.contains { $0.sought != nil } }),
            rules.retention(of: .message, on: today) != nil
        else { return }
        // Without the copy only a kill in between costs the answer.
        try? site.shelve(bytes, digest: digest, at: moment)
    }

    /// Takes away a file of which nobody waits any more, where it was kept for that alone.
    func release(_ waiting: LookUpDesk.Waiting) {
        let digest = waiting.list.digest
        guard waiting.ownsFile, !lookUp.isWaiting(for: digest) else { return }
        _ = try? site.clearShelf(.one(digest: digest))
    }

    /// Lets those wait again who waited when the site was stopped.
    ///
    /// - Throws: `SiteFault`.
    package func resumeSeeking() async throws {
        guard lookUp.isOpen else { return }
        for day in 0..<Desk.daysAhead {
            let manifests = try site.read { try $0.flights(on: today.adding(days: day)) }.map(\.manifest)
            for manifest in manifests where manifest.closure == nil {
                for digest in manifest.digests {
                    guard let bytes = try site.shelved(digest) else { continue }
                    try await resume(manifest, bytes, digest: digest)
                }
            }
        }
    }

    private func resume(_ manifest: ManifestReceived, _ bytes: [UInt8], digest: String) async throws {
        // What can't be read any more was read when it came; the next list asks again.
        guard let found = try? travellers(in: bytes, name: "", digest: digest) else { return }
        let lists = DepartureList.latest(found.lists.map { $0.filed(by: places) }).filter {
            $0.flight == manifest.flight && $0.list == manifest.list
        }
        let findings = found.loose + found.lists.flatMap(\.diagnostics)
        seek(try await judged(lists), ownsFile: findings.isEmpty)
    }

    /// Lists come at most so many days before the departure.
    private static let daysAhead = 4
}
