"""A search by name, one booking, claims out of tickets and an application's case: by keyboard, on a desk, at night, on a phone."""
import csv
import shutil
from collections import Counter

import pytest
from playwright.sync_api import expect

from conftest import one_time_password, run, serve
from test_cases import at_all_sizes, pages  # noqa: F401  (fixtures)
from test_pages import browser, states  # noqa: F401  (fixtures)

PEOPLE = {
    "petugas": ["border", "passport"], "citra": ["helpdesk"], "gilang": ["investigator"],
}
LICENCE = "U-REKAAN"


@pytest.fixture(scope="module")
def group(nation, tmp_path_factory):
    """Tickets of one locator: some who travel together, one of whom is referred; somebody else paid for all."""
    with open(nation / "truth.csv", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["kind"] == "departure" and row["passport"]]
    files = Counter(row["file"] for row in rows if row["expected"] in ("refer", "advise"))
    path = files.most_common(1)[0][0]
    together = [row for row in rows if row["file"] == path and row["expected"] in ("refer", "advise")][:3]
    together += [row for row in rows if row["file"] == path and row["expected"] == "clear"][:2]
    with open(nation / "bookings.csv", newline="") as file:
        held = {row["passport_no"]: row for row in csv.DictReader(file)}
    first = next(held[row["passport"]] for row in together if row["passport"] in held)
    folder = tmp_path_factory.mktemp("tickets")
    with open(folder / "bookings.csv", "w", newline="") as file:
        written = csv.writer(file)
        written.writerow("locator passport_no name payer phone travel_agency bought_on itinerary one_way group_size".split())
        for place, row in enumerate(together):
            phone = "+62000077700" if place < 2 else f"+6200007770{place}"
            written.writerow([first["locator"], row["passport"], f"REKAAN NOMOR{place}", "IBU PEMBAYAR", phone, LICENCE,
                              first["bought_on"], first["itinerary"], "yes", len(together)])
    return folder / "bookings.csv", path, together, first["locator"]


@pytest.fixture(scope="module")
def office(loaded_site, nation, group, tmp_path_factory):
    """A served copy of the loaded site, the group's list received, with those who look for somebody."""
    site = tmp_path_factory.mktemp("finders") / "site"
    shutil.copytree(loaded_site, site)
    (site / "kawal.json5").write_text('{ agency: "Uji", postName: "Pos Uji", training: true, }\n')
    tickets, path, _, _ = group
    assert run("intake", tickets, "--site", site).code == 0
    assert run("receive", nation / path, "--site", site).code in (0, 1)
    passwords = {}
    for name, roles in PEOPLE.items():
        flags = [part for role in roles for part in ("--role", role)]
        passwords[name] = one_time_password(run("account", "add", "--site", site, "--name", name, *flags).out)
    served = serve(site)
    served.passwords = passwords
    yield served
    served.stop()


def somebody(nation):
    """A worker of the registry with a passport."""
    with open(nation / "workers.csv", newline="") as file:
        return next(row for row in csv.DictReader(file) if row["passport_no"].startswith("X") and " " in row["name"])


def test_a_person_is_found_by_name_and_checked_at_the_counter(pages, office, nation):  # noqa: F811
    worker = somebody(nation)
    page = pages("petugas")
    page.goto(office.address + "/cari")
    at_all_sizes(page, "cari")
    page.fill("#orang", worker["name"].lower())
    page.fill("#lahir", worker["born_on"])
    page.locator("input[name=guna]").first.check()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2).filter(has_text="cocok")).to_be_visible()
    assert page.url.endswith("/cari") and worker["name"].split()[0] not in page.url
    at_all_sizes(page, "cari-hasil")
    page.locator("tr", has_text=worker["born_on"][:4]).first.get_by_role("button").click()
    expect(page.locator(".answer")).to_be_visible()
    assert page.url.endswith("/konter")


def test_too_many_are_shown_to_nobody(pages, office):  # noqa: F811
    page = pages("citra")
    page.goto(office.address + "/cari")
    page.fill("#orang", "Siti")
    page.locator("input[name=guna]").first.check()
    page.locator("main button[type=submit]").click()
    expect(page.locator("main [role=status]")).to_contain_text("beri tanggal lahir")
    at_all_sizes(page, "cari-terlalu-banyak")


def test_a_booking_says_nothing_about_anybody(pages, office, group):  # noqa: F811
    _, _, together, _ = group
    page = pages("petugas")
    page.goto(office.address + f"/papan?hari={together[0]['departs_on']}")
    page.locator("a[href^='/penerbangan/']").first.click()
    ways = [a.get_attribute("href") for a in page.locator("a[href^='/pelintas/']").all()]
    for way in ways:
        page.goto(office.address + way)
        if any(row["passport"] in page.content() for row in together):
            break
    at_all_sizes(page, "pelintas")
    page.locator("a[href$='/pemesanan']").click()
    expect(page.locator("main")).to_contain_text("tidak berarti apa pun tentang siapa pun")
    expect(page.locator("main")).to_contain_text("sama untuk semua")
    for secret in ["PEMBAYAR", "6200007770", "REKAAN NOMOR", LICENCE]:
        assert secret not in page.locator("main").inner_text()
    at_all_sizes(page, "pemesanan")
    expect(page.locator("main")).to_contain_text("orang lain tanpa catatan")


def test_claims_are_proposed_looked_at_and_recorded_once(pages, office, group):  # noqa: F811
    page = pages("gilang")
    page.goto(office.address + "/jaringan")
    page.locator("a[href='/jaringan/pemesanan']").click()
    at_all_sizes(page, "klaim-tiket")

    def ask():
        page.goto(office.address + "/jaringan/pemesanan")
        page.fill("#kode", group[3].lower())
        page.locator("input[name=guna]").first.check()
        page.keyboard.press("Enter")
        expect(page.get_by_role("heading", level=2).filter(has_text="tiket ditemukan")).to_be_visible()

    ask()
    assert "REKAAN NOMOR" not in page.content()
    for box in page.locator("input[name=klaim]").all():
        box.check()
    at_all_sizes(page, "klaim-usul")
    page.fill("#lain", "Satu keluarga membeli bersama.")
    page.locator("form[action$='/catat'] button[type=submit]").click()
    expect(page.locator("body")).to_contain_text("Langkah sudah dicatat")
    ask()
    expect(page.locator("input[name=klaim]")).to_have_count(0)
    at_all_sizes(page, "klaim-tercatat")


def test_an_application_opens_its_case(pages, office):  # noqa: F811
    page = pages("petugas")
    page.goto(office.address + "/permohonan")
    ways = [a.get_attribute("href") for a in page.locator("tbody a:has([data-advice=refer])").all()]
    for way in ways:
        page.goto(office.address + way)
        if page.locator("#perkara h3").count():
            break
    at_all_sizes(page, "permohonan")
    address = page.url
    page.locator("form[action$='/perkara'] button").click()
    expect(page).to_have_url(office.address + "/perkara/" + page.url.rsplit("/", 1)[1])
    page.locator("details.step-form", has=page.locator("form[action$='/ask']")).locator("summary").click()
    at_all_sizes(page, "permohonan-perkara")
    page.goto(address)
    expect(page.locator("#perkara a")).to_be_visible()
    at_all_sizes(page, "permohonan-berjalan")
