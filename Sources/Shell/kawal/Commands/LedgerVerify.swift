import ArgumentParser
import Foundation
import Ledger
import Operations
import SiteStore
import Vocabulary

extension LedgerCommands {
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Writes the log as files that anybody can verify without this site (c2sp.org/tlog-tiles).",
            discussion:
                "Entries, hashes and the signed checkpoint, no bodies: what happened to whom stays in the site."
        )

        @Argument(help: "A new folder.") var folder: String
        @OptionGroup var site: SiteOptions

        func run() throws {
            let store = try SiteStore.open(folder: site.site, mode: .readOnly)
            defer { try? store.close() }
            guard !FileManager.default.fileExists(atPath: folder) else {
                throw UsageProblem(sentence: "\(folder) is there already; name a new folder.")
            }
            let progress = Progress("Exporting")
            var size = 0
            try store.export { done, total in
                size = Int(total)
                progress.note(done: Int(done), of: Int(total))
            } write: { path, bytes in
                let file = URL(fileURLWithPath: folder).appendingPathComponent(path)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(),
                    withIntermediateDirectories: true
                )
                try Data(bytes).write(to: file)
            }
            progress.finish(done: size, unit: "entries")
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Derives the root again from the data and compares everything.",
            discussion: """
                Without a path: the site, also beside a running server. With a folder: an exported log, with a file: a single \
                proof; both offline and without a site. With a witness's key among the keys its cosignature is demanded too; of two \
                or more witnesses one may be missing. Exit code 4 when something doesn't agree.
                """
        )

        @Argument(help: "An exported log's folder, or a proof's file.") var path: String?
        @Option(
            help: "A public key of the log or of a witness, as `kawal ledger key` prints it; may be repeated."
        )
        var key: [String] = []
        @Option(help: "A file with such keys, one a line.")
        var trust: String?
        @Option(help: "A checkpoint that was kept: the log must be its continuation; may be repeated.")
        var since: [String] = []
        @OptionGroup var site: SiteOptions

        func run() throws {
            guard let path else { return try verifySite() }
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw InputProblem(sentence: "\(path) is not there.")
            }
            let keys = try trusted(below: isFolder.boolValue ? path : nil)
            isFolder.boolValue ? try verifyLog(path, keys) : try verifyProof(path, keys)
        }

        private func verifySite() throws {
            let store = try SiteStore.open(folder: site.site, mode: .readOnly)
            defer { try? store.close() }
            let progress = Progress("Verifying")
            let report = try store.verify { progress.note(done: Int($0), of: Int($1)) }
            progress.finish(done: Int(report.size), unit: "entries")
            guard report.isSound else {
                for finding in report.findings { Console.say("Damaged: \(finding)") }
                throw ExitStatus.siteUnavailable.exit
            }
            Console.print(
                "The ledger agrees: \(report.size) entries, root \(hexadecimal(report.root ?? []))."
            )
        }

        private func verifyLog(_ folder: String, _ keys: [NoteKey]) throws {
            var earlier = try since.map { try checkpoint(at: $0, keys) }
            if keys.contains(where: { $0.kind == .cosignature }) {
                earlier.append(try checkpoint(at: folder + "/cosigned", keys))
            }
            let progress = Progress("Verifying")
            var check = LogCheck { path in
                FileManager.default.contents(atPath: folder + "/" + path).map { [UInt8]($0) }
            }
            do {
                let head = try check.verify(keys: keys, earlier: earlier) {
                    progress.note(done: Int($0), of: Int($1))
                }
                progress.finish(done: Int(head.size), unit: "entries")
                Console.print(
                    "The log agrees: \(head.size) entries, root \(head.root), signed by \(head.origin)."
                )
            } catch let finding as LogFinding {
                throw leave(finding.sentence)
            }
        }

        /// A checkpoint that was kept, signed by the log and by enough of the named witnesses.
        private func checkpoint(at path: String, _ keys: [NoteKey]) throws -> Checkpoint {
            do {
                let note = try SignedNote(try contents(path))
                let checkpoint = try Checkpoint(note, of: keys)
                _ = try witnesses(of: note, keys)
                return checkpoint
            } catch let fault as NoteFault {
                throw leave("\(path): \(LogFinding.note(fault).sentence)")
            }
        }

        /// The named witnesses that have cosigned, all or all but one of several: with the log two of three.
        private func witnesses(of note: SignedNote, _ keys: [NoteKey]) throws -> [String] {
            let named = keys.filter { $0.kind == .cosignature }
            guard !named.isEmpty else { return [] }
            let isNamed = note.signatures.contains { line in named.contains { $0.id == line.id } }
            let signers = isNamed ? try note.signers(among: named) : []
            guard signers.count >= max(1, named.count - 1) else {
                throw leave(
                    "the log has signed it, but not enough of the named witnesses have cosigned it; ask for a later one"
                )
            }
            return signers.map(\.name)
        }

        private func verifyProof(_ file: String, _ keys: [NoteKey]) throws {
            do {
                let receipt = try InclusionReceipt(contents(file))
                guard let entry = receipt.extra else { throw NoteFault.malformed(part: "extra: the entry") }
                let head = try receipt.verified(entry: entry, log: keys)
                let cosigners = try witnesses(of: receipt.checkpoint, keys)
                Console.print(String(decoding: entry, as: UTF8.self))
                let others = cosigners.isEmpty ? "" : ", cosigned by \(cosigners.joined(separator: " and "))"
                Console.print(
                    "The proof agrees: entry \(receipt.index) of \(head.size), signed by \(head.origin)\(others)."
                )
            } catch let fault as NoteFault {
                throw leave(LogFinding.note(fault).sentence)
            }
        }

        private func trusted(below folder: String?) throws -> [NoteKey] {
            var texts = key
            if let trust {
                let lines = String(decoding: try contents(trust), as: UTF8.self).split(separator: "\n")
                texts += lines.map(String.init).filter { !$0.hasPrefix("#") }
            }
            if texts.isEmpty, let folder {
                let listed = FileManager.default.contents(atPath: folder + "/keys") ?? Data()
                texts = String(decoding: listed, as: UTF8.self).split(separator: "\n").map(String.init)
                Console.say(
                    "The key stands in the export itself. Compare it with the one its owner published: \(texts.last ?? "")"
                )
            }
            let keys = texts.compactMap { NoteKey($0) }
            guard !keys.isEmpty, keys.count == texts.count else {
                throw UsageProblem(
                    sentence:
                        "Name the log's public key with --key or --trust, as `kawal ledger key` prints it."
                )
            }
            return KeyRotation.trusted(keys, following: try rotations(below: folder))
        }

        /// The statements of later keys that an export holds, in order.
        private func rotations(below folder: String?) throws -> [KeyRotation] {
            guard let folder else { return [] }
            var rotations: [KeyRotation] = []
            while let data = FileManager.default.contents(atPath: "\(folder)/rotation-\(rotations.count)") {
                do {
                    rotations.append(try KeyRotation([UInt8](data)))
                } catch {
                    throw leave(LogFinding.note(error).sentence)
                }
            }
            return rotations
        }

        private func contents(_ path: String) throws -> [UInt8] {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw InputProblem(sentence: "\(path) can't be read.")
            }
            return [UInt8](data)
        }

        private func leave(_ finding: String) -> any Error {
            Console.say("Damaged: \(finding)")
            return ExitStatus.siteUnavailable.exit
        }
    }
}

extension LogFinding {
    /// What is wrong and what to do.
    fileprivate var sentence: String {
        switch self {
        case .missing(let path): "the file \(path) is missing; ask for the whole export"
        case .malformed(let path):
            "the file \(path) has not its form: it was cut or changed; ask for the export again"
        case .note(let fault): LogFinding.sentence(of: fault)
        case .entry(let finding):
            "entry \(finding.index ?? 0) is not the one that was written; what comes before it agrees"
        case .altered(let index):
            "from entry \(index) on the log is not the one that was signed; what comes before it agrees"
        case .rootDiffers(let stated, let derived):
            "the entries give the root \(derived), the checkpoint says \(stated): the log was altered as a whole"
        case .forked(let size):
            "the log is not the continuation of the checkpoint of size \(size): forked or rolled back; keep both and ask its owner"
        }
    }

    private static func sentence(of fault: NoteFault) -> String {
        switch fault {
        case .malformed(let part): "it has not the form of a checkpoint or proof (\(part)); ask for it again"
        case .unsigned: "nobody whose key was named has signed it; check the key"
        case .forged(let name):
            "the signature of \(name) is not of this text: it was altered, or the key is wrong"
        case .origin(let found): "it is of the log \(found), whose key was not named"
        case .notIncluded(let index):
            "entry \(index) is not in the tree that was signed: the entry or the proof was altered"
        }
    }
}
