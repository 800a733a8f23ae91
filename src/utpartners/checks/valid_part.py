"""The part of a document that has the right shape, so that the rules can be run on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args, get_origin

import msgspec

from .. import model
from ..fields import bare, fields_of, fits, is_record

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from ..diagnostics import Path, Problem


class ValidPart:
    """The records and values of a document that have the shape of the model, as ``catalogue``.

    Everything else is left out, so that a wrong key does not hide the problems of other records. A
    rule's problem of ``catalogue`` becomes one of the document by :meth:`in_document`.
    """

    def __init__(self, document: dict[str, Any]) -> None:
        self._lost: set[Hashable] = set()
        self._kept: dict[Path, list[int]] = {}
        found = self._fields(document, model.Catalogue, ())
        if "catalogue" not in found:
            found["catalogue"] = self._stand_in(document)
        self.catalogue: model.Catalogue = msgspec.convert(found, model.Catalogue)

    def in_document(self, problem: Problem) -> Problem | None:
        """Return a problem with its path in the document; None where a lost part may explain it."""
        lacking = problem.lacking
        if (self._original(lacking) if isinstance(lacking, tuple) else lacking) in self._lost:
            return None
        return problem._replace(path=self._original(problem.path))

    def _original(self, path: Path) -> Path:
        """Return the path in the document of a path in ``catalogue``, where items are left out."""
        found: Path = ()
        for part in path:
            kept = self._kept.get(found) if isinstance(part, int) else None
            found = (*found, kept[part] if kept is not None and isinstance(part, int) else part)
        return found

    def _fields(self, value: dict[str, Any], record: Any, path: Path) -> dict[str, Any]:
        fields = fields_of(record)
        found = {}
        for key, inner in value.items():
            try:
                found[key] = self._value(inner, fields[key].type, (*path, key))
            except (KeyError, msgspec.ValidationError):
                self._lose(inner, path)
        return found

    def _value(self, value: Any, type_: Any, path: Path) -> Any:
        if fits(value, type_):
            return value
        kind = get_origin(bare(type_))
        if is_record(type_) and isinstance(value, dict):
            value = self._fields(value, type_, path)
        elif kind is list and isinstance(value, list):
            value = self._items(value, get_args(bare(type_))[0], path)
        elif kind is dict and isinstance(value, dict):
            name, said = get_args(bare(type_))
            value = {k: v for k, v in value.items() if fits(k, name) and fits(v, said)}
        # What is left may still be wrong as a whole: a required key or every member is lost.
        msgspec.convert(value, type_)
        return value

    def _items(self, value: list[Any], type_: Any, path: Path) -> list[Any]:
        found = []
        kept = self._kept[path] = []
        for index, inner in enumerate(value):
            try:
                found.append(self._value(inner, type_, (*path, index)))
                kept.append(index)
            except msgspec.ValidationError:
                self._lose(inner, path[:-1])
        return found

    def _lose(self, value: Any, owner: Path) -> None:
        self._lost.add(owner)
        self._lost.update(_scalars(value))

    def _stand_in(self, document: dict[str, Any]) -> dict[str, str]:
        """Return a ``[catalogue]`` in place of a lost one; any institution may be its home."""
        self._lost.update(_scalars(document.get("institution")), ["home"])
        return {"title": "lost", "home": "home"}


def _scalars(value: Any) -> Iterator[Hashable]:
    """Give all values inside a value; a loop, as it may be nested deeper than Python recurses."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
        else:
            yield value
