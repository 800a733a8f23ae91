"""What the tests of the documentation need: its folder, and the scripts that write it."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], ModuleType]:
    """Import a script of the folder docs by its name; it may import others that lie beside it."""
    monkeypatch.syspath_prepend(str(DOCS))
    return import_module
