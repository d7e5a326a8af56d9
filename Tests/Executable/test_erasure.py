"""A person erased, and bodies erased when their time is over: the data go, the entries and every proof stay."""
import contextlib
import csv
import datetime
import json
import re
import shutil
import sqlite3

import pytest

from conftest import DAY, ROOT, run, serve

CLASSES = [
    "advice", "screening", "referral", "attestation", "doubt", "decision", "sample", "release", "manifest", "crossing", "booking", "replaced", "casefile", "claim", "deferral", "draw", "handover", "exchange", "pass"]
LIST_COLUMNS = "departs_at,carrier,route_no,from,to,passport_no,name,sex,born_on,nationality,document_kind,visa_kind"


def rows(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


class Person:
    """Somebody of the nation with a placement, a passport and crossings, and how many rows of the offices name them."""

    def __init__(self, nation):
        crossed = {row["passport_no"] for row in rows(nation / "crossings.csv")}
        held = rows(nation / "passports.csv")
        self.row = next(
            row for row in rows(nation / "workers.csv") if row["passport_no"] in crossed and len(row["name"]) > 8
            and sum(one["nik"] == row["nik"] for one in held) == 1
        )
        self.nik, self.name, self.passport = self.row["nik"], self.row["name"], self.row["passport_no"]
        self.count = sum(
            row.get("nik") == self.nik or self.passport in (row.get("passport_no"), row.get("value"))
            for path in nation.glob("*.csv") if path.name != "truth.csv" for row in rows(path)
        )

    def words(self):
        """What nobody may find in a file."""
        return [word.encode() for word in (self.nik, self.passport, self.name)]


@pytest.fixture(scope="session")
def person(nation):
    return Person(nation)


def write_list(path, day, *travellers):
    """A ferry's list of people who travel to work: passport number and name of each."""
    lines = [f"{day}T10:00:00+07:00,FA,FA-11,BTM,SGP,{number},{name},F,1991-02-02,IDN,passport,work" for number, name in travellers]
    path.write_text("\n".join([LIST_COLUMNS, *lines]) + "\n")
    return path


def erase(site, number):
    return run("erase", "--site", site, "--basis", "SURAT-1/2026", stdin=number + "\n")


def answers(nation, site):
    """What the site answers about everybody on the nation's lists."""
    screened = run("screen", nation / "manifests", "--site", site, "--json")
    assert screened.code == 0, screened.err
    return [json.loads(line) for line in screened.out.splitlines()]


def is_known(person, site, folder):
    """Whether the site joins the person's passport to a placement."""
    asked = run("screen", write_list(folder / "asked.csv", DAY, (person.passport, person.name)), "--site", site, "--json")
    assert asked.code == 0, asked.err
    return json.loads(asked.out)["placement"] is not None


def bytes_of(site):
    return {path.name: path.read_bytes() for path in site.iterdir()}


def stored(column, site):
    """A column of the bodies that a site holds."""
    with contextlib.closing(sqlite3.connect(f"file:{site / 'site.sqlite'}?mode=ro", uri=True)) as database:
        return {value for value, in database.execute(f"SELECT {column} FROM bodies")}


def verified(site):
    checked = run("ledger", "verify", "--site", site)
    assert checked.code == 0, checked.err


@pytest.mark.parametrize("named", ["nik", "passport"])
def test_a_person_is_erased_by_either_number_and_no_byte_stays(nation, site, person, tmp_path, named):
    assert is_known(person, site, tmp_path)
    erased = erase(site, getattr(person, named))
    assert erased.code == 0, erased.err
    assert f"the bodies of {person.count} entries" in erased.out
    assert not any(word in data for data in bytes_of(site).values() for word in person.words())
    assert not is_known(person, site, tmp_path)
    verified(site)


def test_no_sealed_byte_stays_either(site, person):
    before = stored("sealed", site)
    assert erase(site, person.nik).code == 0
    gone = before - stored("sealed", site)
    assert len(gone) == person.count
    assert not any(body in data for data in bytes_of(site).values() for body in gone)


def test_an_erasure_that_a_reader_holds_up_says_so(site, person):
    before = stored("sealed", site)
    with contextlib.closing(sqlite3.connect(f"file:{site / 'site.sqlite'}?mode=ro", uri=True, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM bodies").fetchone()
        erased = erase(site, person.nik)
    gone = before - stored("sealed", site)
    assert gone
    assert erased.code != 0 or not any(body in data for data in bytes_of(site).values() for body in gone)


def test_an_erasure_says_no_name_and_no_number(site, person):
    erased = erase(site, person.nik)
    said = (erased.out + erased.err).encode()
    assert not any(word in said for word in person.words())


def test_before_an_erasure_as_well_nobody_stands_in_a_file_in_clear(nation, site):
    workers = rows(nation / "workers.csv")
    letters = "".join(sorted(set("".join(row["name"] for row in workers))))
    for name, data in bytes_of(site).items():
        runs = b"\n".join(re.findall(b"[" + re.escape(letters).encode() + b"]{6,}", data))
        digits = b"\n".join(re.findall(rb"[A-Z]?[0-9]{7,}", data))
        assert not [row["placement_id"] for row in workers if len(row["name"]) >= 6 and row["name"].encode() in runs], name
        for column in ("nik", "passport_no"):
            assert not [row["placement_id"] for row in workers if len(row[column]) > 7 and row[column].encode() in digits], name


def test_an_erasure_leaves_the_others_answers_as_they_were_also_folded_again(nation, site, person):
    def others():
        return [answer for answer in answers(nation, site) if answer["passport"] != person.passport]

    before = others()
    assert erase(site, person.nik).code == 0
    assert others() == before
    rebuilt = run("rebuild", "--site", site)
    assert rebuilt.code == 0, rebuilt.err
    assert others() == before
    verified(site)


def test_a_proof_made_before_an_erasure_still_verifies(site, person, tmp_path):
    key = run("ledger", "key", "--site", site).out.strip()
    kept = tmp_path / "checkpoint"
    kept.write_text(run("ledger", "head", "--note", "--site", site).out)
    # A copy tells which entries are about the person.
    copy = shutil.copytree(site, tmp_path / "copy")
    assert erase(copy, person.nik).code == 0
    about = stored("idx", site) - stored("idx", copy)
    assert len(about) == person.count
    proofs = []
    for index in sorted(about | {0}):
        proof = tmp_path / f"{index}.tlog-proof"
        proof.write_text(run("ledger", "prove", index, "--site", site).out)
        proofs.append(proof)
    assert erase(site, person.nik).code == 0
    for proof in proofs:
        checked = run("ledger", "verify", proof, "--key", key)
        assert checked.code == 0 and "agrees" in checked.out, checked.err
    # The ledger continues the one of before.
    assert run("ledger", "export", tmp_path / "log", "--site", site).code == 0
    continued = run("ledger", "verify", tmp_path / "log", "--key", key, "--since", kept)
    assert continued.code == 0, continued.err


def test_an_erasure_is_one_entry_and_takes_none_away(site, person):
    before = json.loads(run("ledger", "head", "--site", site, "--json").out)
    assert erase(site, person.nik).code == 0
    after = json.loads(run("ledger", "head", "--site", site, "--json").out)
    assert after["size"] == before["size"] + 1 and after["folded"] == after["size"]


def test_whoever_an_office_sends_again_is_back(nation, office_files, site, person, tmp_path):
    assert erase(site, person.nik).code == 0
    assert not is_known(person, site, tmp_path)
    loaded = run("intake", *office_files, "--site", site)
    assert loaded.code == 0, loaded.err
    assert "workers: 1 new, 0 changed" in loaded.out
    assert is_known(person, site, tmp_path)
    again = erase(site, person.passport)
    assert f"the bodies of {person.count} entries" in again.out


def test_of_whom_nothing_is_held_nothing_is_written(site, person):
    assert erase(site, person.nik).code == 0
    before = run("ledger", "head", "--site", site, "--json").out
    second = erase(site, person.nik)
    assert second.code == 0 and "Nothing is held" in second.out
    assert run("ledger", "head", "--site", site, "--json").out == before


@pytest.mark.parametrize("typed", ["", "   ", "0" * 16])
def test_what_is_no_number_is_refused_with_what_to_type(site, typed):
    refused = erase(site, typed)
    assert refused.code == 2
    assert "NIK" in refused.err and "passport number" in refused.err and "standard input" in refused.err


@pytest.mark.parametrize("change", [lambda nik: nik[:-1], lambda nik: nik + "1"])
def test_a_nik_with_a_digit_too_few_or_too_many_is_not_answered_with_nothing_held(site, person, change):
    assert erase(site, change(person.nik)).code == 2


def test_an_erasure_without_its_basis_is_refused(site, person):
    refused = run("erase", "--site", site, stdin=person.nik + "\n")
    assert refused.code == 2 and "--basis" in refused.err


def past_day():
    return (datetime.date.fromisoformat(DAY) - datetime.timedelta(days=2)).isoformat()


@pytest.fixture
def past_site(kawal, nation, tmp_path):
    """A site without the registry that has received a list of a past day: who travels to work can't be answered."""
    place = tmp_path / "past"
    assert kawal("intake", nation / "agencies.csv", "--site", place).code == 0
    departed = write_list(tmp_path / "past.csv", past_day(), ("X7000001", "KENCANA WULANSARI"), ("X7000002", "MELATI SEKAR"))
    received = kawal("receive", departed, "--site", place, "--json")
    assert received.code == 0, received.err
    assert json.loads(received.out)["counts"]["unavailable"] == 2
    return place


def test_what_is_due_is_told_by_class_and_erased_once(kawal, past_site):
    expected = {name: 2 if name == "advice" else 0 for name in CLASSES}
    due = kawal("retention", "due", "--site", past_site, "--json")
    assert due.code == 0 and json.loads(due.out) == expected
    assert kawal("retention", "due", "--site", past_site).out.split("\n")[:2] == ["advice 2", "screening 0"]
    ran = kawal("retention", "run", "--site", past_site, "--json")
    assert ran.code == 0 and json.loads(ran.out) == expected
    head = kawal("ledger", "head", "--site", past_site).out
    for word in ("due", "run"):
        assert not any(json.loads(kawal("retention", word, "--site", past_site, "--json").out).values())
    assert kawal("ledger", "head", "--site", past_site).out == head, "a run that erases nothing wrote an entry"
    assert "Nothing is held" in erase(past_site, "X7000001").out
    verified(past_site)


def test_what_departs_today_is_not_due(kawal, past_site, tmp_path):
    tomorrow = (datetime.date.fromisoformat(DAY) + datetime.timedelta(days=1)).isoformat()
    later = write_list(tmp_path / "later.csv", tomorrow, ("X7000003", "MAWAR LESTARI"))
    assert kawal("receive", later, "--site", past_site).code == 0
    assert json.loads(kawal("retention", "run", "--site", past_site, "--json").out)["advice"] == 2
    assert "the bodies of 1 entries" in erase(past_site, "X7000003").out


def test_a_class_without_a_row_in_force_is_kept(kawal, past_site, tmp_path):
    share = tmp_path / "share"
    for folder in ("Rules", "Reference"):
        shutil.copytree(ROOT / folder, share / folder)
    table = share / "Rules/retention.csv"
    table.write_text("".join(line for line in table.read_text().splitlines(True) if not line.startswith("advice,")))
    ran = kawal("retention", "run", "--site", past_site, "--json", env={"KAWAL_SHARE": str(share)})
    assert ran.code == 0 and not any(json.loads(ran.out).values())


def test_a_site_that_is_served_is_not_erased_from_beside(site, person):
    served = serve(site)
    try:
        for refused in (erase(site, person.nik), run("retention", "run", "--site", site)):
            assert refused.code == 4
            assert "Another kawal is writing" in refused.err and "Stop it first" in refused.err
        assert run("retention", "due", "--site", site).code == 0
    finally:
        served.stop()
    assert erase(site, person.nik).code == 0
