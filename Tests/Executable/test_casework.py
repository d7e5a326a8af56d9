"""Commands about cases: reports without anybody in them."""
import json


def test_a_report_is_a_table_of_counts_and_empty_where_nothing_was_done(kawal, site):
    done = kawal("report", "--from", "2026-03-01", "--to", "2026-03-31", "--site", site)
    assert done.code == 0, done.err
    assert done.out.strip() == "kind,step,state,reason,agency,count"


def test_a_report_of_days_that_cannot_be_is_refused(kawal, site):
    for days in (["--from", "2026-02-30"], ["--from", "2026-03-02", "--to", "2026-03-01"]):
        refused = kawal("report", *days, "--site", site)
        assert refused.code == 2
        assert "YYYY-MM-DD" in refused.err


def test_an_interviewer_gets_no_role_that_shows_the_reasons(kawal, site):
    refused = kawal("account", "add", "--site", site, "--name", "ani", "--role", "interviewer", "--role", "border")
    assert refused.code == 2
    assert "before the interview" in refused.err
    assert kawal("account", "add", "--site", site, "--name", "ani", "--role", "interviewer").code == 0


def test_cases_and_claims_are_searched_and_bundled(kawal, tmp_path):
    measured = kawal("measure", "cases", "--site", tmp_path / "s", "--cases", 400, "--claims", 4000, "--pieces", 3)
    assert measured.code == 0, measured.err
    assert json.loads(measured.out)["rings"] > 0
    verified = kawal("ledger", "verify", "--site", tmp_path / "s")
    assert verified.code == 0, verified.err
    rebuilt = kawal("rebuild", "--site", tmp_path / "s")
    assert rebuilt.code == 0, rebuilt.err
    report = kawal("report", "--from", "2020-01-01", "--to", "2099-12-31", "--site", tmp_path / "s")
    assert "departure,begin,interviewing,,immigration,100" in report.out
