"""The command line as programs outside the project use it (formats.md section 2)."""
import csv
import hashlib
import json
import pathlib
import shutil
import socket
import ssl
import subprocess
import urllib.request

import pytest

from conftest import DAY, ROOT, serve


def lines(text):
    return [json.loads(line) for line in text.splitlines()]


def digest_of(folder):
    """One digest of every file below a folder, by path."""
    total = hashlib.sha256()
    for path in sorted(p for p in pathlib.Path(folder).rglob("*") if p.is_file()):
        total.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes())
    return total.hexdigest()


def head(kawal, site):
    shown = kawal("ledger", "head", "--site", site, "--json")
    assert shown.code == 0, shown.err
    return json.loads(shown.out)


def test_an_invented_nation_is_the_same_for_the_same_seed(kawal, tmp_path):
    for name, seed in (("a", 3), ("b", 3), ("c", 4)):
        assert kawal("synthesize", "--people", 500, "--seed", seed, "--day", DAY, "--out", tmp_path / name).code == 0
    assert digest_of(tmp_path / "a") == digest_of(tmp_path / "b")
    assert digest_of(tmp_path / "a") != digest_of(tmp_path / "c")


def test_every_file_of_a_nation_loads_and_loading_it_again_changes_nothing(kawal, nation, tmp_path):
    site = tmp_path / "site"
    first = kawal("intake", nation, "--site", site)
    assert first.code == 0, first.err
    before = head(kawal, site)
    second = kawal("intake", nation, "--site", site)
    assert second.code == 0, second.err
    assert head(kawal, site) == before


def test_the_order_of_files_does_not_matter_to_the_advice(kawal, nation, office_files, tmp_path):
    answers = []
    for name, files in (("up", office_files), ("down", office_files[::-1])):
        site = tmp_path / name
        assert kawal("intake", *files, "--site", site).code == 0
        answers.append(kawal("screen", nation / "manifests", "--site", site, "--json").out)
    assert answers[0] == answers[1] and answers[0]


def test_a_refused_row_gives_exit_1_and_the_others_are_loaded(kawal, tmp_path):
    table = tmp_path / "agencies.csv"
    table.write_text("licence_no,kind,name,status\nL-1,p3mi,Satu,active\n,p3mi,Tanpa Nomor,active\nL-3,p3mi,Tiga,active\n")
    loaded = kawal("intake", table, "--site", tmp_path / "site")
    assert loaded.code == 1
    assert "3" in loaded.err and "licence_no" in loaded.err
    assert head(kawal, tmp_path / "site")["size"] == 2


def test_screening_follows_the_truth_of_the_nation(kawal, nation, loaded_site, tmp_path):
    screened = kawal("screen", nation / "manifests", "--site", loaded_site, "--json")
    assert screened.code == 0, screened.err
    (tmp_path / "departures").write_text(screened.out)
    applied = kawal("screen", "--applications", nation / "passports.csv", "--site", loaded_site, "--json")
    (tmp_path / "applications").write_text(applied.out)
    compared = subprocess.run(
        [ROOT / "scripts" / "compare-truth", nation / "truth.csv", tmp_path / "departures", "--applications",
         tmp_path / "applications", "--advice", "1", "--codes", "1", "--clear", "1"], capture_output=True, text=True,
    )
    assert compared.returncode == 0, compared.stdout


def test_every_referral_says_why_and_what_would_mend_it(kawal, nation, loaded_site):
    for answer in lines(kawal("screen", nation / "manifests", "--site", loaded_site, "--json").out):
        assert answer["advice"] in {"clear", "advise", "refer", "statutory", "unavailable"}
        if answer["advice"] != "clear":
            assert answer["reasons"] or answer["unknown"]
        if answer["advice"] == "refer":
            assert answer["reasons"] and answer["mend"]
            assert all(entry["where"] for entry in answer["mend"])
        assert answer["rules"].startswith("sha256:")


def test_persons_are_numbered_through_each_list_in_its_order(kawal, nation, loaded_site):
    answers = lines(kawal("screen", nation / "manifests", "--site", loaded_site, "--json").out)
    previous = None
    for answer in answers:
        flight = (answer["flight"], answer["departsOn"])
        if previous and previous[0] == flight and answer["person"] != 1:
            assert answer["person"] == previous[1] + 1
        else:
            assert answer["person"] == 1
        previous = (flight, answer["person"])


def test_a_screening_leaves_nothing_behind_and_a_receiving_does(kawal, nation, site):
    before = head(kawal, site)
    kawal("screen", nation / "manifests", "--site", site, "--json")
    assert head(kawal, site) == before
    received = kawal("receive", nation / "manifests", "--site", site, "--json")
    assert received.code == 0, received.err
    after = head(kawal, site)
    assert after["size"] > before["size"]
    again = kawal("receive", nation / "manifests", "--site", site, "--json")
    assert again.code == 0, again.err
    assert head(kawal, site) == after


def test_views_folded_again_give_the_same_answers(kawal, nation, site):
    kawal("receive", nation / "manifests", "--site", site)
    before = kawal("screen", nation / "manifests", "--site", site, "--json").out
    root = head(kawal, site)["root"]
    rebuilt = kawal("rebuild", "--site", site)
    assert rebuilt.code == 0, rebuilt.err
    assert kawal("screen", nation / "manifests", "--site", site, "--json").out == before
    assert head(kawal, site)["root"] == root


def test_a_changed_byte_in_the_ledger_is_found(kawal, site):
    assert kawal("ledger", "verify", "--site", site).code == 0
    store = next(site.glob("*.sqlite"))
    data = store.read_bytes()
    at = data.rfind(b'"registry.') if b'"registry.' in data else data.rfind(b'"bodyDigest"')
    assert at > 0
    store.write_bytes(data[: at + 3] + bytes([data[at + 3] ^ 1]) + data[at + 4 :])
    found = kawal("ledger", "verify", "--site", site)
    assert found.code == 4
    assert "ledger" in found.err.lower() or "damaged" in found.err.lower()


def test_an_exported_log_and_a_proof_are_verified_without_the_site(kawal, site, tmp_path):
    key = kawal("ledger", "key", "--site", site).out.strip()
    folder = tmp_path / "log"
    assert kawal("ledger", "export", folder, "--site", site).code == 0
    proof = tmp_path / "entry.tlog-proof"
    proof.write_text(kawal("ledger", "prove", 1, "--site", site).out)
    kept = tmp_path / "checkpoint"
    kept.write_text(kawal("ledger", "head", "--note", "--site", site).out)
    shutil.rmtree(site)
    assert "agrees" in kawal("ledger", "verify", folder, "--key", key, "--since", kept).out
    assert "agrees" in kawal("ledger", "verify", proof, "--key", key).out
    bundle = next(path for path in sorted((folder / "tile/entries").rglob("*")) if path.is_file())
    bundle.write_bytes(bundle.read_bytes().replace(b'"actor":"operator"', b'"actor":"somebody"', 1))
    damaged = kawal("ledger", "verify", folder, "--key", key)
    assert damaged.code == 4 and "from entry 0 on" in damaged.err
    proof.write_text(proof.read_text().replace("index 1", "index 2"))
    assert kawal("ledger", "verify", proof, "--key", key).code == 4
    assert kawal("ledger", "verify", proof).code == 2
    assert kawal("ledger", "verify", tmp_path / "nothing", "--key", key).code == 3


def test_applications_are_screened_one_line_each(kawal, nation, loaded_site):
    screened = kawal("screen", "--applications", nation / "passports.csv", "--site", loaded_site, "--json")
    assert screened.code == 0, screened.err
    with open(nation / "passports.csv", newline="") as file:
        applied = [row for row in csv.DictReader(file) if row["status"] == "applied"]
    assert len(lines(screened.out)) == len(applied) > 0
    assert "mencurigakan" not in screened.out


def test_a_zone_is_read_digit_by_digit(kawal):
    zone = "P<IDNSITI<AMINAH<<<<<<<<<<<<<<<<<<<<<<<<<<<<\nX9000001<1IDN9503179F33031603" + "509125703000146\n"
    read = kawal("read", "--mrz", "--json", stdin=zone + "\nnot a zone\n")
    first, second = lines(read.out)
    assert first["valid"] and first["nik"].startswith("350912") and first["given"] == ""
    assert second["format"] is None and second["valid"] is False


def test_wrong_use_unreadable_input_and_a_missing_site_have_their_codes(kawal, tmp_path, nation):
    assert kawal("no-such-command").code == 2
    assert kawal("screen").code == 2
    assert kawal("read", tmp_path / "absent.edi", "--json").code == 3
    (tmp_path / "noise.edi").write_bytes(bytes(range(256)) * 4)
    unreadable = kawal("read", tmp_path / "noise.edi", "--json")
    assert unreadable.code == 3
    assert lines(unreadable.out)[0]["message"] is None
    missing = kawal("screen", nation / "manifests", "--site", tmp_path / "none")
    assert missing.code == 4 and "kawal intake" in missing.err
    assert kawal("--version").out.strip()


def test_no_message_carries_a_name_or_a_number(kawal, tmp_path):
    nik = "99" + "0101" + "41" + "0190" + "9001"
    table = tmp_path / "workers.csv"
    table.write_text(
        "placement_id,nik,name,sex,born_on,passport_no\n"
        f"PL-1,{nik},KENCANA WULANSARI,M,1991-02-02,X7654321\n"
        f"PL-2,{nik}9,KENCANA WULANSARI,Q,1991-02-31,X7654321\n"
        f",{nik},KENCANA WULANSARI,F,1990-01-01,X7654321\n"
    )
    loaded = kawal("intake", table, "--site", tmp_path / "site")
    assert loaded.code == 1
    assert loaded.err.count("\n") >= 3
    for secret in (nik, "KENCANA", "WULANSARI", "X7654321"):
        assert secret not in loaded.err and secret not in loaded.out


def test_the_generated_lists_are_what_the_code_says(kawal, tmp_path):
    assert kawal("lists", tmp_path).code == 0
    for path in tmp_path.iterdir():
        assert path.read_text() == (ROOT / "docs/generated" / path.name).read_text(), "run `make docs`"


def test_a_busy_port_is_named_with_the_next_free_one(kawal, site):
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        busy = kawal("serve", "--site", site, "--port", port)
    assert busy.code == 2
    assert str(port) in busy.err and "--port" in busy.err


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # an old TLS is the point
def test_a_site_is_served_over_tls_and_its_cookies_stay_on_it(site, tmp_path):
    certificate, secret = tmp_path / "certificate.pem", tmp_path / "key.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", secret, "-out", certificate],
        check=True, capture_output=True,
    )
    (site / "kawal.json5").write_text(json.dumps({"tls": {"certificate": str(certificate), "key": str(secret)}}))
    served = serve(site, certificate)
    try:
        trust = ssl.create_default_context(cafile=certificate)
        with urllib.request.urlopen(served.address + "/cek", context=trust) as page:
            assert page.status == 200
        with urllib.request.urlopen(served.address + "/masuk", context=trust) as page:
            cookies = page.headers.get_all("Set-Cookie") or []
            assert cookies and all("; Secure" in cookie and "; HttpOnly" in cookie for cookie in cookies)
            assert page.headers["Strict-Transport-Security"]
        old = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        old.load_verify_locations(certificate)
        old.maximum_version = ssl.TLSVersion.TLSv1_1
        old.set_ciphers("ALL:@SECLEVEL=0")
        with pytest.raises(OSError):
            urllib.request.urlopen(served.address + "/cek", context=old)
    finally:
        served.stop()


@pytest.mark.parametrize("setting, told", [
    ({"idleLockMinuts": 5}, ("idleLockMinuts", "idleLockMinutes")),
    ({"tls": {"certificate": "a", "key": "b", "chain": "c"}}, ("tls.chain", "certificate")),
    ({"post": "TPI-A-XXX"}, ("TPI-A-XXX", "checkpoints.csv")),
    ({"zone": 430}, ("zone", "420")),
])
def test_a_setting_that_is_none_stops_the_start_and_is_named(kawal, site, setting, told):
    (site / "kawal.json5").write_text(json.dumps(setting))
    refused = kawal("account", "list", "--site", site)
    assert refused.code == 3
    assert "kawal.json5" in refused.err and all(word in refused.err for word in told)


def test_a_broken_rule_stops_the_program_with_file_line_finding_and_remedy(kawal, site, tmp_path, nation):
    share = tmp_path / "share"
    shutil.copytree(ROOT / "Rules", share / "Rules")
    shutil.copytree(ROOT / "Reference", share / "Reference")
    limits = share / "Rules/limits.csv"
    limits.write_text(limits.read_text().replace("2017-11-22", "2017-13-22", 1))
    broken = kawal("screen", nation / "manifests", "--site", site, env={"KAWAL_SHARE": str(share)})
    assert broken.code == 3
    assert "limits.csv:" in broken.err and "2017-13-22" in broken.err


def test_a_duty_number_that_can_not_be_dialled_stops_the_start_and_a_missing_one_is_told(kawal, site):
    (site / "kawal.json5").write_text('{ dutyNumber: "panggil Budi" }\n')
    refused = kawal("serve", "--site", site)
    assert refused.code != 0 and "dutyNumber" in refused.err
    (site / "kawal.json5").unlink()
    served = serve(site)
    served.stop()
    assert pathlib.Path(served.log.name).read_text().count("No dutyNumber is set") == 1
