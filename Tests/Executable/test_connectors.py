"""Connectors to other offices' systems: stand-ins that behave badly on request, files in a folder, kill -9.

Whatever a system does, the site ends with the same rows: what `kawal screen` says of the nation's lists is compared.
"""
import http.server
import json
import re
import shutil
import signal
import ssl
import subprocess
import threading
import time
import urllib.request

import pytest
from openapi_spec_validator import validate

from conftest import DAY, PROGRAM, run, serve
from program import ROOT

PEOPLE = 4000  # as in the fixture `nation`
SEED = 7
OFFICES = ("siskop2mi", "simkim", "siapkerja")


class Sandbox:
    """A stand-in of an office's system on a free port."""

    def __init__(self, office, folder, *options):
        self.office = office
        self.log = folder / f"sandbox-{office}-{time.monotonic_ns()}.log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [str(PROGRAM), "sandbox", office, "--people", str(PEOPLE), "--seed", str(SEED), "--day", DAY,
                 *map(str, options)],
                stdout=log, stderr=log,
            )
        for _ in range(600):
            found = re.search(r"(http://127\.0\.0\.1:\d+/v1)", self.log.read_text())
            if found:
                self.address = found.group(1)
                return
            assert self.process.poll() is None, self.log.read_text()
            time.sleep(0.1)
        raise AssertionError("the sandbox did not answer within 60 s")

    def news(self):
        with urllib.request.urlopen(self.address + "/news", timeout=10) as answer:
            return json.loads(answer.read())["news"]

    def stop(self):
        self.process.kill()
        self.process.wait(timeout=30)


@pytest.fixture
def sandboxes(tmp_path):
    """Starts stand-ins and stops them afterwards."""
    started = []

    def start(*options, offices=OFFICES):
        new = [Sandbox(office, tmp_path, *options) for office in offices]
        started.extend(new)
        return new

    yield start
    for sandbox in started:
        sandbox.stop()


def configure(site, connectors):
    site.mkdir(parents=True, exist_ok=True)
    (site / "kawal.json5").write_text(json.dumps({"connectors": connectors}))


def pulling(sandboxes, **more):
    return [
        {"name": s.office, "office": s.office, "way": "pull", "address": s.address, "seconds": 1, **more} for s in sandboxes
    ]


def connect(site):
    """Runs the connectors once; returns their lines by name."""
    done = run("connect", "--once", "--site", site, "--json")
    assert done.code in (0, 1), done.err
    return {line["connector"]: line for line in map(json.loads, done.out.splitlines())}


def screened(nation, site):
    # The digest of screening names no site, so equal rows give equal bytes.
    shown = run("screen", nation / "manifests", "--site", site, "--json")
    assert shown.code == 0, shown.err
    return shown.out


def size(site):
    return json.loads(run("ledger", "head", "--site", site, "--json").out)["size"]


@pytest.fixture(scope="session")
def reference(kawal, nation, tmp_path_factory):
    """What a site says to which the three offices' tables came as files, agreements included."""
    site = tmp_path_factory.mktemp("reference") / "site"
    names = ["workers", "agencies", "joborders", "passports", "crossings", "feeds"]
    notices = tmp_path_factory.mktemp("notices") / "notices.csv"
    lines = (nation / "notices.csv").read_text().splitlines()
    kind = lines[0].split(",").index("kind")
    # The offices' own notices only: exit bans of Immigration, destinations of the ministry.
    notices.write_text("\n".join([lines[0], *(
        line for line in lines[1:] if line.split(",")[kind] in ("cegah", "destination"))]) + "\n")
    files = [nation / f"{name}.csv" for name in names if (nation / f"{name}.csv").exists()]
    assert kawal("intake", *files, notices, "--site", site).code == 0
    return screened(nation, site)


MISCHIEF = {
    "well behaved": [],
    "slow": ["--slow", 20],
    "duplicate": ["--duplicate"],
    "out of order": ["--shuffle"],
    "half answers": ["--half"],
    "faults": ["--error-rate", 0.2],
    "all at once": ["--slow", 5, "--duplicate", "--shuffle", "--half", "--error-rate", 0.1],
}


@pytest.mark.parametrize("name", MISCHIEF)
def test_whatever_the_systems_do_the_rows_end_the_same(name, nation, reference, sandboxes, tmp_path):
    site = tmp_path / "site"
    configure(site, pulling(sandboxes(*MISCHIEF[name])))
    for _ in range(5):
        lines = connect(site)
        if all(line.get("failure") is None for line in lines.values()):
            break
    assert all(line.get("failure") is None for line in lines.values()), lines
    assert lines["siapkerja"]["orphans"] == 3, "three agreements have no placement"
    assert screened(nation, site) == reference
    before = size(site)
    again = connect(site)
    assert all(table["added"] + table["changed"] == 0 for line in again.values() for table in line["tables"].values())
    assert size(site) == before, "a second reading wrote something"
    listed = run("connect", "--orphans", "--site", site)
    assert listed.out.count("CON-ORPHAN") == 3
    assert run("ledger", "verify", "--site", site).code == 0


def test_agreements_that_come_before_their_placements_end_the_same(nation, reference, sandboxes, tmp_path):
    site = tmp_path / "site"
    configure(site, pulling(reversed(sandboxes())))
    lines = connect(site)
    assert lines["siapkerja"]["orphans"] == 3
    assert screened(nation, site) == reference


def test_a_system_that_ends_long_ago_is_unavailable_and_speaks_against_nobody(nation, sandboxes, tmp_path):
    site = tmp_path / "site"
    configure(site, pulling(sandboxes("--stale")))
    connect(site)
    advice = [json.loads(line)["advice"] for line in screened(nation, site).splitlines()]
    codes = [r["code"] for line in screened(nation, site).splitlines() for r in json.loads(line)["reasons"]]
    assert "unavailable" in advice
    assert "D01" not in codes, "no placement found in a register that is silent"


def test_a_reading_killed_at_any_moment_ends_with_the_same_rows(nation, reference, sandboxes, tmp_path):
    site = tmp_path / "site"
    configure(site, pulling(sandboxes("--slow", 15, "--duplicate")))
    for kill in range(6):
        process = subprocess.Popen(
            [str(PROGRAM), "connect", "--once", "--site", str(site)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(0.15 + 0.35 * kill)
        process.send_signal(signal.SIGKILL)
        process.wait()
    lines = connect(site)
    assert all(line.get("failure") is None for line in lines.values()), lines
    assert screened(nation, site) == reference
    assert run("ledger", "verify", "--site", site).code == 0


def test_a_silent_system_is_told_and_costs_nothing(tmp_path):
    site = tmp_path / "site"
    configure(site, [{"name": "simkim", "office": "simkim", "way": "folder"}])
    assert run("connect", "--once", "--site", site).code == 0
    configure(site, [{"name": "mati", "office": "simkim", "way": "pull", "address": "http://127.0.0.1:9", "tables": ["passports"]}])
    done = run("connect", "--once", "--site", site)
    assert done.code == 1
    assert "KWL-CON-SILENT" in done.err


def test_nothing_is_forgotten_beside_a_server_or_under_a_number_that_nobody_has(tmp_path):
    site = tmp_path / "site"
    configure(site, [{"name": "simkim", "office": "simkim", "way": "folder"}])
    assert run("connect", "--forget", "X1", "--site", site).code == 4, "there is no site yet"
    assert run("connect", "--once", "--site", site).code == 0
    none = run("connect", "--forget", "X1", "--site", site)
    assert none.code == 2 and "--orphans" in none.err
    served = serve(site)
    try:
        assert run("connect", "--forget", "X1", "--site", site).code == 4
    finally:
        served.stop()


def test_a_token_is_asked_for_and_read_from_a_narrow_file(sandboxes, tmp_path):
    token = tmp_path / "token"
    token.write_text("rahasia-rekaan\n")
    token.chmod(0o600)
    (sandbox,) = sandboxes("--token", token, offices=("siskop2mi",))
    site = tmp_path / "site"
    configure(site, pulling([sandbox]))
    assert "KWL-CON-REFUSED" in connect(site)["siskop2mi"]["failure"]
    configure(site, pulling([sandbox], token=str(token)))
    assert connect(site)["siskop2mi"].get("failure") is None
    token.chmod(0o644)
    assert "KWL-CON-SECRET" in connect(site)["siskop2mi"]["failure"]


def certificates(folder):
    """Two authorities, a server's certificate of the first for 127.0.0.1, and a client's."""
    def openssl(*arguments):
        subprocess.run(["openssl", *map(str, arguments)], cwd=folder, check=True, capture_output=True)

    for name in ("ours", "other"):
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", 2,
                "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.pem")
    (folder / "names").write_text("subjectAltName=IP:127.0.0.1\n")
    for name in ("server", "client"):
        openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={name}",
                "-keyout", f"{name}.key", "-out", f"{name}.csr")
        openssl("x509", "-req", "-in", f"{name}.csr", "-CA", "ours.pem", "-CAkey", "ours.key", "-CAcreateserial", "-days", 2,
                "-extfile", "names", "-out", f"{name}.pem")
    (folder / "client.key").chmod(0o600)


class OfficeHandler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        body = b'{"rows":[{"passport_no":"X9000001"}],"next":null,"mark":"1","complete_until":"2026-01-01"}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


def test_only_the_pinned_authority_is_trusted_and_the_sites_certificate_is_shown(tmp_path):
    certificates(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(tmp_path / "server.pem", tmp_path / "server.key")
    context.load_verify_locations(tmp_path / "ours.pem")
    context.verify_mode = ssl.CERT_REQUIRED
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), OfficeHandler)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    shown = {"certificate": str(tmp_path / "client.pem"), "key": str(tmp_path / "client.key")}
    address = f"https://127.0.0.1:{server.server_port}"
    basis = {"office": "simkim", "way": "pull", "address": address, "tables": ["passports"]}
    try:
        for number, (more, is_sound) in enumerate((
            ({"authority": str(tmp_path / "ours.pem"), **shown}, True),
            ({"authority": str(tmp_path / "other.pem"), **shown}, False),
            ({"authority": str(tmp_path / "ours.pem")}, False),
            (shown, False),
        )):
            site = tmp_path / f"site{number}"
            configure(site, [{"name": "simkim", **basis, **more}])
            line = connect(site)["simkim"]
            assert (line.get("failure") is None) == is_sound, (more, line)
    finally:
        server.shutdown()


def wait_for(holds, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError(f"not within {seconds} s")


def test_a_running_server_takes_files_within_seconds_and_leaves_half_ones(nation, tmp_path):
    site = tmp_path / "site"
    assert run("intake", nation / "agencies.csv", "--site", site).code == 0
    configure(site, [{"name": "kotak", "office": "siskop2mi", "way": "folder", "seconds": 1}])
    box = site / "connectors" / "kotak"
    workers = (nation / "workers.csv").read_bytes()
    served = serve(site)
    try:
        wait_for(lambda: (box / "inbox").is_dir())
        half = box / "inbox" / "setengah.csv"
        half.write_bytes(workers[: len(workers) // 2])
        for _ in range(2):  # the second time nothing changes
            (box / "inbox" / "workers.csv").write_bytes(workers)
            (box / "inbox" / "workers.csv.done").touch()
            wait_for(lambda: not (box / "inbox" / "workers.csv").exists())
        (box / "inbox" / "passports.csv").write_bytes((nation / "passports.csv").read_bytes())
        wait_for(lambda: not (box / "inbox" / "passports.csv").exists())
        time.sleep(2.5)
        assert half.exists(), "half a file was taken"
        with open(half, "ab") as rest:
            rest.write(workers[len(workers) // 2:])
        wait_for(lambda: not half.exists())
    finally:
        served.stop()
    reports = [json.loads(path.read_text()) for path in sorted((box / "done").glob("*.report.json"))]
    rows = workers.count(b"\n") - 1
    assert [r["added"] for r in reports] == [rows, 0, 0]
    assert [r["unchanged"] for r in reports] == [0, rows, rows]
    (refused,) = (box / "refused").glob("*.report.json")
    assert json.loads(refused.read_text())["findings"][0]["code"] == "CON-TABLE"
    assert run("ledger", "verify", "--site", site).code == 0


def test_what_a_folder_brings_is_what_intake_would_have_loaded(nation, tmp_path):
    whole = tmp_path / "whole"
    assert run("intake", nation / "workers.csv", nation / "joborders.csv", "--site", whole).code == 0
    site = tmp_path / "site"
    configure(site, [{"name": "kotak", "office": "siskop2mi", "way": "folder"}])
    assert run("connect", "--once", "--site", site).code == 0
    for name in ("workers.csv", "joborders.csv"):
        shutil.copy(nation / name, site / "connectors" / "kotak" / "inbox" / name)
    line = connect(site)["kotak"]
    assert line["files"] == 2, line
    assert screened(nation, site) == screened(nation, whole)


def test_departures_are_told_once_each_although_answers_are_lost(nation, sandboxes, tmp_path):
    site = tmp_path / "site"
    names = ("workers", "passports", "crossings")
    assert run("intake", *(nation / f"{name}.csv" for name in names), "--site", site).code == 0
    sandboxes_ = sandboxes("--error-rate", 0.3, offices=("siskop2mi",))
    news = [{"name": "kabar", "office": "siskop2mi", "way": "push", "address": sandboxes_[0].address}]
    configure(site, news)
    for kill in range(4):
        process = subprocess.Popen(
            [str(PROGRAM), "connect", "--once", "--site", str(site)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        time.sleep(0.4 + 0.3 * kill)
        process.kill()
        process.wait()
    # Nothing is said about how long a system stays silent; a good one ends it.
    sandboxes_[0].stop()
    (good,) = sandboxes(offices=("siskop2mi",))
    (site / "connectors" / "kabar.json").unlink()
    configure(site, [{**news[0], "address": good.address}])
    line = connect(site)["kabar"]
    assert line.get("failure") is None, line
    told = good.news()
    assert len(told) == line["told"] > 0
    assert len({piece["key"] for piece in told}) == len(told)
    assert {key for piece in told for key in piece["body"]} <= {
        "kind", "event", "placement_id", "crossing_id", "on", "destination"}
    assert connect(site)["kabar"]["told"] == 0


def test_a_setting_that_does_not_fit_stops_the_start(tmp_path):
    site = tmp_path / "site"
    for connector, named in (
        ({"name": "x1", "office": "kantor", "way": "pull", "address": "https://a.example"}, "x1.office"),
        ({"name": "x1", "office": "simkim", "way": "pull", "address": "http://a.example"}, "x1.address"),
        ({"name": "x1", "office": "simkim", "way": "fax"}, "way"),
        ({"name": "x1", "office": "simkim", "way": "folder", "pasword": "1"}, "pasword"),
        ({"name": "x1", "office": "simkim", "way": "folder", "tables": ["workers"]}, "x1.tables"),
    ):
        configure(site, [connector])
        done = run("connect", "--once", "--site", site)
        assert done.code == 3, done.err
        assert named in done.err


def test_the_contract_is_a_sound_openapi_document():
    validate(json.loads((ROOT / "docs" / "operate" / "connector-openapi.json").read_text()))
