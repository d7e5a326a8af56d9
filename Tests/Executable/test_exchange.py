"""Keys, settings, dead letters and alarms of the exchange, as the operator's commands show them."""
import json
import os
import socket

import pytest

from conftest import free_port

PARTIES = {"immigration": "id/imigrasi/simkim", "ministry": "id/kp2mi/siskop2mi"}
OTHER = {"immigration": "ministry", "ministry": "immigration"}
TWO = ["--officer", "uji-1", "--officer", "uji-2"]


def configure(folder, agency, **changes):
    """A folder with the settings of one side."""
    folder.mkdir(mode=0o700, exist_ok=True)
    exchange = {"agency": agency, "name": PARTIES[agency], "port": free_port(), "partner": PARTIES[OTHER[agency]],
                "partnerAddress": "127.0.0.1:9443", **changes}
    (folder / "kawal.json5").write_text(json.dumps({"exchange": exchange}))
    return folder


@pytest.fixture
def sides(kawal, tmp_path):
    """Two sites, each with the file of its keys."""
    sides = {}
    for agency in PARTIES:
        site = configure(tmp_path / agency, agency)
        keys = kawal("exchange", "keys", "--site", site)
        assert keys.code == 0, keys.err
        file = tmp_path / f"{agency}.json"
        file.write_text(keys.out)
        sides[agency] = site, file, keys.err.strip().rsplit(": ", 1)[1]
    return sides


def test_the_fingerprint_is_shown_before_anything_is_trusted(kawal, sides):
    (site, _, _), (_, file, fingerprint) = sides["immigration"], sides["ministry"]
    shown = kawal("exchange", "show", file)
    assert shown.code == 0, shown.err
    assert shown.out == f"{PARTIES['ministry']}: {fingerprint}\n"
    proposed = kawal("exchange", "show", "--proposed", "--site", site)
    assert proposed.code == 3 and "announced no keys" in proposed.err
    trusted = kawal("exchange", "trust", file, *TWO, "--site", site)
    assert trusted.code == 0 and fingerprint in trusted.err
    assert kawal("exchange", "trust", "--proposed", *TWO, "--site", site).code == 3
    assert kawal("exchange", "show").code == 2


@pytest.mark.parametrize("officers", [["ani"], ["ani", "ani "], ["ani", "ANI"], ["ani", ""], ["ani", " "], ["ani", "b\na"], ["ani", "b" * 41]])
def test_two_people_are_two(kawal, sides, officers):
    site, file, _ = sides["immigration"][0], sides["ministry"][1], None
    names = [part for name in officers for part in ("--officer", name)]
    refused = kawal("exchange", "trust", file, *names, "--site", site)
    assert refused.code == 2 and "Two people" in refused.err


def test_a_rotation_keeps_both_keys_until_the_partner_took_the_new_one(kawal, sides):
    site = sides["ministry"][0]
    rotated = kawal("exchange", "rotate", *TWO, "--site", site)
    assert rotated.code == 0, rotated.err
    fingerprint = rotated.err.splitlines()[0].rsplit(": ", 1)[1]
    assert len(fingerprint.split(" ")) == 8 and fingerprint != sides["ministry"][2]
    assert len(json.loads(kawal("exchange", "keys", "--site", site).out)["keys"]["signing"]) == 2


def test_what_is_not_there_is_named_with_the_command_that_lists_it(kawal, sides):
    site = sides["immigration"][0]
    for command, hint in (
        (["exchange", "dead", "close", "x", "--reason", "Uji."], "exchange dead list"),
        (["exchange", "dead", "redrive", "x"], "exchange dead list"),
        (["exchange", "alarms", "--close", 7, "--reason", "Uji."], "exchange alarms"),
        (["ledger", "alarms", "--clear", "x", "--reason", "Uji."], "ledger alarms"),
    ):
        refused = kawal(*command, "--site", site)
        assert refused.code == 2 and hint in refused.err, command
    for command in (["exchange", "dead", "list"], ["exchange", "alarms"]):
        listed = kawal(*command, "--site", site)
        assert listed.code == 0 and listed.out == "", command
    assert kawal("exchange", "alarms", "--close", 7, "--site", site).code == 2


@pytest.mark.parametrize("command", [["keys"], ["trust", "KEYS", *TWO], ["rotate", *TWO]])
def test_a_mistyped_folder_becomes_no_site(kawal, sides, tmp_path, command):
    other = tmp_path / "mistyped"
    arguments = [str(sides["ministry"][1]) if part == "KEYS" else part for part in command]
    refused = kawal("exchange", *arguments, "--site", other)
    assert refused.code != 0 and not other.exists()
    assert kawal("connect", "--once", "--site", other).code == 4 and not other.exists()


@pytest.mark.parametrize("changes", [
    {"port": 0}, {"port": 70000}, {"port": -1}, {"partnerAddress": "kawal.example"}, {"partnerAddress": "kawal.example:0"},
    {"partnerAddress": "https://kawal.example:9443"}, {"partnerAddress": ""}, {"partner": PARTIES["immigration"]},
])
def test_a_setting_that_could_never_work_is_refused_at_once(kawal, tmp_path, changes):
    site = configure(tmp_path / "site", "immigration", **changes)
    refused = kawal("exchange", "keys", "--site", site)
    assert refused.code == 3 and f"exchange.{next(iter(changes))}" in refused.err


@pytest.mark.parametrize("port", [-1, 65536, 70000])
def test_a_number_that_is_no_port_is_refused(kawal, site, port):
    for command in (["serve", "--site", site], ["demo"]):
        refused = kawal(*command, f"--port={port}")
        assert refused.code == 2 and "--port" in refused.err


def test_a_busy_door_is_told_before_anything_is_served(kawal, sides):
    with socket.socket() as busy:
        busy.bind(("127.0.0.1", 0))
        busy.listen()
        site = configure(sides["immigration"][0], "immigration", port=busy.getsockname()[1])
        refused = kawal("serve", "--site", site, "--port", free_port())
        assert refused.code == 2 and "at which the partner is answered" in refused.err


@pytest.mark.parametrize("pace", ["", "1,2,3", "nan,1,5,1", "1,1,0,1", "1,1,2.5,1", "1,1,5,x", "inf,1,5,1"])
def test_a_pace_that_is_none_is_refused(kawal, sides, pace):
    (site, _, _), (_, file, _) = sides["immigration"], sides["ministry"]
    assert kawal("exchange", "trust", file, *TWO, "--site", site).code == 0
    refused = kawal("serve", "--site", site, "--port", free_port(), env=dict(os.environ, KAWAL_EXCHANGE_PACE=pace))
    assert refused.code == 2 and "KAWAL_EXCHANGE_PACE" in refused.err


@pytest.mark.parametrize("arguments", [["cosigning", "--folder", "x", "--witness", "y", "--rounds=0"],
                                       ["cosigning", "--folder", "x", "--witness", "y", "--entries=-1"],
                                       ["exchange", "--receipts=-1"], ["exchange", "--rate", "inf"]])
def test_a_measure_of_nothing_is_refused(kawal, arguments):
    assert kawal("measure", *arguments).code == 2


def test_keys_of_passes_are_never_taken_away_by_accident(kawal, site, tmp_path):
    key = kawal("pass", "key", "--site", site).out
    assert kawal("pass", "trust", "--site", site, stdin=key).code == 0
    before = (site / "pass.trusted").read_bytes()
    for lines in ("", "\n", "no key\n"):
        refused = kawal("pass", "trust", "--site", site, stdin=lines)
        assert refused.code == 3, refused.err
        assert (site / "pass.trusted").read_bytes() == before
    bad = tmp_path / "list"
    bad.write_text("no list\n")
    assert kawal("pass", "take", bad, "--site", site).code == 3
    for day in ("2020-01-02", "9999-12-31"):
        assert kawal("pass", "rotate", "--from", day, "--site", site).code == 2


def test_a_mistyped_holder_is_no_missing_one(kawal, site):
    assert kawal("pass", "check", "--site", site, stdin="KWLP1X\n").code == 0
    assert kawal("pass", "check", "--site", site, stdin="KWLP1X\nX123 1995-02-17\n").code == 0
    refused = kawal("pass", "check", "--site", site, stdin="KWLP1X\nX123\n")
    assert refused.code == 2 and "second line" in refused.err


@pytest.mark.parametrize("people", ["0", "99", "1000001"])
def test_a_demonstration_needs_people(kawal, people, tmp_path):
    refused = kawal("demo", "--two-sites", "--people", people, "--folder", tmp_path / "demo")
    assert refused.code == 2 and "--people" in refused.err
    assert not (tmp_path / "demo").exists()
