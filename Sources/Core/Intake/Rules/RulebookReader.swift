public import Vocabulary

/// One finding in a rule file.
public struct RuleFault: Sendable, Hashable {
    /// The file's name.
    public var file: String
    /// Line, finding, expectation and remedy.
    public var diagnostic: Diagnostic

    /// A finding.
    public init(file: String, diagnostic: Diagnostic) {
        self.file = file
        self.diagnostic = diagnostic
    }
}

/// Why the rules can't be used: every finding of every file at once.
public struct RulebookFaults: Error, Sendable, Hashable {
    /// The findings, in order of the files and lines.
    public var faults: [RuleFault]

    /// Findings.
    public init(faults: [RuleFault]) { self.faults = faults }

    /// One line a finding: `checks.csv:7 valid_from: found “2017-13-01”, expected a date YYYY-MM-DD; write …`.
    public var lines: [String] {
        faults.map { fault in
            let found = fault.diagnostic
            let field = found.field.map { " " + $0 } ?? ""
            return "\(fault.file):\(found.at)\(field): found \(found.found), expected \(found.expected); "
                + found.remedy
        }
    }
}

/// Reads the files of `Rules/` into a `Rulebook`, or says everything that is wrong with them.
///
/// A broken rule is never half used: one finding refuses all rules.
public enum RulebookReader {
    /// The names of the files, all of which must be there.
    public static var fileNames: [String] { readers.map(\.name) }

    /// Reads all rule files; `digest` is the shell's digest of their bytes, `sha256:…`.
    ///
    /// Files that are no tables (`README.md`) are passed over.
    /// - Throws: `RulebookFaults` with every finding.
    public static func read(
        files: [(name: String, bytes: [UInt8])],
        digest: String
    ) throws(RulebookFaults) -> Rulebook {
        var tables = Rulebook.Tables()
        var faults: [RuleFault] = []
        for reader in readers {
            guard let file = files.first(where: { $0.name == reader.name }) else {
                faults.append(missing(reader.name))
                continue
            }
            let found = reader.read(file.bytes, into: &tables)
            faults += found.map { RuleFault(file: reader.name, diagnostic: $0) }
        }
        for file in files where file.name.hasSuffix(".csv") && !fileNames.contains(file.name) {
            faults.append(unknown(file.name))
        }
        if faults.isEmpty { faults = references(in: tables) }
        guard faults.isEmpty else { throw RulebookFaults(faults: faults) }
        return Rulebook(tables, digest: digest)
    }

    private static func missing(_ name: String) -> RuleFault {
        let finding = DiagnosticCode.ruleFile.found(
            "no such file",
            expected: "the file \(name)",
            at: 0,
            remedy: "put the file back from the release that is installed"
        )
        return RuleFault(file: name, diagnostic: finding)
    }

    private static func unknown(_ name: String) -> RuleFault {
        let finding = DiagnosticCode.ruleFile.found(
            "a table that no rule reader knows",
            expected: "one of " + fileNames.joined(separator: ", "),
            at: 0,
            remedy: "correct the file's name, or move it elsewhere"
        )
        return RuleFault(file: name, diagnostic: finding)
    }

    /// Finds keys that one file names and another lacks.
    private static func references(in tables: Rulebook.Tables) -> [RuleFault] {
        let remedies = Set(tables.remedies.map(\.key))
        let papers = Set(tables.papers.map(\.document))
        let checks = Set(tables.checks.map(\.code))
        var faults: [RuleFault] = []
        func require(_ key: String, in known: Set<String>, of file: String, named source: String) {
            guard !known.contains(key) else { return }
            let finding = DiagnosticCode.ruleKey.found(
                "the key “\(key)”, which \(file) lacks",
                expected: "a key of \(file)",
                at: 0,
                remedy: "add the row to \(file), or correct the key"
            )
            faults.append(RuleFault(file: source, diagnostic: finding))
        }
        for row in tables.checks {
            for key in row.remedies { require(key, in: remedies, of: "remedies.csv", named: "checks.csv") }
            if row.advice == .refer, row.remedies.isEmpty, row.code != "D02" {
                require("(remedy of \(row.code))", in: remedies, of: "remedies.csv", named: "checks.csv")
            }
        }
        for row in tables.papers {
            require(row.remedy, in: remedies, of: "remedies.csv", named: "papers.csv")
        }
        for row in tables.documents {
            require(row.document, in: papers, of: "papers.csv", named: "documents.csv")
            if let advisory = row.advisory {
                require(advisory, in: checks, of: "checks.csv", named: "documents.csv")
            }
        }
        let ruledOut = Set(tables.purposes.filter { $0.use == .never }.map(\.code))
        let purposes = Set(tables.purposes.map(\.code)).subtracting(ruledOut)
        for row in tables.purposes where row.use != .never {
            require(row.code, in: purposes, of: "purposes.csv", named: "purposes.csv")
        }
        for row in tables.agreement {
            for code in row.purposes {
                require(code, in: purposes, of: "purposes.csv", named: "agreement.csv")
            }
        }
        for row in tables.exemptions {
            require(row.check, in: checks, of: "checks.csv", named: "exemptions.csv")
        }
        return faults
    }
}
