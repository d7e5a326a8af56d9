"""A departure check: let go, put off and overturned, or a cry for help."""
import re

from playwright.sync_api import expect

from forms import fill, fill_facts, open_step, take
from morning import REASON, TheList
from paper import is_printed
from stage import CaseFile, Story, check, step


class Interview:
    """What an interviewer does with a referral, up to the own view."""

    def __init__(self, day, who, traveller):
        self.day, self.who, self.traveller = day, who, traveller
        self.listed = day.story(TheList)
        self.path = f"/rujukan/{self.listed.referrals[traveller.passport]}/wawancara"

    def begin(self):
        """Reads the rights and opens the case; nothing tells why."""
        page = self.day.at(self.who, self.path)
        self.is_blind(page)
        fill(page.locator("main form.step"), rights="read", language="jv")
        page.locator("main form.step button[type=submit]").click()
        page.wait_for_url("**/perkara/**")
        self.case = CaseFile(self.day, "departure", page.url)
        self.case.note("open", "begin")
        self.case.shows(page, "Diwawancarai")
        self.is_blind(page)

    def answer(self):
        """Saves an answer, leaves the page and finds it again."""
        words = "Ke sana dua tahun, bekerja di rumah makan."
        self.case.take(self.who, "answer", "Diwawancarai", answers_answer_1=words)
        self.day.at(self.who, "/antrean")
        expect(self.case.open(self.who).locator("#answer-answers-answer-1")).to_have_value(words)

    def lock(self, view):
        """Writes the own view with two facts of two sources; only then the reasons are shown."""
        page = self.case.open(self.who)
        self.is_blind(page)
        open_step(page, "lock")
        fill_facts(page, "lock")
        take(page, "lock", view=view, confidence=3)
        self.case.note("lock")
        self.case.shows(page, "Pendapat ditulis")
        expect(page.locator("main")).to_contain_text(REASON)
        expect(page.get_by_text("Alasan belum ditampilkan")).to_have_count(0)

    def is_blind(self, page):
        """Neither the check that holds nor its sentence stands anywhere on the page."""
        expect(page.get_by_text("Alasan belum ditampilkan")).to_be_visible()
        says = self.listed.reason[self.traveller.passport]
        text = page.locator("body").inner_text()
        check(says not in text and REASON not in text, "no reason before the own view", says)

    def waits(self, page):
        """The referral's or the case's line in a queue."""
        ids = [self.listed.referrals[self.traveller.passport]]
        if hasattr(self, "case"):
            ids.append(self.case.address.rsplit("/", 1)[1])
        return page.locator(", ".join(f"#rujukan a[href*='{one}']" for one in ids))


class Late(Story):
    """One is cleared by a paper that came late."""

    needs = (TheList,)

    @step("meja", "notes the visa that came late; the referral leaves the open queue")
    def visa_seen(self):
        traveller = self.day.late
        queue = self.day.at("wawancara", "/antrean")
        entry = Interview(self.day, "wawancara", traveller).waits(queue)
        expect(entry).to_have_count(1)
        expect(queue.locator("#sambungan")).to_contain_text("●")
        page = self.day.at("meja", "/konter")
        page.fill("#dokumen", traveller.passport)
        page.keyboard.press("Enter")
        expect(page.locator("#hasil")).to_have_attribute("data-advice", "refer")
        page.locator("#catat-dokumen summary").click()
        fill(page.locator("form[action='/konter/dokumen']"), berkas="visa", nomor="V-REKAAN-1",
             berlaku=f"{self.day.date.year + 2}-01-31")
        page.locator("form[action='/konter/dokumen'] button[type=submit]").click()
        expect(page.locator("#hasil")).not_to_have_attribute("data-advice", "refer")
        expect(entry).to_have_count(0)
        self.day.page("meja")

    @step("meja", "reads why the referral fell away")
    def fell(self):
        page = self.day.at("meja", "/rujukan")
        expect(page.locator("tr.withdrawn", has_text="Dokumen sudah dilihat petugas.")).to_have_count(1)


class LetGo(Story):
    """One is let go by the interviewer: one step without a form."""

    needs = (TheList,)

    @step("wawancara", "asks, writes an own view, sees the reasons")
    def interview(self):
        self.interview = Interview(self.day, "wawancara", self.day.let_go)
        self.interview.begin()
        self.interview.answer()
        self.interview.lock("proceed")

    @step("wawancara", "lets the traveller go in one step; the queue is rid of it")
    def proceed(self):
        form = open_step(self.interview.case.open("wawancara"), "proceed")
        asked = form.locator("input:not([type=hidden]), select, textarea")
        expect(asked).to_have_count(0)
        self.interview.case.take("wawancara", "proceed", "Lanjut")
        page = self.day.at("wawancara", "/antrean")
        expect(self.interview.waits(page)).to_have_count(0)


class PutOff(Story):
    """One is put off with a slip, objects, and the decision falls."""

    needs = (TheList,)
    CLAUSE = "UU 18/2017 pasal 13"

    @step("wawancara", "reads the rights; no reason is shown")
    def begin(self):
        self.interview = Interview(self.day, "wawancara", self.day.put_off)
        self.interview.begin()
        self.case = self.interview.case

    @step("wawancara-2", "is led to the interview that a colleague holds, as blind")
    def taken(self):
        page = self.day.at("wawancara-2", self.interview.path)
        check(page.url == self.case.address, "to be led to the running case", page.url)
        self.interview.is_blind(page)

    @step("wawancara", "saves the answers, locks the own view, then sees the reasons")
    def view(self):
        self.interview.answer()
        self.interview.lock("postpone")

    @step("wawancara", "proposes to put this departure off")
    def propose(self):
        self.case.take("wawancara", "propose", "Diusulkan", proposal="postpone", reason="P01", clause=self.CLAUSE)

    @step("meja", "reads blind: facts, no proposal; then sees it and agrees")
    def read(self):
        page = self.case.open("meja")
        expect(page.get_by_text("Usulan belum ditampilkan")).to_be_visible()
        expect(page.locator("main")).to_contain_text("Visa kerja belum tercatat.")
        blind = page.locator(".timeline").inner_text()
        check("P01" not in blind and self.CLAUSE not in blind, "no proposal before the own view", blind)
        page = self.case.take("meja", "read", "Sudah dibaca pembaca kedua", view="postpone")
        expect(page.locator(".timeline")).to_contain_text("P01")
        expect(page.locator(".timeline")).to_contain_text(self.CLAUSE)
        self.case.take("meja", "agree", "Ditunda", text="Sependapat: visa belum ada.")

    @step("regu", "gives the passport back against a receipt")
    def passport_back(self):
        self.case.take("regu", "return-passport", "Paspor kembali", receipt="T-0007")

    @step("wawancara", "prints the slip: at most two pages with the code")
    def slip(self):
        page = self.case.open("wawancara")
        page.get_by_role("link", name="Cetak surat").click()
        self.code = page.locator(".slip .number").inner_text().strip()
        expect(page.locator(".slip")).to_contain_text("T-0007")
        check(self.day.put_off.name not in page.locator(".slip").inner_text(), "no name on the slip", "the name")
        pdf = page.pdf(path=self.day.folder / "surat.pdf", format="A4")
        pages = len(re.findall(rb"/Type /Page\b", pdf))
        check(pages in (1, 2), "1 or 2 pages", pages)
        check(is_printed(self.code, pdf), f"the code {self.code} on paper", "a PDF without it")
        return f"{pages} pages"

    @step("meja", "hands the slip over")
    def hand_over(self):
        self.case.take("meja", "hand-slip", "Surat diterima")

    @step("pelintas", "objects at the slip's code, without an account")
    def objects(self):
        page = self.day.at("pelintas", "/s")
        page.fill("#kode", self.code.lower())
        page.keyboard.press("Enter")
        expect(page.locator("main")).to_contain_text("Surat diterima")
        check(self.day.put_off.passport not in page.content(), "no passport number on the code's page", "it is there")
        page.fill("#keberatan", "Visa saya sudah ada sejak kemarin.")
        page.get_by_role("button", name="Ajukan keberatan").click()
        expect(page.get_by_text("Keberatan Anda sudah diterima.")).to_be_visible()
        expect(page.locator("main")).to_contain_text("Keberatan menunggu jawaban")

    @step("peninjau", "of the other agency overturns; the case is nowhere any more")
    def overturn(self):
        page = self.case.open("peninjau")
        take(page, "overturn", reason="K01")
        check("/perkara/" not in page.url, "to be led away from the erased case", page.url)
        # Only that it fell is counted.
        self.day.taken = [one for one in self.day.taken if one[0] != self.case.address]
        self.case.note("overturn")

    @step("pelintas", "reads that the decision fell and was erased")
    def fallen(self):
        page = self.day.at("pelintas", "/s/" + self.code)
        expect(page.get_by_text("Keputusan dibatalkan dan dihapus")).to_be_visible()

    @step("wawancara", "finds no case, no referral, nothing in the queue")
    def gone(self):
        page = self.day.page("wawancara")
        case = self.case.address.removeprefix(self.day.address)
        for path in (case, case + "/surat", self.interview.path):
            status = page.goto(self.day.address + path).status
            check(status == 404, f"404 at {path}", status)
        expect(self.interview.waits(self.day.at("wawancara", "/antrean"))).to_have_count(0)


class Victim(Story):
    """One asks for help: the protection desk stands by, and a support case follows."""

    needs = (TheList,)

    @step("wawancara-2", "hears a cry for help and passes it on in one step")
    def ask_help(self):
        self.interview = Interview(self.day, "wawancara-2", self.day.victim)
        self.interview.begin()
        self.interview.answer()
        self.case = self.interview.case
        self.case.take("wawancara-2", "ask-help", "Didampingi meja pelindungan")

    @step("lindung", "finds it in the queue and stands by, with consent")
    def accompany(self):
        page = self.day.at("lindung", "/antrean")
        self.interview.waits(page).click()
        page.wait_for_url(self.case.address)
        self.case.take("lindung", "accompany", "Didampingi meja pelindungan", consent="given",
                       text="Ingin pulang ke rumah bibi.")

    @step("lindung", "opens the support that follows; the victim gets a token and a code")
    def support(self):
        self.support = self.case.follow("lindung", "support", "Pendampingan korban", "Dibuka",
                                        "Minta bantuan di wawancara.")
        page = self.day.page("lindung")
        expect(page.locator("main")).to_contain_text(self.day.victim.passport)
        self.token = page.locator(".facts .fact", has_text="Token korban").locator("dd").inner_text()
        self.code = re.search(r"Kode untuk korban: (\S+)\. ", page.locator("main").inner_text()).group(1)
        check(re.fullmatch(r"K(-\w{4}){2}", self.token), "a token", self.token)

    @step("lindung", "sets a task, and does it")
    def task(self):
        page = self.support.take("lindung", "task", "Dibuka", text="Periksa kesehatan",
                                 day=self.day.date.isoformat())
        expect(page.locator("section", has_text="Tugas").first).to_contain_text("Periksa kesehatan")
        form = open_step(page, "task-done")
        form.locator("select[name=task]").select_option(index=1)
        form.locator("button[type=submit]").click()
        self.support.note("task-done")
        expect(page.locator("main li", has_text="Periksa kesehatan").first).to_contain_text("selesai")

    @step("lindung", "screens it")
    def screen(self):
        self.support.take("lindung", "screen", "Disaring", text="Utang kepada perekrut, paspor dipegang orang lain.")

    @step("lindung", "can't plan against the person's word", alone=True)
    def no_consent(self):
        self.support.refused("lindung", "plan", "Periksa lagi: persetujuan orangnya.",
                             consent="refused", text="Rumah aman.")

    @step("lindung", "agrees on a plan with the person")
    def plan(self):
        self.support.take("lindung", "plan", "Rencana disepakati", consent="given", text="Rumah aman, lalu ke bibi.")

    @step("wawancara", "can't open the support case", alone=True)
    def closed(self):
        status = self.day.page("wawancara").goto(self.support.address).status
        check(status == 403, "403 for whoever doesn't work on support", status)
