"""Each command, as a user runs it."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

import pytest

from utpartners.cli.commands import COMMANDS
from utpartners.version import VERSION

if TYPE_CHECKING:
    from tests.conftest import Run


def rows(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


@pytest.mark.parametrize(
    ("args", "count", "first"),
    [
        ("list", 16, "anu"),
        ("list --status prospective", 7, "ntu"),
        ("list --country Germany --country CH", 2, "ethz"),
        ("list --dept ERI --dept AORI --all-depts", 1, "anu"),
        ("list --country Japan", 0, None),
        ("dept GS Eng", 14, "anu"),
        ("dept GS Law and Politics GraSPP", 2, "pku"),
        ("dept --any ERI ITC", 3, "anu"),
        ("dept gs-as", 7, "anu"),
        ("dept III/GSII", 4, "snu"),
        ("depts", 32, "GS Law and Politics"),
        ("depts --without", 0, None),
        ("tree --by country", 27, "AU"),
        ("tree --by partner", 190, "anu"),
        ("matrix", 32, "GS Law and Politics"),
        ("export", 106, "anu"),
        ("export --table institutions", 27, "anu"),
        ("export --table activities --country Mexico", 3, "chile-mexico"),
    ],
)
def test_tables(run: Run, args: str, count: int, first: str | None) -> None:
    """A table has a header and its rows, on stdout alone."""
    done = run(*args.split(), "-f", "csv")
    assert (done.returncode, done.stderr) == (0, "")
    header, *body = rows(done.stdout)
    assert all(len(row) == len(header) for row in body)
    assert len(body) == count
    assert [row[0] for row in body[:1]] == ([first] if first else [])


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("ANU", "anu"),
        ("University of Cambridge", "cambridge"),
        ("清華大学", "tsinghua"),
        ("ecole polytechnique", "grandes-ecoles"),
        ("KTH", "stockholm"),
        ("Group of Chile and Mexico", "chile-mexico"),
    ],
)
def test_show(run: Run, words: str, id: str) -> None:
    """A name may come in several words; a member's name finds its group."""
    done = run("show", *words.split(), "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["id"] == id


def test_show_as_a_briefing(run: Run) -> None:
    """A card in Markdown is a page with a heading."""
    text = run("show", "princeton", "-f", "markdown").stdout
    assert text.startswith("# Princeton University\n")
    assert "Teaching and Research Collaboration" in text


def test_about(run: Run) -> None:
    """The project tells its phases."""
    about = json.loads(run("about", "--json").stdout)
    assert [phase["first"] for phase in about["phases"]] == [2014, 2017, 2021]


def test_export_of_everything(run: Run) -> None:
    """As JSON, the export is the whole catalogue; a table of it is an array."""
    whole = json.loads(run("export", "--json").stdout)
    assert len(whole["partnership"]) == 16
    part = json.loads(run("export", "--json", "--country", "Sweden").stdout)
    assert [partnership["id"] for partnership in part["partnership"]] == ["stockholm"]
    assert len(json.loads(run("export", "--json", "--table", "links").stdout)) == 106


def test_first_help(run: Run) -> None:
    """Without arguments the help is the answer, with every command and an example."""
    done = run()
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == run("--help").stdout == run("-h").stdout
    for entry in COMMANDS:
        assert f"  {entry.name}" in done.stdout
    assert "utpartners show ANU" in done.stdout


@pytest.mark.parametrize("command", [entry.name for entry in COMMANDS])
def test_help(run: Run, command: str) -> None:
    """Every command has its help, which names the options of all commands too."""
    done = run(command, "-h")
    assert (done.returncode, done.stderr) == (0, "")
    for word in (f"utpartners {command}", "--data", "--format", "--output", "help options"):
        assert word in done.stdout


def test_version(run: Run) -> None:
    """The version is one line."""
    assert run("--version").stdout == f"utpartners {VERSION}\n"


@pytest.mark.parametrize(
    ("command", "suggestion"), [("lst", "list"), ("shwo", "show"), ("departments", "depts")]
)
def test_typo(run: Run, command: str, suggestion: str) -> None:
    """A command that is none suggests the nearest, or names them all."""
    done = run(command)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"utpartners: there is no command '{command}'\n")
    assert suggestion in done.stderr
