"""Marks of what a test tries once more, which a bare pytest leaves to .ci/run."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterable


def quick_are(quick: Iterable[Any], values: Iterable[Any]) -> list[Any]:
    """Return values as parameters of a test, of which all that are not among the quick are slow.

    A tuple has a value for each of several parameters.
    """
    chosen = list(quick)
    return [value if value in chosen else _slow(value) for value in values]


def _slow(value: Any) -> Any:
    values = value if isinstance(value, tuple) else (value,)
    return pytest.param(*values, marks=pytest.mark.slow)
