"""A worker's pass: the worker's page, the ministry's desk, the counter, paper."""
import csv
import shutil

import pytest
from playwright.sync_api import expect

from conftest import one_time_password, run, serve
from test_cases import at_all_sizes, pages  # noqa: F401  (a fixture)
from test_day_one import printed
from test_pages import assert_accessible, browser, check_digit, shot, states, travellers  # noqa: F401  (fixtures)

PEOPLE = {"petugas": ["border"], "citra": ["helpdesk"]}


@pytest.fixture(scope="module")
def office(loaded_site, workers, tmp_path_factory):
    """A served copy of the loaded site with a counter and the ministry's desk."""
    site = tmp_path_factory.mktemp("pass") / "site"
    shutil.copytree(loaded_site, site)
    (site / "kawal.json5").write_text('{ agency: "Direktorat Uji", postName: "Pos Uji", training: true, }\n')
    passwords = {}
    for name, roles in PEOPLE.items():
        flags = [part for role in roles for part in ("--role", role)]
        passwords[name] = one_time_password(run("account", "add", "--site", site, "--name", name, *flags).out)
    # Issued before the server holds the site: a browser can't read its own codes.
    holders = "".join(f"{row['passport_no']} {row['born_on']}\n" for row, _ in workers)
    issued = run("pass", "issue", "--site", site, stdin=holders)
    assert issued.code == 0, issued.err
    served = serve(site)
    served.passwords, served.folder, served.passes = passwords, site, issued.out.splitlines()
    yield served
    served.stop()


@pytest.fixture(scope="module")
def workers(nation):
    """Registered workers, with the fields of their passports."""
    with open(nation / "passports.csv", newline="") as file:
        passports = {row["passport_no"]: row for row in csv.DictReader(file) if row["status"] == "issued"}
    with open(nation / "workers.csv", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["passport_no"] in passports and row["born_on"]]
    return [(row, passports[row["passport_no"]]) for row in rows]


def zone(passport):
    """The zone of a passport."""
    short = [passport[name].replace("-", "")[2:] for name in ("born_on", "expires_on")]
    parts = [text + check_digit(text) for text in (passport["passport_no"].ljust(9, "<"), *short)] + ["<" * 15]
    first = ("P<IDN" + passport["name"].replace(" ", "<")).ljust(44, "<")[:44]
    second = parts[0] + "IDN" + parts[1] + passport["sex"] + parts[2] + parts[3]
    return first + "\n" + second + check_digit("".join(parts))


def ask(page, office, row):
    """Asks for a worker's pass on the public page."""
    page.goto(office.address + "/pas")
    page.fill("#dokumen", row["passport_no"])
    page.fill("#lahir", row["born_on"])
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_load_state()
    return page.locator("[data-pass]").count() > 0


def burst(page, text):
    """What a reader types: fast keys and Enter."""
    page.evaluate(
        """text => { for (const key of [...text].map((c) => (c === "\\n" ? "Enter" : c)).concat("Enter"))
             document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })); }""",
        text,
    )


@pytest.fixture(scope="module")
def held(office, workers):
    """A worker with a pass, and the text of its code."""
    found = [one for one in zip(workers, office.passes) if one[1] != "refused"]
    assert 0 < len(found) < len(workers)
    return found[0]


def test_a_worker_gets_and_prints_the_pass(office, held, browser, tmp_path):  # noqa: F811
    page = browser.new_page()
    page.goto(office.address + "/pas")
    at_all_sizes(page, "pas-kosong")
    (row, _), _ = held
    assert ask(page, office, row)
    at_all_sizes(page, "pas")
    card = page.locator("article.pass").inner_text()
    for fact in (row["name"], row["passport_no"], row["nik"], row["born_on"]):
        assert fact not in card
    page.emulate_media(media="print")
    shot(page, "pas-cetak")
    page.emulate_media(media="null")
    count, words = printed(page, tmp_path / "pas.pdf")
    assert count == 1
    if words is not None:
        assert "Pas pekerja" in words and row["passport_no"] not in words
    page.close()


def test_unknown_and_wrong_are_told_alike(office, browser):  # noqa: F811
    page = browser.new_page()
    assert not ask(page, office, {"passport_no": "X0000000", "born_on": "1990-01-01"})
    expect(page.get_by_text("Belum ada pas untuk isian ini.")).to_be_visible()
    at_all_sizes(page, "pas-belum")
    page.close()


def test_the_desk_issues_and_takes_back(pages, office, workers, held):  # noqa: F811
    citra = pages("citra")
    citra.goto(office.address + "/meja/pas")
    at_all_sizes(citra, "meja-pas")
    (row, _), _ = held
    citra.fill("#dokumen", row["passport_no"])
    citra.fill("#lahir", row["born_on"])
    with citra.expect_navigation():
        citra.keyboard.press("Enter")
    at_all_sizes(citra, "meja-pas-lengkap")
    closed = ("returned", "cancelled")
    refused = [row for (row, _), text in zip(workers, office.passes) if text == "refused"]
    for row in [row for row in refused if row["status"] not in closed][:20]:
        citra.fill("#dokumen", row["passport_no"])
        citra.fill("#lahir", row["born_on"])
        with citra.expect_navigation():
            citra.keyboard.press("Enter")
        if citra.locator("[data-standing=incomplete]").count():
            break
    expect(citra.locator("[data-standing=incomplete]")).to_be_visible()
    at_all_sizes(citra, "meja-pas-kurang")


def test_a_pass_and_its_passport_at_the_counter(pages, office, held):  # noqa: F811
    (_, passport), text = held
    petugas = pages("petugas")
    petugas.goto(office.address + "/konter")
    burst(petugas, text)
    expect(petugas.locator("#pas [data-pass=active]")).to_be_visible()
    expect(petugas.locator("#dokumen")).to_have_value("")
    at_all_sizes(petugas, "konter-pas")
    burst(petugas, zone(passport))
    expect(petugas.locator(".verdict")).to_be_visible()
    expect(petugas.get_by_text("Pas pekerja sah")).to_be_visible()
    at_all_sizes(petugas, "konter-pas-paspor")


def test_a_foreign_code_speaks_against_nobody(pages, office):  # noqa: F811
    petugas = pages("petugas")
    petugas.goto(office.address + "/konter")
    burst(petugas, "KWLP1" + "A1B2C3D4" * 10)
    expect(petugas.locator("#pas").get_by_text("Tidak berarti apa pun tentang penumpang")).to_be_visible()
    expect(petugas.locator(".verdict")).to_have_count(0)
    at_all_sizes(petugas, "konter-pas-rusak")


def test_keys_and_the_list_of_void_passes_go_from_site_to_site(office, tmp_path):
    key = run("pass", "key", "--site", office.folder)
    assert key.code == 0 and len(key.out.split()) == 4
    listed = run("pass", "void", "--site", office.folder)
    assert listed.code == 0 and listed.out.startswith("kawal-pass-revocations/1\n")
