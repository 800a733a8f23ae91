"""Whatever its text, a catalogue comes back from every form that is read as it went in."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from utpartners.formats import find_form, pieces, read, write
from utpartners.model import Catalogue as Records
from utpartners.store.fill import in_memory
from utpartners.store.records import records as read_back

if TYPE_CHECKING:
    from utpartners.store.store import Store

ANY = st.from_type(Records)

BINARY = ["c.db", "c/", "c.zip", "c.xlsx", "parts/"]


def text(store: Store, suffix: str) -> str:
    form = find_form(None, suffix)
    assert form is not None
    return "".join(pieces(store, form))


@pytest.mark.parametrize("suffix", [".toml", ".json"])
@given(records=ANY)
def test_text(suffix: str, records: Records) -> None:
    """What is written, read and written again is the same, byte for byte."""
    with TemporaryDirectory() as folder, closing(in_memory(records, "generated")) as store:
        path = Path(folder, f"c{suffix}")
        path.write_text(text(store, suffix), "utf-8", newline="")
        with closing(read(str(path))) as again:
            assert read_back(again) == records
            assert text(again, suffix).encode() == path.read_bytes()


@pytest.mark.parametrize("name", BINARY)
@settings(max_examples=40)
@given(records=ANY)
def test_tables(name: str, records: Records) -> None:
    """TOML, any other form and TOML again: the same text as at first."""
    form = find_form("parts" if name == "parts/" else None, name)
    assert form is not None
    with TemporaryDirectory() as folder, closing(in_memory(records, "generated")) as store:
        path = str(Path(folder, name.rstrip("/")))
        write(store, path, form)
        with closing(read(path)) as again:
            assert read_back(again) == records
            assert text(again, ".toml") == text(store, ".toml")
