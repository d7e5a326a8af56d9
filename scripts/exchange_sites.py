"""Two sites that exchange, with the line between them that can be cut: for torture-exchange and bench-exchange."""
import collections
import ctypes
import datetime
import json
import os
import pathlib
import re
import socket
import subprocess
import sys
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
CLONE_NEWNET = 0x40000000
PARTIES = {"immigration": "id/imigrasi/simkim", "ministry": "id/kp2mi/siskop2mi"}
TABLES = {"immigration": ["passports", "crossings", "bookings", "notices"], "ministry": ["workers", "agencies", "joborders", "outcomes"]}
OFFICES = {"immigration": "simkim", "ministry": "siskop2mi"}
OTHER = {"immigration": "ministry", "ministry": "immigration"}


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Loopback:
    """Both sites on one loopback; nothing is cut."""
    name = "loopback"

    def __init__(self):
        self.doors = {agency: ("127.0.0.1", free_port()) for agency in PARTIES}

    def enter(self, agency):
        """Puts the calling thread, and what it starts, where the site is."""

    def partner_address(self, agency):
        host, port = self.doors[OTHER[agency]]
        return f"{host}:{port}"

    def cut(self, kind):
        raise NotImplementedError

    def mend(self):
        pass

    def close(self):
        pass


class Namespaces(Loopback):
    """Each site in a network namespace of its own, a cable (veth) between them. Needs root and the Debian package iproute2."""
    name = "network namespaces"
    kinds = ["cut", "mute immigration", "mute ministry", "mute both"]
    NUMBERS = {"immigration": 1, "ministry": 2}

    def __init__(self):
        self.names = {agency: f"kawal-{os.getpid()}-{number}" for agency, number in self.NUMBERS.items()}
        self.doors = {agency: (f"10.77.0.{number}", 8443) for agency, number in self.NUMBERS.items()}
        made = [f"kw{os.getpid() % 100000}{end}" for end in "ab"]
        try:
            for name in self.names.values():
                self._ip("netns", "add", name)
            self._ip("link", "add", made[0], "type", "veth", "peer", "name", made[1])
            for device, (agency, name) in zip(made, self.names.items()):
                self._ip("link", "set", device, "netns", name)
                self._ip("-n", name, "link", "set", device, "name", "cable")
                self._ip("-n", name, "addr", "add", f"{self.doors[agency][0]}/24", "dev", "cable")
                self._ip("-n", name, "link", "set", "lo", "up")
                self._ip("-n", name, "link", "set", "cable", "up")
        except (OSError, subprocess.CalledProcessError):
            self.close()
            raise OSError("no network namespaces here") from None

    @staticmethod
    def _ip(*arguments, check=True):
        subprocess.run(["ip", *arguments], check=check, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def enter(self, agency):
        with open(f"/run/netns/{self.names[agency]}") as file:
            if ctypes.CDLL(None, use_errno=True).setns(file.fileno(), CLONE_NEWNET) != 0:
                raise OSError(ctypes.get_errno(), "setns")

    def cut(self, kind):
        """`cut`: both see the cable pulled. `mute`: what a site sends is lost, what it is sent arrives, connections stay half open."""
        if kind == "cut":
            return self._ip("-n", self.names["immigration"], "link", "set", "cable", "down", check=False)
        for agency in PARTIES if kind == "mute both" else [kind.split()[1]]:
            # A neighbour that nobody has: packets leave and reach nobody.
            self._ip("-n", self.names[agency], "neigh", "replace", self.doors[OTHER[agency]][0], "lladdr", "02:00:00:00:00:01",
                     "dev", "cable", "nud", "permanent", check=False)

    def mend(self):
        self._ip("-n", self.names["immigration"], "link", "set", "cable", "up", check=False)
        for agency in PARTIES:
            self._ip("-n", self.names[agency], "neigh", "del", self.doors[OTHER[agency]][0], "dev", "cable", check=False)

    def close(self):
        for name in self.names.values():
            self._ip("netns", "del", name, check=False)


class Relay(Loopback):
    """Both sites on one loopback, a relay between them, in a process of its own, that loses, delays, stalls and doubles."""
    name = "a relay"
    kinds = ["drop", "stall", "delay", "reset", "double"]

    def __init__(self):
        super().__init__()
        self.relays = {agency: free_port() for agency in PARTIES}
        pairs = [f"{self.relays[agency]}:{self.doors[agency][1]}" for agency in PARTIES]
        self.process = subprocess.Popen([sys.executable, HERE / "exchange_relay.py", *pairs], stdin=subprocess.PIPE, text=True)

    def partner_address(self, agency):
        return f"127.0.0.1:{self.relays[OTHER[agency]]}"

    def cut(self, kind):
        print(kind, file=self.process.stdin, flush=True)

    def mend(self):
        self.cut("open")

    def close(self):
        self.process.kill()
        self.process.wait()


def line_of(kind):
    """The line: of namespaces where they can be made and nothing else is asked for, else through a relay."""
    if kind == "relay":
        return Relay()
    try:
        return Namespaces()
    except OSError:
        if kind == "namespaces":
            raise
        return Relay()


class Site:
    """One of the two."""

    def __init__(self, program, folder, agency, line, pace=None):
        self.program, self.agency, self.line = program, agency, line
        self.folder = folder / agency
        self.port = free_port()
        self.address = f"http://127.0.0.1:{self.port}"
        self.environment = dict(os.environ, **({"KAWAL_EXCHANGE_PACE": pace} if pace else {}))
        self.process = None
        self.log = folder / f"{agency}.log"
        self.folder.mkdir(mode=0o700)
        host, port = line.doors[agency]
        (self.folder / "kawal.json5").write_text(json.dumps({
            "agency": agency, "training": True,
            "exchange": {"agency": agency, "name": PARTIES[agency], "address": host, "port": port,
                         "partner": PARTIES[OTHER[agency]], "partnerAddress": line.partner_address(agency)},
            "connectors": [{"name": OFFICES[agency], "office": OFFICES[agency], "way": "folder", "seconds": 1}],
        }))
        self.inbox = self.folder / "connectors" / OFFICES[agency] / "inbox"

    def run(self, *arguments, check=True):
        done = subprocess.run([self.program, *map(str, arguments), "--site", self.folder], capture_output=True, text=True)
        if check and done.returncode != 0:
            raise RuntimeError(f"{self.agency}: {' '.join(map(str, arguments))}: {done.stdout}{done.stderr}")
        return done

    def lines(self, *arguments):
        return [json.loads(line) for line in self.run(*arguments).stdout.splitlines()]

    def start(self):
        """Starts serving; the calling thread's namespace is the site's."""
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [self.program, "serve", "--site", self.folder, "--port", str(self.port)], stdout=log, stderr=log, env=self.environment)

    def is_ready(self):
        try:
            with urllib.request.urlopen(self.address + "/healthz", timeout=2) as answer:
                return answer.status == 200
        except OSError:
            return False

    def wait(self, seconds=60):
        """Waits until the site answers; the time that it took."""
        began = time.monotonic()
        while not self.is_ready():
            if self.process.poll() is not None or time.monotonic() > began + seconds:
                raise RuntimeError(f"{self.agency} does not serve: {self.log.read_text()[-2000:]}")
            time.sleep(0.01)
        return time.monotonic() - began

    def stop(self, kill=False):
        if self.process and self.process.poll() is None:
            self.process.kill() if kill else self.process.terminate()
            self.process.wait(timeout=60)

    def drop(self, table, number, text):
        """Puts a file into the inbox, whole."""
        self.inbox.mkdir(parents=True, exist_ok=True)
        name = f"{table}-{number:06d}.csv"
        (self.inbox / f".{name}").write_text(text)
        (self.inbox / f"{name}.done").touch()
        (self.inbox / f".{name}").rename(self.inbox / name)

    def dropped(self):
        """How many files wait."""
        return sum(1 for path in self.inbox.glob("*.csv")) if self.inbox.exists() else 0

    def waiting(self):
        """How many messages the partner has not taken yet."""
        return sum(line.get("waiting", 0) for line in self.lines("exchange", "standing"))

    def key(self, *scopes):
        issued = self.run("key", "issue", "--owner", "torture", *(part for scope in scopes for part in ("--scope", scope)))
        return re.search(r"\bkwl_[0-9a-f]+_[0-9a-f]+\b", issued.stdout).group(0)


def make(program, folder, line, pace=None):
    """Two sites that know each other's keys and have signed the agreement."""
    sites = {agency: Site(program, folder, agency, line, pace) for agency in PARTIES}
    two = ["--officer", "uji-1", "--officer", "uji-2"]
    for agency, site in sites.items():
        (folder / f"{agency}.keys").write_text(site.run("exchange", "keys").stdout)
    for agency, site in sites.items():
        site.run("exchange", "trust", folder / f"{OTHER[agency]}.keys", *two)
        site.run("exchange", "sign", *two)
    return sites


def invent(program, folder, people, day):
    """An invented nation, in folder/d."""
    subprocess.run([program, "synthesize", "--people", str(people), "--seed", "7", "--day", day, "--out", folder / "d"],
                   check=True, capture_output=True)


def fill(sites, folder):
    """Each office's tables of the nation at its own site, told as complete."""
    until = (datetime.date.today() + datetime.timedelta(days=2)).isoformat()
    for agency, site in sites.items():
        feeds = folder / f"{agency}-feeds.csv"
        feeds.write_text("feed,owner,complete_until,state\n" + "".join(f"{table},{agency},{until},complete\n" for table in TABLES[agency]))
        site.run("intake", *(folder / f"d/{table}.csv" for table in TABLES[agency] if (folder / f"d/{table}.csv").exists()), feeds)


def settle(sites, seconds):
    """Waits until nothing waits on either side any more; whether that came."""
    end, quiet = time.monotonic() + seconds, 0
    while quiet < 4:
        if time.monotonic() > end:
            return False
        time.sleep(0.5)
        quiet = quiet + 1 if all(site.dropped() + site.waiting() == 0 for site in sites.values()) else 0
    return True


class Ledgers:
    """Both ledgers beside each other."""

    def __init__(self, sites):
        self.sites = sites
        self.entries = {agency: site.lines("exchange", "ledger") for agency, site in sites.items()}

    def of(self, agency, what):
        return [entry for entry in self.entries[agency] if entry["what"] == what]

    def check(self, lost, doubled):
        """Each message that was queued has arrived once, in order and in one chain; its effect has come once."""
        for agency in PARTIES:
            self._check_messages(agency, OTHER[agency], lost, doubled)
        self._check_effects(lost, doubled)

    def _check_messages(self, sender, receiver, lost, doubled):
        queued, delivered, received = self.of(sender, "queued"), self.of(sender, "delivered"), self.of(receiver, "received")
        # A skip takes the place of what it skips.
        places = {(entry["stream"], entry["seq"]): entry for entry in queued + self.of(sender, "skipped")}
        arrived = collections.Counter(entry["id"] for entry in received)
        for (stream, place), entry in places.items():
            if arrived[entry["id"]] == 0:
                lost.append(f"{sender}: {stream} {place} ({entry['type']}) was queued and never came")
        doubled += [f"{receiver}: {name} came {count} times" for name, count in arrived.items() if count > 1]
        # A crossing is told once for each placement of its holder.
        told = [entry for entry in queued if "about" in entry and "confirmed" not in entry["type"]]
        twice = collections.Counter(entry["about"] for entry in told)
        doubled += [f"{sender}: entry {about} was told {count} times" for about, count in twice.items() if count > 1]
        own = {(entry["stream"], entry["seq"]): entry for entry in received}
        for entry in delivered:
            there = own.get((entry["stream"], entry["seq"]))
            if there is None or there["id"] != entry["id"] or there["hash"] != entry["hash"] or there["index"] != entry["at"]:
                lost.append(f"{receiver}: {entry['stream']} {entry['seq']} was acknowledged and is not there")
        noted = collections.Counter((entry["stream"], entry["seq"]) for entry in delivered)
        doubled += [f"{sender}: {place} was noted as taken {count} times" for place, count in noted.items() if count > 1]
        heads = collections.defaultdict(int)
        for entry in received:  # in the order of the ledger
            heads[entry["stream"]] += 1
            if entry["seq"] != heads[entry["stream"]]:
                lost.append(f"{receiver}: {entry['stream']} has {entry['seq']} where {heads[entry['stream']]} belongs")

    def _check_effects(self, lost, doubled):
        for kind, sender in (("referral.opened/1", "immigration"), ("referral.withdrawn/1", "immigration")):
            here = collections.Counter(entry["id"] for entry in self.of(sender, kind))
            there = collections.Counter(entry["id"] for entry in self.of(OTHER[sender], kind) if entry["isPartners"])
            lost += [f"{kind} {name} has no effect" for name in here if there[name] == 0]
            doubled += [f"{kind} {name} has its effect {there[name]} times" for name in there if there[name] > here[name]]
        # Every placement that was told is another than before, so that each has changed a row.
        told = sum(1 for entry in self.of("immigration", "received") if entry["type"] == "placement.shared/1")
        rows = sum(1 for entry in self.of("immigration", "record.workers/1") if entry["isPartners"])
        if rows < told:
            lost.append(f"{told} placements were told, {rows} rows changed")
        if rows > told:
            doubled.append(f"{told} placements were told, {rows} rows changed")
