"""The pages in headless Chromium, as an officer and a traveller use them."""
import csv
import json
import os
import pathlib
import shutil
import urllib.request

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect, sync_playwright

from conftest import machine_key, one_time_password, run, serve
from forms import PASSWORD, first_sign_in

SHOTS = os.environ.get("KAWAL_SHOTS")


@pytest.fixture(scope="module")
def office(loaded_site, tmp_path_factory):
    """A served copy of the loaded site with its accounts and a machine's key."""
    site = tmp_path_factory.mktemp("browser") / "site"
    shutil.copytree(loaded_site, site)
    (site / "kawal.json5").write_text('{ agency: "Uji", postName: "Pos Uji", training: true, }\n')
    passwords = {}
    for name, roles in {
        "petugas": ["border", "passport"], "meja": ["helpdesk"], "admin": ["administrator", "auditor"],
        "pengganti": ["border"],
    }.items():
        flags = [part for role in roles for part in ("--role", role)]
        passwords[name] = one_time_password(run("account", "add", "--site", site, "--name", name, *flags).out)
    key = machine_key(
        run("key", "issue", "--site", site, "--owner", "uji", "--scope", "manifest", "--scope", "read").out
    )
    served = serve(site)
    served.passwords, served.key = passwords, key
    yield served
    served.stop()


@pytest.fixture(scope="module")
def browser():
    executable = shutil.which("chromium")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def states(office, browser):
    """Who is signed in, by name; the first sign-in changes the one-time password."""
    kept = {}

    def signed_in(name):
        if name not in kept:
            context = browser.new_context(locale="id-ID", viewport={"width": 1280, "height": 900})
            page = context.new_page()
            first_sign_in(page, office.address, name, office.passwords[name])
            kept[name] = context
        return kept[name]

    yield signed_in
    for context in kept.values():
        context.close()


@pytest.fixture
def page(states):
    """A page of the officer's."""
    page = states("petugas").new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    yield page
    page.close()
    assert errors == []


def shot(page, name):
    if SHOTS:
        pathlib.Path(SHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)


def assert_accessible(page):
    found = Axe().run(page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
    assert found.violations_count == 0, found.generate_report()


def travellers(nation, advice, kind="departure"):
    with open(nation / "truth.csv", newline="") as file:
        return [row for row in csv.DictReader(file) if row["expected"] == advice and row["kind"] == kind]


def check_digit(text):
    """The check digit of ICAO Doc 9303: weights 7, 3, 1."""
    values = [0 if c == "<" else int(c, 36) for c in text]
    return str(sum(value * (7, 3, 1)[place % 3] for place, value in enumerate(values)) % 10)


def a_zone(nation):
    """The passport's zone of an ordinary traveller who is clear."""
    clear = {row["passport"] for row in travellers(nation, "clear") if row["class"].startswith("tourist")}
    with open(nation / "passports.csv", newline="") as file:
        row = next(row for row in csv.DictReader(file) if row["passport_no"] in clear)
    short = [row[name].replace("-", "")[2:] for name in ("born_on", "expires_on")]
    number, born, expires = row["passport_no"].ljust(9, "<"), *short
    optional = "<" * 14
    parts = [text + check_digit(text) for text in (number, born, expires)] + [optional + "<"]
    second = parts[0] + "IDN" + parts[1] + row["sex"] + parts[2] + parts[3]
    first = ("P<IDN" + row["name"].replace(" ", "<")).ljust(44, "<")[:44]
    return first, second + check_digit(parts[0] + parts[1] + parts[2] + parts[3])


def post_list(office, path):
    request = urllib.request.Request(
        office.address + "/api/v1/manifests", data=path.read_bytes(), method="POST",
        headers={"Authorization": f"Bearer {office.key}", "Content-Type": "application/octet-stream"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read())


OFFICER_PAGES = ["/papan", "/konter", "/rujukan", "/tautan", "/manifes", "/permohonan", "/status"]


@pytest.mark.parametrize("path", OFFICER_PAGES)
@pytest.mark.parametrize("width", [1280, 390, 320])
def test_every_page_is_accessible_and_never_scrolls_sideways(page, office, path, width):
    page.set_viewport_size({"width": width, "height": 850})
    page.goto(office.address + path)
    shot(page, f"{path.strip('/')}-{width}")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert_accessible(page)


@pytest.mark.parametrize("path", OFFICER_PAGES)
def test_every_page_is_accessible_in_the_dark(states, office, path):
    page = states("petugas").new_page()
    page.emulate_media(color_scheme="dark")
    page.goto(office.address + path)
    shot(page, f"{path.strip('/')}-dark")
    assert_accessible(page)
    page.close()


@pytest.mark.parametrize("path", ["/akun", "/kunci-mesin"])
def test_the_administrators_pages_are_accessible(states, office, path):
    page = states("admin").new_page()
    page.goto(office.address + path)
    shot(page, path.strip("/"))
    assert_accessible(page)
    page.close()


def test_pages_are_small_come_from_here_only_and_run_no_inline_script(page, office):
    sizes = {}
    page.on("response", lambda answer: sizes.__setitem__(answer.url, answer.headers))
    answer = page.goto(office.address + "/papan")
    policy = answer.headers["content-security-policy"]
    assert "unsafe-inline" not in policy and "default-src" in policy
    assert len(answer.body()) < 150_000
    assert all(url.startswith(office.address) for url in sizes)
    assert page.locator("script:not([src])").count() == 0


def test_every_page_of_an_exercise_says_so(page, office):
    for path in OFFICER_PAGES:
        page.goto(office.address + path)
        expect(page.locator("body")).to_contain_text("LATIHAN")


def test_a_readers_burst_at_the_counter_is_answered_in_place_and_its_enter_does_not_proceed(page, office, nation):
    zone = a_zone(nation)
    page.goto(office.address + "/konter")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.type(zone[0], delay=0)
    page.keyboard.press("Enter")
    page.keyboard.type(zone[1], delay=0)
    page.keyboard.press("Enter")
    expect(page.locator("#hasil")).to_be_visible()
    shot(page, "konter-clear")
    assert "<" not in page.url and zone[1][:9].rstrip("<") not in page.url
    assert page.locator("#hasil").get_attribute("data-advice") in ("clear", "advise")
    assert_accessible(page)
    page.wait_for_timeout(900)
    page.keyboard.press("Enter")
    page.wait_for_selector("#hasil", state="detached")


def test_a_misread_digit_is_named(page, office, nation):
    first, second = a_zone(nation)
    digit = second[13]
    page.goto(office.address + "/konter")
    page.keyboard.type(first + "\n" + second[:13] + ("1" if digit != "1" else "2") + second[14:], delay=0)
    page.keyboard.press("Enter")
    expect(page.locator(".zone")).to_be_visible()
    expect(page.locator(".zone")).to_contain_text("lahir")
    shot(page, "konter-digit")


def test_a_referral_says_why_what_would_mend_it_and_asks_for_a_coded_reason(page, office, nation):
    number = travellers(nation, "refer", "departure")[0]["passport"]
    page.goto(office.address + "/konter")
    page.fill("#dokumen", number)
    page.keyboard.press("Enter")
    expect(page.locator("#hasil")).to_be_visible()
    shot(page, "konter-number")
    assert_accessible(page)


def test_letters_wait_for_silence_and_can_be_used_to_go_places(page, office):
    page.goto(office.address + "/papan")
    page.keyboard.press("g")
    page.wait_for_timeout(150)
    page.keyboard.press("k")
    page.wait_for_url("**/konter")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.type("gp", delay=5)
    page.wait_for_timeout(300)
    assert page.url.endswith("/konter"), "letters of a burst acted"


def test_a_referral_arrives_on_an_open_board_without_a_reload(page, office, nation):
    names = {row["file"] for row in travellers(nation, "refer")}
    path = nation / sorted(names)[0]
    page.goto(office.address + f"/papan?hari={path.parent.name}")
    before = page.locator("[data-referral]").count()
    expect(page.locator("#sambungan")).to_contain_text("●")
    received = post_list(office, path)
    assert sum(m["counts"]["refer"] for m in received["manifests"]) > 0
    expect(page.locator("[data-referral]")).not_to_have_count(before, timeout=3000)
    shot(page, "papan-live")
    board = page.locator("main").inner_text()
    for row in travellers(nation, "refer"):
        assert row["passport"] not in board
    page.locator("[data-referral] a, a[data-referral]").first.click()
    page.wait_for_url(lambda url: "/papan" not in url)
    shot(page, "pelintas")
    assert_accessible(page)


def test_the_border_sees_health_and_family_papers_only_as_a_placement_file(states, office, nation):
    names = {row["file"] for row in travellers(nation, "refer")}
    for name in sorted(names):
        post_list(office, nation / name)
    shown = {}
    for officer in ("petugas", "meja"):
        page = states(officer).new_page()
        texts = []
        for day in sorted({name.split("/")[1] for name in names}):
            page.goto(office.address + f"/rujukan?hari={day}")
            links = page.eval_on_selector_all("main a[href*='/pelintas/'], main a[href*='/rujukan/']", "all => all.map(a => a.href)")
            for link in sorted(set(links)):
                page.goto(link)
                texts.append(page.locator("main").inner_text().lower())
        shown[officer] = "\n".join(texts)
        page.close()
    private = ["perkawinan", "izin keluarga", "surat keterangan sehat"]
    assert not any(word in shown["petugas"] for word in private)
    assert "berkas penempatan" in shown["petugas"]
    assert any(word in shown["meja"] for word in private)


def test_the_public_check_needs_no_account_and_keeps_nothing(browser, office):
    context = browser.new_context(locale="id-ID")
    page = context.new_page()
    page.goto(office.address + "/cek")
    shot(page, "cek")
    assert_accessible(page)
    page.select_option("select[name=skema]", "ptop")
    page.select_option("select[name=tujuan]", "HKG")
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("main")).to_contain_text("visa")
    shot(page, "cek-answer")
    assert_accessible(page)
    assert context.cookies() == []
    context.close()


def test_pages_work_without_script(browser, office):
    context = browser.new_context(java_script_enabled=False, locale="id-ID")
    page = context.new_page()
    page.goto(office.address + "/cek")
    page.select_option("select[name=skema]", "mandiri")
    page.select_option("select[name=tujuan]", "TWN")
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("main")).to_contain_text("visa")
    context.close()


def test_an_upload_shows_what_was_understood(page, office, nation):
    path = sorted((nation / "manifests").rglob("*.csv"))[0]
    page.goto(office.address + "/manifes")
    page.set_input_files("input[type=file]", path)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/manifes/**")
    expect(page.locator("main")).to_contain_text("pelintas", timeout=10_000)
    shot(page, "manifes-result")
    assert_accessible(page)


def test_a_message_is_shown_as_it_arrived_with_each_finding_at_its_place(page, office, tmp_path):
    path = tmp_path / "rusak.edi"
    path.write_bytes(
        b"QU CGKIMGA\r\n.HDQCRGA 010700\r\n\x02UNA:+.? 'UNB+UNOA:4+GA+IDIMI+260301:0700+1'UNH+1+PAXLST:D:12B:UN:IATA+GA77/260301'"
        b"BGM+745'TDT+20+GA77'LOC+125+CGK'DTM+189:2603012340:201'LOC+87+HKG'NAD+FL+++<I>REKAAN</I>:SATU'DTM+329:950231'NAT+2+QQQ'"
        b"NAD+FL'DOC++'UNT+99+1'UNZ+1+1'\x03\r\n"
    )
    page.goto(office.address + "/manifes")
    page.set_input_files("input[type=file]", path)
    page.locator("main form button[type=submit]").first.click()
    page.wait_for_url("**/manifes/**")
    page.get_by_role("link", name="Lihat pesan").click()
    page.wait_for_url("**/pesan")
    assert page.locator(".message mark").all_inner_texts()[0].endswith("DTM+329:950231'")
    assert "␂UNA" in page.locator(".message").inner_text()
    assert page.locator(".message i").count() == 0
    page.locator("table a.finding").first.click()
    assert page.url.endswith("#t1")
    expect(page.locator("#t1")).to_be_in_viewport()
    for width, theme in [(1280, "light"), (1280, "dark"), (320, "light")]:
        page.set_viewport_size({"width": width, "height": 850})
        page.emulate_media(color_scheme=theme)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        shot(page, f"pesan-{width}-{theme}")
        assert_accessible(page)


def test_a_locked_screen_opens_with_the_password_and_another_officer_takes_over_in_one_step(states, office):
    page = states("pengganti").new_page()
    page.goto(office.address + "/konter")
    page.locator("form[action='/kunci'] button").first.evaluate("button => button.click()")
    page.wait_for_url("**/terkunci**")
    shot(page, "terkunci")
    page.goto(office.address + "/konter")
    assert "/terkunci" in page.url
    page.fill("input[name=sandi]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "terkunci" not in url)
    page.close()


def test_english_is_a_switch_away(page, office):
    page.goto(office.address + "/papan")
    page.locator("form[action='/pengaturan'] button[value=en]").first.evaluate("button => button.click()")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("form[action='/pengaturan'] button[value=id]").first.evaluate("button => button.click()")
    expect(page.locator("html")).to_have_attribute("lang", "id")
