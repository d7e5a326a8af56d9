"""Splink's side of `bench-linking`, in a process of its own so that its time and memory can be measured.

`splink_side.py MODEL OUT LEFT [RIGHT]` links two tables, or finds duplicates in one, and writes OUT/pairs.csv (left, right, probability,
weight) and, of one table, OUT/clusters.csv (id, cluster). The models follow the examples of Splink's documentation: comparisons of several
levels, term frequencies, a prior from rules that hardly err, u from random pairs, m by expectation maximisation over blocks that differ.
Two departures made its figures better: FEBRL's suburb and first line of address are compared too, and NIK and passport exactly, not by
Levenshtein, since a twin's NIK differs in a digit.
"""
import sys
from typing import NamedTuple

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on


class Model(NamedTuple):
    id: str
    derived: str  # columns in SQL, beside those of the file
    comparisons: list
    blocks: list  # pairs that are compared
    certain: list  # rules that hardly err, for the prior
    recall: float  # the share of true pairs these find, as a user would guess it
    training: list  # blocks for expectation maximisation


def frequent(comparison):
    return comparison.configure(term_frequency_adjustments=True)


def exact(column):
    return cll.ExactMatchLevel(column, term_frequency_adjustments=True)


def febrl():
    return Model(
        "rec_id", "*",
        [frequent(cl.NameComparison("given_name")), frequent(cl.NameComparison("surname")),
         cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
         cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]), frequent(cl.DamerauLevenshteinAtThresholds("postcode", [1, 2])),
         frequent(cl.ExactMatch("street_number")), frequent(cl.JaroWinklerAtThresholds("suburb", [0.9])),
         frequent(cl.JaroWinklerAtThresholds("address_1", [0.9]))],
        [block_on("soc_sec_id"), block_on("given_name"), block_on("surname"), block_on("date_of_birth"), block_on("postcode"),
         "l.given_name = r.surname and l.surname = r.given_name", block_on("state", "address_1"), block_on("street_number", "address_1")],
        [block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")], 0.85,
        [block_on("date_of_birth"), block_on("postcode")],
    )


def people(has_numbers):
    """Invented people: of the one column of names a user would make the first, the last and the sorted words."""
    name = [cll.NullLevel("name"), exact("name"), cll.ExactMatchLevel("words"), cll.JaroWinklerLevel("name", 0.92),
            cll.And(cll.JaroWinklerLevel("first_word", 0.88), cll.JaroWinklerLevel("last_word", 0.88)), cll.JaroWinklerLevel("name", 0.88),
            exact("last_word"), exact("first_word"), cll.JaroWinklerLevel("name", 0.7), cll.ElseLevel()]
    place = [cll.NullLevel("village"), exact("village"), cll.JaroWinklerLevel("village", 0.9), exact("regency"), cll.ElseLevel()]
    numbers = ["nik", "passport"] if has_numbers else []
    return Model(
        "id", "*, split_part(name, ' ', 1) as first_word, split_part(name, ' ', -1) as last_word,"
              " array_to_string(list_sort(string_split(name, ' ')), ' ') as words",
        [cl.CustomComparison(name, "name"), cl.DateOfBirthComparison("born", input_is_string=True, datetime_format="%Y-%m-%d"),
         cl.ExactMatch("sex"), cl.CustomComparison(place, "place"), *map(cl.ExactMatch, numbers)],
        [*map(block_on, numbers), block_on("born", "first_word"), block_on("born", "last_word"), block_on("born", "regency"),
         block_on("born", "words"), "l.born = r.born and l.first_word = r.last_word", block_on("born", "sex", "substr(name, 1, 2)"),
         block_on("words", "regency"), block_on("words", "substr(born, 1, 4)"), block_on("village", "first_word"),
         block_on("village", "last_word"), block_on("village", "sex", "substr(born, 1, 4)")],
        [*map(block_on, numbers), block_on("name", "born", "sex")], 0.95 if has_numbers else 0.6,
        [block_on("born"), block_on("name", "regency")],
    )


def fake():
    return Model(
        "unique_id", "*",
        [frequent(cl.NameComparison("first_name")), frequent(cl.NameComparison("surname")),
         cl.DateOfBirthComparison("dob", input_is_string=True), frequent(cl.ExactMatch("city")), cl.EmailComparison("email")],
        [block_on("first_name"), block_on("surname"), block_on("dob"), block_on("email")],
        ["l.first_name = r.first_name and levenshtein(l.dob, r.dob) <= 1", "l.surname = r.surname and levenshtein(l.dob, r.dob) <= 1",
         "l.first_name = r.first_name and levenshtein(l.surname, r.surname) <= 2", block_on("email")], 0.7,
        [block_on("first_name", "surname"), block_on("dob"), block_on("email")],
    )


def historical():
    postcode = "substr(postcode_fake, 1, 3)"
    return Model(
        "unique_id", "*, first_name || ' ' || surname as both_names",
        [cl.ForenameSurnameComparison("first_name", "surname", forename_surname_concat_col_name="both_names"),
         cl.DateOfBirthComparison("dob", input_is_string=True), cl.PostcodeComparison("postcode_fake"),
         frequent(cl.ExactMatch("birth_place")), frequent(cl.ExactMatch("occupation"))],
        [block_on("substr(first_name, 1, 3)", "substr(surname, 1, 4)"), block_on("surname", "dob"), block_on("first_name", "dob"),
         block_on("dob", "birth_place"), block_on(postcode, "dob"), block_on(postcode, "first_name"), block_on(postcode, "surname"),
         block_on("substr(first_name, 1, 2)", "substr(surname, 1, 2)", "substr(dob, 1, 4)")],
        [block_on("first_name", "surname", "dob"), block_on("substr(first_name, 1, 2)", "surname", "substr(postcode_fake, 1, 2)"),
         block_on("dob", "postcode_fake")], 0.6,
        [block_on("first_name", "surname"), block_on("dob")],
    )


MODELS = {"febrl": febrl, "people": lambda: people(True), "bare": lambda: people(False), "fake_1000": fake,
          "historical_figures_50k": historical}


def link(model, out, files):
    database = duckdb.connect()
    interface = DuckDBAPI(connection=database)
    for number, file in enumerate(files):
        database.execute(f"create table input{number} as select {model.derived} from read_csv('{file}', all_varchar=true)")
    records = sum(database.table(f"input{number}").shape[0] for number in range(len(files)))
    linker = Linker([interface.register(f"input{number}") for number in range(len(files))], SettingsCreator(
        link_type="dedupe_only" if len(files) == 1 else "link_only", unique_id_column_name=model.id, comparisons=model.comparisons,
        blocking_rules_to_generate_predictions=model.blocks, retain_matching_columns=False,
    ))
    linker.training.estimate_probability_two_random_records_match(model.certain, recall=model.recall)
    # Splink's default of a million pairs does, until a number that agrees is rarer than that.
    linker.training.estimate_u_using_random_sampling(max_pairs=max(1e6, 10 * records), seed=1)
    for block in model.training:
        linker.training.estimate_parameters_using_expectation_maximisation(block, estimate_without_term_frequencies=True, max_pairs=1e7)
    pairs = linker.inference.predict(threshold_match_probability=0.01)
    columns = f"{model.id}_l as left, {model.id}_r as right, match_probability as probability, match_weight as weight"
    database.execute(f"copy (select {columns} from {pairs.physical_name}) to '{out}/pairs.csv' (header)")
    if len(files) == 1:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.95)
        database.execute(f"copy (select {model.id} as id, cluster_id as cluster from {clusters.physical_name}) to '{out}/clusters.csv' (header)")


if __name__ == "__main__":
    link(MODELS[sys.argv[1]](), sys.argv[2], sys.argv[3:])
