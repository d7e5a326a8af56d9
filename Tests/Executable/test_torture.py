"""The crash programme in the size that every change can afford; `make torture-ledger` runs it whole."""
import subprocess

from conftest import PROGRAM, ROOT


def test_nothing_acknowledged_is_lost_and_no_change_goes_unnoticed():
    done = subprocess.run(
        [str(ROOT / "scripts/torture-ledger"), str(PROGRAM), "--kills", "50", "--every", "9", "--mutations", "500"],
        capture_output=True, text=True, timeout=900,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert ": 0 lost, 0 undetected" in done.stdout
