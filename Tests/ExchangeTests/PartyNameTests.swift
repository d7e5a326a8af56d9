import Exchange
import Testing

@Suite struct PartyNameTests {
    @Test(arguments: ["id/imigrasi/simkim", "id/kp2mi/siskop2mi", "a", "id/x+y/(z)=1.0,'q'"])
    func namesOfAgencysSitesAreRead(_ text: String) { #expect(PartyName(text)?.text == text) }

    @Test(arguments: [
        "", "/", "id//x", "id/x/", "id/x y", "id/é", "id/x\"", "id/x\n", String(repeating: "a", count: 101),
    ])
    func othersAreNone(_ text: String) { #expect(PartyName(text) == nil) }
}
