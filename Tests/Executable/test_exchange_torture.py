"""The exchange's crash and attack programme in the size that every change can afford; `make torture-exchange` runs it whole."""
import subprocess

from conftest import PROGRAM, ROOT


def test_no_message_is_lost_doubled_or_wrongly_accepted():
    done = subprocess.run(
        [str(ROOT / "scripts/torture-exchange"), str(PROGRAM), "--kills", "50", "--partitions", "5", "--mutants", "20000"],
        capture_output=True, text=True, timeout=900,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert ": 0 lost, 0 doubled, 0 accepted" in done.stdout
