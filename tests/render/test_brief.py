"""Screens in brief: a line for each record, sections once, and nothing wider than the terminal."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from utpartners import i18n
from utpartners.answers import Brief, Column, Table, View
from utpartners.api import open_catalogue
from utpartners.render.cells import NARROW, cells, cut, elided, listed, wrapped
from utpartners.visible import visible

if TYPE_CHECKING:
    from tests.conftest import Rendered

    from utpartners.answers import Row
    from utpartners.api import Catalogue

COLUMNS = (Column("id", is_id=True), Column("name"), Column("kind"), Column("of", "list"))
VIEWS = (
    View("", (("{id}",),), is_id=True),
    View("", (("{name}",),)),
    View("Kind", (("{kind}",),)),
    View("Of", (("{of}",),), is_elided=True),
)

word = st.text(st.sampled_from("abcdefghij大学の研究é-_·…ß"), min_size=1, max_size=30)
name = st.lists(word, min_size=1, max_size=6).map(" ".join)
row = st.tuples(word, name, st.sampled_from(["old", "new", "own"]), st.lists(word, max_size=5))


def drawn(
    rendered: Rendered, monkeypatch: pytest.MonkeyPatch, answer: Any, width: int, **screen: Any
) -> list[str]:
    with monkeypatch.context() as patch:
        patch.setenv("COLUMNS", str(width))
        return rendered(answer, "table", terminal=True, **screen).splitlines()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(row, max_size=8), st.integers(40, 200), st.booleans())
def test_any_width(
    rendered: Rendered,
    monkeypatch: pytest.MonkeyPatch,
    rows: list[tuple[str, str, str, list[str]]],
    width: int,
    long: bool,
) -> None:
    """No line is wider than the terminal, and every letter of every id and name is there."""
    table = Table(COLUMNS, rows, title="Title", section="kind", brief=Brief(VIEWS), view=VIEWS[:2])
    lines = drawn(rendered, monkeypatch, table, width, long=long)
    assert max(map(cell_len, lines)) <= width
    shown = sorted("".join(lines).replace(" ", ""))
    for id, name, *_ in rows:
        for letter in {*id, *name} - {" "}:
            assert shown.count(letter) >= id.count(letter) + name.count(letter)


@given(name, st.integers(4, 60))
def test_wrapped(text: str, width: int) -> None:
    """A wrapped text has all of its letters, and a word is only broken if it fills a line."""
    lines = wrapped(text, width)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(map(cell_len, lines)) <= width
    for each in text.split():
        if each.isascii() and len(each) <= width:
            assert any(each in line for line in lines)


@given(st.text(), st.integers(4, 60))
def test_cells(text: str, width: int) -> None:
    """A text has the cells that Rich counts, and its beginning fits."""
    text = visible(text)
    assert cells(text) == cell_len(text)
    assert cell_len(cut(text, width)) <= width


@given(st.lists(word, max_size=8), st.integers(6, 60))
def test_lists(items: list[str], width: int) -> None:
    """A list is whole in lines; in one line it says how many more there are."""
    assert max(map(cell_len, listed(items, width))) <= width
    text = elided(items, width)
    assert cell_len(text) <= width
    more = re.search(r"(?:^| )\+(\d+)$", text)
    first = len(items) - (int(more[1]) if more else 0)
    assert text.startswith(", ".join(items[:first]))


def test_one_line_each(
    rendered: Rendered, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue
) -> None:
    """The bundled list fits a terminal of 24 lines, and show, depts and timeline are short."""
    bounds = [
        (catalogue.list(), 23),
        (catalogue.show("ANU"), 30),
        (catalogue.depts(), 45),
        (catalogue.timeline(), 140),
    ]
    for answer, most in bounds:
        assert len(drawn(rendered, monkeypatch, answer, 80)) <= most


@pytest.mark.parametrize("width", [80, 100, 110, 120, 200])
def test_the_list_at_any_width(
    rendered: Rendered, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue, width: int
) -> None:
    """The partnerships take one screen: departments that have no room are counted."""
    assert len(drawn(rendered, monkeypatch, catalogue.list(), width)) <= 24


@pytest.mark.parametrize("long", [False, True])
def test_sections_are_told_once(
    rendered: Rendered, monkeypatch: pytest.MonkeyPatch, long: bool
) -> None:
    """Rows of a section that do not follow each other stand together, in the order given."""
    kinds = enumerate(["old", "new", "old", "own"])
    rows: list[Row] = [(str(n), f"Name {n}", kind, []) for n, kind in kinds]
    table = Table(
        COLUMNS,
        rows,
        section="kind",
        brief=Brief(VIEWS),
        view=VIEWS[:2],
        order=lambda: ["new", "gone", "old"],
    )
    lines = drawn(rendered, monkeypatch, table, 80, long=long)
    heads = [line for line in lines if re.match(r"[A-Z][a-z]+ \(\d\)", line)]
    assert [head.split("  ")[0] for head in heads] == ["New (1)", "Old (2)", "Own (1)"]
    old = lines.index(heads[1])
    assert [line[:1] for line in lines[old + 1 : old + 3]] == ["0", "2"]


def test_heading_counts(catalogue: Catalogue) -> None:
    """A heading says how many partnerships there are, and of how many."""
    assert catalogue.list().counted().startswith("16 partnerships · 27 institutions · 14 countries")
    assert catalogue.dept("GS Eng").counted().startswith("14 of 16 partnerships")
    assert (
        catalogue.dept("GS Eng").title == "Graduate School of Engineering (GS Eng) · 工学系研究科"
    )
    assert catalogue.depts().counted() == "32 departments · 105 links to 15 partnerships"


def test_next_steps(
    rendered: Rendered, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue
) -> None:
    """Below an answer stand commands, called as the program was called; a pipe has none."""
    answer = catalogue.list()
    lines = drawn(rendered, monkeypatch, answer, 120, program="utpartners --data 'a b.toml'")
    assert lines[-1].startswith("Next: utpartners --data 'a b.toml' show anu · utpartners --data")
    assert "Next" not in rendered(catalogue.list(), "table")


def test_long_has_everything(
    rendered: Rendered, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue
) -> None:
    """With --long a list has the institutions and departments of each partnership."""
    text = " ".join(drawn(rendered, monkeypatch, catalogue.list(), 200, long=True))
    for row in catalogue.list().records():
        assert all(part in text for part in (*row["institutions"], *row["departments"]))


@pytest.mark.parametrize("width", [60, 80, 120])
def test_japanese(rendered: Rendered, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    """In Japanese, too, headings count and every line fits."""
    with open_catalogue(language="ja") as catalogue:
        i18n.set_language("ja")
        try:
            answers = (catalogue.list(), catalogue.depts(), catalogue.timeline())
            screens = [drawn(rendered, monkeypatch, answer, width) for answer in answers]
            screens.append(drawn(rendered, monkeypatch, catalogue.show("ANU"), width))
        finally:
            i18n.set_language(None)
    assert "32部局" in "".join(screens[1][:3])
    assert max(cell_len(line) for screen in screens for line in screen) <= width


@pytest.mark.parametrize("columns", ["0", "", "wide"])
def test_width_that_is_none(
    rendered: Rendered, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue, columns: str
) -> None:
    """COLUMNS that is no width of a terminal does not count."""
    monkeypatch.setenv("COLUMNS", columns)
    text = rendered(catalogue.list(), "table", terminal=True)
    assert "Australian National University" in text


def test_agreements_leave_out_what_nobody_knows(
    rendered: Rendered, monkeypatch: pytest.MonkeyPatch, catalogue: Catalogue
) -> None:
    """A column that would be empty in every row is left out, and said below once."""
    lines = drawn(rendered, monkeypatch, catalogue.agreements(), 80)
    assert "Document" not in "".join(lines)
    card = drawn(rendered, monkeypatch, catalogue.show("princeton"), 80)
    assert sum("No end date is recorded" in line for line in card) == 1


def test_letters_of_one_cell() -> None:
    """Each letter that is counted without the tables of Rich takes one cell there, too."""
    narrow = [chr(code) for code in range(0x20, 0x3000) if NARROW.fullmatch(chr(code))]
    assert len(narrow) > 500
    assert [letter for letter in narrow if cell_len(letter) != 1] == []
