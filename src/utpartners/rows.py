"""Rows of a table that come one at a time: kept to be read again, or streamed once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING, Generic, TypeVar

from .errors import UtpartnersError
from .i18n import translated

if TYPE_CHECKING:
    from collections.abc import Iterable

Item = TypeVar("Item")


class KeptRows(Generic[Item]):
    """Rows that are read when they are needed, and kept so that they can be read again."""

    def __init__(self, source: Iterator[Item]) -> None:
        self._source = source
        self._kept: list[Item] = []
        self._is_complete = False
        self._failure: BaseException | None = None
        self._is_given_away = False

    def __iter__(self) -> Iterator[Item]:
        place = 0
        # Not the length of now: several loops may read the same rows in turn.
        while place < len(self._kept) or self._read_one():
            yield self._kept[place]
            place += 1

    def first(self, count: int) -> list[Item]:
        """Return the first rows, ``count`` at most, and read no more than these."""
        while len(self._kept) < count and self._read_one():
            pass
        return self._kept[:count]

    def all(self) -> list[Item]:
        """Return all rows, which are read to the end."""
        while self._read_one():
            pass
        return self._kept

    def given_away(self) -> Iterator[Item]:
        """Return all rows as an iterator that keeps none; they cannot be read here any more."""
        self._require_whole()
        self._is_given_away = True
        kept, self._kept = self._kept, []
        return chain(kept, self._source) if kept else self._source

    def _read_one(self) -> bool:
        """Read one more row; return False if there is none."""
        self._require_whole()
        if self._is_complete:
            return False
        try:
            self._kept.append(next(self._source))
        except StopIteration:
            self._is_complete = True
            return False
        except BaseException as error:
            # A source that has failed once says afterwards that it is at its end, and what was
            # read until then would pass for everything.
            self._failure = error
            raise
        return True

    def _require_whole(self) -> None:
        if self._is_given_away:
            raise _read_before()
        if isinstance(self._failure, Exception):
            raise self._failure
        if self._failure is not None:
            raise UtpartnersError(
                translated(
                    "the rows were not read to the end: {reason}",
                    reason=type(self._failure).__name__,
                ),
                translated("Ask the question again."),
            ) from self._failure


class StreamedRows(Generic[Item]):
    """Rows that can be read once and are not kept: a million of them take no memory."""

    def __init__(self, source: Iterator[Item]) -> None:
        self._source: Iterator[Item] | None = source

    def __iter__(self) -> Iterator[Item]:
        if self._source is None:
            raise _read_before()
        source, self._source = self._source, None
        return source


def kept(items: Iterable[Item]) -> Iterable[Item]:
    """Return items that can be read again: those that come one at a time are kept."""
    return KeptRows(items) if isinstance(items, Iterator) else items


def _read_before() -> UtpartnersError:
    return UtpartnersError(
        translated("the rows of this table were streamed, and can be read only once"),
        translated("Ask the question again."),
    )
