"""Several names one after the other, as a shell passes their words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners import names
from utpartners.errors import Ambiguous, NotFound

if TYPE_CHECKING:
    from utpartners.store.store import Store


def codes(store: Store, *words: str) -> list[str]:
    found = names.resolve_sequence(store, ["department"], words)
    return [label.id for label in names.labels(store, found)]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("GS Eng", ["GS Eng"]),
        ("GS Law and Politics GraSPP", ["GS Law and Politics", "GraSPP"]),
        ("graspp gs law and politics", ["GraSPP", "GS Law and Politics"]),
        ("GS Maths Sci IST IIS", ["GS Maths Sci", "IST", "IIS"]),
        ("gs-as gs-eng", ["GS A&S", "GS Eng"]),
        ("Institute of Medical Science Institute of Gerontology", ["IMSUT", "IOG"]),
        ("The Institute for Solid State Physics ISS", ["ISSP", "ISS"]),
        ("IIS IIS iis", ["IIS"]),
        ("Kavli Hospital", ["IPMU", "Hospital"]),
        ("GS Sci GS Eng", ["GS Sci", "GS Eng"]),
        ("Graduate School of Medicine Hospital", ["GS Med", "Hospital"]),
    ],
)
def test_greedy(store: Store, words: str, expected: list[str]) -> None:
    """The longest known name first, each record once, in the order of the words."""
    assert codes(store, *words.split()) == expected


def test_quoted_names(store: Store) -> None:
    """A name with blanks may also come as one word."""
    assert codes(store, "GS A&S", "III/GSII") == ["GS A&S", "III/GSII"]


@pytest.mark.parametrize("words", ["GS A", "GSFS GS A", "gs a"])
def test_cut_at_ampersand(store: Store, words: str) -> None:
    """The first half of a name with & is refused, with the name and how to write it."""
    with pytest.raises(NotFound) as refused:
        codes(store, *words.split())
    hint = refused.value.hint or ""
    assert "'GS A&S'" in hint
    assert "gs-as" in hint


@pytest.mark.parametrize("words", ["GS Eng Astrology", "Astrology", "Astrology GS Eng"])
def test_unknown_word(store: Store, words: str) -> None:
    """A word that names nothing is refused, even beside known names."""
    with pytest.raises(NotFound, match="Astrology"):
        codes(store, *words.split())


def test_ambiguous_word(store: Store) -> None:
    """A word that several names have lists them."""
    with pytest.raises(Ambiguous) as asked:
        codes(store, "IIS", "Physics")
    assert [
        code for code in ("ISSP", "IPMU", "ICEPP") if code not in (asked.value.hint or "")
    ] == []


def test_nothing_is_named(store: Store) -> None:
    """No words name no records."""
    assert codes(store) == []


@pytest.mark.slow
def test_very_many_words(store: Store) -> None:
    """Any number of words is answered: each record once."""
    assert codes(store, *["IIS"] * 1000) == ["IIS"]
