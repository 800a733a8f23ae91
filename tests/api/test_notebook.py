"""What Python and notebooks show of answers."""

from __future__ import annotations

import base64
import sys
from typing import TYPE_CHECKING

import pytest
from tests.slow import quick_are

from utpartners.answers import Card, Column, Table
from utpartners.errors import UtpartnersError

if TYPE_CHECKING:
    from utpartners import Catalogue

HOSTILE = '<script>alert("x")</script>\x1b[31m\u202e'


def test_text_of_a_table() -> None:
    """Python shows the title, how many rows there are, the keys and the first rows."""
    rows = [(f"id{number}", "東京" if number % 2 else None, [number, "x"]) for number in range(12)]
    table = Table(
        (Column("id"), Column("city"), Column("list", "list")), iter(rows), title="Cities"
    )
    lines = repr(table).split("\n")
    assert lines[:4] == [
        "<Table 'Cities', 12 rows>",
        "id   city  list",
        "id0        0; x",
        "id1  東京  1; x",
    ]
    assert lines[-2:] == ["id9  東京  9; x", "…"]


def test_text_fits(catalogue: Catalogue) -> None:
    """No line is wider than 80 cells; the columns that do not fit are named."""
    lines = repr(catalogue.list()).split("\n")
    assert all(len(line) <= 80 for line in lines)
    assert lines[-1].startswith("and institutions, departments")


def test_text_of_a_card(catalogue: Catalogue) -> None:
    """Python shows the fields of a card that are not empty, and counts its records."""
    lines = repr(catalogue.show("Princeton")).split("\n")
    assert lines[0] == "<Card 'Princeton University'>"
    assert lines[1].split() == ["id", "princeton"]
    assert ["institutions", "1", "row"] in [line.split() for line in lines]


def test_text_is_harmless() -> None:
    """What could act on a terminal is written out, and a long text is cut."""
    shown = repr(Table((Column("a"),), [(HOSTILE,), ("x" * 1_000_000,)], title=HOSTILE))
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert len(shown) < 500


def test_text_of_a_closed_catalogue(catalogue: Catalogue) -> None:
    """To show an answer that cannot be read any more is no error."""
    import utpartners

    other = utpartners.open_catalogue()
    table = other.list()
    other.close()
    assert repr(table).endswith("is closed>")
    assert "streamed: id, name" in repr(catalogue.list().streamed())


def test_html_is_escaped() -> None:
    """A catalogue puts no HTML into a notebook, whatever it says."""
    table = Table((Column(HOSTILE), Column("b")), [(HOSTILE, [HOSTILE])], title=HOSTILE)
    card = Card((Column("a"),), (HOSTILE,), title=HOSTILE)
    for answer in (table, card):
        shown = answer._repr_html_()
        assert "<script" not in shown
        assert "&lt;script&gt;" in shown
        assert "\x1b" not in shown


def test_html_of_many_rows() -> None:
    """A notebook shows the first rows, and says that there are more."""
    shown = Table((Column("a", "number"),), ((n,) for n in range(500)))._repr_html_()
    assert shown.count("<tr>") == 61
    assert "Only the first 60 rows are shown" in shown


def test_html_in_japanese(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Headings and words are in the language in use."""
    from utpartners import i18n

    i18n.set_language("ja")
    try:
        assert "<span>区分</span>" in catalogue.list()._repr_html_()
    finally:
        i18n.set_language(None)


@pytest.mark.parametrize("question", quick_are(["matrix"], ["matrix", "timeline", "places"]))
def test_html_of_a_picture(catalogue: Catalogue, question: str) -> None:
    """A matrix, a timeline and a map are a picture in a notebook, with the rows below it."""
    answer = getattr(catalogue, question)()
    shown = answer._repr_html_()
    assert answer._repr_html_() == shown
    assert shown.startswith('<img alt="')
    data = shown.partition("base64,")[2].partition('"')[0]
    assert base64.b64decode(data).decode().startswith("<?xml")
    assert "<details><summary>" in shown
    assert "<table" in shown


def test_html_of_what_is_too_much_for_a_picture(catalogue: Catalogue) -> None:
    """Where a picture would be unreadable, there are only the rows."""
    timeline = catalogue.timeline()
    shown = timeline.with_rows(list(timeline) * 200)._repr_html_()
    assert "<img" not in shown
    assert "<table" in shown


@pytest.mark.slow
def test_pandas(catalogue: Catalogue) -> None:
    """A data frame has the keys as columns, and types in which a value can be unknown."""
    pandas = pytest.importorskip("pandas")
    frame = catalogue.timeline().to_pandas()
    assert list(frame.columns) == [column.key for column in catalogue.timeline().columns]
    assert len(frame) == len(catalogue.timeline())
    assert str(frame["phase"].dtype) == "Int64"
    assert str(frame["planned"].dtype) == "boolean"
    assert frame["departments"].map(type).eq(list).all()
    assert frame["phase"].isna().any()
    places = catalogue.places().to_pandas()
    assert str(places["latitude"].dtype) == "Float64"
    assert pandas.notna(places["latitude"]).any()


@pytest.mark.slow
def test_pandas_of_nothing(catalogue: Catalogue) -> None:
    """An empty answer is an empty data frame with the same columns."""
    pytest.importorskip("pandas")
    frame = catalogue.list(country=["Japan"]).to_pandas()
    assert len(frame) == 0
    assert "id" in frame.columns


def test_pandas_is_optional(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pandas, the error says how to install it."""
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(UtpartnersError, match=r"to_pandas\(\) needs pandas") as error:
        catalogue.list().to_pandas()
    assert "install pandas" in (error.value.hint or "")
