"""What the executable's and the browser's tests share: the program, an invented nation, a site, a served site."""
import datetime
import os
import pathlib
import re
import shutil
import socket
import ssl
import subprocess
import time
import urllib.request

import pytest

ROOT = pathlib.Path(__file__).resolve().parent.parent
PROGRAM = pathlib.Path(os.environ.get("KAWAL", ROOT / ".build" / "debug" / "kawal"))
DAY = datetime.datetime.now(datetime.timezone(datetime.timedelta(hours=7))).date().isoformat()


class Result:
    """What a run of the program gave."""

    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout
        self.err = done.stderr


def run(*arguments, stdin=None, timeout=300, **options):
    """Runs the program to its end."""
    done = subprocess.run(
        [str(PROGRAM), *map(str, arguments)], input=stdin, capture_output=True, text=True, timeout=timeout, **options
    )
    return Result(done)


@pytest.fixture(scope="session")
def kawal():
    """The program as a function."""
    assert PROGRAM.exists(), f"{PROGRAM} is missing: run `make build` first"
    return run


@pytest.fixture(scope="session")
def nation(kawal, tmp_path_factory):
    """A folder with an invented nation of 4,000 people."""
    folder = tmp_path_factory.mktemp("nation") / "d"
    made = kawal("synthesize", "--people", 4000, "--seed", 7, "--day", DAY, "--out", folder)
    assert made.code == 0, made.err
    return folder


@pytest.fixture(scope="session")
def office_files(nation):
    """The offices' files of the nation, without its lists and its truth."""
    return sorted(path for path in nation.glob("*.csv") if path.name != "truth.csv")


@pytest.fixture(scope="session")
def loaded_site(kawal, office_files, tmp_path_factory):
    """A site with the offices' files loaded; copy it before you write to it."""
    site = tmp_path_factory.mktemp("loaded") / "site"
    loaded = kawal("intake", *office_files, "--site", site)
    assert loaded.code == 0, loaded.err
    return site


@pytest.fixture
def site(loaded_site, tmp_path):
    """A site of one's own."""
    copy = tmp_path / "site"
    shutil.copytree(loaded_site, copy)
    return copy


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Served:
    """A served site."""

    def __init__(self, site, port, certificate=None):
        self.site = site
        self.address = f"{'https' if certificate else 'http'}://127.0.0.1:{port}"
        trust = ssl.create_default_context(cafile=certificate) if certificate else None
        self.log = open(site.parent / f"serve-{port}.log", "ab")
        self.process = subprocess.Popen(
            [str(PROGRAM), "serve", "--site", str(site), "--port", str(port)], stdout=self.log, stderr=self.log
        )
        for _ in range(300):
            if self.process.poll() is not None:
                raise AssertionError(pathlib.Path(self.log.name).read_text())
            try:
                with urllib.request.urlopen(self.address + "/healthz", timeout=2, context=trust) as answer:
                    if answer.status == 200:
                        return
            except OSError:
                time.sleep(0.1)
        raise AssertionError("the server did not answer within 30 s")

    def stop(self, kill=False):
        """Stops the server by its process id."""
        if self.process.poll() is None:
            self.process.kill() if kill else self.process.terminate()
            self.process.wait(timeout=30)
        self.log.close()


def serve(site, certificate=None):
    """Serves a site on a free port; over TLS where its configuration names this certificate."""
    return Served(site, free_port(), certificate)


def one_time_password(text):
    """The one-time password in what the program said."""
    found = re.search(r"\b([a-z2-9]{5}(?:-[a-z2-9]{5}){3})\b", text)
    assert found, text
    return found.group(1)


def machine_key(text):
    """The machine's key in what the program said."""
    found = re.search(r"\bkwl_[0-9a-f]+_[0-9a-f]+\b", text)
    assert found, text
    return found.group(0)
