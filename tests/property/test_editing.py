"""Whatever a catalogue says: after a rename or merge it is whole, and its comments are there."""

from __future__ import annotations

import re
from collections import Counter
from random import Random
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from utpartners.checks.walk import values
from utpartners.editing.book import Book, of_text, records_of
from utpartners.editing.change import Changed, changed, new_errors
from utpartners.editing.merge import merged
from utpartners.editing.rename import CODES, Renaming, renamed
from utpartners.formats.comments import comments_in
from utpartners.formats.parts import Parts, TomlFile
from utpartners.formats.parts_folder import FOLDER, SHARED
from utpartners.formats.text import plain
from utpartners.formats.toml import pieces, table_text
from utpartners.model import Catalogue as Records

if TYPE_CHECKING:
    from hypothesis.strategies import DataObject, SearchStrategy

    from utpartners.fields import Field

pytestmark = pytest.mark.slow

ANY = st.from_type(Records)
KINDS = ("department", "institution", "partnership")
WHAT = ("name", "code", "id")
CONTRADICTING = {"home-is-partner", "reversed-time"}
"""Rules that two records may break together and neither alone: the program refuses that."""

CHANCE = st.integers(0, 1000).map(Random)
PLAIN = re.compile(r'\w+ = ("[^"\\]*"|[0-9.]+|true|    "[^"\\]*",)\Z')


def commented(text: str, chance: Random) -> str:
    """A text with comments above its tables and behind its values, each with a number."""
    lines = []
    for number, line in enumerate(text.split("\n")):
        if line.startswith("[") and chance.random() < 0.5:
            lines.append(f"# above {number}")
        is_plain = PLAIN.match(line) and chance.random() < 0.5
        lines.append(f"{line} # behind {number}" if is_plain else line)
    return "\n".join(lines)


def book_of(records: Records, chance: Random, *, in_parts: bool) -> Book:
    """A catalogue with comments, as one file or in parts."""
    if not in_parts:
        return of_text("c.toml", commented("".join(pieces(records)), chance))
    shared = "".join(pieces(msgspec.structs.replace(records, partnerships=[])))
    files = {SHARED: commented(shared, chance).encode()}
    for number, one in enumerate(records.partnerships):
        text = commented(table_text("partnership", plain(one)), chance)
        files[f"{FOLDER}/{number}.toml"] = text.encode()
    parts = Parts("c", files)
    assert parts.faults == []
    return Book("c", [parts.shared, *parts.partnerships], parts)


def comments(files: list[TomlFile]) -> Counter[str]:
    return Counter(
        one for file in files if not file.path.endswith(".txt") for one in comments_in(file.text)
    )


def require_whole(book: Book, found: Changed, kind: str, gone: set[str]) -> None:
    """Nothing refers to what is gone, and every comment is still there."""
    after = found.result
    records = records_of("c", after.document)

    def of_kind(field: Field) -> bool:
        return field.refers_to == kind

    assert not gone & {id for *_, id in values(records, of_kind)}
    assert not gone & {one["id"] for one in after.document.get(kind, ())}
    lost = comments(book.files) - comments(after.files)
    assert not lost, [file.text for file in after.files]
    told = {one.problem.rule for one in new_errors(book, after)}
    assert told <= CONTRADICTING


def record(records: Records, kind: str, least: int = 1) -> SearchStrategy[str]:
    found = getattr(records, f"{kind}s")
    assume(len(found) >= least)
    return st.sampled_from([one.id for one in found])


@settings(max_examples=settings().max_examples // 4)
@given(
    st.data(),
    ANY,
    st.sampled_from(KINDS),
    st.sampled_from(["name", "code", "id"]),
    CHANCE,
    st.booleans(),
)
def test_rename(
    data: DataObject, records: Records, kind: str, what: Any, chance: Random, in_parts: bool
) -> None:
    """A new name, code or id arrives, and to rename again changes nothing."""
    id = data.draw(record(records, kind))
    renaming = Renaming(kind, id, "new-name", what, "2026")
    book = book_of(records, chance, in_parts=in_parts)
    after = renamed(book.document, renaming)
    found = changed(book, after)
    require_whole(book, found, kind, {id} if what == "id" else set())
    again = renaming._replace(id="new-name") if what == "id" else renaming
    assert renamed(after, again) == after


@settings(max_examples=settings().max_examples // 4)
@given(st.data(), ANY, st.sampled_from(KINDS), CHANCE, st.booleans())
def test_merge(
    data: DataObject, records: Records, kind: str, chance: Random, in_parts: bool
) -> None:
    """The records that were merged are gone, with every reference to them, but not their names."""
    ids = data.draw(st.lists(record(records, kind, 2), min_size=2, max_size=3, unique=True))
    book = book_of(records, chance, in_parts=in_parts)
    result = merged(book.document, kind, ids[:-1], ids[-1], "2026")
    found = changed(book, result.document, result.removals)
    require_whole(book, found, kind, set(ids[:-1]))
    (heir,) = (one for one in result.document[kind] if one["id"] == ids[-1])
    names = [heir["name"], *heir.get("aliases", ()), *(f["name"] for f in heir.get("former", ()))]
    names.append(heir.get(CODES[kind]))
    for one in book.document[kind]:
        if one["id"] in ids and kind != "partnership":
            assert one["name"] in names
