"""A whole catalogue as JSON: the tables and keys of the TOML file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from ..render.json import encoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Catalogue


def export(catalogue: Catalogue) -> Iterator[str]:
    """One object, indented."""
    yield encoded(msgspec.to_builtins(catalogue), indent=2) + "\n"
