"""What a witness's cosignature is worth to whoever has no site: receipts and exports checked with two keys alone."""
import pytest


@pytest.fixture
def cosigned(kawal, tmp_path):
    """A site whose log another one has cosigned, and the file with both keys."""
    site, other = tmp_path / "site", tmp_path / "other"
    assert kawal("measure", "growing", "--folder", site, "--entries", 300).code == 0
    assert kawal("measure", "cosigning", "--folder", site, "--witness", other, "--rounds", 2, "--entries", 40).code == 0
    keys = tmp_path / "keys"
    log_key = kawal("ledger", "key", "--site", site).out
    keys.write_text(log_key + "# the partner\n" + kawal("ledger", "key", "--witness", "--site", other).out)
    return site, other, keys


def test_a_receipt_with_both_signatures_stands_alone(kawal, cosigned, tmp_path):
    site, other, keys = cosigned
    receipt = tmp_path / "receipt"
    receipt.write_text(kawal("ledger", "cosigned", 299, "--site", site).out)
    told = kawal("ledger", "verify", receipt, "--trust", keys)
    assert told.code == 0 and "cosigned by" in told.out, told.err
    # One that the log alone has signed is not enough for whoever demands the witness.
    receipt.write_text(kawal("ledger", "prove", 299, "--site", site).out)
    alone = kawal("ledger", "verify", receipt, "--trust", keys)
    assert alone.code == 4 and "not enough of the named witnesses" in alone.err
    assert kawal("ledger", "verify", receipt, "--key", keys.read_text().splitlines()[0]).code == 0


def test_of_two_witnesses_one_may_be_missing_and_a_strange_one_counts_for_nothing(kawal, cosigned, tmp_path):
    site, other, keys = cosigned
    receipt = tmp_path / "receipt"
    receipt.write_text(kawal("ledger", "cosigned", 0, "--site", site).out)
    log_key = keys.read_text().splitlines()[0]
    stranger = kawal("ledger", "key", "--witness", "--site", site).out.strip()
    assert kawal("ledger", "verify", receipt, "--trust", keys, "--key", stranger).code == 0
    assert kawal("ledger", "verify", receipt, "--key", log_key, "--key", stranger).code == 4


def test_an_export_continues_what_was_cosigned(kawal, cosigned, tmp_path):
    site, other, keys = cosigned
    folder = tmp_path / "log"
    assert kawal("ledger", "export", folder, "--site", site).code == 0
    assert kawal("ledger", "cosigned", "--site", site).out == (folder / "cosigned").read_text()
    assert kawal("ledger", "verify", folder, "--trust", keys).code == 0
    (folder / "cosigned").unlink()
    assert kawal("ledger", "verify", folder, "--trust", keys).code == 3


def test_no_alarm_stands_where_logs_are_honest(kawal, cosigned):
    for folder in cosigned[:2]:
        told = kawal("ledger", "alarms", "--site", folder)
        assert told.code == 0 and "No alarm" in told.out
    assert kawal("ledger", "alarms", "--clear", "x", "--site", cosigned[0]).code == 2
