import Intake
import Testing
import Vocabulary

@Suite struct DiagnosticCodeTests {
    @Test func `every code is listed once and says what to do`() {
        let codes = DiagnosticCode.all
        #expect(Set(codes.map(\.code)).count == codes.count)
        #expect(
            Set(codes.map(\.code)).isSuperset(of: ["RULE-CELL", "REF-COLUMN", "FILE-LIST", "LIST-DEPARTURE"])
        )
        for code in codes {
            #expect(code.code.allSatisfy { $0.isUppercase || $0 == "-" || $0.isNumber }, "\(code.code)")
            #expect(code.meaning.hasSuffix("."))
            #expect(code.remedy.hasSuffix("."))
        }
    }
}
