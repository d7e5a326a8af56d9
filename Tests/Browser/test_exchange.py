"""Two sites that exchange: a list at Immigration raises a referral at the ministry's desk, whose answer comes back."""
import re
import socket
import subprocess
import threading
import time

import pytest
from playwright.sync_api import expect

from conftest import PROGRAM
from forms import first_sign_in
from test_cases import at_all_sizes
from test_pages import browser, shot  # noqa: F401  (fixtures)


def free_base():
    """A port of which the next, and both a thousand higher, are free as well."""
    for base in range(18100, 19000, 7):
        sockets = []
        try:
            for port in (base, base + 1, base + 1000, base + 1001):
                sockets.append(socket.socket())
                sockets[-1].bind(("127.0.0.1", port))
            return base
        except OSError:
            continue
        finally:
            for one in sockets:
                one.close()
    raise AssertionError("no free ports")


class TwoSites:
    """The demonstration's two sites, with the one-time passwords that it prints."""

    def __init__(self, folder):
        base = free_base()
        self.addresses = {"border": f"http://127.0.0.1:{base}", "ministry": f"http://127.0.0.1:{base + 1}"}
        self.passwords = {"border": {}, "ministry": {}}
        self.process = subprocess.Popen(
            [str(PROGRAM), "demo", "--two-sites", "--folder", str(folder), "--people", "4000", "--port", str(base),
             "--pause", "1"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )
        self.ready = threading.Event()
        threading.Thread(target=self._read, daemon=True).start()
        assert self.ready.wait(240), "the two sites were not served within four minutes"

    def _read(self):
        side = None
        for line in self.process.stdout:
            for name, address in self.addresses.items():
                if f" at {address} " in line:
                    side = name
            found = re.match(r"^  (\S+)\s+([a-z2-9]{5}(?:-[a-z2-9]{5}){3})", line)
            if found and side:
                self.passwords[side][found.group(1)] = found.group(2)
            if all("admin" in known for known in self.passwords.values()):
                self.ready.set()

    def stop(self):
        self.process.terminate()
        self.process.wait(timeout=30)


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    sites = TwoSites(tmp_path_factory.mktemp("two-sites") / "demo")
    yield sites
    sites.stop()


@pytest.fixture(scope="module")
def people(sites, browser):  # noqa: F811
    """A page of somebody at one of the sites; the first sign-in changes the one-time password."""
    contexts = {}

    def of(side, name):
        if (side, name) not in contexts:
            context = browser.new_context(locale="id-ID", viewport={"width": 1280, "height": 900})
            first_sign_in(context.new_page(), sites.addresses[side], name, sites.passwords[side][name])
            contexts[side, name] = context
        return contexts[side, name].new_page()

    yield of
    for context in contexts.values():
        context.close()


def referrals(page, address):
    """The referrals that the board shows, by their identifiers."""
    page.goto(address + "/papan")
    return set(page.locator("[data-referral]").evaluate_all("marks => marks.map(mark => mark.dataset.referral)"))


def wait_for_referral(border, ministry, sites):
    """A referral that both boards show."""
    for _ in range(120):
        both = referrals(border, sites.addresses["border"]) & referrals(ministry, sites.addresses["ministry"])
        if both:
            return sorted(both)[0]
        time.sleep(1)
    raise AssertionError("no referral reached the ministry's desk within two minutes")


def test_a_referral_crosses_is_answered_and_the_answer_comes_back(sites, people):
    border, ministry = people("border", "petugas"), people("ministry", "meja")
    referral = wait_for_referral(border, ministry, sites)
    ministry.goto(sites.addresses["ministry"] + "/papan")
    expect(ministry.get_by_text("daftar ada di Imigrasi").first).to_be_visible()
    expect(ministry.locator("#mitra")).to_have_text("Mitra: normal")
    expect(ministry.locator("body")).to_contain_text("LATIHAN")
    at_all_sizes(ministry, "mitra-papan")
    for path in ("rujukan", "meja", "antrean", "status"):
        ministry.goto(f"{sites.addresses['ministry']}/{path}")
        expect(ministry.locator("h1")).to_be_visible()
        shot(ministry, f"mitra-{path}")
    ministry.goto(f"{sites.addresses['ministry']}/rujukan/{referral}")
    expect(ministry.get_by_text("Meja BP3MI belum menjawab.")).to_be_visible()
    at_all_sizes(ministry, "mitra-jawab")
    ministry.locator(".facts a").first.click()
    expect(ministry.get_by_text("Hanya rujukan yang menyeberang.")).to_be_visible()
    ministry.goto(f"{sites.addresses['ministry']}/rujukan/{referral}")
    ministry.locator("#jawaban").select_option("complete")
    ministry.fill("#keterangan", "Kartu dilihat di meja.")
    ministry.get_by_role("button", name="Kirim jawaban").click()
    expect(ministry.locator("#jawaban-meja")).to_contain_text("KemenP2MI: berkas lengkap")
    border.goto(f"{sites.addresses['border']}/rujukan/{referral}")
    for _ in range(20):
        if border.get_by_text("KemenP2MI: berkas lengkap").count():
            break
        time.sleep(0.5)
        border.reload()
    expect(border.locator("#jawaban-meja")).to_contain_text("Kartu dilihat di meja.")
    assert border.locator("form[action$='/jawaban']").count() == 0
    at_all_sizes(border, "imigrasi-jawaban")
    border.goto(sites.addresses["border"] + "/papan")
    expect(border.locator(".desk-answer").first).to_contain_text("KemenP2MI: berkas lengkap")
    shot(border, "imigrasi-papan")


def test_an_interviewer_sees_no_answer_before_the_own_view(sites, people):
    page = people("border", "wawancara")
    page.goto(sites.addresses["border"] + "/papan")
    assert page.locator(".desk-answer").count() == 0
    answer = page.goto(sites.addresses["border"] + "/pertukaran")
    assert answer.status == 403


@pytest.mark.parametrize("side", ["border", "ministry"])
def test_the_exchange_and_its_agreement_are_readable_everywhere(sites, people, side):
    page = people(side, "admin")
    page.goto(sites.addresses[side] + "/pertukaran")
    expect(page.locator("h1")).to_have_text("Status pertukaran data")
    expect(page.locator("#mitra")).to_have_text("Mitra: normal")
    at_all_sizes(page, f"pertukaran-{side}")
    page.goto(sites.addresses[side] + "/perjanjian")
    expect(page.get_by_text("Tidak pernah dipakai untuk")).to_be_visible()
    at_all_sizes(page, f"perjanjian-{side}")
