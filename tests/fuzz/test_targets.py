"""The readers that are fuzzed by coverage: what each starts from, and inputs that once failed."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from tests.slow import quick_are

from .inputs import Inputs
from .targets import TARGETS

if TYPE_CHECKING:
    from pathlib import Path

REGRESSIONS = {
    "dates": (
        "0219/20",  # an academic year that was written with three digits
        "9999年度",  # one that ended in the year 10000
        "9999-04-01 5 years",  # an end in the year 10004
        "0001-01-01 0 months",
    ),
    "sheet": (
        "Partner,Country,Signed,Valid until\nKita University,Japan,1.4.9999,5 years\n",
        "Partner,Country,Signed,Period\nKita University,Japan,0001-01-01,0 months\n",
    ),
    "parts": tuple(
        "\x1ecatalogue.toml\n[catalogue]\ntitle = 'T'\nhome = 'h'\n[[institution]]\nid = 'h'\n"
        "name = 'H'\ncountry = 'JP'\n[[country]]\ncode = 'JP'\nname = 'Japan'\n"
        f"\x1epartnerships/.x\n\x1e.utpartners-pending.json\n{journal}"
        for journal in ('{"catalogue.toml": NaN}', "[" * 50_000, '{"catalogue.toml": ["x"]}')
    ),
}
"""Inputs on which a reader failed before it was mended, by target."""


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    return Inputs(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize("name", quick_are(["csv", "sheet", "dates", "names"], TARGETS))
def test_seeds(inputs: Inputs, tmp_path: Path, name: str) -> None:
    """Each reader takes what fuzzing starts from, and a change of it."""
    target = TARGETS[name]
    for number, seed in enumerate(target.seeds(inputs)):
        target.run(seed, tmp_path)
        target.run(target.changed(seed, random.Random(number)), tmp_path)  # noqa: S311


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, texts in REGRESSIONS.items() for text in texts]
)
def test_what_once_failed(tmp_path: Path, name: str, text: str) -> None:
    """A reader that was mended stays so."""
    TARGETS[name].run(text.encode(), tmp_path)
