import Exchange
import Testing

@Suite struct PassNumberTests {
    @Test func `a number is read as somebody types it`() throws {
        let number = try PassSamples.number()
        #expect(number.text.utf8.count == 19)
        #expect(PassNumber(number.text) == number)
        #expect(PassNumber(number.text.lowercased().filter { $0 != "-" }) == number)
        #expect(PassNumber("0000-0000") == nil && PassNumber("") == nil && PassNumber(bytes: [1]) == nil)
    }

    @Test func `a mark doesn't tell the number and is read back`() throws {
        let number = try PassSamples.number()
        #expect(PassMark(number.mark.text) == number.mark)
        #expect(!number.mark.text.contains(number.text.prefix(4)))
        #expect(PassMark("X") == nil)
        #expect(try PassSamples.number(4).mark != number.mark)
    }

    @Test func `a key is read as its line is written`() throws {
        for until in [nil, PassSamples.today] {
            let key = try PassSamples.signer(until: until).key
            #expect(PassKey(key.line) == key)
        }
        let line = try PassSamples.signer().key.line
        for wrong in ["", "a b c d", line + " ", String(line.dropLast()), line.replacing(" - ", with: " x ")]
        {
            #expect(PassKey(wrong) == nil)
        }
    }
}
