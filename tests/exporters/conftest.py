"""Catalogues in every form."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest

from utpartners.exporters import form
from utpartners.progress import no_progress
from utpartners.store.records import records
from utpartners.store.store import Store


class Written(Protocol):
    """Writes a store in the form that the end of a name asks for."""

    def __call__(self, store: Store, name: str) -> Path:
        """Where it was written."""
        ...


@pytest.fixture
def written(tmp_path: Path) -> Written:
    def writing(store: Store, name: str) -> Path:
        chosen = form(None, name)
        assert chosen is not None
        path = tmp_path / name.rstrip("/")
        if chosen.is_text:
            path.write_text("".join(chosen.export()(records(store))), "utf-8", newline="")
        else:
            chosen.write()(store, str(path), no_progress)
        return path

    return writing
