"""What columns hold, and what several columns of a row say together."""

from __future__ import annotations

from typing import Any

import pytest

from .said import HEADER, looks_of, said_of


def _uses(read: Any, header: list[str], *rows: list[Any]) -> list[str]:
    """Return what each column is taken to hold."""
    return [guess.use.field for guess in read([header, *rows]).guesses.values()]


@pytest.mark.parametrize(
    ("label", "field"),
    [
        ("Country / Region", "country"),
        ("国・地域", "country"),
        ("Dept.", "department"),
        ("Contact (partner)", "note"),
        ("Contact (ours)", "person"),
        ("Former name", "aliases"),
        ("Plätze out", "out"),
        ("Agreement(s)", "kind"),
        ("MoU date", "signed"),
        ("Exp. Date", "ends"),
        ("Review date", "ignore"),
        ("Plätze (out/in)", "ignore"),
        ("Places (in/out)", "ignore"),
        ("協定期間", "period"),
    ],
)
def test_headers(read: Any, label: str, field: str) -> None:
    """Headers are understood with brackets, marks and abbreviations, as a whole and in parts."""
    assert _uses(read, ["Partner", label], ["Seestadt", "x"]) == ["partner", field]


def test_column_with_most_kinds(read: Any) -> None:
    """Of two columns that may hold the kind, it is the one whose cells are kinds."""
    header = ["Partner", "Country", "Level", "Agreement"]
    row = ["Lindenau University", "Germany", "University", "MoU"]
    assert _uses(read, header, row)[2:] == ["ignore", "kind"]
    assert said_of(read([header, row])) == [("new", ["general"])]


def test_mark_beside_kind(read: Any) -> None:
    """A marked kind is an agreement beside the one whose kind and dates the row has."""
    header = [*HEADER, "Student exchange"]
    row = ["Lindenau University", "Germany", "MoU", "2015-04-01", "2020-03-31"]
    assert said_of(read([header, [*row, "yes"], [*row[:2], "SEA", "2016", None, "x"]])) == [
        ("new", ["general, signed 2015-04-01, ends 2020-03-31", "student exchange"]),
        ("new", ["student exchange, signed 2016"]),
    ]


def test_kind_of_title(read: Any) -> None:
    """Where no column has the kind, a title that is a kind gives it."""
    header = ["大学名", "国名", "協定名称"]
    found = read([header, ["リンデナウ大学", "ドイツ", "学生交流協定"]])
    assert found.entries[0].agreements[0]["kind"] == "student exchange"


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("大学間学術交流協定", "general"),
        ("部局間学生交流協定", "student exchange"),
        ("大学間の共同研究", "research"),
        ("全学協定", "general"),
    ],
)
def test_kind_with_who_concluded_it(read: Any, cell: str, kind: str) -> None:
    """Japanese lists say before a kind whether the university or a faculty concluded it."""
    found = read([["大学名", "国名", "協定の種類"], ["リンデナウ大学", "ドイツ", cell]])
    assert found.entries[0].agreements[0]["kind"] == kind


@pytest.mark.parametrize(
    ("cell", "renews"), [("Y", "automatic"), ("yes", "automatic"), ("N", None)]
)
def test_automatic_renewal(read: Any, cell: str, renews: str | None) -> None:
    """Yes means automatic in a column that asks for that; no leaves open how it is renewed."""
    header = ["Partner", "Country", "Type", "Auto-renewal (Y/N)"]
    (entry,) = read([header, ["Lindenau University", "Germany", "MoU", cell]]).entries
    assert (entry.looks, entry.agreements[0].get("renews")) == ([], renews)


@pytest.mark.parametrize("cell", ["N", "No"])
def test_no_renewal(read: Any, cell: str) -> None:
    """No in a column about renewal says that there is none, in a word or a letter."""
    header = ["Partner", "Country", "Type", "Renewal"]
    (entry,) = read([header, ["Lindenau University", "Germany", "MoU", cell]]).entries
    assert (entry.looks, entry.agreements[0].get("renews")) == ([], "none")


def test_whole_university(read: Any) -> None:
    """What says that an agreement is one of the whole university makes no department."""
    header = ["Partner", "Country", "Type", "Department"]
    cells = ("zentral", "hochschulweit", "Campus-wide", "全学")
    rows = [["Lindenau University", "Germany", "MoU", cell] for cell in cells]
    assert not any(entry.departments for entry in read([header, *rows]).entries)


@pytest.mark.parametrize("cell", ["expired", "signed", "y", "until"])
def test_words_alone(read: Any, cell: str) -> None:
    """A cell of words that only link dates is asked about, and does not vanish."""
    row = ["Lindenau University", "Germany", "MoU", "2015", cell]
    assert looks_of(read([HEADER, row])) == [f"Until: '{cell}' is not understood"]


def test_totals(read: Any) -> None:
    """Totals of countries and regions are no rows of the table."""
    rows = [
        ["Region", "Country", "Institution", "Year"],
        ["Asia", "Japan", "Hanbit University", 2001],
        ["", "Japan Total", 2, None],
        ["アジア 小計", None, 2, None],
        ["Grand Total", None, 3, None],
    ]
    found = read(rows)
    assert len(found.entries) == 1
    assert "Totals, not read: rows 3, 4, 5." in found.notes
