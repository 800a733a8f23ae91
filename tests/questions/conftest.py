"""The bundled catalogue, to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import utpartners

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def catalogue() -> Iterator[utpartners.Catalogue]:
    with utpartners.open_catalogue() as catalogue:
        yield catalogue
