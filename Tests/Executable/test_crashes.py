"""Killed processes and full disks: nothing acknowledged is lost, nothing is doubled."""
import json
import random
import resource
import shutil
import signal
import subprocess
import time
import urllib.request

from conftest import PROGRAM, machine_key, run, serve

KILLS = 20


def head(site):
    shown = run("ledger", "head", "--site", site, "--json")
    assert shown.code == 0, shown.err
    return json.loads(shown.out)


def verified(site):
    checked = run("ledger", "verify", "--site", site)
    assert checked.code == 0, checked.err


def test_an_intake_killed_at_any_moment_ends_with_the_same_records(nation, office_files, tmp_path):
    whole = tmp_path / "whole"
    assert run("intake", *office_files, "--site", whole).code == 0
    broken = tmp_path / "broken"
    chance = random.Random(1)
    is_made = False
    for _ in range(KILLS // 2):
        process = subprocess.Popen(
            [str(PROGRAM), "intake", *map(str, office_files), "--site", str(broken)],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        time.sleep(chance.uniform(0.02, 1.2))
        process.send_signal(signal.SIGKILL)
        process.wait()
        # Killed before its first commit a site is half made, which the next opening completes.
        is_made = is_made or run("ledger", "head", "--site", broken).code == 0
        if is_made:
            verified(broken)
    assert is_made
    assert run("intake", *office_files, "--site", broken).code == 0
    verified(broken)
    answers = [run("screen", nation / "manifests", "--site", site, "--json").out for site in (whole, broken)]
    assert answers[0] == answers[1]
    assert head(whole)["size"] == head(broken)["size"], "a row was lost or doubled"


def test_what_a_killed_server_acknowledged_is_there_afterwards(nation, site):
    lists = sorted(path for path in (nation / "manifests").rglob("*") if path.is_file())
    key = machine_key(run("key", "issue", "--site", site, "--owner", "uji", "--scope", "manifest", "--scope", "read").out)
    chance = random.Random(2)
    acknowledged = {}
    for _ in range(KILLS // 2):
        served = serve(site)
        end = time.monotonic() + chance.uniform(0.05, 0.6)
        for path in chance.sample(lists, len(lists)):
            if time.monotonic() > end:
                break
            request = urllib.request.Request(
                served.address + "/api/v1/manifests", data=path.read_bytes(), method="POST",
                headers={"Authorization": f"Bearer {key}", "Content-Type": "application/octet-stream"},
            )
            with urllib.request.urlopen(request, timeout=30) as answer:
                acknowledged[path] = json.loads(answer.read())
        served.stop(kill=True)
        verified(site)
    assert acknowledged
    served = serve(site)
    try:
        before = head(site)
        for path, first in acknowledged.items():
            request = urllib.request.Request(
                served.address + "/api/v1/manifests", data=path.read_bytes(), method="POST",
                headers={"Authorization": f"Bearer {key}", "Content-Type": "application/octet-stream"},
            )
            with urllib.request.urlopen(request, timeout=30) as answer:
                again = json.loads(answer.read())
            assert again["repeat"] is True
            assert [m["counts"] for m in again["manifests"]] == [m["counts"] for m in first["manifests"]]
        assert head(site) == before, "what was acknowledged was appended again"
    finally:
        served.stop()


def test_a_full_disk_is_told_and_reading_goes_on(office_files, nation, tmp_path):
    site = tmp_path / "site"
    small = [path for path in office_files if path.name in ("agencies.csv", "feeds.csv")]
    assert run("intake", *small, "--site", site).code == 0
    before = head(site)
    limit = (site / "site.sqlite").stat().st_size + 256 * 1024

    def shrink():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    full = run("intake", *office_files, "--site", site, preexec_fn=shrink)
    assert full.code == 4
    assert "full" in full.err or "failed" in full.err
    verified(site)
    assert head(site)["size"] >= before["size"]
    assert run("screen", nation / "manifests", "--site", site, "--json").code == 0
    shutil.rmtree(site)
