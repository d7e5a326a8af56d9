import Testing
import Vocabulary

@Suite struct NoticeTests {
    private func notice(
        _ subject: Notice.Subject = .payer,
        immigration: String? = "sari",
        ministry: String? = "dewi",
        days: Int = 90
    ) -> Notice {
        var notice = Notice()
        notice.subject = subject
        notice.approvedByImmigration = immigration
        notice.approvedByMinistry = ministry
        notice.from = Day(year: 2026, month: 3, day: 1)
        notice.until = notice.from?.adding(days: days)
        return notice
    }

    @Test(arguments: [Notice.Subject.phone, .payer, .address])
    func `a contact holds once both agencies approved it and for 90 days at most`(_ subject: Notice.Subject) {
        #expect(notice(subject).contactGaps.isEmpty)
        #expect(notice(subject, days: 91).contactGaps == ["until"])
        #expect(notice(subject, days: -1).contactGaps == ["until"])
        #expect(notice(subject, immigration: nil).contactGaps == ["approved_by_immigration"])
        #expect(notice(subject, ministry: nil).contactGaps == ["approved_by_ministry"])
    }

    @Test func `one person's word in both cells is one approval`() {
        #expect(notice(ministry: "sari").contactGaps == ["approved_by_ministry"])
    }

    @Test(arguments: [Notice.Subject.cegah, .rednotice, .destination, .agency])
    func `other notices need no second agency`(_ subject: Notice.Subject) {
        #expect(notice(subject, immigration: nil, ministry: nil, days: 400).contactGaps.isEmpty)
    }
}
