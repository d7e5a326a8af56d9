"""Knocks at a running door with valid, forged, damaged and impolite requests over real TLS, and looks at what it answers."""
import base64
import json
import random
import re
import socket
import ssl
import subprocess
import threading
import time

from exchange_sites import OTHER, PARTIES

LIMIT = 256 << 10


class Signer:
    """Signs in the name of a site; a process of its own."""

    def __init__(self, site):
        self.process = subprocess.Popen([site.program, "exchange", "requests", "--site", site.folder], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.turn = threading.Lock()

    def sign(self, **asked):
        with self.turn:
            print(json.dumps(asked), file=self.process.stdin, flush=True)
            return json.loads(self.process.stdout.readline())

    def close(self):
        self.process.stdin.close()
        self.process.wait(timeout=30)


class Attack:
    """One site's name and keys against the other's door, with a stream of its own."""

    def __init__(self, sites, sender, folder, chance):
        self.site, self.target, self.chance, self.folder = sites[sender], sites[OTHER[sender]], chance, folder
        self.host = sites[sender].line.doors[OTHER[sender]]
        keys = json.loads((self.site.folder / "exchange.key").read_text())
        certificate = folder / f"{sender}-attack.pem"
        certificate.write_text(keys["certificate"] + "\n" + keys["certificateKey"])
        self.context = self._context(certificate)
        self.signer = Signer(self.site)
        self.stream = f"uji-{chance.randrange(10**9)}"
        self.seq, self.head, self.accepted = 0, base64.b64encode(bytes(32)).decode(), 0
        self.faults, self.tried, self.line = [], 0, None

    @staticmethod
    def _context(certificate):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        if certificate:
            context.load_cert_chain(certificate)
        return context

    def connect(self, context=None, timeout=20):
        return (context or self.context).wrap_socket(socket.create_connection(self.host, timeout=timeout))

    # Requests

    def message(self, **changed):
        """The stream's next message, unless something about it is asked to be otherwise."""
        asked = {"stream": self.stream, "seq": self.seq + 1, "prev": self.head, "type": "stream.digest/1", "purpose": "none",
                 "payload": '{"streams":[]}'}
        return self.signer.sign(**{**asked, **changed})

    @staticmethod
    def wire(request, *, path=None, method=None, extra=(), length=None):
        fields = [("host", request["authority"]), *map(tuple, request["fields"]), *extra]
        body = base64.b64decode(request["body"])
        fields.append(("content-length", str(len(body) if length is None else length)))
        lines = [f"{method or request['method']} {path or request['path']} HTTP/1.1", *(f"{name}: {value}" for name, value in fields)]
        return "\r\n".join(lines).encode("utf-8", "surrogateescape") + b"\r\n\r\n" + body

    def exchange(self, data, fresh=False):
        """Status and code of the answer; (0, "closed") where there is none. A connection is used again while it stands."""
        self.tried += 1
        for _ in range(2):
            try:
                if fresh or self.line is None:
                    self.drop_line()
                    self.line = self.connect()
                self.line.sendall(data)
                answer = self._answer()
                if answer[0]:
                    return answer
            except OSError:
                pass
            was_used, self.line = self.line is not None and not fresh, None
            fresh = True
            if not was_used:
                break
        return 0, "closed", {}

    def drop_line(self):
        if self.line is not None:
            self.line.close()
            self.line = None

    def _answer(self):
        read = b""
        while b"\r\n\r\n" not in read:
            piece = self.line.recv(65536)
            if not piece:
                self.drop_line()
                return 0, "closed", {}
            read += piece
        head, body = read.split(b"\r\n\r\n", 1)
        first, *lines = head.decode("latin-1").split("\r\n")
        fields = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        while len(body) < int(fields.get("content-length", 0)):
            piece = self.line.recv(65536)
            if not piece:
                break
            body += piece
        if fields.get("connection", "").lower() == "close":
            self.drop_line()
        try:
            code = json.loads(body).get("code", "")
        except (ValueError, AttributeError):
            code = ""
        return int(first.split()[1]), code, fields

    def expect(self, name, data, status, code, fresh=False):
        found = self.exchange(data, fresh)
        is_right = not 200 <= found[0] < 300 if status is None else found[:2] == (status, code)
        if not is_right:
            self.faults.append(f"{name}: {found[0]} {found[1] or '-'} where {status or 'a refusal'} {code or ''} belongs")
        return found

    def go_on(self, name="the next message"):
        """The stream goes on: its next message is taken."""
        request = self.message()
        found = self.exchange(self.wire(request))
        if found[0] != 200:
            self.faults.append(f"{name}: {found[0]} {found[1]} where 200 belongs")
            return request
        self.seq, self.head, self.accepted = self.seq + 1, request["hash"], self.accepted + 1
        return request

    # The fifteen steps

    def steps(self):
        first = self.go_on("step 15")
        self.strangers()
        request = self.message()
        self.expect("2 body", self.wire(request, length=LIMIT + 1), 413, "too-large", fresh=True)
        self.expect("2 header", self.wire(request, extra=[("x-much", "a" * 6000)] * 4), None, None, fresh=True)
        self.expect("3 doubled", self.wire(self.message(), extra=[("kawal-seq", str(self.seq + 1))]), 400, "malformed-field", fresh=True)
        self.expect("3 form", self.changed("kawal-seq", "01.5"), 400, "malformed-field")
        self.expect("3 two signatures", self.wire(self.message(), extra=[("signature", "x=:AAAA:")]), 400, "malformed-field", fresh=True)
        self.expect("4 field left out", self.changed("kawal-purpose", None), 400, "missing-component")
        self.expect("4 uncovered", self.uncovered('"kawal-audience" '), 400, "missing-component")
        self.expect("5 sender", self.wire(self.message(sender="id/contoh/lain")), 401, "wrong-sender")
        self.expect("5 key", self.wire(self.message(kid="nobodys")), 401, "unknown-key")
        self.expect("6 key's time", self.wire(self.message(seconds=-90_000)), 401, "key-not-valid")
        self.expect("6 early clock", self.wire(self.message(seconds=90)), 401, "clock")
        self.expect("6 late clock", self.wire(self.message(seconds=-90)), 401, "clock")
        self.expect("7 forged", self.wire(self.message(isForged=True)), 401, "bad-signature")
        self.expect("8 audience", self.wire(self.message(audience="id/contoh/lain")), 403, "wrong-audience")
        self.expect("8 own audience", self.wire(self.message(audience=PARTIES[self.site.agency])), 403, "wrong-audience")
        request = self.message()
        request["body"] = base64.b64encode(base64.b64decode(request["body"]).replace(b"streams", b"streamz")).decode()
        self.expect("9 digest", self.wire(request), 400, "bad-digest")
        self.expect("10 replay", self.wire(first), 425, "replayed-nonce")
        held = {name: value.strip('"') for name, value in first["fields"] if name.startswith("kawal-")}
        body = base64.b64decode(first["body"]).decode()
        again = self.message(id=held["kawal-message-id"], seq=self.seq, prev=base64.b64encode(bytes(32)).decode(), body=body)
        found = self.expect("11 the same again", self.wire(again), 200, "")
        if found[2].get("kawal-replayed") != "?1":
            self.faults.append("11: a repeat is not told as one")
        self.expect("11 other message", self.wire(self.message(id=held["kawal-message-id"])), 409, "id-conflict")
        found = self.expect("12 gap", self.wire(self.message(seq=self.seq + 2)), 409, "sequence-gap")
        if found[2].get("kawal-expected-seq") != str(self.seq + 1):
            self.faults.append("12: what is expected is not told")
        self.expect("12 rolled back", self.wire(self.message(seq=self.seq)), 409, "sequence-gap")
        self.expect("12 other chain", self.wire(self.message(prev=base64.b64encode(b"\1" * 32).decode())), 409, "sequence-gap")
        self.expect("13 unlisted field", self.wire(self.message(payload='{"streams":[],"x":"1"}')), 422, "schema")
        self.expect("13 unlisted type", self.wire(self.message(type="tax.told/1")), 422, "schema")
        self.expect("13 no JSON", self.wire(self.message(body="not JSON")), 422, "schema")
        self.expect("14 purpose", self.wire(self.message(purpose="tax")), 403, "purpose")
        self.expect("bare, forged", self.wire(self.message(path=f"/x/v1/streams/{self.stream}/head", isForged=True)), 401, "bad-signature")
        other = self.wire(self.message(path="/x/v1/health"), path=f"/x/v1/streams/{self.stream}/head")
        self.expect("bare, other path", other, 401, "bad-signature")
        self.expect("bare", self.wire(self.message(path=f"/x/v1/streams/{self.stream}/head")), 200, "")
        self.go_on()

    def strangers(self):
        """Step 1: no certificate, and somebody else's, under the same name."""
        stem = self.folder / f"{self.site.agency}-stranger"
        key, certificate, stranger = (stem.with_suffix(end) for end in (".key", ".crt", ".pem"))
        subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30", "-subj",
                        f"/CN={PARTIES[self.site.agency].replace('/', '.')}", "-keyout", key, "-out", certificate],
                       check=True, capture_output=True)
        stranger.write_text(certificate.read_text() + key.read_text())
        for certificate in (None, stranger):
            self.tried += 1
            try:
                with self.connect(self._context(certificate)) as line:
                    line.sendall(self.wire(self.message()))
                    answer = line.recv(4096)
            except OSError:
                continue
            if answer and (b" 401 " not in answer or b"unknown-party" not in answer):
                self.faults.append(f"1 stranger: {answer[:40]}")

    def changed(self, name, value):
        request = self.message()
        request["fields"] = [[n, value if n == name else v] for n, v in request["fields"] if n != name or value is not None]
        return self.wire(request)

    def uncovered(self, component):
        request = self.message()
        request["fields"] = [[n, v.replace(component, "") if n == "signature-input" else v] for n, v in request["fields"]]
        return self.wire(request)

    # Chance

    def mutants(self, count):
        """Changes valid requests at random; none of them may be taken, and each original is taken afterwards."""
        done = 0
        while done < count:
            request = self.message()
            for _ in range(min(50, count - done)):
                data, what = self.mutant(request)
                status, code, _ = self.exchange(data, fresh=what in ("framing", "line"))
                done += 1
                if what in ("framing", "line"):
                    self.drop_line()
                if 200 <= status < 300:
                    self.faults.append(f"a mutant was accepted: {what}: {data.split(b'content-digest')[0]}")
                    self.seq, self.head, self.accepted = self.seq + 1, request["hash"], self.accepted + 1
                    break
            else:
                # It was a good one: nothing but the changes was refused.
                self.expect("the message that the mutants were made of", self.wire(request), 200, "")
                self.seq, self.head, self.accepted = self.seq + 1, request["hash"], self.accepted + 1
        return done

    def mutant(self, request):
        chance, fields = self.chance, [list(field) for field in request["fields"]]
        body, place = base64.b64decode(request["body"]), chance.randrange(len(request["fields"]))
        what = chance.choice(["bit", "bit", "byte", "drop", "double", "swap", "rename", "body", "framing", "line", "signature"])
        changed, options = dict(request), {}
        match what:
            case "bit":
                value = bytearray(fields[place][1].encode())
                at = chance.randrange(len(value))
                value[at] ^= 1 << chance.randrange(7)
                fields[place][1] = value.decode("latin-1")
            case "byte":
                value = fields[place][1]
                at = chance.randrange(len(value))
                fields[place][1] = value[:at] + chance.choice(["", value[at] * 2, ",", ";", '"', "\\", "é", "\x00", "="]) + value[at + 1:]
                if fields[place][1] == value:
                    fields[place][1] += "x"
            case "drop": fields.pop(place)
            case "double": fields.insert(chance.randrange(len(fields)), [fields[place][0].upper(), fields[place][1]])
            case "swap":
                other = (place + 1 + chance.randrange(len(fields) - 1)) % len(fields)
                fields[place][1], fields[other][1] = fields[other][1], fields[place][1]
            case "rename": fields[place][0] = chance.choice(["x-", "kawal-x", ""]) + fields[place][0][1:] + "x"
            case "body":
                at = chance.randrange(len(body))
                body = chance.choice([body[:at] + bytes([body[at] ^ 1]) + body[at + 1:], body[:at], body + b" ", b""])
            case "framing":
                options["extra"] = [chance.choice([("transfer-encoding", "chunked"), ("content-length", "3"), ("content-encoding", "gzip"),
                                                   ("host", "other.example"), ("transfer-encoding", "chunked, identity"),
                                                   ("content-length", "+5"), ("kawal-seq ", "1"), ("kawal-seq\r\n ", "1")])]
            case "line":
                options = chance.choice([{"path": "/x/v1/messages?a=1"}, {"path": "/x/v1//messages"}, {"path": "/x/v1/messages/"},
                                         {"path": "/X/v1/messages"}, {"path": "/x/v1/%6dessages"}, {"path": "/x/v1/add-checkpoint"},
                                         {"method": "PUT"}, {"method": "GET"}, {"method": "post"},
                                         # A target's own host is dropped by the HTTP library: the signed `Host` decides.
                                         {"path": "https://other.example/x/v1/other"}])
            case _:
                for field in fields:
                    if field[0] == "signature":
                        field[1] = "kawal=:" + base64.b64encode(chance.randbytes(64)).decode() + ":"
        changed["fields"], changed["body"] = fields, base64.b64encode(body).decode()
        return self.wire(changed, **options), what

    # Impolite connections

    def impolite(self):
        """Slow bodies, halves of requests, silent connections: they get nothing, and others are served meanwhile."""
        self.drop_line()
        held = [self.connect() for _ in range(20)] + [socket.create_connection(self.host, timeout=20) for _ in range(40)]
        slow = [threading.Thread(target=self._slowly) for _ in range(10)]
        for thread in slow:
            thread.start()
        for _ in range(10):  # half of a body, then an end
            line, data = self.connect(), self.wire(self.message())
            line.sendall(data[: -20])
            socket.socket.shutdown(line, socket.SHUT_WR)
            self.tried += 1
            try:
                line.settimeout(5)
                answer = line.recv(4096)
                if b" 200 " in answer[:20]:
                    self.faults.append("half a body was taken")
            except OSError:
                pass
            line.close()
        while any(thread.is_alive() for thread in slow):
            began = time.monotonic()
            self.go_on("beside slow ones")
            if time.monotonic() - began > 5:
                self.faults.append("slow ones hold up others")
            time.sleep(0.5)
        for line in held:
            line.close()

    def _slowly(self):
        data = self.wire(self.message(seq=self.seq + 1000))
        self.tried += 1
        try:
            with self.connect() as line:
                line.sendall(data[:-60])
                for byte in data[-60:]:
                    line.settimeout(0.4)
                    line.sendall(bytes([byte]))
                    try:
                        if b" 200 " in line.recv(4096)[:20]:
                            self.faults.append("a slow body was taken")
                        return
                    except TimeoutError:
                        continue
        except OSError:
            pass

    def logged(self):
        """Every kind of refusal stands in the log."""
        log = self.target.log.read_text(errors="replace")
        for code in ("too-large", "malformed-field", "missing-component", "wrong-sender", "unknown-key", "key-not-valid", "clock",
                     "bad-signature", "wrong-audience", "bad-digest", "replayed-nonce", "id-conflict", "sequence-gap", "schema", "purpose"):
            if not re.search(rf"\b{code}\b", log):
                self.faults.append(f"{code} is not in the log")

    def close(self):
        self.drop_line()
        self.signer.close()


def attack(sites, sender, folder, chance, count):
    """Knocks at the other's door: how often, what went wrong, and how many messages were really taken there."""
    attack = Attack(sites, sender, folder, chance)
    before = received(attack.target)
    try:
        attack.steps()
        attack.mutants(count)
        attack.impolite()
        attack.logged()
    finally:
        attack.close()
    appended = received(attack.target) - before
    if appended != attack.accepted:
        attack.faults.append(f"{appended} messages were appended, {attack.accepted} were sent in order")
    return attack.tried, attack.faults


def received(site):
    return sum(1 for line in site.lines("exchange", "ledger") if line["what"] == "received" and line["stream"].startswith("uji-"))
