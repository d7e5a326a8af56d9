import Exchange
import Testing
import Vocabulary

@Suite struct SlipProofTests {
    private let code = "0123-4567-89AB-CDEF"

    @Test func `a slip's proof says who issued it and for which departure, and fits that slip alone`() throws
    {
        let signer = try PassSamples.signer(of: "id/imigrasi/simkim")
        let proof = try #require(SlipProof(ofCode: code, departsOn: PassSamples.today))
        let text = try proof.text(signedBy: signer)
        let read = try SlipProof.read(text, keys: [signer.key])
        #expect(read.proof == proof && read.key.issuer.text == "id/imigrasi/simkim")
        #expect(read.proof.departsOn == PassSamples.today)
        #expect(read.proof.belongs(toCode: code))
        #expect(!read.proof.belongs(toCode: "0123-4567-89AB-CDEG"))
        #expect(!text.contains("0123456789ABCDEF") && text.utf8.count <= 146)
    }

    @Test func `a pass is no slip and a slip no pass, though one key signs both`() throws {
        let signer = try PassSamples.signer()
        let slip = try #require(SlipProof(ofCode: code, departsOn: PassSamples.today)).text(signedBy: signer)
        let pass = try PassSamples.pass().text(signedBy: signer)
        #expect(throws: PassFault.notAPass) { try SlipProof.read(pass, keys: [signer.key]) }
        #expect(throws: PassFault.notAPass) { try WorkerPass.read(slip, keys: [signer.key], longestDays: 90) }
        let disguised = "KWLS1" + pass.dropFirst(5)
        #expect(throws: PassFault.unreadable) { try SlipProof.read(disguised, keys: [signer.key]) }
    }

    @Test func `a changed day is not believed`() throws {
        let signer = try PassSamples.signer()
        let proof = try #require(SlipProof(ofCode: code, departsOn: PassSamples.today))
        var signs = Array(try proof.text(signedBy: signer).utf8)
        signs[22] = signs[22] == 0x41 ? 0x42 : 0x41
        #expect(throws: PassFault.altered) {
            try SlipProof.read(String(decoding: signs, as: UTF8.self), keys: [signer.key])
        }
    }
}
