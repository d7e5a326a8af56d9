import Crypto
import Testing
import Vocabulary

@testable import Exchange

@Suite struct WorkerPassTests {
    private let signer: PassSigner
    private let text: String

    init() throws {
        signer = try PassSamples.signer()
        text = try PassSamples.pass().text(signedBy: signer)
    }

    private func read(_ text: String, keys: [PassKey]? = nil) throws(PassFault) -> WorkerPass {
        try WorkerPass.read(text, keys: keys ?? [signer.key], longestDays: 90).pass
    }

    @Test(arguments: Scheme.allCases)
    func `a pass is read as it was signed`(scheme: Scheme) throws {
        let pass = try PassSamples.pass(scheme: scheme)
        #expect(try read(pass.text(signedBy: signer)) == pass)
        #expect(pass.scheme == scheme && pass.destination.text == "HKG")
    }

    @Test func `a text fits a code of version 6 at level M and needs no sign but letters and digits`() {
        #expect(text.utf8.count == 146)
        #expect(text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) })
    }

    @Test func `blanks, dashes, line ends and small letters don't matter`() throws {
        let shown = text.lowercased().enumerated().map {
            ($0.offset % 4 == 3 ? "\($0.element)- \r\n" : "\($0.element)")
        }
        #expect(try read(shown.joined()) == PassSamples.pass())
    }

    @Test func `no sign of a text can be another`() throws {
        let signs = Array(text.utf8)
        var refused = 0
        for place in signs.indices {
            for other in "07AHZ".utf8 where other != signs[place] {
                var changed = signs
                changed[place] = other
                #expect(throws: PassFault.self) { try read(String(decoding: changed, as: UTF8.self)) }
                refused += 1
            }
        }
        #expect(refused > 500)
    }

    @Test func `a cut text is told as such, another's key as another's`() throws {
        #expect(throws: PassFault.unreadable) { try read(String(text.dropLast())) }
        #expect(throws: PassFault.unreadable) { try read(text + "0") }
        #expect(throws: PassFault.notAPass) { try read("P<IDNSITI<<LENGKAP") }
        #expect(throws: PassFault.notAPass) { try read("") }
        #expect(throws: PassFault.newer) { try read("KWLP2" + text.dropFirst(5)) }
        #expect(throws: PassFault.unknownKey) { try read(text, keys: []) }
        #expect(throws: PassFault.unknownKey) { try read(text, keys: [PassSamples.signer(9).key]) }
        #expect(throws: PassFault.notAPass) { try read(text + String(repeating: " ", count: 400)) }
    }

    @Test func `a key signs on its days only, and for no longer than the rules allow`() throws {
        let today = PassSamples.today
        let ended = try PassSamples.signer(until: today.adding(days: -1))
        #expect(throws: PassFault.keyNotInForce) { try read(text, keys: [ended.key]) }
        let later = try PassSamples.signer(from: today.adding(days: 1))
        #expect(throws: PassFault.keyNotInForce) { try read(text, keys: [later.key]) }
        let long = try PassSamples.pass(days: 91).text(signedBy: signer)
        #expect(throws: PassFault.tooLong) { try read(long) }
    }

    @Test func `a pass of an earlier key is read after a rotation`() throws {
        let next = try PassSamples.signer(8, from: PassSamples.today.adding(days: 1))
        #expect(try read(text, keys: [next.key, signer.key]) == PassSamples.pass())
    }

    @Test func `whoever has the passport sees that it is the holder's, and no other document fits`() throws {
        let pass = try PassSamples.pass()
        let born = try #require(Day(year: 1995, month: 3, day: 17))
        let document = try #require(PassportNumber("X9000001"))
        #expect(pass.belongs(to: document, bornOn: born))
        #expect(!pass.belongs(to: document, bornOn: born.adding(days: 1)))
        let others = (2...2000).compactMap { PassportNumber("X90\(100_000 + $0)") }
        #expect(others.count { pass.belongs(to: $0, bornOn: born) } == 0)
    }

    @Test func `the same holder's two passes have no binding in common`() throws {
        let one = try PassSamples.pass(PassSamples.number(3))
        let other = try PassSamples.pass(PassSamples.number(4))
        #expect(one.binding != other.binding)
    }

    @Test func `the text holds nothing of document and birth date but twenty bits`() throws {
        // Another holder's pass of the same number differs in the binding alone.
        let one = try PassSamples.pass().content
        let other = try PassSamples.pass(document: "X9000002").content
        #expect(Array(one.prefix(17)) == Array(other.prefix(17)))
        #expect(one[17] < 16 && other[17] < 16 && one.count == 20)
    }

    @Test func `days that can't be written make no pass`() throws {
        for (from, days) in [(-900, 90), (0, 300), (0, 0)] as [(Int, Int)] {
            let first = from < 0 ? Day(number: 18_000) : PassSamples.today
            let document = try #require(PassportNumber("X1"))
            let pass = WorkerPass(
                try PassSamples.number(),
                scheme: .crew,
                destination: .indonesia,
                from: first,
                until: first.adding(days: days - 1),
                for: document,
                bornOn: first
            )
            #expect(pass == nil)
        }
    }

    @Test func `a text that begins as a pass claims to be one`() {
        #expect(WorkerPass.isClaimed(by: text) && WorkerPass.isClaimed(by: "kwlp9zz"))
        #expect(!WorkerPass.isClaimed(by: "X9000001") && !WorkerPass.isClaimed(by: "KWLP"))
        #expect(!SlipProof.isClaimed(by: text))
    }
}
