"""Read a data dump of the registry, schema 2, as a stream: one record at a time."""

from __future__ import annotations

import os
from contextlib import contextmanager
from itertools import chain
from typing import IO, TYPE_CHECKING, Any, NamedTuple
from zipfile import ZipFile

import msgspec

from ...errors import UnreadableError, UtpartnersError
from ...extras import missing
from ...formats.input_file import open_input, reading_errors
from ...formats.zip_limits import members, zip_errors
from ...i18n import translated
from .organisation import organisation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...progress import Progress
    from .organisation import Organisation

CHUNK = 64 * 1024
"""Bytes that are read at once."""

LARGEST_RECORD = 1024**2
"""Bytes of the largest record; those of the registry have 30,000 at most."""

MOST_BRACKETS = 20_000
"""Lists and objects that begin in a chunk, or since the last record; there are about 1,500."""

_MARK = b"\xef\xbb\xbf"


class _Stream(NamedTuple):
    """The JSON text of a dump."""

    name: str
    """What errors call it: the path, and the member of a zip file."""
    file: IO[bytes]
    size: int


def read_dump(path: str, progress: Progress) -> Iterator[Organisation]:
    """Yield the organisations of a dump, a JSON file or a zip file with one.

    Raises UtpartnersError where it is none, naming the record that is wrong.
    """
    with open_input(path) as source:
        if source.is_folder:
            raise UnreadableError(path, translated("it is a folder"), _hint())
        if source.start.startswith(b"PK"):
            with zip_errors(path), ZipFile(source.rewound()) as archive:
                yield from _of_zip(path, archive, progress)
        else:
            size = os.stat(path).st_size
            yield from _organisations(_Stream(path, source.rewound(), size), progress)


def _of_zip(path: str, archive: ZipFile, progress: Progress) -> Iterator[Organisation]:
    known = members(archive.infolist(), path)
    found = [name for name in known if name.lower().endswith(".json")]
    # Dumps of some years have both schemas.
    newer = [name for name in found if "schema_v2" in name.lower()]
    if not found:
        raise UnreadableError(path, translated("it has no JSON file"), _hint())
    name = (newer or found)[0]
    with archive.open(known[name]) as file:
        stream = _Stream(f"{path}/{name}", file, known[name].file_size)
        yield from _organisations(stream, progress)


def _organisations(stream: _Stream, progress: Progress) -> Iterator[Organisation]:
    number = 0
    for number, written in enumerate(_records(stream, progress), 1):
        try:
            yield organisation(written)
        except msgspec.ValidationError as error:
            raise _wrong(stream.name, number, written, error) from error
    if not number:
        raise UnreadableError(stream.name, translated("it has no organisations"), _hint())


def _records(stream: _Stream, progress: Progress) -> Iterator[Any]:
    """Yield the items of a JSON array, as far as the bytes read have them."""
    try:
        import ijson
    except ImportError as error:
        raise missing("--ror", "ijson") from error

    items = ijson.sendable_list()
    parser = ijson.items_coro(items, "item", use_float=True)
    unread = 0
    brackets = 0
    for chunk in progress(_chunks(stream), -(-stream.size // CHUNK), translated("Reading ROR")):
        brackets += chunk.count(b"[") + chunk.count(b"{")
        # The parser never ends with what is nested some ten thousand times.
        if brackets > MOST_BRACKETS:
            raise UnreadableError(stream.name, translated("it is nested too deeply"), _hint())
        with _json_errors(stream.name, ijson.JSONError):
            parser.send(chunk)
        unread = 0 if items else unread + len(chunk)
        brackets = 0 if items else brackets
        if unread > LARGEST_RECORD:
            what = translated("a record is larger than {size} MiB", size=LARGEST_RECORD // 1024**2)
            raise UnreadableError(stream.name, what, _hint())
        yield from items
        items.clear()
    with _json_errors(stream.name, ijson.JSONError):
        parser.close()
    yield from items


@contextmanager
def _json_errors(name: str, kind: type[Exception]) -> Iterator[None]:
    try:
        yield
    except kind as error:
        # The second line of what the parser says repeats the text, which may be anything.
        said = error.args[0] if error.args else ""
        said = said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)
        first = said.partition("\n")[0][:200].strip()
        what = translated("it is not JSON ({reason})", reason=first)
        raise UnreadableError(name, what, _hint()) from error


def _chunks(stream: _Stream) -> Iterator[bytes]:
    with reading_errors(stream.name):
        start = stream.file.read(CHUNK).removeprefix(_MARK)
        if not start.strip():
            raise UnreadableError(stream.name, translated("it is empty"), _hint())
        if not start.lstrip().startswith(b"["):
            raise UnreadableError(
                stream.name, translated("it is not a JSON list of organisations"), _hint()
            )
        yield from chain([start], iter(lambda: stream.file.read(CHUNK), b""))


def _wrong(name: str, number: int, written: Any, error: Exception) -> UtpartnersError:
    known = written if isinstance(written, dict) else {}
    if isinstance(known.get("name"), str) and "names" not in known:
        return UnreadableError(
            name,
            translated("it is in schema 1 of ROR, and schema 2 is needed"),
            translated(
                "Newer dumps have schema 2; in older ones, the file whose name ends in "
                "schema_v2.json: {address}",
                address=ADDRESS,
            ),
        )
    id = str(known.get("id", ""))[:60]
    what = translated("record {number} ({id}): {problem}", number=number, id=id, problem=str(error))
    return UnreadableError(name, what, _hint())


ADDRESS = "https://doi.org/10.5281/zenodo.6347574"
"""Where the dumps are published."""


def _hint() -> str:
    return translated("Use a data dump of ROR, as downloaded from {address}", address=ADDRESS)
