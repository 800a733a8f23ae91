"""The normal forms under which names are found."""

from __future__ import annotations

import pytest

from utpartners.normalize import entries, key, slug, unordered, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("GS A&S", ["gs", "as"]),
        ("gs-as", ["gs", "as"]),
        ("III/GSII", ["iii", "gsii"]),
        ("Xi'an", ["xian"]),
        ("Xi’an", ["xian"]),
        ("U.K.", ["uk"]),
        ("The University of Chicago", ["university", "chicago"]),
        ("Arts and Sciences", ["arts", "sciences"]),
        ("The The", ["the", "the"]),
        ("École Polytechnique", ["ecole", "polytechnique"]),
        ("E\u0301cole", ["ecole"]),
        ("Łódź Œuvre Ærø", ["lodz", "oeuvre", "aero"]),
        ("STRASSE", ["strasse"]),
        ("Straße", ["strasse"]),
        ("ＡＮＵ", ["anu"]),
        ("ﾊﾉｲ", ["ハノイ"]),
        ("がか", ["ガカ"]),
        ("みゅんへん", ["ミュンヘン"]),
        ("ﾐｭﾝﾍﾝ", ["ミュンヘン"]),
        ("Þór Ħal Ŧa Ŋa", ["thor", "hal", "ta", "na"]),
        ("DIYARBAKIR Diyarbakır İzmir", ["diyarbakir", "diyarbakir", "izmir"]),
        ("Hawaiʻi Hawaiʼi Hawai‘i Hawai´i Hawai`i", ["hawaii"] * 5),
        ("Uni\u00adver\u200bsi\u2060ty", ["university"]),
        ("\ufeffKita\u200e", ["kita"]),
        ("葛\U000e0100城", ["葛城"]),
        ("جامِعَة", ["جامعة"]),
        ("清華大学", ["清華大学"]),
        ("チリ・カトリック大学", ["チリ", "カトリック大学"]),
        ("Đại học Quốc gia Hà Nội", ["dai", "hoc", "quoc", "gia", "ha", "noi"]),
        ("서울대학교", ["서울대학교"]),
        ("snake_case", ["snake", "case"]),
        ("", []),
        ("  \t&-–…  ", []),
        ("\N{GRINNING FACE}", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    """Case, accents, width, punctuation and fillers do not tell names apart."""
    assert words(text) == expected


def test_key() -> None:
    """A key is the same however the words are set apart."""
    forms = ["GS A&S", "gs-as", "GSAS", "gs a&s", "ｇｓ　ａｓ"]
    assert {key(words(form)) for form in forms} == {"gsas"}


def test_unordered() -> None:
    """Words in another order have one form, other words another."""
    cambridge = unordered(words("University of Cambridge"))
    assert unordered(words("Cambridge University")) == cambridge
    assert unordered(words("University of Cambrai")) != cambridge


@pytest.mark.parametrize(("text", "id"), [("GS A&S", "gs-as"), ("GS Maths Sci", "gs-maths-sci")])
def test_slug(text: str, id: str) -> None:
    """A slug is a name as ids are written."""
    assert slug(text) == id


def test_entries_of_unspaced_scripts() -> None:
    """Any part of a name without blanks starts an entry."""
    assert entries(["北京大学"]) == {"北京大学", "京大学", "大学", "学"}


def test_entries_of_spaced_scripts() -> None:
    """Words that are set apart are entries as a whole."""
    assert entries(["peking", "москва"]) == {"peking", "москва"}
