import Testing

@testable import Exchange

@Suite struct ReadableBytesTests {
    @Test func `bytes come back as they were, whatever their number`() {
        for count in 0..<100 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 73 + count) }
            #expect(ReadableBytes.bytes(ReadableBytes.text(bytes).utf8) == bytes)
        }
    }

    @Test func `letters are read as they are meant`() {
        #expect(ReadableBytes.bytes("oI".utf8) == ReadableBytes.bytes("01".utf8))
        #expect(ReadableBytes.bytes("zz".utf8) == ReadableBytes.bytes("ZZ".utf8))
    }

    @Test(arguments: ["U", "0", "01Z", "0!", "é0", "000"])
    func `what no bytes are written as is refused`(text: String) {
        #expect(ReadableBytes.bytes(text.utf8) == nil)
    }

    @Test func `a text is known letter by letter`() {
        #expect(ReadableBytes.text([0xFF, 0x00, 0xAA]) == "ZW0AM")
    }
}
