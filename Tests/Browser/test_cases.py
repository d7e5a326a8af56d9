"""A suggested interview, from the airline's list to the slip, the objection and its end, by keyboard and on a phone."""
import re
import shutil
import subprocess

import pytest
from playwright.sync_api import expect

from conftest import one_time_password, run, serve
from forms import claim, fill_facts, open_step, refer, send
from test_pages import assert_accessible, browser, shot, states, travellers  # noqa: F401  (fixtures)

PEOPLE = {
    "petugas": ["border"], "ani": ["interviewer"], "budi": ["supervisor"], "citra": ["helpdesk"],
    "dewi": ["reviewer"], "eka": ["protection", "licensing"], "gilang": ["investigator"],
}


@pytest.fixture(scope="module")
def office(loaded_site, tmp_path_factory):
    """A served copy of the loaded site with everybody who takes a hand in a departure check."""
    site = tmp_path_factory.mktemp("cases") / "site"
    shutil.copytree(loaded_site, site)
    (site / "kawal.json5").write_text('{ agency: "Uji", postName: "Pos Uji", training: true, }\n')
    passwords = {}
    for name, roles in PEOPLE.items():
        flags = [part for role in roles for part in ("--role", role)]
        if name == "dewi":
            flags += ["--agency", "ministry"]
        passwords[name] = one_time_password(run("account", "add", "--site", site, "--name", name, *flags).out)
    served = serve(site)
    served.passwords = passwords
    yield served
    served.stop()


@pytest.fixture
def pages(states):  # noqa: F811
    """Pages of several people, each without an error in its console."""
    opened, errors = [], []

    def of(name):
        page = states(name).new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        # Refused forms are told by their status; everything else in the console is a fault.
        page.on("console", lambda message: errors.append(message.text)
                if message.type == "error" and "422" not in message.text and "409" not in message.text else None)
        opened.append(page)
        return page

    yield of
    for page in opened:
        page.close()
    assert errors == []


def at_all_sizes(page, name):
    """A page as it stands on a desk, at night and on a phone; accessible everywhere, never wider than the screen."""
    shot(page, name)
    assert_accessible(page)
    page.emulate_media(color_scheme="dark")
    assert_accessible(page)
    shot(page, name + "-dark")
    page.emulate_media(color_scheme="light")
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 850})
        wide = page.evaluate(
            "document.documentElement.scrollWidth <= window.innerWidth ? [] : [...document.querySelectorAll('main *')]"
            ".filter((e) => e.getBoundingClientRect().right > window.innerWidth).map((e) => e.outerHTML.slice(0, 90))"
        )
        assert wide == [], name
    page.set_viewport_size({"width": 390, "height": 850})
    shot(page, name + "-390")
    page.set_viewport_size({"width": 1280, "height": 900})


def test_a_departure_check_from_the_counter_to_its_end(pages, office, browser, nation, tmp_path):  # noqa: F811
    passport = travellers(nation, "clear")[0]["passport"]
    refer(pages("petugas"), office.address, passport)
    ani = pages("ani")
    ani.goto(office.address + "/antrean")
    at_all_sizes(ani, "antrean")
    ani.locator("a.referral").first.focus()
    ani.keyboard.press("Enter")
    expect(ani.get_by_role("heading", level=1)).to_have_text("Pemeriksaan keberangkatan")
    at_all_sizes(ani, "wawancara-mulai")
    ani.locator("input[name=rights][value=read]").check()
    ani.locator("select[name=language]").select_option("jv")
    ani.locator("main button[type=submit]").click()
    ani.wait_for_url("**/perkara/**")
    case = ani.url
    at_all_sizes(ani, "wawancara")
    # A laptop closed in mid-interview loses nothing that was saved.
    ani.fill("#answer-answers-answer-1", "Ke Hong Kong, dua tahun.")
    send(ani, "answer")
    ani.goto(office.address + "/antrean")
    ani.goto(case)
    expect(ani.locator("#answer-answers-answer-1")).to_have_value("Ke Hong Kong, dua tahun.")
    assert "dipegang orang lain" not in ani.content()
    open_step(ani, "lock")
    ani.locator("form[action$='/lock'] input[name=view][value=postpone]").check()
    ani.locator("form[action$='/lock'] input[name=confidence][value='3']").check()
    fill_facts(ani, "lock")
    send(ani, "lock")
    expect(ani.get_by_text("dipegang orang lain")).to_be_visible()
    at_all_sizes(ani, "keputusan")
    open_step(ani, "propose")
    ani.locator("input[name=proposal][value=postpone]").check()
    ani.locator("select[name=reason]").select_option("P01")
    ani.fill("#propose-clause", "UU 18/2017 pasal 13")
    # The facts that were locked need not be written twice.
    expect(ani.locator("#propose-facts-text-2")).to_have_value("Akan bekerja di rumah makan.")
    ani.locator("form[action$='/propose'] input[name=yakin]").check()
    send(ani, "propose")
    citra = pages("citra")
    citra.goto(office.address + "/antrean")
    citra.goto(case)
    at_all_sizes(citra, "pembaca-kedua")
    citra.locator("form[action$='/read'] input[name=view][value=postpone]").check()
    send(citra, "read")
    at_all_sizes(citra, "pembaca-kedua-terbuka")
    open_step(citra, "agree")
    citra.fill("#agree-text", "Sependapat: visa belum ada.")
    citra.locator("form[action$='/agree'] input[name=yakin]").check()
    send(citra, "agree")
    ani.goto(case)
    open_step(ani, "return-passport")
    ani.fill("#return-passport-receipt", "T-0007")
    send(ani, "return-passport")
    ani.goto(case)
    ani.get_by_role("link", name="Cetak surat").click()
    at_all_sizes(ani, "surat")
    code = ani.locator(".slip .number").inner_text()
    ani.pdf(path=tmp_path / "surat.pdf", format="A4")
    text = (tmp_path / "surat.pdf").read_bytes()
    assert len(re.findall(rb'/Type /Page\b', text)) <= 2
    ani.goto(ani.url + "?kertas=80")
    shot(ani, "surat-80")
    traveller = browser.new_context(locale="id-ID", viewport={"width": 390, "height": 800}).new_page()
    traveller.goto(office.address + "/s")
    traveller.fill("#kode", code.lower())
    traveller.keyboard.press("Enter")
    expect(traveller.get_by_text("Paspor kembali")).to_be_visible()
    assert passport not in traveller.content()
    assert_accessible(traveller)
    shot(traveller, "kode-390")
    traveller.fill("#keberatan", "Visa saya sudah ada.")
    traveller.get_by_role("button", name="Ajukan keberatan").click()
    expect(traveller.get_by_text("Keberatan Anda sudah diterima.")).to_be_visible()
    shot(traveller, "kode-keberatan-390")
    dewi = pages("dewi")
    dewi.goto(case)
    at_all_sizes(dewi, "keberatan")
    open_step(dewi, "overturn")
    dewi.locator("form[action$='/overturn'] select[name=reason]").select_option("K01")
    dewi.locator("form[action$='/overturn'] input[name=yakin]").check()
    send(dewi, "overturn")
    traveller.goto(office.address + "/s/" + code)
    expect(traveller.get_by_text("Keputusan dibatalkan dan dihapus")).to_be_visible()
    assert_accessible(traveller)
    shot(traveller, "kode-batal-390")
    traveller.context.close()


def test_a_criminal_case_is_followed_to_a_bundle_that_needs_no_server(pages, office, tmp_path):
    gilang = pages("gilang")
    gilang.goto(office.address + "/perkara?jenis=enforcement")
    at_all_sizes(gilang, "perkara-kosong")
    gilang.fill("#pokok", "Rekruter menawarkan kerja lewat grup pesan.")
    gilang.get_by_role("button", name="Buka perkara baru").click()
    gilang.wait_for_url("**/perkara/**")
    open_step(gilang, "verify")
    gilang.fill("#verify-text", "Tiga saksi dari dua pos.")
    send(gilang, "verify")
    expect(gilang.get_by_text("Diverifikasi").first).to_be_visible()
    at_all_sizes(gilang, "perkara-penindakan")
    gilang.goto(office.address + "/perkara?jenis=enforcement")
    at_all_sizes(gilang, "perkara")
    gilang.go_back()
    photograph = tmp_path / "foto.jpg"
    photograph.write_bytes(b"\xff\xd8\xff\xe0rekaan")
    gilang.locator("summary", has_text="Tambah barang bukti").click()
    gilang.set_input_files("#bukti-berkas", photograph)
    expect(gilang.locator("input[name=sidik]")).not_to_have_value("")
    gilang.get_by_role("button", name="Simpan barang bukti").click()
    expect(gilang.get_by_text("sidik jari dari perangkat")).to_be_visible()
    open_step(gilang, "element")
    gilang.locator("form[action$='/element'] input[name=element][value=means]").check()
    gilang.fill("#element-text", "Dijanjikan visa kerja yang tidak ada.")
    send(gilang, "element")
    at_all_sizes(gilang, "perkara-bukti")
    # A program is no photograph, whatever its name says.
    lying = tmp_path / "lying.jpg"
    lying.write_bytes(b"MZ\x00\x01")
    gilang.locator("summary", has_text="Tambah barang bukti").click()
    gilang.set_input_files("#bukti-berkas", lying)
    gilang.get_by_role("button", name="Simpan barang bukti").click()
    expect(gilang.get_by_text("Namanya mungkin keliru.")).to_be_visible()
    gilang.reload()
    gilang.goto(office.address + "/perkara?jenis=enforcement")
    gilang.locator("tbody a").first.click()
    gilang.locator("#berkas-tujuan").select_option("prosecute")
    with gilang.expect_download() as started:
        gilang.get_by_role("button", name="Unduh berkas perkara").click()
    archive = tmp_path / "berkas.tar"
    started.value.save_as(archive)
    subprocess.run(["tar", "-xf", archive, "-C", tmp_path], check=True)
    folder = next(tmp_path.glob("perkara-*"))
    subprocess.run(["sha256sum", "--quiet", "-c", "SHA256SUMS"], cwd=folder, check=True)
    key = (folder / "log.key").read_text().splitlines()[0]
    proofs = sorted((folder / "ledger").glob("*.proof"))
    assert len(proofs) >= 5
    for proof in proofs:
        verified = run("ledger", "verify", proof, "--key", key)
        assert verified.code == 0, verified.err
        digest = subprocess.run(
            ["sha256sum", proof.with_suffix(".body")], check=True, capture_output=True, text=True
        ).stdout.split()[0]
        assert digest in verified.out
    page = (folder / "index.html").read_text()
    assert "Belum ada yang menunjukkan ini." in page and "Dijanjikan visa kerja" in page
    gilang.goto((folder / "index.html").as_uri())
    shot(gilang, "berkas")


def test_claims_of_two_sources_are_a_ring_with_a_chart_and_a_table(pages, office):
    gilang = pages("gilang")
    gilang.goto(office.address + "/jaringan")
    at_all_sizes(gilang, "jaringan-kosong")
    claim(gilang, ("recruiter", "Pak Rekaan"), ("phone", "+62 812 0000"), "LP/1")
    expect(gilang.get_by_text("Belum ada cincin.")).to_be_visible()
    claim(gilang, ("payer", "Ibu Rekaan"), ("phone", "0812 0000"), "LP/2")
    gilang.get_by_role("link", name="Cincin 1").click()
    expect(gilang.get_by_role("img", name="Bagan 3 simpul dan 2 klaim")).to_be_visible()
    at_all_sizes(gilang, "jaringan")
