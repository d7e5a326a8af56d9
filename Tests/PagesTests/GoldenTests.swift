import Foundation
import Testing
import Vocabulary

@testable import Pages

/// Pages against their committed form; `KAWAL_GOLDEN=write` writes them anew, to be read before they are committed.
@Suite struct GoldenTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")
    private static let writes = ProcessInfo.processInfo.environment["KAWAL_GOLDEN"] == "write"

    @Test(arguments: Gallery.all, Language.allCases)
    func `a page is as it was when somebody last looked at it`(exhibit: Exhibit, language: Language) throws {
        let page = GoldenTests.readable(exhibit.text(language))
        let file = GoldenTests.folder.appendingPathComponent("\(exhibit.name).\(language.rawValue).html")
        if GoldenTests.writes {
            try FileManager.default.createDirectory(at: GoldenTests.folder, withIntermediateDirectories: true)
            try Data(page.utf8).write(to: file)
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        #expect(
            page == golden,
            "\(exhibit.name): KAWAL_GOLDEN=write swift test --filter GoldenTests, then read the difference"
        )
    }

    @Test func `every golden page belongs to a page`() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: GoldenTests.folder.path)
        let pages = Gallery.all.flatMap { exhibit in
            Language.allCases.map { "\(exhibit.name).\($0.rawValue).html" }
        }
        #expect(Set(files) == Set(pages))
    }

    /// A line for each element, so that a difference can be read; digests of assets change with every colour and are left out.
    private static func readable(_ page: String) -> String {
        page.replacing(/\.[0-9a-f]{16}\.(css|js|svg)/) { ".DIGEST.\($0.output.1)" }
            .replacingOccurrences(of: "><", with: ">\n<") + "\n"
    }
}
