"""How much texts are alike."""

from __future__ import annotations

import pytest

from utpartners.similarity import likeness, nearest_texts


def test_the_nearest_is_first() -> None:
    """Texts come best first, and no more of them than wanted."""
    known = ["gs-eng", "gs-econ", "graspp", "zzz"]
    assert nearest_texts("gs-enk", known, 2) == ["gs-eng", "gs-econ"]
    assert nearest_texts("gs-enk", known) == ["gs-eng"]


@pytest.mark.parametrize(("least", "found"), [(60, []), (40, ["list"])])
def test_what_is_not_alike_is_left_out(least: float, found: list[str]) -> None:
    """Below the least score a text is not like another."""
    assert nearest_texts("tilt", ["list", "show"], 3, least) == found


def test_each_word_is_compared_with_its_best_match() -> None:
    """Words in another order are nearly as alike as in this one, and a wrong word is less so."""
    typed = ["university", "tokyo"]
    same, turned, other = (
        likeness(typed, name)
        for name in (["university", "tokyo"], ["tokyo", "university"], ["university", "kyoto"])
    )
    assert same == 100
    assert same > turned > other
