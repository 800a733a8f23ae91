"""What each format makes of small answers."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from itertools import count, islice
from typing import TYPE_CHECKING, Any

import pytest

from utpartners.answers import Card, Column, Matrix, Table
from utpartners.errors import UtpartnersError
from utpartners.render import Screen, format_named, renderer

if TYPE_CHECKING:
    from tests.conftest import Rendered

COLUMNS = (
    Column("name"),
    Column("count", "number"),
    Column("tags", "list"),
    Column("old", "boolean"),
)
ROWS = [('a, "b"\nc\td', 1, ["x", "y|z"], True), ("=1+1", None, [], False)]


def pieces(answer: Table, format: str) -> Iterator[str]:
    return map(str, renderer(format_named(format))(answer, Screen()))


def test_csv(rendered: Rendered) -> None:
    """CSV has a header and quotes what needs it, and nothing else is changed."""
    assert rendered(Table(COLUMNS, ROWS), "csv") == (
        'name,count,tags,old\n"a, ""b""\nc\td",1,x; y|z,true\n=1+1,,,false\n'
    )


def test_tsv(rendered: Rendered) -> None:
    """TSV is the same with tabs."""
    parsed = csv.reader(io.StringIO(rendered(Table(COLUMNS, ROWS), "tsv")), delimiter="\t")
    assert list(parsed)[1] == ['a, "b"\nc\td', "1", "x; y|z", "true"]


def test_json(rendered: Rendered) -> None:
    """JSON is an array with a record on each line, and keeps types."""
    out = rendered(Table(COLUMNS, ROWS), "json")
    assert json.loads(out)[1] == {"name": "=1+1", "count": None, "tags": [], "old": False}
    assert len(out.splitlines()) == len(ROWS) + 2


def test_jsonl(rendered: Rendered) -> None:
    """JSON Lines is an object a line."""
    lines = rendered(Table(COLUMNS, ROWS), "jsonl").splitlines()
    assert [json.loads(line)["name"] for line in lines] == [row[0] for row in ROWS]


def test_markdown(rendered: Rendered) -> None:
    """Markdown has each record on its line and nothing that acts as markup."""
    assert rendered(Table(COLUMNS, ROWS), "markdown").splitlines()[2] == (
        '| a, "b" c\\\\td | 1 | x; y\\|z | true |'
    )


def test_plain_table(rendered: Rendered) -> None:
    """In a pipe the table has a record a line, numbers to the right, nothing cut."""
    long = Table((Column("n", "number"), Column("text")), [(7, "x" * 500), (1234, "short")])
    assert rendered(long, "table") == f"   N  TEXT\n   7  {'x' * 500}\n1234  short\n"


@pytest.mark.parametrize(
    ("format", "expected"),
    [
        ("csv", "name\n"),
        ("tsv", "name\n"),
        ("json", "[]\n"),
        ("jsonl", ""),
        ("markdown", "| Name |\n| --- |\n"),
        ("table", "NAME\n"),
    ],
)
def test_empty(rendered: Rendered, format: str, expected: str) -> None:
    """An empty table is an answer in every format."""
    assert rendered(Table([Column("name")], []), format) == expected


def test_empty_terminal(rendered: Rendered, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, an empty answer says so."""
    monkeypatch.setenv("COLUMNS", "80")
    assert "None." in rendered(Table([Column("name")], [], title="T"), "table", terminal=True)


@pytest.mark.parametrize("format", ["csv", "tsv"])
def test_no_header(rendered: Rendered, format: str) -> None:
    """The names of the columns can be left out, of cards too."""
    card = Card([Column("name")], ("x",), title="X")
    assert rendered(Table([Column("name")], [("x",)]), format, header=False) == "x\n"
    assert rendered(card, format, header=False).split("\n")[0] in ("name,x", "name\tx")


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"])
def test_line_ends_in_cells(rendered: Rendered, end: str) -> None:
    """A line end of any kind stays within its cell in CSV."""
    file = io.StringIO(rendered(Table([Column("a")], [(f"1{end}2",)]), "csv"), newline="")
    assert list(csv.reader(file)) == [["a"], [f"1{end}2"]]


@pytest.mark.parametrize("terminal", [False, True])
def test_matrix_without_rows(
    rendered: Rendered, terminal: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A matrix of partnerships and no departments has its totals, which are 0."""
    monkeypatch.setenv("COLUMNS", "80")
    columns = [Column("code"), Column("anu", "boolean"), Column("tum", "boolean")]
    text = rendered(Table(columns, [], shape=Matrix("Department")), "table", terminal=terminal)
    assert text.splitlines()[-1].split() == ["Total", "0", "0", "0"]


@pytest.mark.slow
@pytest.mark.parametrize("terminal", [False, True])
def test_matrix_of_very_many(rendered: Rendered, terminal: bool) -> None:
    """A matrix that nobody could read is refused before its rows are in memory."""
    columns = [Column("code"), *(Column(f"p{n}", "boolean") for n in range(1_001))]
    endless = ((f"D {number}", *[True] * 1_001) for number in count())
    table = Table(columns, endless, shape=Matrix("Department"))
    with pytest.raises(UtpartnersError, match="1,001 partnerships cannot be read"):
        rendered(table, "table", terminal=terminal)
    assert "D 99" in "".join(islice(pieces(table, "csv"), 110))


@pytest.mark.parametrize("format", ["csv", "tsv", "json", "jsonl", "markdown"])
def test_lazy(format: str) -> None:
    """A table without end is written while it is read."""
    endless: Iterator[tuple[Any, ...]] = ((number,) for number in count())
    table = Table([Column("n", "number")], endless)
    assert "99" in "".join(islice(pieces(table, format), 110))


def test_lazy_plain_table() -> None:
    """The aligned table needs a sample of rows, not all of them."""
    endless: Iterator[tuple[Any, ...]] = ((number,) for number in count())
    table = Table([Column("n", "number")], endless)
    assert next(islice(pieces(table, "table"), 2000, None)).strip() == "1999"
