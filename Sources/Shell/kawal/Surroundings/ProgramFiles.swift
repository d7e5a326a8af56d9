import Crypto
import Foundation
import Intake
import Operations
import Vocabulary

/// Where the program's own `Rules/` and `Reference/` stand.
///
/// - Shape: `KAWAL_SHARE` where set; else `../share/kawal` beside the executable; else the first folder above the
///   executable that holds both (a checkout); else the working folder.
struct ProgramFiles {
    /// The folder that holds `Rules/` and `Reference/`.
    let folder: URL

    /// Finds the folder.
    ///
    /// - Throws: `InputProblem` where no folder holds both.
    static func find() throws -> ProgramFiles {
        let executable = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let running = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map {
            URL(fileURLWithPath: $0)
        }
        var candidates: [URL] = []
        if let named = ProcessInfo.processInfo.environment["KAWAL_SHARE"] {
            candidates.append(URL(fileURLWithPath: named))
        }
        var above = (running ?? executable).deletingLastPathComponent()
        candidates.append(above.appendingPathComponent("../share/kawal").standardizedFileURL)
        while above.path != "/" {
            candidates.append(above)
            above = above.deletingLastPathComponent()
        }
        candidates.append(URL(fileURLWithPath: FileManager.default.currentDirectoryPath))
        let found = candidates.first { folder in
            ["Rules", "Reference"].allSatisfy { name in
                FileManager.default.fileExists(atPath: folder.appendingPathComponent(name).path)
            }
        }
        guard let found else {
            throw InputProblem(
                sentence:
                    "Rules/ and Reference/ were not found beside the program; set KAWAL_SHARE to their folder."
            )
        }
        return ProgramFiles(folder: found)
    }

    /// The files of a folder with a suffix, by name, with their bytes.
    ///
    /// - Throws: `InputProblem` where one can't be read.
    func files(in name: String, suffix: String = ".csv") throws -> [(name: String, bytes: [UInt8])] {
        let inside = folder.appendingPathComponent(name)
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: inside.path)) ?? []).sorted()
        return try names.filter { $0.hasSuffix(suffix) }.map { ($0, try bytes(at: "\(name)/\($0)")) }
    }

    /// The bytes of a file.
    ///
    /// - Throws: `InputProblem` where it can't be read.
    func bytes(at path: String) throws -> [UInt8] {
        let url = folder.appendingPathComponent(path)
        guard let data = FileManager.default.contents(atPath: url.path) else {
            throw InputProblem(sentence: "\(url.path) can't be read; reinstall the program's files.")
        }
        return Array(data)
    }
}
