"""On a terminal of 80 cells: everything fits, nothing is cut, and colour is as asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

if TYPE_CHECKING:
    from tests.cli.conftest import OnTerminal
    from tests.conftest import Run

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")

PARTNERSHIPS = (
    "anu ethz pku princeton snu stockholm tsinghua ucb cambridge ntu tum uchicago chile-mexico vnu"
    " ytu grandes-ecoles"
).split()

COMMANDS = [
    ["list"],
    *(["show", id, "-l"] for id in PARTNERSHIPS),
    ["dept", "GS", "Eng"],
    ["depts"],
    *(["tree", "--by", by] for by in ("status", "country", "dept", "partner")),
    ["matrix"],
    ["about", "-l"],
    ["export"],
    ["--help"],
]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_it_fits(on_terminal: OnTerminal, command: list[str]) -> None:
    """No line is wider than the terminal, and no text is cut short."""
    text = ESCAPES.sub("", on_terminal(*command))
    assert "\x1b" not in text
    assert "…" not in text
    assert [line for line in text.split("\n") if cell_len(line) > 80] == []
    assert len(text) > 100


def test_colour(on_terminal: OnTerminal) -> None:
    """A terminal gets colour."""
    assert "\x1b[" in on_terminal("list")


@pytest.mark.parametrize(
    ("args", "env"),
    [
        (["list"], {"NO_COLOR": "1"}),
        (["list"], {"TERM": "dumb"}),
        (["list", "--no-color"], {}),
        (["--no-color", "show", "ANU"], {}),
        (["list", "-f", "csv"], {}),
        (["show", "ANU", "--json"], {}),
        (["show", "Atlantis"], {}),
    ],
)
def test_no_colour(on_terminal: OnTerminal, args: list[str], env: dict[str, str]) -> None:
    """No escape comes where colour is unwanted, nor in data, nor in errors."""
    text = on_terminal(*args, env=env)
    assert text
    assert "\x1b" not in text


def test_empty_no_color(on_terminal: OnTerminal) -> None:
    """NO_COLOR counts only when it is not empty, as its convention says."""
    assert "\x1b[" in on_terminal("list", env={"NO_COLOR": ""})


@pytest.mark.parametrize("columns", [50, 120])
def test_columns(on_terminal: OnTerminal, columns: int) -> None:
    """COLUMNS says another width."""
    text = ESCAPES.sub("", on_terminal("list", env={"COLUMNS": str(columns)}))
    widest = max(map(cell_len, text.split("\n")))
    assert widest <= columns
    assert (widest > 80) == (columns > 80)


def test_same_facts(on_terminal: OnTerminal, run: Run) -> None:
    """Every id, code and title of a card is on the terminal as well as in the pipe."""
    screen = " ".join(ESCAPES.sub("", on_terminal("show", "ytu")).split())
    for line in run("show", "ytu", "-f", "csv").stdout.splitlines():
        field, _, value = line.partition(",")
        if re.fullmatch(r"departments\.\d+\.code|institutions\.\d+\.id|.*\.kind", field):
            assert value in screen


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "jsonl", "markdown"])
def test_data_is_the_same(on_terminal: OnTerminal, run: Run, format: str) -> None:
    """Formats for programs are the same on a terminal as in a pipe."""
    assert on_terminal("depts", "-f", format) == run("depts", "-f", format).stdout


def test_hostile_csv(on_terminal: OnTerminal, tmp_path_factory: pytest.TempPathFactory) -> None:
    """On a terminal, even CSV does not let a text of the catalogue act."""
    file = tmp_path_factory.mktemp("hostile") / "c.toml"
    file.write_text(
        '[catalogue]\ntitle = "\\u001b[31mred\\u009b"\nhome = "h"\n[[country]]\ncode = "JP"\n'
        'name = "J"\n[[institution]]\nid = "h"\nname = "\\u202eH"\ncountry = "JP"\n',
        "utf-8",
    )
    text = on_terminal("about", "--data", str(file), "-f", "csv")
    assert not re.search("[\x1b\x9b\u202e]", text)
    assert "red" in text
