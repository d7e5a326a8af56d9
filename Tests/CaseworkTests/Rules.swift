import Foundation
import Intake
import Testing
import Vocabulary

/// The rules of this repository, as every test reads them.
enum Rules {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Rules")

    static let book: Result<Rulebook, RulebookFaults> = Result { () throws(RulebookFaults) in
        let files = RulebookReader.fileNames.compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map { (name: name, bytes: Array($0)) }
        }
        return try RulebookReader.read(files: files, digest: "sha256:test")
    }
}

func day(_ text: String) throws -> Day { try #require(Day(text)) }
