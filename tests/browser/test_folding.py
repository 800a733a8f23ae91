"""The script folds names as utpartners.normalize does."""

from __future__ import annotations

import random
import sys
import unicodedata
from pathlib import Path

import pytest
from tests.browser.conftest import Opened

from utpartners import normalize
from utpartners import page as package
from utpartners.api import Catalogue
from utpartners.page.search_index import folding_rules

pytestmark = pytest.mark.slow

SCRIPT = Path(package.__file__).parent / "script" / "fold.js"

MARKS = " &'’.-_/()\u3000\u0301\u0345\u200d"


FOLDED_AS_THEY_ARE = ("CJK UNIFIED IDEOGRAPH", "HANGUL SYLLABLE", "TANGUT", "EGYPTIAN", "CUNEIFORM")
"""The starts of the names of very many letters, of which the random texts have enough."""


def texts() -> list[str]:
    """Every letter but those, and texts of letters of all scripts, random from a fixed seed."""
    letters = [
        chr(code)
        for code in range(32, sys.maxunicode)
        if unicodedata.category(chr(code)) not in ("Cn", "Cs", "Co", "Cc")
    ]
    chance = random.Random(5)  # noqa: S311
    pick = (letters, letters[:600], MARKS, "ßẞςΣİıǅﬁÅÆŒøł가がパ㈱½Ⅳ٣")
    drawn = [
        "".join(chance.choice(chance.choice(pick)) for _ in range(chance.randint(1, 12)))
        for _ in range(3000)
    ]
    return drawn + [
        letter
        for letter in letters
        if not unicodedata.name(letter, "").startswith(FOLDED_AS_THEY_ARE)
    ]


def test_words(empty: Path, opened: Opened, catalogue: Catalogue) -> None:
    """Every letter, thousands of texts and all names have the same words in both."""
    catalogue.store.require_spellings(["partnership", "institution", "department", "country"])
    names = [text for (text,) in catalogue.store.rows("SELECT text FROM spelling")]
    wanted = names + texts()
    page = opened(empty)
    source = SCRIPT.read_text("utf-8")
    found = page.evaluate(
        f"([texts, rules]) => {{ {source}; return texts.map((text) => words(text, rules)); }}",
        [wanted, folding_rules()],
    )
    assert len(found) > 40_000
    pairs = zip(wanted, map(normalize.words, wanted), found, strict=True)
    assert [(text, ours, theirs) for text, ours, theirs in pairs if ours != theirs] == []
