"""What passes the filters that were given: from what a person typed to a condition for SQL."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .. import names
from ..errors import NotFound, UsageError
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..store.store import Store
    from .filters import Filter, Value

_STATUSES = "SELECT DISTINCT status FROM partnership ORDER BY status"
_KINDS = "SELECT DISTINCT kind FROM activity ORDER BY kind"


class Selection:
    """A condition for SQL on what a question is about, and the values that it binds."""

    def __init__(self, filters: Mapping[str, Filter], values: Mapping[str, Any]) -> None:
        self.values = values
        """The values for SQL of each filter that was given, by its name."""
        self._filters = filters
        conditions: dict[str, str] = {}
        for name, filter in filters.items():
            if name in values and (not filter.replaces or filter.replaces in conditions):
                conditions[filter.replaces or name] = filter.sql
        self.is_filtered = bool(conditions)
        """Whether any condition has to hold."""
        self.condition = " AND ".join(conditions.values()) or "TRUE"

    def without(self, name: str) -> Selection:
        """Return the selection as if a filter had not been given."""
        values = {other: value for other, value in self.values.items() if other != name}
        return Selection(self._filters, values)


EVERYTHING = Selection({}, {})


def select(store: Store, filters: Mapping[str, Filter], wanted: Mapping[str, Any]) -> Selection:
    """Return what the filters let pass.

    ``wanted`` has what was typed by the name of its filter; None, False and no values at all are no
    filter. Raises Ambiguous, NotFound or UsageError, and TypeError for the name of no filter.
    """
    if unknown := [name for name in wanted if name not in filters]:
        raise TypeError(f"there is no filter {unknown[0]!r}, only {', '.join(filters)}")
    values: dict[str, Any] = {}
    for name, filter in filters.items():
        typed = wanted.get(name)
        if isinstance(typed, Iterable) and not isinstance(typed, str):
            typed = list(typed)
        # Not just "if typed": zero is a year.
        if typed is not None and typed is not False and typed != []:
            values[name] = _READERS[filter.value](store, typed)
    if "since" in values and "until" in values and values["since"] > values["until"]:
        after = translated("--since {since} is after --until {until}")
        raise UsageError(
            after.format(since=wanted["since"], until=wanted["until"]),
            translated("Swap the two dates."),
        )
    return Selection(filters, values)


def _statuses(store: Store, texts: Sequence[str]) -> list[str]:
    return _words(store, _STATUSES, "status", texts)


def _kinds(store: Store, texts: Sequence[str]) -> list[str]:
    return _words(store, _KINDS, "kind of activity", texts)


def _words(store: Store, statement: str, what: str, texts: Sequence[str]) -> list[str]:
    """Return the words of a short list that texts are, or are the start of.

    A word can be typed as the catalogue has it, and as it is shown in the language in use.
    """
    # Only these filters and names need the folding of text.
    from .. import normalize
    from ..vocabulary import word

    def key(text: str) -> str:
        return normalize.key(normalize.words(text))

    known = {one: (key(one), key(word(one))) for (one,) in store.rows(statement)}
    found: list[str] = []
    for text in texts:
        typed = key(text)
        fitting = [one for one, keys in known.items() if typed and _starts(keys, typed)]
        exact = [one for one in fitting if typed in known[one]]
        if len(exact or fitting) != 1:
            raise NotFound(
                names.there_is_no([what], text),
                _choose(map(word, known), what),
            )
        found += exact or fitting
    return found


def _starts(keys: tuple[str, ...], typed: str) -> bool:
    return any(key.startswith(typed) for key in keys)


def _choose(known: Iterable[str], what: str = "one") -> str:
    """Return the hint that lists the few values that there are."""
    listed = list(known)
    if len(listed) == 1:
        only = translated("The only {kind} is {value}.")
        return only.format(kind=translated(what), value=listed[0])
    if not listed:
        return translated("The catalogue has none.")
    return translated("Choose from: {values}.").format(values=translated(", ").join(listed))


def _countries(store: Store, texts: Sequence[str]) -> list[int]:
    return _records(store, "country", texts)


def _departments(store: Store, texts: Sequence[str]) -> list[int]:
    return _records(store, "department", texts)


def _records(store: Store, kind: str, texts: Sequence[str]) -> list[int]:
    """Return the keys of the records of a kind that names mean, each once."""
    return list(dict.fromkeys(names.resolve_one(store, kind, text).record for text in texts))


def _partners(store: Store, texts: Sequence[str]) -> list[int]:
    """Return the keys of the partnerships that names of them, or of members of them, mean."""
    # Most selections need nothing of the question that shows a partnership.
    from .show import resolve_partnerships

    return [key for text in texts for key in resolve_partnerships(store, text)[0]]


def _homes(store: Store, texts: Sequence[str]) -> list[str]:
    return [_home(store, text) for text in texts]


def _home(store: Store, text: str) -> str:
    """Return the id of the home institution that a name means."""
    found = names.matches(store, ["institution"], text)
    ids = [label.id for label in names.labels(store, found)]
    homes = [(match, id) for match, id in zip(found, ids, strict=True) if id in store.homes]
    if not homes:
        raise NotFound(names.there_is_no(["home"], text), _choose(store.homes, "home"))
    if len(homes) > 1:
        raise names.ambiguous(store, [match for match, _ in homes], text)
    return homes[0][1]


def _year(_: Store, year: int) -> str:
    # Days in the tables are text: a year compares with them if it has as many digits.
    return f"{year:04}"


def _since(_: Store, text: str) -> str:
    return _bound("--since", text, 0)


def _until(_: Store, text: str) -> str:
    return _bound("--until", text, 1)


def _bound(option: str, text: str, end: int) -> str:
    """Return the first (``end`` 0) or last day (1) of an EDTF time."""
    # Most selections have no time.
    from .. import edtf

    try:
        return edtf.bounds(text)[end]
    except ValueError as error:
        from ..dates import option_hint

        raise UsageError(f"{option}: {error}", option_hint(text)) from error


def _flag(_: Store, is_set: bool) -> bool:
    return is_set


_READERS: Mapping[Value, Callable[[Store, Any], Any]] = {
    "status": _statuses,
    "country": _countries,
    "department": _departments,
    "partner": _partners,
    "home": _homes,
    "kind": _kinds,
    "year": _year,
    "since": _since,
    "until": _until,
    "flag": _flag,
}
"""What makes values for SQL from what was typed. Raises Ambiguous, NotFound or UsageError."""
