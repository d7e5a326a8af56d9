"""The beginning of the day: everybody signs in, a shift is set, and a list refers a group."""
import time

from playwright.sync_api import expect

import people
from forms import fill, first_sign_in
from stage import Step, Story, check, step

ACCOUNTS = {
    "petugas": ["border"], "wawancara": ["interviewer"], "wawancara-2": ["interviewer"], "regu": ["supervisor"],
    "meja": ["helpdesk"], "peninjau": ["reviewer", "--agency", "ministry"], "lindung": ["protection"],
    "penyidik": ["investigator"], "polisi": ["guest", "--agency", "police"],
    "jaksa": ["guest", "--agency", "prosecutor"], "atase": ["protection-attache"],
    "atase-imigrasi": ["immigration-attache"],
}
# How every page prints the check that holds for whoever stands on the list.
REASON = "D02 · "
# A mission's small office, where one person does both attachés' work.
BOTH_ATTACHES = {"konsul": ["protection-attache", "--role", "immigration-attache", "--agency", "immigration"]}


class SigningIn(Story):
    """Everybody has an account of their own; the supervisor sets the shift."""

    def steps(self):
        def sign_in(name):
            return lambda story: story.sign_in(name)
        accounts = [Step(name, "signs in and changes the one-time password", sign_in(name), alone=True)
                    for name in self.day.passwords]
        return accounts + super().steps()

    def sign_in(self, name):
        page = self.day.page(name)
        first_sign_in(page, self.day.address, name, self.day.passwords[name])
        expect(page.locator("header")).to_contain_text(name)
        expect(page.locator("body")).to_contain_text("LATIHAN")

    @step("regu", "sets the shift, the other agency on duty", alone=True)
    def shift(self):
        page = self.day.at("regu", "/jadwal")
        fill(page.locator("form[action='/jadwal']"), hari=self.day.date.isoformat(), buka="00:00", lama=24,
             pewawancara=2, tempat=40, perkiraan=4000, mitra="yes")
        page.get_by_role("button", name="Simpan jadwal").click()
        row = page.locator("tbody tr")
        expect(row).to_have_count(1)
        expect(row.locator("td").last).to_have_text("Ya")


WATCH = """selector => {
    window.seenAt = {};
    const note = () => document.querySelectorAll(selector).forEach((mark) => {
        window.seenAt[mark.getAttribute('href')] ??= Date.now();
    });
    note();
    new MutationObserver(note).observe(document.body, { childList: true, subtree: true });
}"""


class TheList(Story):
    """A list refers a group that one payer sends; a later one drops whoever doesn't fly."""

    WATCHERS = {"regu": "/papan", "meja": "/rujukan", "wawancara": "/antrean"}

    @step("meja", "sees no referral yet; board and queue are open and connected")
    def watch(self):
        for who, path in self.WATCHERS.items():
            page = self.day.at(who, path)
            expect(page.locator("#sambungan")).to_contain_text("●")
            expect(page.locator("a.referral")).to_have_count(0)
            page.evaluate(WATCH, "a.referral")

    @step("petugas", "sends the carrier's list through Manifes")
    def send(self):
        group = self.day.group
        sent_at = self._send("list-1.edi", group)
        expect(self.day.page("petugas").locator("main")).to_contain_text(f"{len(group)} pelintas")
        seconds = {}
        for who in self.WATCHERS:
            page = self.day.page(who)
            expect(page.locator("a.referral")).to_have_count(len(group))
            times = page.evaluate("Object.values(window.seenAt)")
            seconds[who] = max(times) / 1000 - sent_at
        check(seconds["meja"] < 1, "the last referral on the desk's screen within 1 s", f"{seconds['meja']:.2f} s")
        self.day.page("meja")
        return f"{len(group)} referrals, seen after " + ", ".join(f"{s:.2f} s ({who})" for who, s in seconds.items())

    @step("meja", "opens each referral: the document, what is missing, what mends it")
    def reasons(self):
        self.referrals, self.reason = {}, {}
        links = self.day.page("meja").eval_on_selector_all("a.referral", "all => all.map(a => a.href)")
        for link in links:
            page = self.day.at("meja", link)
            text = page.locator("main").inner_text()
            passport = next((one.passport for one in self.day.group if one.passport in text), None)
            check(passport, "a passport of the list", text[:200])
            self.referrals[passport] = link.rsplit("/", 1)[1]
            self.reason[passport] = page.locator(".columns li, .findings li").first.inner_text().split("\n")[0]
            expect(page.locator("main")).to_contain_text(REASON)
        check(len(self.referrals) == len(self.day.group), "a referral for each", self.referrals)
        return self.reason[self.day.group[0].passport]

    @step("petugas", "sends the closing list, without one who doesn't fly")
    def later(self):
        gone = self.day.group[-1]
        queue = self.day.at("wawancara", "/antrean")
        entry = queue.locator(f"a[href*='{self.referrals[gone.passport]}']")
        expect(entry).to_have_count(1)
        expect(queue.locator("#sambungan")).to_contain_text("●")
        self._send("list-2.edi", self.day.group[:-1])
        expect(entry).to_have_count(0)
        line = self.day.at("meja", "/rujukan").locator("tr.withdrawn")
        expect(line).to_have_count(1)
        expect(line).to_contain_text("Pelintas tidak ada lagi di daftar.")

    def _send(self, name, group):
        """Sends a list on the page; returns when it was sent."""
        path = self.day.folder / name
        path.write_text(people.passenger_list(group, self.day.departs_at, self.day.destination, self.day.now()))
        page = self.day.at("petugas", "/manifes")
        page.set_input_files("input[type=file]", path)
        sent_at = time.time()
        page.locator("main form button[type=submit]").first.click()
        page.wait_for_url("**/manifes/**")
        return sent_at
