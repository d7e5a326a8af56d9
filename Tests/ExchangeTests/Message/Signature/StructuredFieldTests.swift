import Exchange
import Testing

/// Structured fields as a signature writes them anew (`sf`).
///
/// - Source: RFC 8941 sections 3 and 4, RFC 9651 section 3.3.
@Suite struct StructuredFieldTests {
    private func rewritten(_ values: [String]) throws -> String {
        let source = ComponentSource(
            start: .response(status: 200),
            fields: FieldTable(values.map { HeaderLine(name: "Example", value: $0) })
        )
        return try ComponentIdentifier("\"example\";sf").value(in: source)
    }

    private static let examples: [([String], String)] = [
        (["sugar, tea, rum"], "sugar, tea, rum"), (["sugar, tea", "rum"], "sugar, tea, rum"),
        (
            ["(\"foo\" \"bar\"), (\"baz\"), (\"bat\" \"one\"), ()"],
            "(\"foo\" \"bar\"), (\"baz\"), (\"bat\" \"one\"), ()"
        ),
        (
            ["(\"foo\"; a=1;b=2);lvl=5, (\"bar\" \"baz\");lvl=1"],
            "(\"foo\";a=1;b=2);lvl=5, (\"bar\" \"baz\");lvl=1"
        ),
        (["abc;a=1;b=2; cde_456, (ghi;jk=4 l);q=\"9\";r=w"], "abc;a=1;b=2;cde_456, (ghi;jk=4 l);q=\"9\";r=w"),
        (["1; a; b=?0"], "1;a;b=?0"),
        (["en=\"Applepie\", da=:w4ZibGV0w6ZydGU=:"], "en=\"Applepie\", da=:w4ZibGV0w6ZydGU=:"),
        (["a=?0, b, c; foo=bar"], "a=?0, b, c;foo=bar"),
        (["rating=1.5, feelings=(joy sadness)"], "rating=1.5, feelings=(joy sadness)"),
        (["a=(1 2), b=3, c=4;aa=bb, d=(5 6);valid"], "a=(1 2), b=3, c=4;aa=bb, d=(5 6);valid"),
        (["foo=1, bar=2"], "foo=1, bar=2"), (["foo=1", "bar=2"], "foo=1, bar=2"), (["5"], "5"),
        (["5; foo=bar"], "5;foo=bar"), (["42"], "42"), (["-0"], "0"), (["042"], "42"), (["4.5"], "4.5"),
        (["4.50"], "4.5"),
        (["\"hello world\""], "\"hello world\""), (["\"a\\\\\\\"b\""], "\"a\\\\\\\"b\""),
        (["foo123/456"], "foo123/456"),
        (
            [":cHJldGVuZCB0aGlzIGlzIGJpbmFyeSBjb250ZW50Lg==:"],
            ":cHJldGVuZCB0aGlzIGlzIGJpbmFyeSBjb250ZW50Lg==:"
        ),
        (["?1"], "?1"), (["@1659578233"], "@1659578233"), (["a=1,a=2"], "a=2"), (["(a   b   c)"], "(a b c)"),
        (
            ["%\"This is intended for display to %c3%bcsers.\""],
            "%\"This is intended for display to %c3%bcsers.\""
        ),
    ]

    @Test(arguments: examples)
    func examplesOfTheTextAreWrittenInTheirOneForm(_ values: [String], _ expected: String) throws {
        #expect(try rewritten(values) == expected)
    }

    /// Whatever a stranger writes is refused or has one form, which is read as the same.
    @Test func whateverIsReadHasOneForm() throws {
        let alphabet = Array("ab*1209.-=;,:()?@%\"\\ AZ/+\t".unicodeScalars)
        var state: UInt64 = 1
        func chance(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var read = 0
        for _ in 0..<20_000 {
            var text = ""
            for _ in 0..<1 + chance(12) { text.unicodeScalars.append(alphabet[chance(alphabet.count)]) }
            guard let once = try? rewritten([text]) else { continue }
            read += 1
            #expect(try once.isEmpty || rewritten([once]) == once, "\(text)")
        }
        #expect(read > 100)
    }

    @Test func aFieldOfAThousandParametersIsRefusedSoon() {
        let parameters = (0..<1000).map { ";a\($0)" }.joined()
        #expect(throws: SignatureFault.malformed("signature-input")) {
            try SignatureParameters(field: "kawal=()" + parameters, label: "kawal")
        }
    }

    @Test(arguments: [
        "a,", ",a", "a b", "(a", "(a,b)", "\"a", "\"\\x\"", "\"é\"", "1.", "1.2345", "1234567890123456",
        ":a b:", "?2", "@1.5",
        "a=1,,b=2", "a;B=1", "=1", "\"a\tb\"", "1;", "a;;b", "%\"%C3%BC\"", "--1", "a=",
    ])
    func whatIsNoneIsRefused(_ value: String) {
        #expect(throws: SignatureFault.malformed("example")) { try rewritten([value]) }
    }

    @Test(arguments: [
        "\"Content-Type\"", "\"\"", "content-type", "\"a b\"", "\"@path\";sf", "\"@path\";bs", "\"a\";sf;bs",
        "\"a\";other",
        "\"a\";sf=?0", "\"a\";key", "\"@query-param\"", "\"a\";name=\"b\"", "\"a\" ", "\"a\";tr=1",
        "\"a\";sf;key=\"b\"",
        "\"@path\";tr", "\"a\"; sf",
    ])
    func identifiersHaveOneForm(_ text: String) {
        #expect(throws: SignatureFault.self) { try ComponentIdentifier(text) }
    }

    @Test func signatureParametersAreReadOrRefusedWhole() throws {
        let read = try SignatureParameters(
            field: #"a=("@path" "x";req);created=1;expires=2;nonce="n";keyid="k";alg="ed25519";tag="t";more"#,
            label: "a"
        )
        #expect(read.components.map(\.text) == ["\"@path\"", "\"x\";req"])
        #expect(read.created == 1 && read.expires == 2 && read.nonce == "n" && read.keyID == "k")
        #expect(read.algorithm == "ed25519" && read.tag == "t" && read.others == ["more"])
        for broken in [
            #"a=("@path" "@path")"#, #"a=("@path"  "x")"#, #"a=("@path"), a=("x")"#,
            #"a=("@path");created=1;created=1"#,
            #"a="@path""#, #"b=("@path")"#, #"a=(1)"#, "", #"a=("@path");created=01"#, #"a=("@path") "#,
        ] {
            #expect(throws: SignatureFault.self) { try SignatureParameters(field: broken, label: "a") }
        }
    }

    @Test func aComponentThatIsNotThereHasNoValue() throws {
        let response = ComponentSource(start: .response(status: 200), fields: FieldTable([]))
        for text in [
            "\"@path\"", "\"x\"", "\"@path\";req", "\"x\";tr", "\"x\";bs", "\"x\";key=\"a\"", "\"@unknown\"",
        ] {
            #expect(throws: SignatureFault.absent(text)) { try ComponentIdentifier(text).value(in: response) }
        }
        let trailers = FieldTable([HeaderLine(name: "Expires", value: "later")])
        let chunked = ComponentSource(
            start: .response(status: 200),
            fields: FieldTable([]),
            trailers: trailers
        )
        #expect(try ComponentIdentifier("\"expires\";tr").value(in: chunked) == "later")
    }

    @Test func aQueryParameterThatStandsTwiceCanNotBeCovered() throws {
        let source = ComponentSource(
            start: .request(method: "GET", scheme: "https", authority: "a.example", target: "/?a=1&a=2&b=3"),
            fields: FieldTable([])
        )
        #expect(throws: SignatureFault.self) {
            try ComponentIdentifier(#""@query-param";name="a""#).value(in: source)
        }
        #expect(try ComponentIdentifier(#""@query-param";name="b""#).value(in: source) == "3")
    }

    @Test func foldsAndBlanksAroundAValueAreNoPartOfIt() {
        let table = FieldTable([
            HeaderLine(name: "A", value: "  x\r\n   y\t"), HeaderLine(name: "a", value: "z"),
        ])
        #expect(table.values(of: "a") == ["x y", "z"] && table.combined("a") == "x y, z")
        #expect(table.single("a") == nil && table.combined("b") == nil)
    }
}
