import Exchange
import Testing

@Suite struct CanonicalJSONTests {
    private func canonical(_ text: String) throws -> String {
        String(decoding: try CanonicalJSON(Array(text.utf8)).bytes, as: UTF8.self)
    }

    private func fault(_ bytes: [UInt8], limit: Int = 1000) -> JSONFault? {
        do throws(JSONFault) {
            _ = try CanonicalJSON(bytes, limit: limit)
            return nil
        } catch { return error }
    }

    // RFC 8785 appendix B: the bits of a double and how ECMAScript prints it.
    private static let numbers: [(UInt64, String)] = [
        (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"),
        (0x0000_0000_0000_0001, "5e-324"), (0x8000_0000_0000_0001, "-5e-324"),
        (0x7fef_ffff_ffff_ffff, "1.7976931348623157e+308"),
        (0xffef_ffff_ffff_ffff, "-1.7976931348623157e+308"),
        (0x4340_0000_0000_0000, "9007199254740992"), (0xc340_0000_0000_0000, "-9007199254740992"),
        (0x4430_0000_0000_0000, "295147905179352830000"),
        (0x44b5_2d02_c7e1_4af5, "9.999999999999997e+22"), (0x44b5_2d02_c7e1_4af6, "1e+23"),
        (0x44b5_2d02_c7e1_4af7, "1.0000000000000001e+23"),
        (0x444b_1ae4_d6e2_ef4e, "999999999999999700000"), (0x444b_1ae4_d6e2_ef4f, "999999999999999900000"),
        (0x444b_1ae4_d6e2_ef50, "1e+21"), (0x3eb0_c6f7_a0b5_ed8c, "9.999999999999997e-7"),
        (0x3eb0_c6f7_a0b5_ed8d, "0.000001"), (0x41b3_de43_5555_5553, "333333333.3333332"),
        (0x41b3_de43_5555_5554, "333333333.33333325"), (0x41b3_de43_5555_5555, "333333333.3333333"),
        (0x41b3_de43_5555_5556, "333333333.3333334"), (0x41b3_de43_5555_5557, "333333333.33333343"),
        (0xbecb_f647_612f_3696, "-0.0000033333333333333333"), (0x4314_3ff3_c1cb_0959, "1424953923781206.2"),
    ]

    @Test(arguments: numbers)
    func numbersArePrintedAsECMAScriptDoes(_ bits: UInt64, _ text: String) throws {
        let value = Double(bitPattern: bits)
        #expect(String(decoding: CanonicalJSON.number(value).bytes, as: UTF8.self) == text)
        if value != 0 { #expect(try CanonicalJSON(Array(text.utf8)) == .number(value)) }
    }

    // RFC 8785 section 3.2.2 and 3.2.3.
    @Test func theExamplesOfTheTextAreWrittenSo() throws {
        let sample = #"""
            {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
             "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
             "literals": [null, true, false]}
            """#
        let expected =
            #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
            + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#
        #expect(try canonical(sample) == expected)
    }

    @Test func membersAreSortedByTheirUTF16CodeUnits() throws {
        let sample = #"""
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
             "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
            """#
        let expected =
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u{80}\":\"Control\","
            + "\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\","
            + "\"😀\":\"Emoji: Grinning Face\",\"\u{FB33}\":\"Hebrew Letter Dalet With Dagesh\"}"
        #expect(try canonical(sample) == expected)
    }

    @Test func controlCharactersHaveOneEscapeEach() throws {
        let text = String(String.UnicodeScalarView((0..<0x20).compactMap(Unicode.Scalar.init)))
        let written = String(decoding: CanonicalJSON.string(text + "\u{7F}").bytes, as: UTF8.self)
        #expect(
            written
                == #""\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f"#
                + #"\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f"#
                + "\u{7F}\""
        )
        #expect(try CanonicalJSON(Array(written.utf8)).text == text + "\u{7F}")
    }

    private static let broken: [(String, JSONFault)] = [
        ("", .syntax(at: 0)), ("{\"a\":1,}", .syntax(at: 7)), ("[1,]", .syntax(at: 3)),
        ("01", .trailing(at: 1)),
        ("1.", .syntax(at: 2)), (".5", .syntax(at: 0)), ("+1", .syntax(at: 0)), ("1e", .syntax(at: 2)),
        ("-", .syntax(at: 1)), ("NaN", .syntax(at: 0)), ("nul", .syntax(at: 0)), ("\"a", .syntax(at: 2)),
        ("\"\\x\"", .syntax(at: 2)), ("\"\t\"", .syntax(at: 1)), ("{1:2}", .syntax(at: 1)),
        ("[1 2]", .syntax(at: 3)), ("{\"a\":1,\"a\":2}", .duplicateMember(at: 10)),
        ("{\"a\":1,\"\\u0061\":2}", .duplicateMember(at: 15)), ("\"\\ud800\"", .noCharacter(at: 3)),
        ("\"\\ud800\\u0041\"", .noCharacter(at: 3)), ("\"\\udc00\"", .noCharacter(at: 3)),
        ("\"\\uffff\"", .noCharacter(at: 3)), ("1e400", .numberRange(at: 0)), ("1 2", .trailing(at: 2)),
        ("{}\u{0}", .trailing(at: 2)), ("\u{FEFF}{}", .encoding), ("/**/1", .syntax(at: 0)),
    ]

    @Test(arguments: broken)
    func whatIsNoStrictJSONIsRefused(_ text: String, _ expected: JSONFault) {
        #expect(fault(Array(text.utf8)) == expected)
    }

    @Test func brokenUTF8IsRefused() {
        #expect(fault([0x22, 0xC3, 0x22]) == .encoding)
        #expect(fault([0x22, 0xED, 0xA0, 0x80, 0x22]) == .encoding)
        #expect(fault([0x22, 0xC0, 0xAF, 0x22]) == .encoding)
    }

    @Test func codePointsThatAreNoCharactersAreRefused() {
        #expect(fault([0x22, 0xEF, 0xB7, 0x90, 0x22]) == .noCharacter(at: 1))
        #expect(fault([0x22, 0xF0, 0x9F, 0xBF, 0xBE, 0x22]) == .noCharacter(at: 1))
        #expect(fault([0x22, 0xEF, 0xBF, 0xBD, 0x22]) == nil)
    }

    @Test func depthAndSizeHaveLimits() {
        let deep = { (depth: Int) in
            [UInt8](repeating: 0x5B, count: depth) + [UInt8](repeating: 0x5D, count: depth)
        }
        #expect(fault(deep(16)) == nil)
        #expect(fault(deep(17)) == .tooDeep(at: 16))
        #expect(fault(deep(400)) == .tooDeep(at: 16))
        #expect(fault(Array("[1,2]".utf8), limit: 4) == .tooLarge)
        #expect(fault(Array("[1,2]".utf8), limit: 5) == nil)
    }

    /// Damaged texts are refused or read; what is read has one form, and that form is read as the same.
    @Test func whateverIsReadHasOneForm() throws {
        let sample = Array(
            #"{"a":[1,-2.5e3,"x\u00e9\n€",true,null],"b":{"c":{},"d":[[]]},"😀":"\ud83d\ude00"}"#.utf8
        )
        var state: UInt64 = 1
        func chance(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let marks = Array("{}[],:\"\\0123456789eE+-. u".utf8)
        var read = 0
        for _ in 0..<5000 {
            var bytes = sample
            for _ in 0...chance(3) {
                let position = chance(bytes.count)
                switch chance(4) {
                case 0: bytes[position] = UInt8(chance(256))
                case 1: bytes.remove(at: position)
                case 2: bytes.insert(bytes[chance(bytes.count)], at: position)
                default: bytes[position] = marks[chance(marks.count)]
                }
            }
            guard let value = try? CanonicalJSON(bytes) else { continue }
            read += 1
            #expect(try CanonicalJSON(value.bytes) == value)
            #expect(try CanonicalJSON(value.bytes).bytes == value.bytes)
        }
        #expect(read > 100)
    }

    @Test func valuesAreReachedByTheirKind() throws {
        let value = try CanonicalJSON(Array(#"{"a":[1,2.5,"x",true],"b":9007199254740993}"#.utf8))
        let elements = try #require(value["a"]?.elements)
        #expect(elements[0].integer == 1 && elements[1].integer == nil && elements[2].text == "x")
        #expect(elements[3].claim == true && value["b"]?.integer == nil && value["c"] == nil)
        #expect(value.members?.count == 2 && elements[0]["a"] == nil)
    }
}
