"""`kawal link`: any two files, learnt without labels, told where a file is not what it should be."""
import csv
import random
import sys

import pytest
from conftest import ROOT

sys.path.insert(0, str(ROOT / "scripts"))
import invented_people  # noqa: E402

FIELDS = "name:name date:born category:sex code:nik code:passport place:village category:regency"


@pytest.fixture(scope="module")
def offices(tmp_path_factory):
    """Two tables of 3,000 invented people, a fifth of them relatives or namesakes of others."""
    folder = tmp_path_factory.mktemp("offices")
    return folder, invented_people.write(folder, 3000, seed=11, relatives=True)


def rows(path):
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def link(kawal, folder, out, *more, fields=FIELDS):
    return kawal("link", folder / "left.csv", folder / "right.csv", "--id", "id", "--fields", fields, "--out", out, *more)


def is_right(pair):
    return pair["left"][1:] == pair["right"][1:]


def test_people_of_two_offices_are_found_again(kawal, offices, tmp_path):
    folder, both = offices
    done = link(kawal, folder, tmp_path / "pairs.csv")
    assert done.code == 0, done.err
    pairs = rows(tmp_path / "pairs.csv")
    right = sum(map(is_right, pairs))
    assert right / both > 0.99
    assert right / len(pairs) > 0.99


def test_the_same_input_gives_the_same_bytes_on_any_number_of_processors(kawal, offices, tmp_path):
    folder, _ = offices
    written = []
    for threads in (1, 2, 3):
        out, clusters = tmp_path / f"{threads}.csv", tmp_path / f"{threads}-clusters.csv"
        assert link(kawal, folder, out, "--threads", threads, "--clusters", clusters, "--explain").code == 0
        written.append((out.read_bytes(), clusters.read_bytes()))
    assert written[0] == written[1] == written[2]


def test_the_explained_bits_add_up_to_the_weight(kawal, offices, tmp_path):
    folder, _ = offices
    assert link(kawal, folder, tmp_path / "pairs.csv", "--explain").code == 0
    for pair in rows(tmp_path / "pairs.csv"):
        bits = sum(float(value) for name, value in pair.items() if name.startswith("bits:"))
        assert abs(bits - float(pair["weight"])) < 1e-3
        assert abs(1 / (1 + 2 ** -float(pair["weight"])) - float(pair["probability"])) < 1e-5


def test_one_to_one_keeps_the_best_partner_only(kawal, offices, tmp_path):
    folder, _ = offices
    assert link(kawal, folder, tmp_path / "pairs.csv", "--one-to-one", "--threshold", "0.01").code == 0
    pairs = rows(tmp_path / "pairs.csv")
    assert len({pair["left"] for pair in pairs}) == len({pair["right"] for pair in pairs}) == len(pairs)


def test_every_record_stands_in_one_cluster_named_by_its_first(kawal, offices, tmp_path):
    folder, _ = offices
    assert link(kawal, folder, tmp_path / "pairs.csv", "--clusters", tmp_path / "clusters.csv").code == 0
    clusters = rows(tmp_path / "clusters.csv")
    assert len(clusters) == 6000
    named = {(row["source"], row["id"]): row["cluster"] for row in clusters}
    assert len(named) == 6000
    assert all(cluster == id or source == "right" for (source, id), cluster in named.items())


def test_duplicates_of_one_file_are_found(kawal, offices, tmp_path):
    folder, both = offices
    left, right = rows(folder / "left.csv"), rows(folder / "right.csv")
    with open(tmp_path / "all.csv", "w", newline="") as file:
        writer = csv.DictWriter(file, left[0].keys())
        writer.writeheader()
        writer.writerows(left + right)
    done = kawal("link", tmp_path / "all.csv", "--id", "id", "--fields", FIELDS, "--out", tmp_path / "pairs.csv")
    assert done.code == 0, done.err
    pairs = rows(tmp_path / "pairs.csv")
    right = sum(map(is_right, pairs))
    assert right / both > 0.97 and right / len(pairs) > 0.97


@pytest.fixture
def table(tmp_path):
    """Writes both tables from rows of name, born and code."""
    def write(left, right):
        for side, people in (("left", left), ("right", right)):
            with open(tmp_path / f"{side}.csv", "w", newline="") as file:
                writer = csv.writer(file)
                writer.writerow(["id", "name", "born", "code"])
                for number, person in enumerate(people):
                    writer.writerow([f"{side[0].upper()}{number}", *person])
        return tmp_path
    return write


def people(count, seed=3):
    chance = random.Random(seed)
    words = ["".join(chance.choice("bdgklmnprst") + chance.choice("aiueo") for _ in range(3)).upper() for _ in range(400)]
    return [[f"{chance.choice(words)} {chance.choice(words)}", f"{chance.randint(1960, 2004)}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
             f"C{chance.randrange(10**7):07d}"] for _ in range(count)]


def test_clusters_keep_their_names_and_decisions_stand_above_what_is_learnt(kawal, offices, tmp_path):
    folder, _ = offices
    first, second, changes, labels = (tmp_path / name for name in ("first.csv", "second.csv", "changes.csv", "labels.csv"))
    assert link(kawal, folder, tmp_path / "pairs.csv", "--clusters", first).code == 0
    one = rows(tmp_path / "pairs.csv")[0]
    labels.write_text(f"left,right,same\n{one['left']},{one['right']},no\nL999999,R1,yes\n")
    done = link(kawal, folder, tmp_path / "pairs.csv", "--clusters", second, "--before", first, "--changes", changes, "--labels", labels)
    assert done.code == 0, done.err
    assert "1 decisions are on records that are not in these tables" in done.err
    assert (one["left"], one["right"]) not in {(pair["left"], pair["right"]) for pair in rows(tmp_path / "pairs.csv")}
    before = {(row["source"], row["id"]): row["cluster"] for row in rows(first)}
    after = {(row["source"], row["id"]): row["cluster"] for row in rows(second)}
    assert after[("left", one["left"])] != after[("right", one["right"])]
    assert [key for key in before if before[key] != after[key]] == [("right", one["right"])]
    assert rows(changes) == [{"change": "split", "from": before[("left", one["left"])], "to": after[("right", one["right"])]}]
    broken = tmp_path / "broken.csv"
    broken.write_text("left,right,same\nL1,R1,maybe\n")
    refused = link(kawal, folder, tmp_path / "pairs.csv", "--labels", broken)
    assert refused.code == 2 and "write yes or no" in refused.err


SHORT = "name:name date:born code:code"


def test_a_hundred_thousand_equal_names_are_told_and_their_bearers_still_found(kawal, table, tmp_path):
    some = people(2000)
    crowd = [["SITI AMINAH", "1990-07-01", f"X{number:07d}"] for number in range(0, 10_000_000, 100)]
    done = link(kawal, table(some + crowd, some + crowd), tmp_path / "pairs.csv", fields=SHORT)
    assert done.code == 0, done.err
    assert "name:name: 1 values are shared" in done.err and "200000" in done.err
    pairs = rows(tmp_path / "pairs.csv")
    assert sum(map(is_right, pairs)) / len(pairs) > 0.99
    assert sum(map(is_right, pairs)) / 102_000 > 0.98


def test_ten_megabytes_in_a_cell_are_told_and_cost_nobody_else(kawal, table, tmp_path):
    some = people(1000)
    long = [["A" * 10_000_000, "1990-01-01", "C1"]]
    done = link(kawal, table(some[:500] + long + some[500:], some), tmp_path / "pairs.csv", fields=SHORT)
    assert done.code == 0
    assert "row of more than" in done.err
    assert len(rows(tmp_path / "pairs.csv")) > 950


def test_empty_cells_and_exchanged_columns_link_nobody_wrongly(kawal, table, tmp_path):
    some = people(1000)
    left = [person if number % 5 else ["", "", ""] for number, person in enumerate(some)]
    right = [person if number % 7 else [person[2], person[0], person[1]] for number, person in enumerate(some)]
    done = link(kawal, table(left, right), tmp_path / "pairs.csv", fields=SHORT)
    assert done.code == 0, done.err
    pairs = rows(tmp_path / "pairs.csv")
    assert all(map(is_right, pairs))
    assert len(pairs) > 650


@pytest.mark.parametrize("fields, told", [
    ("nama:name", "names no kind"), ("name:", "names no column"), ("name:missing", "no column 'missing'"),
    (" ".join(["name:name"] * 17), "at most 16"),
])
def test_a_specification_that_fits_no_file_is_named(kawal, table, tmp_path, fields, told):
    done = link(kawal, table(people(3), people(3)), tmp_path / "pairs.csv", fields=fields)
    assert done.code == 2
    assert told in done.err
    assert not (tmp_path / "pairs.csv").exists()


def test_a_file_that_is_not_there_is_named(kawal, tmp_path):
    done = kawal("link", tmp_path / "none.csv", "--id", "id", "--fields", SHORT, "--out", tmp_path / "pairs.csv")
    assert done.code != 0 and "none.csv" in done.err
