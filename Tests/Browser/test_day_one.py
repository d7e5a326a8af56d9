"""The first day of a desk: the report, the next two hours, the hand-over of a shift, letter and record, the duty number."""
import csv
import datetime
import json
import re
import shutil
import subprocess
import urllib.request

import pytest
from playwright.sync_api import expect

from conftest import machine_key, one_time_password, run, serve
from forms import fill_facts, open_step, refer, send
from test_cases import at_all_sizes, pages  # noqa: F401  (a fixture)
from test_pages import assert_accessible, browser, shot, states, travellers  # noqa: F401  (fixtures)

PEOPLE = {
    "petugas": ["border"], "ani": ["interviewer"], "budi": ["supervisor"], "dodi": ["supervisor"],
    "citra": ["helpdesk"],
}
DUTY = "021-5550-0123"


@pytest.fixture(scope="module")
def office(loaded_site, tmp_path_factory):
    """A served copy of the loaded site with two heads of shift and a duty number."""
    site = tmp_path_factory.mktemp("day-one") / "site"
    shutil.copytree(loaded_site, site)
    (site / "kawal.json5").write_text(
        '{ agency: "Direktorat Uji", postName: "Pos Uji", training: true, dutyNumber: "%s", }\n' % DUTY
    )
    passwords = {}
    for name, roles in PEOPLE.items():
        flags = [part for role in roles for part in ("--role", role)]
        passwords[name] = one_time_password(run("account", "add", "--site", site, "--name", name, *flags).out)
    key = machine_key(run("key", "issue", "--site", site, "--owner", "uji", "--scope", "manifest").out)
    served = serve(site)
    served.passwords, served.key = passwords, key
    yield served
    served.stop()


def send_list_leaving_soon(office, nation):
    """A list of the nation with people who need something, as a flight that leaves in three quarters of an hour."""
    name = sorted({row["file"] for row in travellers(nation, "refer") if row["file"].endswith(".edi")})[0]
    here = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7)))
    message = (nation / name).read_text()
    for code, minutes in (("189", 45), ("232", 345)):
        moment = (here + datetime.timedelta(minutes=minutes)).strftime("%y%m%d%H%M")
        message, count = re.subn(rf"DTM\+{code}:\d{{10}}:201", f"DTM+{code}:{moment}:201", message)
        assert count > 0
    request = urllib.request.Request(
        office.address + "/api/v1/manifests", data=message.encode(), method="POST",
        headers={"Authorization": f"Bearer {office.key}", "Content-Type": "application/octet-stream"},
    )
    with urllib.request.urlopen(request, timeout=60) as answer:
        return name, json.loads(answer.read())


def printed(page, path):
    """The pages of a page's PDF on A4, and its words where a reader is installed."""
    page.pdf(path=path, format="A4")
    count = len(re.findall(rb"/Type /Page\b", path.read_bytes()))
    reader = shutil.which("pdftotext")
    words = subprocess.run([reader, path, "-"], check=True, capture_output=True, text=True).stdout if reader else None
    return count, words


def on_paper(page):
    """What stands on paper."""
    page.emulate_media(media="print")
    text = page.locator("body").inner_text()
    page.emulate_media(media="null")
    return text


def test_what_leaves_soon_needs_no_name(pages, office, nation):  # noqa: F811
    citra = pages("citra")
    citra.goto(office.address + "/meja")
    expect(citra.get_by_text("Tidak ada keberangkatan dalam waktu ini.")).to_be_visible()
    at_all_sizes(citra, "meja-kosong")
    name, received = send_list_leaving_soon(office, nation)
    assert sum(m["counts"]["refer"] for m in received["manifests"]) > 0
    citra.goto(office.address + "/meja")
    assert citra.locator("table.desk tbody tr").count() > 0
    at_all_sizes(citra, "meja")
    text = citra.locator("main").inner_text()
    with open(nation / "truth.csv", newline="") as file:
        listed = {row["passport"] for row in csv.DictReader(file) if row["file"] == name}
    with open(nation / "passports.csv", newline="") as file:
        names = {row["name"] for row in csv.DictReader(file) if row["passport_no"] in listed}
    assert listed and not any(fact in text for fact in listed | names if fact)
    citra.locator("table.desk tbody a").first.focus()
    citra.keyboard.press("Enter")
    citra.wait_for_url("**/pelintas/**")


def test_an_interview_leaves_a_record_a_letter_and_a_report(pages, office, nation, tmp_path):  # noqa: F811
    passport = travellers(nation, "clear")[1]["passport"]
    refer(pages("petugas"), office.address, passport)
    ani = pages("ani")
    ani.goto(office.address + "/antrean")
    ani.locator("a.referral[href*='wawancara'], a.referral").first.click()
    ani.locator("input[name=rights][value=read]").check()
    ani.locator("select[name=language]").select_option("jv")
    ani.locator("main button[type=submit]").click()
    ani.wait_for_url("**/perkara/**")
    case = ani.url
    ani.fill("#answer-answers-answer-1", "Ke Hong Kong, dua tahun.")
    send(ani, "answer")
    assert ani.request.get(case + "/bap").status == 404
    open_step(ani, "lock")
    ani.locator("form[action$='/lock'] input[name=view][value=postpone]").check()
    ani.locator("form[action$='/lock'] input[name=confidence][value='3']").check()
    fill_facts(ani, "lock")
    send(ani, "lock")
    open_step(ani, "propose")
    ani.locator("input[name=proposal][value=postpone]").check()
    ani.locator("select[name=reason]").select_option("P01")
    ani.fill("#propose-clause", "UU 18/2017 pasal 13")
    ani.locator("form[action$='/propose'] input[name=yakin]").check()
    send(ani, "propose")
    citra = pages("citra")
    citra.goto(case)
    citra.locator("form[action$='/read'] input[name=view][value=postpone]").check()
    send(citra, "read")
    open_step(citra, "agree")
    citra.fill("#agree-text", "Sependapat.")
    citra.locator("form[action$='/agree'] input[name=yakin]").check()
    send(citra, "agree")
    ani.goto(case)
    at_all_sizes(ani, "perkara-surat")
    ani.get_by_role("link", name="Berita acara wawancara").click()
    at_all_sizes(ani, "bap")
    count, words = printed(ani, tmp_path / "bap.pdf")
    assert count <= 2
    assert "Ke Hong Kong, dua tahun." in (words or on_paper(ani))
    ani.goto(case)
    ani.get_by_role("link", name="Surat resmi").click()
    at_all_sizes(ani, "surat-resmi")
    count, words = printed(ani, tmp_path / "surat.pdf")
    assert count == 2
    text = words or on_paper(ani)
    assert passport in text and "Papan jaga" not in text
    ani.emulate_media(media="print")
    shot(ani, "surat-resmi-cetak")
    ani.emulate_media(media="null")
    budi = pages("budi")
    budi.goto(office.address + "/laporan")
    expect(budi.locator(".totals .fact").first).to_contain_text("1")
    at_all_sizes(budi, "laporan")
    count, words = printed(budi, tmp_path / "laporan.pdf")
    text = words or on_paper(budi)
    assert count == 1 and "Usulkan penundaan" in text and "Tampilkan" not in text and "Papan jaga" not in text
    budi.emulate_media(media="print")
    shot(budi, "laporan-cetak")
    budi.emulate_media(media="null")
    with budi.expect_download() as started:
        budi.get_by_role("link", name="Unduh CSV").click()
    started.value.save_as(tmp_path / "laporan.csv")
    table = (tmp_path / "laporan.csv").read_text()
    assert "departure,propose,proposed,P01,immigration,1" in table and passport not in table
    budi.goto(office.address + "/laporan?dari=2026-01-01&sampai=2027-01-01")
    expect(budi.get_by_text("Paling panjang 92 hari.")).to_be_visible()
    assert_accessible(budi)
    shot(budi, "laporan-panjang")


def test_a_shift_is_handed_over_and_taken(pages, office):  # noqa: F811
    budi, dodi = pages("budi"), pages("dodi")
    budi.goto(office.address + "/serah-terima")
    at_all_sizes(budi, "serah-terima-kosong")
    budi.fill("#pesan-regu", "Ruang 2 tutup.\nKunci ada di meja.")
    budi.get_by_role("button", name="Serahkan regu").click()
    expect(budi.get_by_text("Menunggu dibaca kepala regu berikutnya")).to_be_visible()
    dodi.goto(office.address + "/serah-terima")
    at_all_sizes(dodi, "serah-terima")
    dodi.get_by_role("button", name="Saya sudah membaca").focus()
    dodi.keyboard.press("Enter")
    expect(dodi.get_by_role("button", name="Saya sudah membaca")).to_have_count(0)
    expect(dodi.locator("table").last).to_contain_text("dodi")
    shot(dodi, "serah-terima-diterima")


def test_a_lost_line_shows_whom_to_call(pages, states, office, nation):  # noqa: F811
    board = states("budi").new_page()
    board.goto(office.address + "/papan")
    expect(board.locator("#sambungan")).to_contain_text("●")
    duty = board.locator("#piket")
    expect(duty).to_be_hidden()
    passports = [row["passport"] for row in travellers(nation, "clear")[2:4]]
    board.route("**/papan", lambda route: route.abort())
    refer(pages("petugas"), office.address, passports[0])
    expect(duty).to_be_visible()
    expect(duty).to_have_attribute("href", "tel:02155500123")
    assert_accessible(board)
    shot(board, "papan-piket")
    board.unroute("**/papan")
    refer(pages("petugas"), office.address, passports[1])
    expect(duty).to_be_hidden()
    board.close()
