"""Whatever its text, a catalogue comes back from every form that is read as it went in."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from utpartners.fields import fields_of
from utpartners.formats import find_form, pieces, read, write
from utpartners.model import Catalogue as Records
from utpartners.model import Record
from utpartners.store.fill import in_memory
from utpartners.store.records import records as read_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from utpartners.store.store import Store

pytestmark = pytest.mark.slow

ANY = st.from_type(Records)

BINARY = ["c.db", "c/", "c.zip", "c.xlsx", "parts/"]


def text(store: Store, suffix: str) -> str:
    form = find_form(None, suffix)
    assert form is not None
    return "".join(pieces(store, form))


def test_every_field() -> None:
    """The catalogues that are made up have each field of the model, in one or another of them."""
    drawn: set[tuple[str, str]] = set()

    @seed(1)
    @settings(max_examples=settings().max_examples * 3 // 5, database=None)
    @given(records=ANY)
    def draw(records: Records) -> None:
        drawn.update(used(records))

    draw()
    waiting: list[type[Record]] = [Records]
    while waiting:
        record = waiting.pop()
        of_it = fields_of(record)
        assert {(record.__name__, key) for key in of_it} - drawn == set()
        waiting += [field.item for field in of_it.values() if field.form in ("record", "records")]


def used(record: Record) -> Iterator[tuple[str, str]]:
    """The fields of a record, and of those within it, that have a value of their own."""
    for key, field in fields_of(type(record)).items():
        value = getattr(record, field.attribute)
        if value not in (None, False, [], {}, ()):
            yield type(record).__name__, key
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, Record):
                yield from used(inner)


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
@settings(max_examples=settings().max_examples * 2 // 5)
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
