import Testing
import Vocabulary

/// Bytes say what they are, whatever their name says.
@Suite struct MediaKindTests {
    @Test(
        arguments: [
            ([0xFF, 0xD8, 0xFF, 0xE0, 0, 0], MediaKind.jpeg),
            ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0], .png), (Array("%PDF-1.7".utf8), .pdf),
            (Array("ID3\u{4}".utf8), .mp3), (Array("OggS".utf8), .ogg),
            ([0, 0, 0, 0x18] + Array("ftypmp42".utf8), .mp4),
            (Array("Catatan:\nsaya dijanjikan kerja.\t".utf8), .text),
        ] as [([UInt8], MediaKind)]
    )
    func `known bytes are told`(bytes: [UInt8], kind: MediaKind) {
        #expect(MediaKind(bytes) == kind)
        #expect(!kind.endings.isEmpty)
    }

    @Test(
        arguments: [
            [], Array("<html><script>".utf8), Array("<?xml".utf8), Array("MZ\u{0}".utf8),
            [0x7F, 0x45, 0x4C, 0x46],
            [0xC3, 0x28], Array("PK\u{3}\u{4}".utf8),
        ] as [[UInt8]]
    )
    func `a program, a page and broken text are nothing that is kept`(bytes: [UInt8]) {
        #expect(MediaKind(bytes) == nil)
    }
}
