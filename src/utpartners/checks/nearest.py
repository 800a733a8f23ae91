"""What a word that is not known was probably meant to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

from .problem import shown

if TYPE_CHECKING:
    from collections.abc import Iterable

ALIKE_ENOUGH = 60
"""Percent of the letters that must be common."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The question after the nearest of the known words; empty where none is near."""
    found = process.extractOne(word, known, scorer=fuzz.ratio, score_cutoff=ALIKE_ENOUGH)
    return f"did you mean {shown(found[0])}?" if found else ""
