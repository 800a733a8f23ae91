"""The bundled catalogue, to ask."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import utpartners
from utpartners import bundled

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def catalogue() -> Iterator[utpartners.Catalogue]:
    with utpartners.open_catalogue() as catalogue:
        yield catalogue


@pytest.fixture(scope="module")
def both() -> Iterator[utpartners.Catalogue]:
    """The bundled catalogue and that of another home, which have a partner in common."""
    kyoto = Path(__file__).parents[1] / "golden" / "kyoto.toml"
    with utpartners.open_catalogue(bundled.TOML, str(kyoto)) as catalogue:
        yield catalogue
