"""A catalogue in a folder: ``catalogue.toml`` with the shared tables, a file for each partnership.

The files are what one TOML file would be if it were cut into pieces: two people can edit two
partnerships without touching the same file. ``order.txt`` says in which order the partnerships are,
where that is not the order of the file names.
"""

from __future__ import annotations

import os
import re
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from .. import model
from ..checks.findings import finding, findings
from ..checks.shape import shape_problems, unreadable
from ..diagnostics import Place, Problem, called
from ..errors import UnreadableError
from ..i18n import translated
from ..normalize import slug
from ..store.fill import InconsistentError, gc_paused, in_memory
from . import parts_order
from .input_file import InputFile
from .parts_folder import FOLDER, ORDER, SHARED, contents
from .syntax import misread
from .text import plain, refusal
from .toml import SYNTAX as TOML
from .toml import pieces, table_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..diagnostics import Finding, Path
    from ..progress import Progress
    from ..store.store import Store

BEHIND_ALL = 1_000_000_000
"""The rank of a partnership that the order does not name."""


class TomlFile(NamedTuple):
    """A TOML file of a catalogue."""

    path: str
    text: str
    document: dict[str, Any]
    has_mark: bool = False
    """Whether the file begins with a byte order mark."""


class Parts:
    """The files of a catalogue in a folder; what is wrong with any of them is in ``faults``."""

    def __init__(self, path: str, files: Mapping[str, bytes | UnreadableError]) -> None:
        self.path = path
        self.faults: list[Finding] = []
        self.order = parts_order.text_of(files.get(ORDER, b""))
        """What ``order.txt`` says, with its comments."""
        self.shared = self._shared(files)
        ranks = {id: rank for rank, id in enumerate(parts_order.ids(self.order))}
        partnerships = [
            one
            for name, content in sorted(files.items())
            if name not in (SHARED, ORDER) and (one := self._partnership(name, content))
        ]
        self.partnerships = sorted(partnerships, key=lambda one: ranks.get(_id(one), BEHIND_ALL))
        """One file for each partnership, in their order."""
        self._find_repeated()
        self._positions: dict[str, Any] = {}

    @property
    def document(self) -> dict[str, Any]:
        """The tables and keys of the whole, as one file would have them."""
        found = [file.document["partnership"][0] for file in self.partnerships]
        return {**self.shared.document, **({"partnership": found} if found else {})}

    def places(self, paths: Iterable[Path]) -> Iterator[Place]:
        """Return the place of each value, or of the nearest thing around it."""
        from .positions import Positions

        for path in paths:
            file = self.shared
            if path == ("partnership",):
                yield Place(self.path)
                continue
            if path[:1] == ("partnership",):
                file = self.partnerships[int(path[1])]
                path = ("partnership", 0, *path[2:])
            if file.path not in self._positions:
                self._positions[file.path] = Positions(file.text)
            yield Place(file.path, None, *self._positions[file.path].place(path))

    def _file(self, name: str, content: bytes | UnreadableError) -> TomlFile | None:
        path = os.path.join(self.path, *name.split("/"))
        text = ""
        try:
            if isinstance(content, UnreadableError):
                raise content
            text = TOML.text(InputFile(path, BytesIO(content)))
            document = TOML.parsed(path, text)
        except UnreadableError as error:
            place, problem = Place(path), unreadable(error.what, error.hint or "")
            if error.__cause__ is not None:
                line, column, problem = misread(error.__cause__, text)
                place = Place(path, None, line, column)
            self.faults.append(finding(place, problem))
            return None
        return TomlFile(path, text, document, content.startswith(b"\xef\xbb\xbf"))

    def _shared(self, files: Mapping[str, bytes | UnreadableError]) -> TomlFile:
        found = self._file(SHARED, files[SHARED])
        if found is not None and "partnership" in found.document:
            self._fault(
                found,
                ("partnership", 0),
                translated("a partnership belongs in a file of its own"),
                translated("move it to {file}", file=f"{FOLDER}/NAME.toml"),
            )
        return found or TomlFile(os.path.join(self.path, SHARED), "", {})

    def _partnership(self, name: str, content: bytes | UnreadableError) -> TomlFile | None:
        """Return the file of one partnership; None, and a fault, for what is none."""
        file = self._file(name, content)
        if file is None:
            return None
        records = file.document.get("partnership")
        for key in file.document:
            if key != "partnership":
                what = translated("{key} does not belong in this file", key=f"[{key[:60]}]")
                self._fault(file, (key,), what, translated("move it to {file}", file=SHARED))
                return None
        is_one = isinstance(records, list) and len(records) == 1 and isinstance(records[0], dict)
        if not is_one:
            count = len(records) if isinstance(records, list) else 0
            what = translated("the file must have one [[partnership]], not {count}", count=count)
            hint = translated("each partnership has a file of its own")
            self._fault(file, ("partnership", 1) if count > 1 else (), what, hint)
            return None
        return file

    def _fault(self, file: TomlFile, path: Path, what: str, hint: str) -> None:
        from .positions import Positions

        place = Place(file.path, None, *Positions(file.text).place(path))
        self.faults.append(finding(place, unreadable(what, hint)))

    def _find_repeated(self) -> None:
        """Find the partnerships that two files have: each names the other file."""
        first: dict[str, TomlFile] = {}
        for number, file in enumerate(self.partnerships):
            other = first.setdefault(_id(file), file)
            if other is not file and _id(file):
                (place,) = self.places_before([("partnership", number, "id")])
                what = translated(
                    "id: '{id}' is also the id of the partnership in {file}",
                    id=_id(file),
                    file=os.path.basename(other.path),
                )
                name = called("partnership", _id(file))
                self.faults.append(finding(place, Problem((), name, what, "duplicate-id")))

    def places_before(self, paths: Iterable[Path]) -> list[Place]:
        """Return the places of values while the folder is still being read."""
        self._positions = {}
        return list(self.places(paths))


def _id(file: TomlFile) -> str:
    id = file.document["partnership"][0].get("id")
    return id if isinstance(id, str) else ""


def open_parts(path: str) -> Parts:
    """Return the catalogue in a folder. Raises CatalogueError that names every unreadable part."""
    return require_readable(Parts(path, contents(path)))


def require_readable(parts: Parts) -> Parts:
    """Return the parts of a catalogue. Raises CatalogueError where a part cannot be read."""
    if parts.faults:
        places = [one.place for one in parts.faults]
        raise refusal(parts.path, [one.problem for one in parts.faults], lambda _: places)
    return parts


def read(source: InputFile, progress: Progress) -> Store:
    """Return the catalogue in a folder. Raises CatalogueError."""
    steps = (parts for parts in [open_parts(source.path)])
    (parts,) = progress(steps, 1, translated("Reading {path}", path=source.path))
    return store_of(parts)


def store_of(parts: Parts) -> Store:
    """Return the tables of a catalogue in parts. Raises CatalogueError, with file and line."""
    document = parts.document
    with gc_paused():
        try:
            catalogue = msgspec.convert(document, model.Catalogue)
        except msgspec.ValidationError as error:
            raise refusal(parts.path, shape_problems(document), parts.places) from error
        try:
            return in_memory(catalogue, parts.path)
        except InconsistentError as error:
            from ..checks.rules import consistency_problems

            raise refusal(parts.path, consistency_problems(catalogue), parts.places) from error


def check(parts: Parts) -> list[Finding]:
    """Return every problem of a catalogue in parts; where a part is unreadable, only that."""
    return parts.faults or findings(parts.document, parts.places)


def write(store: Store, path: str, progress: Progress) -> None:
    """Write a new folder with the shared tables and a file for each partnership."""
    from ..store.records import records

    found = records(store)
    os.makedirs(os.path.join(path, FOLDER))
    write_new(path, SHARED, "".join(pieces(msgspec.structs.replace(found, partnerships=[]))))
    names: dict[str, str] = {}
    for partnership in progress(
        iter(found.partnerships), len(found.partnerships), translated("Writing")
    ):
        name = names[partnership.id] = file_name(partnership.id, names.values())
        write_new(path, f"{FOLDER}/{name}", table_text("partnership", plain(partnership)))
    ids = list(names)
    if ids != sorted(ids, key=names.__getitem__):
        write_new(path, ORDER, parts_order.written(ids))


def write_new(folder: str, name: str, text: str) -> None:
    """Write a new file of a folder."""
    with open(os.path.join(folder, *name.split("/")), "x", encoding="utf-8", newline="") as file:
        file.write(text)


_UNSAFE = re.compile(r"[^\w.+~,=-]|^[.\-~]|\.$")
_RESERVED = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|\Z)")
"""Names that Windows keeps for devices."""

_LONGEST = 60


def file_name(id: str, others: Iterable[str]) -> str:
    """Return the name of the file of a partnership: its id, unless no file can be called so."""
    stem = _UNSAFE.sub("-", id)[:_LONGEST].strip("-.") or slug(id)[:_LONGEST] or "partnership"
    stem = f"{stem}-" if _RESERVED.match(stem) else stem
    taken = {name.casefold() for name in others}
    name, number = f"{stem}.toml", 2
    while name.casefold() in taken:
        name, number = f"{stem}-{number}.toml", number + 1
    return name
