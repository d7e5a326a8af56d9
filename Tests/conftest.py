"""What the executable's and the browser's tests share: the program, an invented nation, a site, a served site."""
import os
import pathlib
import shutil

import pytest

from program import ROOT, Program, free_port, machine_key, one_time_password, today  # noqa: F401  (for the tests)

PROGRAM = pathlib.Path(os.environ.get("KAWAL", ROOT / ".build" / "debug" / "kawal"))
DAY = today()
run = Program(PROGRAM).run
serve = Program(PROGRAM).serve


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
