"""The payer of a group becomes a criminal case, and the case a bundle that anybody can verify."""
import subprocess

from playwright.sync_api import expect

import people
from departure import Victim
from forms import claim
from stage import CaseFile, Story, check, step


class Enforcement(Story):
    """From a tip to P-21, and the bundle out of the house; the victim is a token until two people open a name."""

    needs = (Victim,)

    @step("lindung", "opens the payer's case after the victim's: a token goes along, no name")
    def tip(self):
        self.victim = self.day.story(Victim)
        self.case = self.victim.support.follow("lindung", "enforcement", "Penindakan", "Informasi awal",
                                               f"{people.PAYER} membayar tiket satu rombongan.")
        self.is_nameless("lindung")

    @step("penyidik", "takes the case; no page tells who the victim is")
    def own(self):
        page = self.case.take("penyidik", "own", "Informasi awal")
        expect(page.locator(".facts .fact", has_text="Pemegang").locator("dd")).to_have_text("penyidik")
        self.is_nameless("penyidik")
        status = page.goto(self.victim.support.address).status
        check(status == 403, "403 at the victim's support", status)
        mine = self.day.at("penyidik", "/perkara?jenis=enforcement&milik-saya=yes")
        expect(mine.locator("tbody a")).to_have_count(1)

    @step("penyidik", "asks who the victim is")
    def ask(self):
        page = self.case.take("penyidik", "ask-reveal", "Informasi awal", request=self.victim.token, reason="E30",
                              text="Dipanggil sebagai saksi.")
        self.request = self.case.address.rsplit("/", 1)[1] + f"#{page.locator('.timeline tbody tr').count()}"
        self.is_nameless("penyidik")

    @step("lindung", "can't answer without the victim's word")
    def not_yet(self):
        self.victim.support.refused("lindung", "reveal", "Lengkapi dahulu: pasal, nomor surat atau laporan.",
                                    request=self.request, reason="D10")

    @step("lindung", "records that the victim agrees, and answers")
    def reveal(self):
        self.victim.support.take("lindung", "consent", "Rencana disepakati", purpose="enforcement",
                                 consent="given")
        self.victim.support.take("lindung", "reveal", "Rencana disepakati",
                                 request=self.request, reason="D10")

    @step("korban", "reads at the code who was told")
    def told(self):
        page = self.day.at("korban", "/s/" + self.victim.code)
        expect(page.locator("main")).to_contain_text("Korban setuju identitasnya diketahui penyidik")
        expect(page.locator("main")).to_contain_text("Imigrasi")
        check(self.day.victim.passport not in page.content(), "no passport number", "it is there")

    @step("penyidik", "reads the name; whoever hasn't asked reads the token")
    def knows(self):
        expect(self.case.open("penyidik").locator("main")).to_contain_text(self.day.victim.passport)
        self.is_nameless("lindung")

    def is_nameless(self, who):
        """The token stands on the case, the name and the passport don't."""
        page = self.case.open(who)
        expect(page.locator("main")).to_contain_text(self.victim.token)
        text = page.content()
        for told in (self.day.victim.passport, self.day.victim.name):
            check(told not in text, "a token alone", told)

    @step("penyidik", "verifies it")
    def verify(self):
        self.case.take("penyidik", "verify", "Diverifikasi", text="Tiga saksi dari dua pos.")

    @step("penyidik", "draws a claim out of the group's tickets, no traveller in it: one source is no ring")
    def first_claim(self):
        page = self.day.at("penyidik", "/jaringan/pemesanan")
        page.fill("#kode", people.LOCATOR.lower())
        page.locator("input[name=guna]").first.check()
        page.keyboard.press("Enter")
        expect(page.locator("input[name=klaim]")).to_have_count(1)
        for traveller in self.day.group:
            check(traveller.name not in page.content(), "no traveller", "a name")
        page.locator("input[name=klaim]").check()
        page.fill("#lain", "Mungkin biro kecil tanpa izin.")
        page.locator("form[action$='/catat'] button[type=submit]").click()
        page.wait_for_load_state()
        expect(self.day.at("penyidik", "/jaringan").get_by_text("Belum ada cincin.")).to_be_visible()

    @step("penyidik", "records a second source: the ring is drawn")
    def ring(self):
        page = self.day.at("penyidik", "/jaringan")
        claim(page, ("recruiter", "Pak Rekaan"), ("phone", people.PHONE), "LP/2")
        page.get_by_role("link", name="Cincin 1").click()
        expect(page.get_by_role("img", name="Bagan 3 simpul dan 2 klaim")).to_be_visible()

    @step("penyidik", "adds a photograph, digested on the device")
    def evidence(self):
        photograph = self.day.folder / "foto.jpg"
        photograph.write_bytes(b"\xff\xd8\xff\xe0rekaan")
        page = self.case.open("penyidik")
        page.locator("summary", has_text="Tambah barang bukti").click()
        page.set_input_files("#bukti-berkas", photograph)
        expect(page.locator("input[name=sidik]")).not_to_have_value("")
        page.get_by_role("button", name="Simpan barang bukti").click()
        expect(page.get_by_text("sidik jari dari perangkat")).to_be_visible()

    @step("penyidik", "shows act, means and purpose")
    def elements(self):
        for element, text in {"act": "Direkrut lewat grup pesan.", "means": "Dijanjikan visa kerja yang tidak ada.",
                              "purpose": "Upah dipotong untuk utang."}.items():
            page = self.case.take("penyidik", "element", "Diverifikasi", element=element, text=text)
            expect(page.locator(".timeline")).to_contain_text(text)

    @step("penyidik", "keeps what speaks against it, and a fee")
    def exculpate(self):
        page = self.case.take("penyidik", "exculpate", "Diverifikasi", text="Pembayar bisa jadi paman salah satu.")
        expect(page.locator("main")).to_contain_text("Pembayar bisa jadi paman salah satu.")
        page = self.case.take("penyidik", "fee", "Diverifikasi", rupiah=15_000_000, text="Biaya pengurusan.")
        expect(page.locator(".timeline")).to_contain_text("Rp15.000.000")

    @step("polisi", "doesn't see the case before the invitation")
    def uninvited(self):
        expect(self.day.at("polisi", "/perkara?jenis=enforcement").locator("tbody a")).to_have_count(0)
        status = self.day.page("polisi").goto(self.case.address).status
        check(status == 403, "403 before the invitation", status)

    @step("penyidik", "invites police and prosecutor")
    def invite(self):
        for guest in ("polisi", "jaksa"):
            self.case.take("penyidik", "invite", "Diverifikasi", counterpart=guest)
            page = self.day.at(guest, "/perkara?jenis=enforcement")
            expect(page.locator("tbody a")).to_have_count(1)

    @step("penyidik", "reports it (LP), an order and SPDP follow")
    def report(self):
        self.case.take("penyidik", "report", "Laporan (LP)", reference="LP/817/A", counterpart="Polda Rekaan")
        self.case.take("polisi", "order", "Surat perintah penyidikan", reference="SP.Sidik/1",
                       clause="UU 21/2007 pasal 4")
        self.case.take("penyidik", "notify", "SPDP terkirim", reference="SPDP/1", counterpart="Kejaksaan Rekaan")

    @step("polisi", "sends the file to the prosecutor")
    def file(self):
        self.case.take("polisi", "file", "Berkas tahap I", reference="BP/1")

    @step("polisi", "can't declare it complete", alone=True)
    def not_theirs(self):
        if "complete" not in self.case.forms("polisi"):
            return "no such form"
        self.case.refused("polisi", "complete", "Langkah ini bagian lembaga mitra.", reference="P21/0")
        return "the form is refused"

    @step("jaksa", "sends it back once (P-19)")
    def send_back(self):
        self.case.take("jaksa", "send-back", "Berkas dikembalikan (P-18/P-19)", reason="E02",
                       text="Periksa lagi siapa yang memegang paspor.")

    @step("penyidik", "answers and sends the file again")
    def again(self):
        page = self.case.open("penyidik")
        expect(page.locator(".timeline")).to_contain_text("Periksa lagi siapa yang memegang paspor.")
        self.case.take("penyidik", "file", "Berkas tahap I", reference="BP/2")

    @step("jaksa", "declares it complete (P-21)")
    def complete(self):
        self.case.take("jaksa", "complete", "Lengkap (P-21)", reference="P21/1")

    @step("jaksa", "downloads the bundle for the prosecution")
    def bundle(self):
        page = self.case.open("jaksa")
        page.locator("#berkas-tujuan").select_option("prosecute")
        with page.expect_download() as started:
            page.get_by_role("button", name="Unduh berkas perkara").click()
        archive = self.day.folder / "berkas.tar"
        started.value.save_as(archive)
        subprocess.run(["tar", "-xf", archive, "-C", self.day.folder], check=True)
        self.folder = next(self.day.folder.glob("perkara-*"))
        page.goto((self.folder / "index.html").as_uri())
        check(self.day.victim.passport not in page.content(), "no victim's passport in the bundle", "it is there")
        for text in ("Direkrut lewat grup pesan.", "Pembayar bisa jadi paman salah satu.", "Rp15.000.000", "P21/1"):
            expect(page.locator("body")).to_contain_text(text)
        expect(page.get_by_text("Belum ada yang menunjukkan ini.")).to_have_count(0)


def verify_bundle(program, folder):
    """Verifies a bundle without a server: every file's digest, and each step's proof with its body's digest."""
    def digests(*arguments):
        done = subprocess.run(["sha256sum", *map(str, arguments)], cwd=folder, capture_output=True, text=True)
        check(done.returncode == 0, "every digest right", done.stderr or done.stdout)
        return done.stdout
    digests("--quiet", "-c", "SHA256SUMS")
    key = (folder / "log.key").read_text().splitlines()[0]
    proofs = sorted((folder / "ledger").glob("*.proof"))
    for proof in proofs:
        verified = program.run("ledger", "verify", proof, "--key", key)
        check(verified.code == 0, f"{proof.name} to hold", verified.err)
        digest = digests(proof.with_suffix(".body")).split()[0]
        check(digest in verified.out, f"the digest of {proof.stem}'s body in its entry", verified.out)
    return len(proofs)
