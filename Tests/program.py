"""The program under test: run to its end, or serving a site on a free port. What it prints once is read out of it."""
import datetime
import pathlib
import re
import socket
import ssl
import subprocess
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent


def today(zone_minutes=420):
    """The calendar day at a post, as the program reckons it."""
    zone = datetime.timezone(datetime.timedelta(minutes=zone_minutes))
    return datetime.datetime.now(zone).date().isoformat()


class Result:
    """What a run of the program gave."""

    def __init__(self, done):
        self.code = done.returncode
        self.out = done.stdout
        self.err = done.stderr


class Program:
    """The executable at a path."""

    def __init__(self, path):
        self.path = pathlib.Path(path)

    def run(self, *arguments, stdin=None, timeout=300, **options):
        """Runs the program to its end."""
        command = [str(self.path), *map(str, arguments)]
        done = subprocess.run(command, input=stdin, capture_output=True, text=True, timeout=timeout, **options)
        return Result(done)

    def serve(self, site, certificate=None):
        """Serves a site on a free port; over TLS where its configuration names this certificate."""
        return Served(self, site, free_port(), certificate)


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


class Served:
    """A served site."""

    def __init__(self, program, site, port, certificate=None):
        self.site = site
        self.address = f"{'https' if certificate else 'http'}://127.0.0.1:{port}"
        trust = ssl.create_default_context(cafile=certificate) if certificate else None
        self.log = open(site.parent / f"serve-{port}.log", "ab")
        self.process = subprocess.Popen(
            [str(program.path), "serve", "--site", str(site), "--port", str(port)], stdout=self.log, stderr=self.log
        )
        try:
            self._wait(trust)
        except BaseException:
            self.stop(kill=True)
            raise

    def _wait(self, trust):
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
