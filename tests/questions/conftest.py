"""The bundled catalogue, to ask."""

from __future__ import annotations

import pytest

import utpartners


@pytest.fixture(scope="module")
def catalogue() -> utpartners.Catalogue:
    return utpartners.open_catalogue()
