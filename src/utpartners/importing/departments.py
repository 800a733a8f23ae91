"""Say which departments a cell names; a cell is split only where every part is known."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import names, normalize
from ..i18n import translated
from ..names.alike import Names
from ..names.university_words import key_of
from .cut_names import is_school
from .looks import Look, setting
from .mapping import fold
from .term_words import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..store.store import Store

_BETWEEN = r"[;；\n|、，,/／+＋]"
_WITHIN = r"[・&＆]|\s(?:and|und|et|y|och)\s|及び|および|と"

_SEPARATORS = re.compile(rf"\s*(?:{_BETWEEN}|{_WITHIN})\s*")
_OUTER = re.compile(rf"\s*{_BETWEEN}\s*")
_INNER = re.compile(rf"\s*(?:{_WITHIN})\s*")
"""What may stand within the name of one department, as in College of Arts & Sciences."""

_OWN_NAME = re.compile(r"(?:部|科|院|所|系|センター|機構|fakultät|fakulteten)$", re.IGNORECASE)
"""How a name ends that is one of a department by itself."""

WHOLE_UNIVERSITY = frozenset(map(fold, WHOLE))
"""What says that an agreement is one of the whole university."""


class Department(NamedTuple):
    """A department that the catalogue lacks."""

    id: str
    name: str


class Verdict(NamedTuple):
    """The ids of the departments that a cell names, or what there is to look at."""

    ids: tuple[str, ...] = ()
    looks: tuple[Look, ...] = ()
    new: tuple[Department, ...] = ()


class Departments:
    """The departments of a sheet, found once all cells are known."""

    def __init__(
        self,
        store: Store,
        document: Mapping[str, Any],
        given: Mapping[str, tuple[str, ...]],
        separators: tuple[str, ...] = (),
    ) -> None:
        self._store = store
        self._given = given
        self._known_ids = {one["id"] for one in document.get("department", ())}
        self._index = Names()
        self._by_key: dict[str, str] = {}
        for one in document.get("department", ()):
            for text in (
                one["name"],
                one["code"],
                *one.get("names", {}).values(),
                *one.get("aliases", ()),
            ):
                self._index.add(text, one["id"], None)
                if self._by_key.setdefault(key_of(text), one["id"]) != one["id"]:
                    self._by_key[key_of(text)] = ""  # several are called so
        self._new: dict[str, Department] = {}
        self._asked: dict[str, Look] = {}
        self._found: dict[str, str | None] = {}
        self._split = (
            re.compile(rf"\s*(?:{'|'.join(map(re.escape, separators))})\s*") if separators else None
        )

    def settle(self, cells: Iterable[str]) -> None:
        """Decide for all cells: what is plain and no department of the catalogue is a new one."""
        counts = Counter(text for cell in cells for text in self._parts_by_map(cell))
        plain = [text for text in counts if self._one(text) is None and self._is_plain(text)]
        # The frequent spelling is the new department; a rarer one like it is asked about.
        for text in sorted(plain, key=lambda text: (-counts[text], -len(text))):
            key = key_of(text)
            if key in self._new:
                continue
            near = [] if self._given.get(fold(text)) == ("new",) else self._index.like(text, None)
            if near:
                what = translated("department '{name}' is like '{other}'").format(
                    name=text, other=near[0].name
                )
                self._asked[key] = Look(
                    "department", what, setting("departments", text, near[0].id)
                )
            else:
                self._new[key] = Department(self._new_id(text), text)
                self._index.add(text, self._new[key].id, None)

    def verdict(self, cell: str) -> Verdict:
        """Return what a cell means."""
        if fold(cell) in WHOLE_UNIVERSITY:
            return Verdict()
        if (whole := self._any(cell)) is not None:
            return whole
        parts = self._named_parts(cell)
        found = [self._any(part) for part in parts]
        if len(parts) > 1 and all(found):
            looks = tuple(look for one in found if one for look in one.looks)
            ids = tuple(dict.fromkeys(id for one in found if one for id in one.ids))
            new = tuple(dict.fromkeys(d for one in found if one for d in one.new))
            return Verdict(ids, looks, new)
        missing = [part for part, one in zip(parts, found, strict=True) if one is None]
        if len(parts) > 1:
            return Verdict(looks=tuple(_unclear(cell, part) for part in missing))
        what = translated("there is no department '{name}'").format(name=cell)
        return Verdict(looks=(Look("department", what, setting("departments", cell, "new")),))

    def _any(self, text: str) -> Verdict | None:
        targets = self._given.get(fold(text))
        if targets is not None and targets != ("new",):
            return self._of_targets(text, targets)
        if (id := self._one(text)) is not None:
            return Verdict((id,))
        key = key_of(text)
        if key in self._new:
            return Verdict((self._new[key].id,), new=(self._new[key],))
        if key in self._asked:
            return Verdict(looks=(self._asked[key],))
        return None

    def _of_targets(self, text: str, targets: tuple[str, ...]) -> Verdict:
        """Return the departments that the map gives; one that nobody has is made."""
        ids, new = [], []
        for target in targets:
            id = self._one(target)
            if id is None:
                one = self._new.setdefault(key_of(target), Department(self._new_id(target), target))
                new.append(one)
                id = one.id
            ids.append(id)
        return Verdict(tuple(ids), new=tuple(new))

    def _one(self, text: str) -> str | None:
        if text not in self._found:
            matches = (
                names.exact(self._store, ["department"], text)
                if 0 < len(text) <= names.LONGEST_NAME
                else []
            )
            by_key = self._by_key.get(key_of(text)) or None
            self._found[text] = self._id(matches[0].record) if len(matches) == 1 else by_key
        return self._found[text]

    def _id(self, record: int) -> str | None:
        row = self._store.one("SELECT id FROM department WHERE pk = :pk", {"pk": record})
        return str(row[0]) if row else None

    def _parts(self, cell: str) -> list[str]:
        pattern = self._split or _SEPARATORS
        return [part for part in (part.strip() for part in pattern.split(cell)) if part]

    def _named_parts(self, cell: str) -> list[str]:
        """Return the parts of a cell, of which none is only the end of a name with *and* in it."""
        if self._split:
            return self._parts(cell)
        return [
            one
            for part in filter(None, map(str.strip, _OUTER.split(cell)))
            for one in (self._inner_parts(part) if self._any(part) is None else [part])
        ]

    def _inner_parts(self, part: str) -> list[str]:
        pieces = [piece for piece in map(str.strip, _INNER.split(part)) if piece]
        are_own = all(is_school(piece) or _OWN_NAME.search(piece) for piece in pieces)
        if are_own or any(self._any(piece) for piece in pieces):
            return pieces
        return [part]

    def _parts_by_map(self, cell: str) -> list[str]:
        """Return what is counted of a cell: itself, or its parts where the map splits it."""
        if fold(cell) in WHOLE_UNIVERSITY or self._any(cell) is not None:
            return []
        if self._split:
            return self._parts(cell)
        all_parts = dict.fromkeys((*self._named_parts(cell), *self._parts(cell)))
        new = [part for part in all_parts if self._given.get(fold(part)) == ("new",)]
        return [cell, *new]

    def _is_plain(self, text: str) -> bool:
        """Return whether a text names one thing: it has nothing at which it may be split."""
        if self._given.get(fold(text)) == ("new",):
            return True
        return len(self._parts(text)) == 1 and len(text) <= 100 and bool(normalize.words(text))

    def _new_id(self, name: str) -> str:
        slug = normalize.slug(name)[:60].strip("-") or "department"
        id, number = slug, 2
        while id in self._known_ids:
            id = f"{slug}-{number}"
            number += 1
        self._known_ids.add(id)
        return id


def _unclear(cell: str, part: str) -> Look:
    what = translated("departments '{cell}': '{part}' is not known").format(cell=cell, part=part)
    return Look("department", what, setting("departments", part, "new"))
