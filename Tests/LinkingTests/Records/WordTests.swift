@testable import Linking
import Testing
import Vocabulary

@Suite struct WordTests {
    private func fold(_ text: String) -> [UInt8] {
        let folded = PlainRow<UInt8>()
        Array(text.utf8).withUnsafeBufferPointer { TextFold.fold($0, into: folded) }
        return Array(folded.buffer)
    }

    private func sound(_ word: String) -> [UInt8] { fold(word).withUnsafeBufferPointer(WordSound.of) }

    @Test(arguments: [
        ("SOEKARTI", "SUKARTI"), ("DJOKO", "JOKO"), ("TJAHJA", "CAHYA"), ("JAYA", "DJAJA"),
        ("MOHAMMAD", "MOHAMAD"),
        ("RACHMAT", "RAHMAT"), ("SYARIFAH", "SARIFA"), ("FATIMAH", "FATIMA"), ("NOERHAJATI", "NURHAYATI"),
        ("AZIZ", "ASIS"), ("YUSUF", "JOESOEF"), ("WAHYOEDI", "WAHYUDI"), ("SITTI", "SITI"),
        ("TAUFIQ", "TAUFIK"), ("GANJAR", "GANDJAR"),
    ])
    func `words that sound or were once spelt alike have one sound`(one: String, other: String) {
        #expect(sound(one) == sound(other))
    }

    @Test(arguments: [
        ("SITI", "SUTI"), ("BUDI", "BUDIMAN"), ("AGUS", "BAGUS"), ("RATNA", "RATNO"), ("DEWI", "DEWA"),
    ])
    func `other words are not`(one: String, other: String) {
        #expect(sound(one) != sound(other))
    }

    @Test(arguments: [
        ("Müller", "muller"), ("  SITI--AMINAH ", "siti aminah"), ("O'NEIL", "oneil"), ("Straße", "strasse"),
    ])
    func `marks, case and punctuation are folded`(text: String, folded: String) {
        #expect(String(decoding: fold(text), as: UTF8.self) == folded)
    }

    private func isOneEdit(_ one: String, _ other: String) -> Bool {
        Array(one.utf8).withUnsafeBufferPointer { one in
            Array(other.utf8).withUnsafeBufferPointer { TextDistance.isOneEdit(one, $0) }
        }
    }

    @Test(arguments: [
        ("siti", "siti"), ("siti", "sitti"), ("siti", "sit"), ("siti", "sati"), ("siti", "isti"), ("", "a"),
    ])
    func `one slip is one edit`(one: String, other: String) {
        #expect(isOneEdit(one, other))
        #expect(isOneEdit(other, one))
    }

    @Test(arguments: [("siti", "satu"), ("siti", "siti a"), ("ab", "ba c"), ("abcd", "badc")])
    func `two are not`(one: String, other: String) {
        #expect(!isOneEdit(one, other))
    }

    @Test(arguments: [
        ("MARTHA", "MARHTA", 0.9611), ("DIXON", "DICKSONX", 0.8133), ("DWAYNE", "DUANE", 0.84), ("A", "B", 0),
    ])
    func `likeness is that of Jaro and Winkler`(one: String, other: String, expected: Double) {
        let found = Array(one.utf8).withUnsafeBufferPointer { one in
            Array(other.utf8).withUnsafeBufferPointer { TextDistance.jaroWinkler(one, $0) }
        }
        #expect(abs(found - expected) < 0.0001)
    }

    @Test(arguments: [
        (19_800_701, 19_800_107, 2), (19_800_701, 19_800_702, 3), (19_800_701, 19_800_714, 4),
        (19_800_701, 19_930_701, 5), (19_801_231, 19_800_414, 6), (19_800_701, 19_931_112, 7),
    ])
    func `dates are alike in this order`(one: UInt64, other: UInt64, level: Int) {
        #expect(LinkageLevels.date(one, other) == level)
    }
}
