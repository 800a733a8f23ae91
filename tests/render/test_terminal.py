"""Answers on a terminal: within its width, nothing lost, colour only where wanted."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from utpartners.answers import Card, Column, Matrix, Table, Tree

if TYPE_CHECKING:
    from tests.conftest import Rendered

    from utpartners.answers import Answer
    from utpartners.api import Catalogue

ESCAPES = re.compile(r"\x1b\[[0-9;]*m")


Lines = Callable[..., list[str]]


@pytest.fixture
def lines(rendered: Rendered, monkeypatch: pytest.MonkeyPatch) -> Lines:
    """The lines of an answer on a terminal."""

    def drawing(
        answer: Answer, width: int = 80, colour: bool = False, long: bool = False
    ) -> list[str]:
        monkeypatch.setenv("COLUMNS", str(width))
        monkeypatch.setenv("TERM", "xterm-256color")
        monkeypatch.delenv("NO_COLOR", raising=False)
        return rendered(answer, "table", terminal=True, colour=colour, long=long).splitlines()

    return drawing


@pytest.mark.parametrize("width", [40, 60, 80, 100, 132, 200])
@pytest.mark.parametrize("question", ["list", "depts", "tree", "matrix", "about", "show"])
def test_width(catalogue: Catalogue, lines: Lines, question: str, width: int) -> None:
    """No line is wider than the terminal, and none is cut short with an ellipsis."""
    answer = catalogue.show("ntu") if question == "show" else getattr(catalogue, question)()
    found = lines(answer, width, long=True)
    assert max(map(cell_len, found)) <= width
    assert not any("…" in line for line in found)


@pytest.mark.parametrize("width", [40, 60, 80, 100, 132, 200])
@pytest.mark.parametrize("question", ["list", "depts", "timeline", "show"])
def test_brief_width(catalogue: Catalogue, lines: Lines, question: str, width: int) -> None:
    """In brief, too, no line is wider; only of a summary is there no more than its beginning."""
    answer = catalogue.show("ntu") if question == "show" else getattr(catalogue, question)()
    found = lines(answer, width)
    assert max(map(cell_len, found)) <= width
    cut = [line.strip().removesuffix(" …") for line in found if "…" in line]
    summaries = [row["summary"] for row in catalogue.timeline().records()]
    assert all(any(text.startswith(line) for text in summaries) for line in cut)


@pytest.mark.parametrize("width", [40, 60])
def test_nothing_is_lost_in_folding(lines: Lines, width: int) -> None:
    """A long text is folded, with every letter there, in a column as well as stacked."""
    long = "".join(chr(ord("a") + number % 26) for number in range(300))
    found = lines(Table([Column("text"), Column("n")], [(long, "1")]), width)
    assert long in "".join("".join(re.findall("[a-z]+", line)) for line in found)


def test_wide_letters_are_aligned(lines: Lines) -> None:
    """Columns line up behind letters that take two cells."""
    table = Table([Column("a"), Column("b")], [("東京大学", "!"), ("Tokyo", "!"), ("é", "!")])
    ends = {cell_len(line[: line.index("!")]) for line in lines(table) if "!" in line}
    assert len(ends) == 1


@pytest.mark.parametrize(
    "shape", [None, Tree((("{name}",),)), Matrix("Name")], ids=["rows", "tree", "matrix"]
)
def test_markup_is_text(lines: Lines, shape: Tree | Matrix | None) -> None:
    """Rich markup, emoji codes and escapes in cells, titles and matrix headings are text."""
    awkward = "[bold]x[/] :smile: [link=y]z[/link] \x1b[31m"
    heading = awkward if isinstance(shape, Matrix) else "Flag"
    columns = (Column("name"), Column("flag", "boolean", heading=heading))
    table = Table(columns, [(awkward, True)], title=awkward, shape=shape)
    text = "\n".join(lines(table, 200))
    assert "[bold]x[/] :smile: [link=y]z[/link] \\x1b[31m" in text
    assert "\x1b" not in text


def test_colour(lines: Lines, catalogue: Catalogue) -> None:
    """Colour adds escapes and changes no letter."""
    plain = lines(catalogue.list())
    coloured = lines(catalogue.list(), colour=True)
    assert any("\x1b[" in line for line in coloured)
    assert [ESCAPES.sub("", line) for line in coloured] == plain


def test_sections(lines: Lines, catalogue: Catalogue) -> None:
    """Partnerships stand under their status, with the number of each."""
    text = "\n".join(lines(catalogue.list()))
    assert text.index("Primary (9)") < text.index("Prospective (7)")


def test_marked_member(lines: Lines, catalogue: Catalogue) -> None:
    """The member that was asked for is marked among those of its group."""
    marked = [line for line in lines(catalogue.show("KTH")) if "▸" in line]
    assert len(marked) == 1
    assert "kth" in marked[0]


def test_instead(lines: Lines, catalogue: Catalogue) -> None:
    """Where there are no departments, people see what stands in their place."""
    found = lines(catalogue.show("princeton"))
    heading = [line.strip() for line in found].index("Departments")
    assert "Teaching and Research Collaboration" in found[heading + 1]


def test_matrix_totals(lines: Lines, catalogue: Catalogue) -> None:
    """The matrix ends with the number of all links."""
    assert lines(catalogue.matrix(), 200)[-1].rstrip().endswith("105")


def test_empty_card(lines: Lines) -> None:
    """A card with nothing but a title is that title."""
    card = Card([Column("note")], (None,), title="Title")
    assert [line.rstrip() for line in lines(card)] == ["Title"]
