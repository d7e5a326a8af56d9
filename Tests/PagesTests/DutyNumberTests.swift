import Testing
import Vocabulary

@testable import Pages

/// Whom to call when the machine fails.
@Suite struct DutyNumberTests {
    private func frame(_ number: String? = "021-5550 (0123)", silent: Bool = false) -> Frame {
        var frame = Samples.frame()
        frame.dutyNumber = number.flatMap(DutyNumber.init)
        if silent { frame.feeds = [FeedReach(name: "SiskoP2MI", state: .down)] }
        return frame
    }

    private func text(_ page: any Page, _ frame: Frame) -> String {
        String(decoding: frame.render(page), as: UTF8.self)
    }

    private func shown(_ page: any Page, _ frame: Frame) throws -> Int {
        try Markup(text(page, frame)).elements.filter {
            $0.attributes["href"] == "tel:02155500123" && $0.attributes["hidden"] == nil
        }.count
    }

    private let machine: [FaultModel.Kind] = [.broken, .unavailable, .diskFull]
    private let people: [FaultModel.Kind] = [
        .notFound, .noPermission, .staleForm, .unreadable, .tooLarge(maximumMegabytes: 1),
        .slowDown(seconds: 1),
    ]

    @Test func `the machine's own failures name it, and nobody else's do`() throws {
        for kind in machine { #expect(try shown(FaultModel(kind, code: "K"), frame()) == 1, "\(kind)") }
        for kind in people { #expect(try shown(FaultModel(kind, code: "K"), frame()) == 0, "\(kind)") }
    }

    @Test func `a silent feed names it on board and status, and a page that is well only hides it`() throws {
        let board = Samples.board(flights: 1)
        #expect(try shown(board, frame()) == 0)
        #expect(text(board, frame()).contains("id=\"piket\" hidden"))
        #expect(try shown(board, frame(silent: true)) == 2)
        var status = Samples.status
        status.feeds = [FeedReach(name: "SiskoP2MI", state: .stale)]
        #expect(try shown(status, frame()) == 1)
        (status.feeds, status.faults) = ([], [.ledgerCut])
        #expect(try shown(status, frame()) == 1)
    }

    @Test func `where no number is set nothing is shown`() {
        for page in [FaultModel(.broken, code: "K"), Samples.board(flights: 1), Samples.status] as [any Page]
        {
            #expect(!text(page, frame(nil, silent: true)).contains("tel:"))
        }
    }

    @Test(arguments: [
        ("110", true), ("+62 21 5550 0123", true), ("021-5550.0123", true), ("12", false), ("", false),
        ("021;ext=1", false), ("javascript:alert(1)", false), ("0812+3", false), ("1234567890123456", false),
    ])
    func `a number is digits and what people write between them`(text: String, isOne: Bool) {
        #expect((DutyNumber(text) != nil) == isOne)
    }
}
