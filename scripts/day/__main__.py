"""A scripted day in the real pages: `day PROGRAM [--shots FOLDER] [--keep]`.

Invents a nation, serves it, and lets everybody act by their own account in headless Chromium; prints each step and ends
with `day: N of N steps`. The exit code is 0 where all were done.
"""
import argparse
import datetime
import pathlib
import shutil
import signal
import sys
import tempfile

from playwright.sync_api import sync_playwright

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path += [str(ROOT / "Tests"), str(ROOT / "Tests" / "Browser")]

import people  # noqa: E402
from abroad import Correction, Missing, WayHome  # noqa: E402
from departure import Late, LetGo, PutOff, Victim  # noqa: E402
from enforcement import Enforcement  # noqa: E402
from evening import Court, Evening, ShiftEnd  # noqa: E402
from morning import ACCOUNTS, BOTH_ATTACHES, SigningIn, TheList  # noqa: E402
from program import Program, one_time_password  # noqa: E402
from stage import Day  # noqa: E402

STORIES = [SigningIn, TheList, Late, LetGo, PutOff, Victim, Enforcement, Missing, WayHome, Correction, ShiftEnd, Evening, Court]
WIB, RIYADH = 420, 180


def zone_of_the_post():
    """Jakarta's zone; late in its evening Riyadh's, where the same day has hours left for a departure."""
    hour = datetime.datetime.now(datetime.timezone(datetime.timedelta(minutes=WIB))).hour
    return WIB if hour < 20 else RIYADH


def succeed(result):
    """What a command printed; a command that fails ends the day before it begins."""
    if result.code != 0:
        raise SystemExit(f"day: the site can't be made: {result.err or result.out}")
    return result.out


def make_nation(day):
    """Invents the nation and chooses who stands on the list: by the nation's truth, each is to be interviewed."""
    nation = day.folder / "nation"
    succeed(day.program.run("synthesize", "--people", 6000, "--seed", 7, "--day", day.date, "--out", nation))
    referred = people.travellers(nation, lambda row: row["expected"] == "refer" and row["codes"].startswith("D02"))
    day.late = next(one for one in referred if one.truth == "d02-visa-missing")
    others = [one for one in referred if one is not day.late and one.file.endswith(".edi")]
    day.put_off, day.victim, day.let_go, dropped = others[:4]
    day.group = [day.late, day.put_off, day.victim, day.let_go, dropped]
    day.destination = people.destination(nation, day.late.file)
    day.departs_at = (day.now() + datetime.timedelta(hours=3)).replace(second=0, microsecond=0)
    (nation / "day-bookings.csv").write_text(people.booking(day.group, day.destination, day.date))
    return sorted(path for path in nation.glob("*.csv") if path.name != "truth.csv")


def make_site(day):
    """Fills a site with the offices' files and gives everybody an account."""
    site = day.folder / "site"
    succeed(day.program.run("intake", *make_nation(day), "--site", site))
    (site / "kawal.json5").write_text(
        f'{{ agency: "Latihan", postName: "Pos Latihan", zone: {day.zone_minutes}, training: true }}\n'
    )
    day.passwords = {}
    for name, roles in {**ACCOUNTS, **BOTH_ATTACHES}.items():
        added = succeed(day.program.run("account", "add", "--site", site, "--name", name, "--role", *roles))
        day.passwords[name] = one_time_password(added)
    return site


def main():
    parser = argparse.ArgumentParser(prog="day", description=__doc__.split("\n", 1)[0])
    parser.add_argument("program", type=pathlib.Path, help="the executable")
    parser.add_argument("--shots", type=pathlib.Path, metavar="FOLDER", help="a picture after each step")
    parser.add_argument("--keep", action="store_true", help="keeps the temporary folder")
    asked = parser.parse_args()
    # Told to end, the day leaves nothing behind either.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kawal-day-"))
    served = None
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            day = Day(Program(asked.program.resolve()), browser, folder, zone_of_the_post(), asked.shots)
            served = day.served = day.program.serve(make_site(day))
            day.address = served.address
            is_whole = day.play(STORIES)
            browser.close()
    finally:
        if served:
            served.stop()
        if asked.keep:
            print(f"day: kept in {folder}")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    return 0 if is_whole else 1


sys.exit(main())
