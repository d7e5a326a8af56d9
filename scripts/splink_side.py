"""Splink's side of `bench-linking`, in a process of its own so that its time and memory can be measured.

`splink_side.py MODEL OUT LEFT [RIGHT]` links two tables, or finds duplicates in one, and writes OUT/pairs.csv (left, right, probability,
weight) and, for one table, OUT/clusters.csv (id, cluster). The models follow the examples of Splink's own documentation for these sets:
comparisons with several levels, term frequencies, a prior from rules that hardly err, u from random pairs, m by expectation maximisation
over blocks that differ. For invented people, whose name is one column, a user would add its first, its last and its sorted words; so do we.
"""
import pathlib
import sys
from typing import NamedTuple

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on


class Model(NamedTuple):
    id: str
    derived: str  # columns in SQL, added to those of the file
    comparisons: list
    blocks: list  # pairs that are compared
    certain: list  # rules that hardly err, for the prior
    recall: float  # the share of true pairs that these find, as a user would guess it
    training: list  # blocks for expectation maximisation


def frequent(comparison):
    return comparison.configure(term_frequency_adjustments=True)


def exact(column):
    return cll.ExactMatchLevel(column, term_frequency_adjustments=True)


FEBRL = Model(
    id="rec_id",
    derived="",
    comparisons=[
        frequent(cl.NameComparison("given_name")),
        frequent(cl.NameComparison("surname")),
        cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
        cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
        frequent(cl.ExactMatch("street_number")),
        frequent(cl.DamerauLevenshteinAtThresholds("postcode", [1, 2])),
    ],
    blocks=[
        block_on("soc_sec_id"), block_on("given_name"), block_on("surname"), block_on("date_of_birth"), block_on("postcode"),
        "l.given_name = r.surname and l.surname = r.given_name", block_on("state", "address_1"), block_on("street_number", "address_1"),
    ],
    certain=[block_on("soc_sec_id"), block_on("given_name", "surname", "date_of_birth")],
    recall=0.85,
    training=[block_on("date_of_birth"), block_on("postcode")],
)


def people(has_identifiers):
    name = cl.CustomComparison(output_column_name="name", comparison_levels=[
        cll.NullLevel("name"),
        exact("name"),
        cll.ExactMatchLevel("sorted_words"),
        cll.JaroWinklerLevel("name", 0.92),
        cll.And(cll.JaroWinklerLevel("first_word", 0.88), cll.JaroWinklerLevel("last_word", 0.88)),
        cll.JaroWinklerLevel("name", 0.88),
        exact("last_word"),
        exact("first_word"),
        cll.JaroWinklerLevel("name", 0.7),
        cll.ElseLevel(),
    ])
    place = cl.CustomComparison(output_column_name="place", comparison_levels=[
        cll.Or(cll.NullLevel("village"), cll.NullLevel("regency")),
        exact("village"),
        cll.JaroWinklerLevel("village", 0.9),
        exact("regency"),
        cll.ElseLevel(),
    ])
    born = cl.DateOfBirthComparison("born", input_is_string=True, datetime_format="%Y-%m-%d")
    codes = [cl.DamerauLevenshteinAtThresholds("nik", [1, 2]), cl.DamerauLevenshteinAtThresholds("passport", [1])]
    blocks = [
        block_on("born", "first_word"), block_on("born", "last_word"), block_on("born", "regency"), block_on("born", "sorted_words"),
        "l.born = r.born and l.first_word = r.last_word", block_on("name", "regency"), block_on("first_word", "village"),
        block_on("last_word", "village"), block_on("name", "substr(born, 1, 4)"),
    ]
    identifiers = [block_on("nik"), block_on("passport")]
    return Model(
        id="id",
        derived="split_part(name, ' ', 1) as first_word, split_part(name, ' ', -1) as last_word,"
                " array_to_string(list_sort(string_split(name, ' ')), ' ') as sorted_words",
        comparisons=[name, born, cl.ExactMatch("sex"), place, *(codes if has_identifiers else [])],
        blocks=(identifiers if has_identifiers else []) + blocks,
        certain=(identifiers if has_identifiers else []) + [block_on("name", "born", "sex")],
        recall=0.95 if has_identifiers else 0.6,
        training=[block_on("born"), block_on("name", "regency")],
    )


MODELS = {"febrl": FEBRL, "people": people(True), "people-bare": people(False)}


def link(model, files, out):
    database = duckdb.connect()
    interface = DuckDBAPI(connection=database)
    tables = []
    for number, file in enumerate(files):
        columns = ", ".join(part for part in ("*", model.derived) if part)
        database.execute(f"create table input{number} as select {columns} from read_csv('{file}', all_varchar=true)")
        tables.append(interface.register(f"input{number}"))
    linker = Linker(tables, SettingsCreator(
        link_type="dedupe_only" if len(files) == 1 else "link_only", unique_id_column_name=model.id, comparisons=model.comparisons,
        blocking_rules_to_generate_predictions=model.blocks, retain_matching_columns=False,
    ))
    training = linker.training
    training.estimate_probability_two_random_records_match(model.certain, recall=model.recall)
    training.estimate_u_using_random_sampling(max_pairs=1e7, seed=1)
    for block in model.training:
        training.estimate_parameters_using_expectation_maximisation(block, estimate_without_term_frequencies=True, max_pairs=1e7)
    pairs = linker.inference.predict(threshold_match_probability=0.01)
    database.execute(
        f"copy (select {model.id}_l as left, {model.id}_r as right, match_probability as probability, match_weight as weight"
        f" from {pairs.physical_name}) to '{out}/pairs.csv' (header)"
    )
    if len(files) == 1:
        clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(pairs, threshold_match_probability=0.95)
        database.execute(f"copy (select {model.id} as id, cluster_id as cluster from {clusters.physical_name}) to '{out}/clusters.csv' (header)")
    return linker


if __name__ == "__main__":
    name, out, *files = sys.argv[1:]
    link(MODELS[name], files, pathlib.Path(out))
