"""Names that mean several records, or none: nothing is guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners.api import open_catalogue
from utpartners.errors import Ambiguous, NotFound
from utpartners.names import nearest

if TYPE_CHECKING:
    from utpartners.api import Catalogue


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("UC", ["uchicago", "chile-mexico"]),
        ("University", ["anu", "cambridge", "3 more"]),
        ("大学", ["pku", "tsinghua"]),
    ],
)
def test_ambiguous(catalogue: Catalogue, text: str, candidates: list[str]) -> None:
    """An ambiguous name lists its candidates."""
    with pytest.raises(Ambiguous) as asked:
        catalogue.show(text)
    assert text in asked.value.message
    assert [id for id in candidates if id not in (asked.value.hint or "")] == []


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("Cambrige", "Cambridge"),
        ("Tsinghau University", "Tsinghua University"),
        ("Karolinnska Institute", "Karolinska Institutet"),
        ("Prinston", "Princeton"),
        ("清葉大学", "tsinghua"),
    ],
)
def test_suggestions(catalogue: Catalogue, text: str, nearest: str) -> None:
    """A name that is not found suggests the nearest, and answers nothing."""
    with pytest.raises(NotFound) as refused:
        catalogue.show(text)
    assert text in refused.value.message
    assert nearest.casefold() in (refused.value.hint or "").casefold()


@pytest.mark.parametrize("text", ["xqzvw", "Tohoku University"])
def test_unknown(catalogue: Catalogue, text: str) -> None:
    """What is in no name is not found; nothing is guessed."""
    with pytest.raises(NotFound):
        catalogue.show(text)


@pytest.mark.parametrize("text", ["", "   ", "&", "…", "*", "%", "_", "'", '"', "\\", "--"])
def test_no_name(catalogue: Catalogue, text: str) -> None:
    """Text without letters is no name: it fits nothing rather than everything."""
    with pytest.raises(NotFound):
        catalogue.show(text)


def test_10_000_letters(catalogue: Catalogue) -> None:
    """A name of any length is answered, with an error of a length that can be read."""
    with pytest.raises(NotFound) as refused:
        catalogue.show("University " * 1000)
    assert len(str(refused.value)) < 300


def test_home_is_no_partner(catalogue: Catalogue) -> None:
    """An institution of no partnership is named as known, yet no partner."""
    with pytest.raises(NotFound, match="The University of Tokyo"):
        catalogue.show("UTokyo")


@pytest.mark.parametrize(("text", "is_near"), [("Camberdge", True), ("Xambridge", False)])
def test_suggestions_among_very_many(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, text: str, is_near: bool
) -> None:
    """Where there are too many names to look at, a name begins as it was typed."""
    monkeypatch.setattr(nearest, "MANY_NAMES", 100)
    with pytest.raises(NotFound) as refused:
        catalogue.show(text)
    assert ("cambridge" in (refused.value.hint or "").casefold()) == is_near


@pytest.mark.parametrize("text", ["mathematics", "math", "Mathematics"])
def test_words_with_one_stem(catalogue: Catalogue, text: str) -> None:
    """A word with whose stem several names have words lists all of them."""
    with pytest.raises(Ambiguous) as asked:
        catalogue.dept(text)
    hint = asked.value.hint or ""
    assert "IPMU" in hint
    assert "GS Maths Sci" in hint


def test_part_is_told() -> None:
    """How a part of a name was read is told, a whole name is not."""
    with open_catalogue() as catalogue:
        catalogue.dept("Kavli")
        catalogue.show("cambr")
        catalogue.dept("GS Eng")
        catalogue.show("ANU")
        kavli, cambridge = catalogue.store.notes
    assert kavli.startswith("'Kavli' read as Kavli Institute for the Physics and")
    assert cambridge == "'cambr' read as University of Cambridge (cambridge)."
