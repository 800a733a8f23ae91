"""A few mutated catalogues of each form; ``python -m tests.fuzz`` tries very many."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.slow import quick_are

from .agreement import outcome
from .inputs import FORMS, Inputs

if TYPE_CHECKING:
    from random import Random


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    return Inputs(tmp_path_factory.mktemp("fuzz"))


@pytest.mark.parametrize("form", quick_are(["toml", "db"], FORMS))
@settings(
    max_examples=settings().max_examples * 2 // 5,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
@given(random=st.randoms(use_true_random=False))
def test_check_and_loader_agree(inputs: Inputs, form: str, random: Random) -> None:
    """What passes check can be asked and exported; what does not is refused, or says why."""
    assert outcome(str(inputs.make(form, random))) in ("right", "wrong", "refused")


@pytest.mark.parametrize("form", quick_are(["toml", "db"], FORMS))
def test_unchanged(inputs: Inputs, form: str) -> None:
    """The catalogues that are mutated are not refused to begin with."""
    suffix = {"package": "/", "sql": ".db"}.get(form, f".{form}")
    for seed in inputs.seeds[suffix]:
        assert outcome(str(seed)) in ("right", "wrong")
