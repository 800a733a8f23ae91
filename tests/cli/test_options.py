"""Options that every command has, before the command and after it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


@pytest.mark.parametrize(
    "args",
    [
        "-f json list",
        "list -f json",
        "--format json list",
        "list --format=json",
        "--json list",
        "list --json",
        "-f csv list -f json",
        "-fjson list",
    ],
)
def test_format(run: Run, args: str) -> None:
    """The format may stand before the command or after it, where it has the last word."""
    done = run(*args.split())
    assert (done.returncode, done.stderr) == (0, "")
    assert len(json.loads(done.stdout)) == 16


@pytest.mark.parametrize("before", [True, False])
def test_data(run: Run, small_path: Path, before: bool) -> None:
    """Another catalogue may be named before the command or after it."""
    data, command = ["--data", str(small_path)], ["list", "-f", "csv"]
    done = run(*(data + command if before else command + data))
    assert [line.split(",")[0] for line in done.stdout.splitlines()[1:]] == [
        "kita",
        "andes",
        "qahira",
        "andes-law",
    ]


def test_data_from_the_environment(run: Run, small_path: Path) -> None:
    """UTPARTNERS_DATA names a catalogue, unless --data names another."""
    env = {"UTPARTNERS_DATA": str(small_path)}
    assert len(run("list", "-f", "jsonl", env=env).stdout.splitlines()) == 4
    missing = {"UTPARTNERS_DATA": "missing.toml"}
    assert run("list", "--data", str(small_path), env=missing).returncode == 0
    assert run("--data", str(small_path), "list", env=missing).returncode == 0
    assert run("list", env=missing).returncode == 1


def test_empty_environment(run: Run) -> None:
    """An empty UTPARTNERS_DATA names none."""
    assert len(run("list", "-f", "jsonl", env={"UTPARTNERS_DATA": ""}).stdout.splitlines()) == 16


def test_data_as_a_database(run: Run, tmp_path: Path, small_path: Path) -> None:
    """A database answers as the TOML file that it was made from."""
    from utpartners.formats.toml import records
    from utpartners.store.database import write_database

    database = tmp_path / "small.db"
    write_database(records(str(small_path)), str(database))
    for args in (["list"], ["show", "Kita"], ["matrix"], ["dept", "a&s"], ["about"]):
        of_toml = run(*args, "--data", str(small_path))
        assert run(*args, "--data", str(database)).stdout == of_toml.stdout
        assert of_toml.returncode == 0


def test_relative_data(run: Run, small_path: Path) -> None:
    """A path is relative to where the program is run."""
    done = run("list", "--data", small_path.name, "-f", "jsonl", cwd=small_path.parent)
    assert len(done.stdout.splitlines()) == 4


@pytest.mark.parametrize("args", ["--no-header list -f csv", "list -f tsv --no-header"])
def test_no_header(run: Run, args: str) -> None:
    """The header can be left out, wherever that is said."""
    assert run(*args.split()).stdout.startswith("anu")


@pytest.mark.parametrize(
    ("args", "format"),
    [
        (["list", "--country", "Japan", "--json"], "[]\n"),
        (["list", "--country", "Japan", "-f", "jsonl"], ""),
        (["dept", "ERI", "ITC", "--json"], "[]\n"),
    ],
)
def test_empty_answers(run: Run, args: list[str], format: str) -> None:
    """An empty answer is an answer: exit 0, nothing on stderr, and still the format."""
    done = run(*args)
    assert (done.returncode, done.stdout, done.stderr) == (0, format, "")


def test_empty_csv(run: Run) -> None:
    """An empty CSV has its header."""
    whole = run("list", "-f", "csv").stdout.splitlines()
    assert run("list", "--country", "Japan", "-f", "csv").stdout.splitlines() == whole[:1]
