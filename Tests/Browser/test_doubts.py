"""A doubtful link, from the airline's list to a person's decision, by keyboard alone."""
import shutil

import pytest
from playwright.sync_api import expect

from conftest import DAY, machine_key, one_time_password, run, serve
from test_pages import assert_accessible, browser, page, post_list, shot, states  # noqa: F401  (fixtures)


@pytest.fixture(scope="module")
def office(loaded_site, tmp_path_factory):
    """A served site with two workers of one name and birth date, whose passports the traveller does not show."""
    folder = tmp_path_factory.mktemp("doubts")
    site, workers, passports = folder / "site", folder / "workers.csv", folder / "passports.csv"
    shutil.copytree(loaded_site, site)
    workers.write_text(
        "placement_id,nik,name,born_on,passport_no,scheme,destination,status\n"
        "PL-90001,9901014107900001,SITI AMINAH BINTI ACHMAD,1990-07-01,B7654321,ptop,HKG,carded\n"
        "PL-90002,9902024107900001,ST AMINAH,1990-07-01,B1234567,ptop,HKG,carded\n"
    )
    passports.write_text(
        "passport_no,name,born_on,issued_on,expires_on,stated_purpose,status\n"
        f"X9999001,SITI AMINAH,1990-07-01,{DAY[:4]}-01-01,2034-01-01,work,issued\n"
    )
    loaded = run("intake", workers, passports, "--site", site)
    assert loaded.code == 0, loaded.err
    added = run("account", "add", "--site", site, "--name", "petugas", "--role", "border")
    issued = run("key", "issue", "--site", site, "--owner", "uji", "--scope", "manifest", "--scope", "read")
    served = serve(site)
    served.site, served.folder = site, folder
    served.passwords, served.key = {"petugas": one_time_password(added.out)}, machine_key(issued.out)
    yield served
    served.stop()


def list_of_one(folder):
    day, after = DAY[2:].replace("-", ""), DAY[2:].replace("-", "")
    segments = [
        f"UNB+UNOA:4+GA+IDIMI+{day}:0700+77", "UNH+1+PAXLST:D:12B:UN:IATA", "BGM+745", "TDT+20+GA820", "LOC+125+CGK",
        f"DTM+189:{day}2340:201", "LOC+87+HKG", f"DTM+232:{after}2359:201", "NAD+FL+++AMINAH:SITI MRS",
        "DTM+329:900701", "NAT+2+IDN", "DOC+P+X9999001", "LOC+91+IDN", "UNT+12+1", "UNZ+1+77",
    ]
    path = folder / "list.edi"
    path.write_text("".join(segment + "'" for segment in segments))
    return path


def test_a_doubtful_link_is_compared_and_decided_by_keyboard(page, office, tmp_path):  # noqa: F811
    page.goto(office.address + "/tautan")
    expect(page.get_by_text("Tidak ada tautan yang perlu diputuskan.")).to_be_visible()
    post_list(office, list_of_one(tmp_path))
    page.goto(office.address + "/tautan")
    expect(page.get_by_role("row")).to_have_count(3)
    shot(page, "tautan-list")
    assert_accessible(page)
    page.get_by_role("link", name="X9999001").first.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Orang yang sama?")
    shot(page, "tautan-one")
    assert_accessible(page)
    page.emulate_media(color_scheme="dark")
    shot(page, "tautan-one-dark")
    assert_accessible(page)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 390, "height": 850})
    shot(page, "tautan-one-390")
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    page.set_viewport_size({"width": 1280, "height": 900})
    page.locator("#dasar").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/tautan*")
    expect(page.get_by_text("Keputusan dicatat.")).to_be_visible()
    expect(page.get_by_text("Tidak ada tautan yang perlu diputuskan.")).to_be_visible()
    shot(page, "tautan-done")
    # The same list again asks nothing.
    post_list(office, list_of_one(tmp_path))
    page.goto(office.address + "/tautan")
    expect(page.get_by_text("Tidak ada tautan yang perlu diputuskan.")).to_be_visible()


def test_what_was_decided_is_a_label_for_the_next_linking_of_tables(office, tmp_path):
    office.stop()
    labels, pairs = tmp_path / "labels.csv", tmp_path / "pairs.csv"
    done = run("labels", "--site", office.site, "--out", labels)
    assert done.code == 0, done.err
    decided = [line.split(",") for line in labels.read_text().splitlines()[1:]]
    assert [line[1:] for line in decided] == [["X9999001", "yes"]]
    assert labels.stat().st_mode & 0o77 == 0
    done = run(
        "link", office.folder / "workers.csv", office.folder / "passports.csv", "--id", "placement_id=passport_no",
        "--fields", "name:name date:born_on", "--labels", labels, "--out", pairs,
    )
    assert done.code == 0, done.err
    assert [line.split(",")[:3] for line in pairs.read_text().splitlines()[1:]] == [decided[0][:2] + ["1.000000"]]
