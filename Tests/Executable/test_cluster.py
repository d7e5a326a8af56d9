"""Sites that share one ledger in a throw-away PostgreSQL, as programs: what one appends the other tells, and what a cut does."""
import json
import os
import pathlib
import pwd
import re
import shutil
import subprocess
import tempfile
import time
import urllib.request

import pytest

from conftest import DAY, machine_key, run, serve
from test_erasure import erase, past_day, stored, verified, write_list


def binaries():
    """The folder of PostgreSQL's programs; None where it isn't installed."""
    try:
        folder = pathlib.Path(subprocess.run(["pg_config", "--bindir"], capture_output=True, text=True, check=True).stdout.strip())
    except (OSError, subprocess.CalledProcessError):
        return None
    return folder if (folder / "initdb").exists() else None


BINARIES = binaries()
pytestmark = pytest.mark.skipif(BINARIES is None, reason="PostgreSQL isn't installed: apt install postgresql libpq-dev")


class Server:
    """A PostgreSQL in a folder of its own, reached by a socket there that nobody else may open."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="kawal-postgres-"))
        self.as_user, self.databases = [], 0
        if os.getuid() == 0:  # PostgreSQL refuses to run as root
            self.as_user = ["runuser", "-u", "postgres", "--"]
            os.chown(self.folder, pwd.getpwnam("postgres").pw_uid, -1)
        self.run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "--no-sync", "-E", "UTF8", "--locale", "C")
        self.start()

    @property
    def data(self):
        return self.folder / "data"

    def run(self, program, *arguments, stdin=subprocess.DEVNULL, **options):
        command = [*self.as_user, BINARIES / program, *arguments]
        # Not a pipe: the server would hold it open.
        with open(self.folder.parent / (self.folder.name + ".log"), "a") as log:
            subprocess.run(command, cwd="/", stdin=stdin, stdout=log, stderr=log, check=True, timeout=60, **options)

    def start(self):
        """Starts it where it is stopped."""
        if (self.data / "postmaster.pid").exists():
            return
        sockets = f"-c listen_addresses= -c unix_socket_directories={self.folder}"
        self.run("pg_ctl", "-s", "-w", "-D", self.data, "-l", self.folder / "log", "-o", sockets, "start")

    def stop(self, mode="fast"):
        if (self.data / "postmaster.pid").exists():
            self.run("pg_ctl", "-s", "-w", "-D", self.data, "-m", mode, "stop")

    def psql(self, sql, database="postgres"):
        self.run("psql", "-h", self.folder, "-U", "postgres", "-d", database, "-q", "-c", sql)

    def new_database(self):
        """The address of an empty database."""
        self.databases += 1
        self.psql(f"CREATE DATABASE kawal_{self.databases}")
        return f"host={self.folder} user=postgres dbname=kawal_{self.databases}"

    def remove(self):
        try:
            self.stop("immediate")
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)
            (self.folder.parent / (self.folder.name + ".log")).unlink(missing_ok=True)


@pytest.fixture(scope="module")
def shared_server():
    server = Server()
    try:
        yield server
    finally:
        server.remove()


@pytest.fixture
def server(shared_server):
    """The server, running; whatever a test did to it."""
    shared_server.start()
    return shared_server


@pytest.fixture
def address(server):
    return server.new_database()


def node(place, address, first=None):
    """A folder that is to be a node: its setting, and the keys of the first."""
    place.mkdir(mode=0o700)
    (place / "kawal.json5").write_text(json.dumps({"ledger": address}))
    for key in ("site.key", "log.key") if first else ():
        shutil.copy(first / key, place / key)  # with its mode
    return place


def intake(site, path):
    """Loads a file, the opening that a node writes in."""
    loaded = run("intake", path, "--site", site)
    assert loaded.code == 0, loaded.err
    return loaded


def head(site):
    shown = run("ledger", "head", "--site", site, "--json")
    assert shown.code == 0, shown.err
    return json.loads(shown.out)


@pytest.fixture
def nodes(nation, tmp_path, address):
    """Two nodes that hold the agencies."""
    first = node(tmp_path / "first", address)
    intake(first, nation / "agencies.csv")
    second = node(tmp_path / "second", address, first)
    intake(second, nation / "agencies.csv")
    return first, second


def test_what_one_node_loads_the_other_tells_with_the_same_root(nation, nodes):
    first, second = nodes
    assert head(first) == head(second)
    intake(first, nation / "workers.csv")
    assert head(second)["size"] < head(first)["size"], "a node that isn't opened has not followed"
    assert run("rebuild", "--site", second).code == 0
    assert head(first) == head(second)
    again = intake(second, nation / "workers.csv")
    assert " 0 new, 0 changed" in again.out
    lists = nation / "manifests"
    assert run("screen", lists, "--site", first, "--json").out == run("screen", lists, "--site", second, "--json").out
    for site in nodes:
        verified(site)


def test_a_site_that_stood_alone_brings_its_ledger_along(nation, site, address, tmp_path):
    alone = head(site)
    (site / "kawal.json5").write_text(json.dumps({"ledger": address}))
    intake(site, nation / "agencies.csv")
    assert head(site) == alone
    second = node(tmp_path / "second", address, site)
    intake(second, nation / "agencies.csv")
    assert head(second) == alone
    verified(second)


def test_a_node_without_its_setting_is_refused_and_the_setting_named(nation, nodes):
    first, _ = nodes
    before = head(first)
    (first / "kawal.json5").unlink()
    refused = run("intake", nation / "feeds.csv", "--site", first)
    assert refused.code == 4
    assert "`ledger`" in refused.err and "shares its ledger" in refused.err
    assert head(first) == before, "it can still be read"


def test_a_site_with_other_keys_is_refused_and_leaves_nothing(nation, nodes, address, tmp_path):
    first, _ = nodes
    before = head(first)
    stranger = node(tmp_path / "stranger", address)
    assert run("intake", nation / "feeds.csv", "--site", stranger).code == 4
    intake(first, nation / "agencies.csv")
    assert head(first) == before


def test_a_node_that_never_followed_does_not_start_without_the_ledger(nation, server, address, tmp_path):
    server.stop()
    refused = run("intake", nation / "agencies.csv", "--site", node(tmp_path / "first", address))
    assert refused.code == 4 and "shared ledger can't be reached" in refused.err


@pytest.fixture
def departing(tmp_path):
    """A list of today with two people whom nobody can answer, since they travel to work and there is no registry."""
    return write_list(tmp_path / "list.csv", DAY, ("X7000001", "KENCANA WULANSARI"), ("X7000002", "MELATI SEKAR"))


def test_while_the_ledger_is_away_an_office_waits_and_a_counter_does_not(nation, nodes, server, departing):
    first, second = nodes
    before = head(first)
    server.stop()
    refused = run("intake", nation / "feeds.csv", "--site", first)
    assert refused.code == 4 and "shared ledger can't be reached" in refused.err
    received = run("receive", departing, "--site", first, "--json")
    assert received.code == 0, received.err
    assert json.loads(received.out)["counts"]["unavailable"] == 2
    assert head(first) == before, "what waits has no place in the ledger yet"
    again = run("receive", departing, "--site", first, "--json")
    assert json.loads(again.out)["repeat"] is True
    verified(first)

    server.start()
    intake(first, nation / "feeds.csv")
    assert head(first)["size"] > before["size"] + 3
    intake(second, nation / "agencies.csv")
    assert head(first) == head(second)
    elsewhere = run("receive", departing, "--site", second, "--json")
    assert json.loads(elsewhere.out)["repeat"] is True, "the other node knows the list"
    for site in nodes:
        verified(site)


def eventually(holds, seconds=20):
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, f"not within {seconds} s"
        time.sleep(0.1)


def gauge(served, name):
    with urllib.request.urlopen(served.address + "/metrics", timeout=10) as answer:
        return float(re.search(rf"^{name} (\S+)$", answer.read().decode(), re.M).group(1))


def test_a_served_node_works_on_while_the_ledger_is_away_and_shares_by_itself(nation, nodes, server, departing):
    first, second = nodes
    key = machine_key(run("key", "issue", "--site", first, "--owner", "uji", "--scope", "manifest").out)
    served = serve(first)
    try:
        assert gauge(served, "kawal_ledger_waiting_entries") == 0
        server.stop()
        request = urllib.request.Request(
            served.address + "/api/v1/manifests", data=departing.read_bytes(), method="POST",
            headers={"Authorization": f"Bearer {key}", "Content-Type": "application/octet-stream"},
        )
        with urllib.request.urlopen(request, timeout=30) as answer:
            assert answer.status == 200
        # The status that the measures rest on is a few seconds old at most.
        eventually(lambda: gauge(served, "kawal_ledger_waiting_entries") >= 3)
        server.start()
        eventually(lambda: gauge(served, "kawal_ledger_waiting_entries") == 0)
        assert gauge(served, "kawal_ledger_cut_seconds") == 0
        assert json.loads(run("receive", departing, "--site", second, "--json").out)["repeat"] is True
        eventually(lambda: head(first) == head(second))
    finally:
        served.stop()


def test_who_was_erased_on_one_node_is_gone_on_the_other_and_in_the_database(nation, nodes, server, address, departing):
    first, second = nodes
    assert run("receive", departing, "--site", first).code == 0
    intake(second, nation / "agencies.csv")
    bodies = stored("sealed", second)
    assert bodies == stored("sealed", first)
    assert "the bodies of 1 entries" in erase(second, "X7000001").out
    intake(first, nation / "agencies.csv")
    gone = bodies - stored("sealed", first)
    assert len(gone) == 1 and stored("sealed", first) == stored("sealed", second)
    for site in nodes:
        assert not any(body in path.read_bytes() for path in site.iterdir() for body in gone)
        verified(site)
    server.psql("CHECKPOINT")
    tables = [path.read_bytes() for path in (server.data / "base").rglob("*") if path.is_file()]
    assert not any(body in table for table in tables for body in gone)


def test_an_erasure_waits_while_the_ledger_is_away(nation, nodes, server, departing):
    first, second = nodes
    assert run("receive", departing, "--site", first).code == 0
    server.stop()
    refused = erase(first, "X7000001")
    assert refused.code == 4 and "shared ledger can't be reached" in refused.err
    server.start()
    assert "the bodies of 1 entries" in erase(first, "X7000001").out


def test_what_is_due_is_erased_by_one_node_for_all(nation, nodes, tmp_path):
    first, second = nodes
    departed = write_list(tmp_path / "past.csv", past_day(), ("X7000001", "KENCANA WULANSARI"))
    assert run("receive", departed, "--site", first).code == 0
    assert json.loads(run("retention", "run", "--site", second, "--json").out)["advice"] == 1
    assert not any(json.loads(run("retention", "run", "--site", first, "--json").out).values())
    assert head(first) == head(second)


def test_a_database_that_lost_what_a_node_holds_stops_the_node(nation, nodes, server, address):
    first, _ = nodes
    before = head(first)
    name = address.rpartition("=")[2]
    server.psql(f"DROP DATABASE {name}")
    server.psql(f"CREATE DATABASE {name}")
    refused = run("intake", nation / "feeds.csv", "--site", first)
    assert refused.code == 4
    assert "ends before what this node has followed" in refused.err
    assert head(first) == before
    verified(first)


def test_two_nodes_that_met_the_same_person_while_cut_both_share_it(nation, nodes, server, departing, tmp_path):
    first, second = nodes
    server.stop()
    assert run("receive", departing, "--site", first).code == 0
    next_voyage = write_list(tmp_path / "next.csv", DAY, ("X7000001", "KENCANA WULANSARI"))
    next_voyage.write_text(next_voyage.read_text().replace("FA-11", "FA-12"))
    assert run("receive", next_voyage, "--site", second).code == 0
    server.start()
    for site in (first, second, first):
        loaded = run("intake", nation / "agencies.csv", "--site", site)
        assert loaded.code == 0, loaded.err
    assert head(first) == head(second)


def test_an_erasure_leaves_no_byte_on_a_node_that_is_served(nation, nodes, departing):
    first, second = nodes
    served = serve(second)
    try:
        assert run("receive", departing, "--site", first).code == 0
        eventually(lambda: head(first) == head(second))
        before = stored("sealed", second)
        assert erase(first, "X7000001").code == 0
        eventually(lambda: head(first) == head(second))
        gone = before - stored("sealed", second)
        assert len(gone) == 1
        time.sleep(3)
        assert not any(body in path.read_bytes() for path in second.iterdir() for body in gone)
    finally:
        served.stop()


def test_a_cut_node_does_not_say_that_nothing_is_held(nodes, server, departing):
    first, _ = nodes
    server.stop()
    assert run("receive", departing, "--site", first).code == 0
    assert erase(first, "X7000001").code == 4


def test_an_erasure_whose_sweep_was_held_up_sweeps_when_it_is_sent_again(nation, nodes, server, address, departing):
    first, _ = nodes
    assert run("receive", departing, "--site", first).code == 0
    before = stored("sealed", first)
    # A dump of the database reads all its tables in one transaction.
    dump = subprocess.Popen(
        [*server.as_user, BINARIES / "psql", "-h", server.folder, "-U", "postgres", "-d", address.rpartition("=")[2], "-q", "-At",
         "-c", "BEGIN", "-c", "SELECT count(*) FROM kawal.bodies", "-c", "SELECT pg_sleep(7)", "-c", "COMMIT"],
        cwd="/", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )
    try:
        assert int(dump.stdout.readline()) > 0
        assert erase(first, "X7000001").code == 4
    finally:
        dump.communicate(timeout=30)
    gone = before - stored("sealed", first)
    assert gone
    assert erase(first, "X7000001").code == 0
    server.psql("CHECKPOINT")
    tables = [path.read_bytes() for path in (server.data / "base").rglob("*") if path.is_file()]
    assert not any(body in table for table in tables for body in gone)
