import ArgumentParser
import Crypto
import Foundation
import Operations
import SiteStore

/// `kawal backup`: the whole site in one file that only the holder of a private key can open.
struct Backup: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the whole site, keys included, sealed to a public key.",
        discussion: """
            Works beside a running server. Make a pair of keys once with --new-key FILE, keep the file away from this machine, and \
            use the public key that is printed.
            """
    )

    @Argument(help: "The backup to write.") var file: String?
    @Option(help: "The public key to seal it to.") var to: String?
    @Option(help: "Make a pair of keys: the private one into this new file, the public one is printed.")
    var newKey: String?
    @OptionGroup var site: SiteOptions

    func validate() throws {
        guard (newKey == nil) == (file != nil && to != nil) else {
            throw ValidationError("Name a file and --to KEY, or --new-key FILE alone.")
        }
    }

    func run() throws {
        if let newKey { return try makeKey(newKey) }
        guard let file, let to else { return }
        guard let bytes = Data(base64Encoded: to),
            let key = try? Curve25519.KeyAgreement.PublicKey(rawRepresentation: bytes)
        else {
            throw UsageProblem(
                sentence: "The key after --to is none; `kawal backup --new-key FILE` prints one."
            )
        }
        guard !FileManager.default.fileExists(atPath: file) else {
            throw UsageProblem(sentence: "\(file) is there already; name a new file.")
        }
        let contents = try SiteStore.backUp(folder: site.site, to: file, for: key)
        Console.print("Backed up \(contents.size) entries, root \(contents.root).")
    }

    private func makeKey(_ path: String) throws {
        guard !FileManager.default.fileExists(atPath: path) else {
            throw UsageProblem(sentence: "\(path) is there already; name a new file.")
        }
        let secret = Curve25519.KeyAgreement.PrivateKey()
        try SiteStore.writeBackupKey(secret, to: path)
        Console.print(secret.publicKey.rawRepresentation.base64EncodedString())
    }
}

/// `kawal restore`: a site of a backup, proven by its root.
struct Restore: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a site of a backup in a new folder and proves it by the ledger's root."
    )

    @Argument(help: "The backup.") var file: String
    @Option(help: "The file of the private key that the backup was sealed for.") var key: String
    @OptionGroup var site: SiteOptions

    func run() throws {
        let contents = try SiteStore.restore(file, to: site.site, with: try SiteStore.readBackupKey(key))
        Console.print("Restored \(contents.size) entries, root \(contents.root), verified.")
    }
}
