"""Somebody who left is missed at home, found by a mission, and brought home."""
import re

from playwright.sync_api import expect

from departure import LetGo
from stage import CaseFile, Story, check, step


class Missing(Story):
    """The family asks; the mission finds the worker, who agrees that they are told."""

    needs = (LetGo,)

    @step("meja", "takes the family's question: a code says how it stands")
    def ask(self):
        self.case = CaseFile.opened(self.day, "meja", "search", "Dicari", "Tidak ada kabar sejak tiba.",
                                    self.day.let_go.passport, counterpart="Kakak Rekaan, saudara", reason="C01")
        page = self.day.page("meja")
        self.code = re.search(r"Kode untuk yang mencari: (\S+)\. ", page.locator("main").inner_text()).group(1)

    @step("keluarga", "reads that the worker is sought")
    def sought(self):
        self._says("Dicari")

    @step("atase", "looks")
    def look(self):
        self.case.take("atase", "look", "Dicari", text="Ditanyakan di dua rumah aman.")

    @step("atase", "finds the worker, who agrees that the family is told")
    def find(self):
        self.case.take("atase", "find", "Ditemukan", consent="given", text="Di rumah aman Rekaan, ingin pulang.")

    @step("keluarga", "reads that the worker is found, and not where")
    def found(self):
        page = self._says("Ditemukan")
        check("rumah aman" not in page.content(), "no place on the asker's page", "the place")

    @step("atase", "tells the family what the worker agreed to")
    def tell(self):
        self.case.take("atase", "tell", "Ditemukan, sudah disampaikan", text="Sehat, pulang pekan ini.")

    def _says(self, word):
        page = self.day.at("keluarga", "/s/" + self.code)
        expect(page.locator("main section.panel strong").first).to_have_text(word)
        check(self.day.let_go.passport not in page.content(), "no passport number", "it is there")
        return page


class Correction(Story):
    """A record was wrong: whoever met it reports it, the register's owner puts it right and tells."""

    @step("petugas", "reports a record that is wrong")
    def report(self):
        self.case = CaseFile.opened(self.day, "petugas", "correction", "Dilaporkan keliru",
                                    "Tanggal lahir di paspor lain dari di daftar.",
                                    self.day.let_go.passport, reason="X02")

    @step("meja", "checks it, puts it right and tells the person")
    def mend(self):
        self.case.take("meja", "check", "Diperiksa pemilik data")
        self.case.take("meja", "correct", "Sudah diperbaiki", reference="BA/12", text="Sesuai akta.")
        self.case.take("meja", "tell", "Orangnya sudah diberi tahu", counterpart="Pelintas dan imigrasi")


class WayHome(Story):
    """Shelter, a travel document of two hands, the way home and the hand-over at debarkation."""

    needs = (Missing,)

    @step("atase", "takes the worker in, identifies and assesses")
    def assess(self):
        self.case = CaseFile.opened(self.day, "atase", "abroad", "Diterima", "Paspor dipegang majikan.",
                                    self.day.let_go.passport)
        self.case.take("atase", "identify", "Identitas pasti", text="Sidik jari dan wawancara.")
        self.case.take("atase", "assess", "Dinilai", text="Upah tiga bulan belum dibayar.", reason="B07")

    @step("atase", "offers shelter, with consent")
    def shelter(self):
        self.case.take("atase", "shelter", "Di rumah aman", consent="given", counterpart="Rumah aman Rekaan")

    @step("konsul", "has both attachés' roles and asks for a travel document")
    def request(self):
        self.case.take("konsul", "request", "SPLP diminta", reason="B01")

    @step("konsul", "can't issue what the same account asked for")
    def one_hand(self):
        self.case.refused("konsul", "issue", "Langkah ini perlu orang lain.", reference="SPLP/0")

    @step("atase", "can't issue: the form is the immigration attaché's")
    def not_theirs(self):
        forms = self.case.forms("atase")
        check("issue" not in forms, "no form to issue", forms)
        page = self.day.page("atase")
        token = page.locator("input[name=csrf]").first.get_attribute("value")
        moves = page.locator(".timeline tbody tr").count()
        sent = {"csrf": token, "langkah": str(moves), "reference": "SPLP/0"}
        answer = page.request.post(self.case.address + "/issue", form=sent, headers={"Origin": self.day.address})
        check("Langkah itu tugas peran lain." in answer.text(), "the step refused", answer.status)
        self.case.shows(self.case.open("atase"), "SPLP diminta")

    @step("atase-imigrasi", "issues it")
    def issue(self):
        self.case.take("atase-imigrasi", "issue", "SPLP terbit", reference="SPLP/1")

    @step("atase", "records the way home")
    def repatriate(self):
        self.case.take("atase", "repatriate", "Dipulangkan", day=self.day.date.isoformat(),
                       reference="QK818")

    @step("meja", "receives the worker at debarkation and hands over")
    def hand_over(self):
        self.case.take("meja", "hand-over", "Diserahkan di debarkasi", counterpart="Desa Migran Emas Rekaan")

    @step("meja", "can't name the worker's village against the worker's word", alone=True)
    def not_asked(self):
        self.case.refused("meja", "to-village", "Periksa lagi: persetujuan orangnya.", consent="refused",
                          village="35.21.01.2001", counterpart="Satgas desa")

    @step("meja", "hands over to the village, with consent")
    def village(self):
        self.case.take("meja", "to-village", "Diterima desa", consent="given", village="35.21.01.2001",
                       counterpart="Satgas Desa Migran Emas")

    @step("meja", "closes the case; no list holds it")
    def close(self):
        self.case.take("meja", "close", "Selesai", reason="B08")
        page = self.day.at("meja", "/perkara?jenis=abroad")
        expect(page.locator(f"a[href$='{self.case.address.rsplit('/', 1)[1]}']")).to_have_count(0)
