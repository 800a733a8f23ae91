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
from utpartners.vocabulary import counted

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


def test_sections_without_a_time_have_its_room(
    catalogue: Catalogue, rendered: Rendered, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Activities without a year begin where the year would stand; all take 130 lines."""
    lines = drawn(rendered, monkeypatch, catalogue.timeline(), 80)
    assert len(lines) <= 130
    dated = next(line for line in lines if line.startswith("2014 "))
    planned = lines[next(n for n, line in enumerate(lines) if line.startswith("Planned")) + 1]
    assert dated.index("snu") > len("October 2021")
    assert planned.startswith("  anu ")


def test_what_all_activities_have_stands_in_the_heading(
    catalogue: Catalogue, rendered: Rendered, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The id of the only partner is not told on every line, and -l is proposed for everything."""
    lines = drawn(rendered, monkeypatch, catalogue.timeline(partner=["ANU"]), 80)
    assert lines[1] == "5 activities: 2 dated, 1 with a phase only, 2 planned · anu"
    assert sum("anu" in line for line in lines) == 2
    assert lines[-1] == "Next: utpartners show anu · utpartners timeline"


def test_columns_that_fit_a_narrow_terminal(
    catalogue: Catalogue, rendered: Rendered, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Records are stacked where their columns would not fit, and only there."""
    lines = drawn(rendered, monkeypatch, catalogue.stats(), 60)
    assert "primary                             9  ████████████████████" in lines
    assert "partnerships                       16" in lines  # unlike totals have no bars
    lines = drawn(rendered, monkeypatch, catalogue.list(country=["Germany"]), 60)
    assert "tum  Technical University of Munich  Germany      4     8" in lines


def test_long_is_not_proposed_to_who_sees_it(
    catalogue: Catalogue, rendered: Rendered, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With -l, what to type next is something else."""
    assert "list -l" in drawn(rendered, monkeypatch, catalogue.list(), 80)[-1]
    assert "list -l" not in drawn(rendered, monkeypatch, catalogue.list(), 80, long=True)[-1]


def test_facts_are_broken_at_the_dots(
    catalogue: Catalogue, rendered: Rendered, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where counts do not fit a line, the next one begins with a number."""
    lines = drawn(rendered, monkeypatch, catalogue.about(), 80)
    assert lines[2] == "16 partnerships · 27 partner institutions · 32 departments"
    assert lines[3] == "105 department–partnership links · 94 activities"


def test_one_of_a_kind() -> None:
    """A count of one has the singular; words in other languages stay as they are."""
    assert counted(1, "activities") == "1 activity"
    assert counted(2, "partner countries") == "2 partner countries"


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("オンラインワークショップ（2021年）", ["オンラインワークショップ", "（2021年）"]),
        ("国際的な研究集会SATREPSの報告。", ["国際的な研究集会", "SATREPSの報告。"]),
    ],
)
def test_japanese_is_broken_between_words_of_other_letters(text: str, lines: list[str]) -> None:
    """A number or Latin word is not broken in two, and no line ends with an opening bracket."""
    assert wrapped(text, 24 if text[0] == "オ" else 20) == lines


def test_japanese_lists_have_no_blanks(
    catalogue: Catalogue, rendered: Rendered, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A Japanese comma has no blank after it, and the lists still fit their columns."""
    with i18n.speaking("ja"):
        lines = drawn(rendered, monkeypatch, catalogue.list(), 80, long=True)
    assert any("GraSPP、ERI、AORI" in line for line in lines)
    assert max(map(cell_len, lines)) <= 80
