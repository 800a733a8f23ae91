"""``tree``: the partners by what they have in common."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.conftest import Rendered

    from utpartners.api import Catalogue


def test_the_home_of_several(both: Catalogue, catalogue: Catalogue, rendered: Rendered) -> None:
    """Where there are several homes, the tree says whose partner each one is."""
    found = rendered(both.tree("country"), "table")
    assert "  utokyo" in found
    assert "  kyoto" in found
    assert "  utokyo" not in rendered(catalogue.tree("country"), "table")
