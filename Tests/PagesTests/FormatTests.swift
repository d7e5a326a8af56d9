import Testing
import Vocabulary

@testable import Pages

@Suite struct FormatTests {
    private let indonesian = Samples.frame()
    private let english = Samples.frame(.english)

    @Test(arguments: [
        (0, "0", "0"), (7, "7", "7"), (999, "999", "999"), (4212, "4.212", "4,212"),
        (-1_234_567, "-1.234.567", "-1,234,567"),
    ])
    func `thousands are grouped as the language does`(value: Int, first: String, second: String) {
        #expect(indonesian.number(value) == first)
        #expect(english.number(value) == second)
    }

    @Test func `money is written with Rp and without a blank`() {
        #expect(indonesian.rupiah(4_000_000) == "Rp4.000.000")
    }

    @Test(arguments: [
        ("2026-03-01", "1 Maret 2026", "1 March 2026"), ("2026-08-17", "17 Agustus 2026", "17 August 2026"),
    ])
    func `a date has its month in words`(day: String, first: String, second: String) throws {
        let day = try #require(Day(day))
        #expect(indonesian.day(day) == first)
        #expect(english.day(day) == second)
    }

    @Test(arguments: [
        (Zone.wib, "14.05 WIB"), (.wita, "15.05 WITA"), (.wit, "16.05 WIT"), (.utc, "07.05 UTC"),
    ])
    func `a time names its zone`(zone: Zone, text: String) throws {
        var frame = indonesian
        frame.zone = zone
        #expect(frame.timeOfDay(try #require(Moment("2026-03-01T07:05:00Z"))) == text)
    }

    @Test func `a moment of another day carries its date, also across midnight at the post`() throws {
        // 23.30 WIB on 1 March is still the day on which the page is made; 23.30 of the day before is not.
        #expect(indonesian.moment(try #require(Moment("2026-03-01T16:30:00Z"))) == "23.30 WIB")
        #expect(indonesian.moment(try #require(Moment("2026-02-28T16:30:00Z"))) == "28 Feb 2026 23.30 WIB")
    }

    @Test(arguments: [
        (5, "baru saja", "just now"), (60, "1 menit lalu", "1 minute ago"),
        (12 * 60, "12 menit lalu", "12 minutes ago"),
        (3600, "1 jam lalu", "1 hour ago"), (2 * 86_400, "2 hari lalu", "2 days ago"),
        (-30, "baru saja", "just now"),
    ])
    func `age is told in its largest unit`(seconds: Int, first: String, second: String) {
        let moment = indonesian.now.adding(seconds: -seconds)
        #expect(indonesian.age(moment) == first)
        #expect(english.age(moment) == second)
    }

    @Test func `values are filled in where they are marked, in order`() {
        #expect("{} dari {}".filled("4", "6") == "4 dari 6")
        #expect("{} dari {}".filled("{}", "6") == "{} dari 6")
        #expect("tanpa".filled("4") == "tanpa")
    }
}
