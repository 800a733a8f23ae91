"""The part of a text around what was searched for."""

from __future__ import annotations

import pytest

from utpartners.questions.excerpt import (
    BEFORE,
    LENGTH,
    LONGEST_END,
    MARKS,
    OVERLAP,
    PIECE,
    excerpt,
    pattern,
)
from utpartners.questions.search import wanted_words


def made(words: str, *texts: str | None) -> str:
    return excerpt(texts, pattern(wanted_words(words)))


@pytest.mark.parametrize(
    ("words", "text", "expected"),
    [
        ("quant", "On quantum law", "On ‹quantum› law"),
        ('"quantum law"', "On quantum, law and laws", "On ‹quantum, law› and laws"),
        ("zurich", "ETH Zürich", "ETH ‹Zürich›"),
        ("zurich", "ETH Zu\u0308rich", "ETH ‹Zu\u0308rich›"),
        ("strasse", "Straße 1", "‹Straße› 1"),
        ("gs-as", "the GS A&S", "the ‹GS A&S›"),
        ("xian", "in Xi'an", "in ‹Xi'an›"),
        ("university", "Univer\u00adsity", "‹Univer\u00adsity›"),
        ("ばーくれー", "ﾊﾞｰｸﾚｰで", "‹ﾊﾞｰｸﾚｰ›で"),
        ("共同研究", "部局間の共同研究を", "部局間の‹共同研究›を"),
        ("AI", "東大AI研究 aims", "東大‹AI›研究 ‹aims›"),
        ("서울", "서울대학교", "‹서울›대학교"),
        ("서울", "서울대", "‹서울›대"),
        ("nothing", "On quantum law", "On quantum law"),
    ],
)
def test_marks(words: str, text: str, expected: str) -> None:
    """Hits are marked in the text as it is, wherever folded letters stand for them."""
    assert made(words, text) == expected


def test_text_with_most() -> None:
    """The text that has most of the words is taken, of equal ones the first."""
    assert made("joint law", "Joint", None, "joint law") == "‹joint› ‹law›"
    assert made("joint", "Joint A", "joint B") == "‹Joint› A"


def test_part_with_most() -> None:
    """Of a long text, the part that has most of the words is taken."""
    text = f"law {'x ' * 400} joint law {'y ' * 400}"
    assert made("joint law", text).startswith("…x x ")
    assert "‹joint› ‹law› y" in made("joint law", text)
    assert len(made("joint law", text)) < LENGTH + 50


def test_values() -> None:
    """An excerpt does not begin in the middle of another value, nor add one when it is long."""
    long = "joint " + "work " * 20
    assert made("joint", f"2019 · {long.strip()} · 2020") == f"‹joint› {'work ' * 20}".strip()
    assert made("joint", "2019 · joint · 2020") == "‹joint› · 2020"


@pytest.mark.slow
def test_hit_far_behind() -> None:
    """A hit at the end of a megabyte is found."""
    assert made("end", "é " * 300_000 + "end") == "…" + "é " * 20 + "‹end›"


@pytest.mark.parametrize("letter", ["x", "é"])
@pytest.mark.parametrize("place", [0, 1, PIECE - 7, PIECE - 3, PIECE, 2 * PIECE - OVERLAP - 3])
def test_any_place_of_a_long_text(letter: str, place: int) -> None:
    """A hit is found and marked wherever it is, also where two pieces of a long text meet."""
    before, after = f"{letter} " * (place // 2), f" {letter}" * PIECE
    found = made("quantum", f"{before}quantum{after}")
    assert "‹quantum›" in found
    assert len(found.replace("…", "")) <= LENGTH + LONGEST_END + len(MARKS)
    assert found.startswith("…") == (place > BEFORE)
    assert found.endswith("…")


def test_a_phrase_is_no_start_of_a_word() -> None:
    """A phrase is whole words: longer ones that start or end with them are not marked."""
    text = "prequantum lawyers, quantum lawyers, quantum law"
    assert made('"quantum law"', text) == "prequantum lawyers, quantum lawyers, ‹quantum law›"
    assert made("quantum law", text) == (
        "prequantum ‹lawyers›, ‹quantum› ‹lawyers›, ‹quantum› ‹law›"
    )
