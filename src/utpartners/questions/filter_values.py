"""The values of filters: read from what was typed, and said in titles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from .. import geography, names
from ..errors import Ambiguous, NotFound, UsageError
from ..i18n import translated
from ..time_words import shown_time
from .filter_names import WORDS, fitting, split, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from ..store.store import Store
    from .filter import Value


def texts_of(store: Store, value: Value, name: str, typed: Any) -> list[str]:
    """Return the values that were given: a text is one, or several with commas between them.

    Raises UsageError for what is no text.
    """
    if typed is None:
        return []
    texts = list(typed) if isinstance(typed, Iterable) and not isinstance(typed, str) else [typed]
    for text in texts:
        if not isinstance(text, str):
            no_text = translated("--{name}: {value} is not a text")
            raise UsageError(no_text.format(name=name, value=repr(text)))
    return [part for text in texts for part in split(store, value, text)]


def read(store: Store, value: Value, name: str, typed: Any) -> Any:
    """Return the values for SQL of what was typed. Raises Ambiguous, NotFound or UsageError."""
    return _READERS[value](store, value, name, typed)


def _read_words(store: Store, value: Value, _: str, texts: Sequence[str]) -> list[str]:
    """Return the words of a short list that texts are, or are the start of, in any case."""
    found: list[str] = []
    for text in texts:
        whole = fitting(store, value, text, whole=True)
        known = whole or fitting(store, value, text, whole=False)
        if len(known) != 1:
            what = WORDS[value][0]
            raise _not_listed(store, what, text, words_of(store, value).values())
        found += next(iter(known.values()))
    return found


def _not_listed(store: Store, what: str, text: str, known: Iterable[str]) -> NotFound:
    """Return the error for a text that is none of the few values that there are."""
    from ..names.other_kinds import elsewhere_hint  # only for this error

    hint = elsewhere_hint(store, text) or choose(known, what)
    return NotFound(names.there_is_no([what], text), hint)


def choose(known: Iterable[str], what: str) -> str:
    """Return the hint that lists the few values that there are."""
    listed = list(dict.fromkeys(known))
    if len(listed) == 1:
        only = translated("The only {kind} is {value}.")
        return only.format(kind=translated(what), value=listed[0])
    if not listed:
        return translated("The catalogue has none.")
    return translated("Choose from: {values}.").format(values=translated(", ").join(listed))


_CODES = "SELECT code FROM country WHERE pk = :record"


def _read_countries(store: Store, _: Value, __: str, texts: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(_country(store, text) for text in texts))


def _country(store: Store, text: str) -> str:
    """Return the code of the country that a name means; the catalogue need not have it."""
    is_known = bool(names.exact(store, ["country"], text)) if _is_short(text) else False
    if not is_known and (code := geography.country_code(text)):
        return code
    try:
        match = names.resolve_one(store, "country", text)
    except NotFound:
        if _is_short(text) and (code := geography.country_code_in_any_language(text)):
            return code
        raise
    (code,) = store.one(_CODES, {"record": match.record}) or ("",)
    return str(code)


def _is_short(text: str) -> bool:
    return len(text) <= names.LONGEST_NAME


def _read_regions(store: Store, _: Value, __: str, texts: Sequence[str]) -> list[str]:
    """Return the codes of the countries of regions."""
    regions = [_region(store, text) for text in texts]
    return list(dict.fromkeys(code for one in regions for code in geography.countries_in(one)))


def _region(store: Store, text: str) -> str:
    codes = geography.region_codes(text)
    if not codes:
        from ..similarity import nearest_texts

        near = nearest_texts(text, geography.region_names(), 3)
        listed = near or geography.region_names(largest=True)
        raise _not_listed(store, "region", text, listed)
    if len(codes) > 1:
        message = translated("{name} matches {count} {kind}").format(
            name=names.quoted(text), count=len(codes), kind=translated("regions")
        )
        raise Ambiguous(message, choose(map(geography.region_name, codes), "region"))
    return codes[0]


def _read_departments(store: Store, _: Value, __: str, texts: Sequence[str]) -> list[int]:
    found = (names.resolve_one(store, "department", text).record for text in texts)
    return list(dict.fromkeys(found))


def _read_partners(store: Store, _: Value, __: str, texts: Sequence[str]) -> list[int]:
    """Return the keys of the partnerships that names of them, or of members of them, mean."""
    # Most selections need nothing of the question that shows a partnership.
    from .partnership_names import resolve_partnerships

    found = (key for text in texts for key in resolve_partnerships(store, text)[0])
    return list(dict.fromkeys(found))


def _read_homes(store: Store, _: Value, __: str, texts: Sequence[str]) -> list[str]:
    return [_home(store, text) for text in texts]


def _home(store: Store, text: str) -> str:
    """Return the id of the home institution that a name means."""
    found = names.matches(store, ["institution"], text)
    ids = [label.id for label in names.labels(store, found)]
    homes = [(match, id) for match, id in zip(found, ids, strict=True) if id in store.homes]
    if not homes:
        raise _not_listed(store, "home", text, store.homes)
    if len(homes) > 1:
        raise names.ambiguous(store, [match for match, _ in homes], text)
    return homes[0][1]


def _since(_: Store, __: Value, name: str, time: object) -> str:
    return _bound(name, time, 0)


def _until(_: Store, __: Value, name: str, time: object) -> str:
    return _bound(name, time, 1)


def _bound(name: str, time: object, end: int) -> str:
    """Return the first (``end`` 0) or last day (1) of an EDTF time, or of a year as a number."""
    from .. import edtf

    text = f"{time:04}" if isinstance(time, int) else str(time)
    try:
        return edtf.bounds(text)[end]
    except ValueError as error:
        from ..dates import option_hint

        option = f"--{name.replace('_', '-')}"
        raise UsageError(f"{option}: {error}", option_hint(text)) from error


def _flag(_: Store, __: Value, ___: str, is_set: bool) -> bool:
    return is_set


_READERS: Mapping[Value, Callable[[Store, Value, str, Any], Any]] = {
    **dict.fromkeys(WORDS, _read_words),
    "country": _read_countries,
    "region": _read_regions,
    "department": _read_departments,
    "partner": _read_partners,
    "home": _read_homes,
    "since": _since,
    "until": _until,
    "flag": _flag,
}
"""What makes values for SQL from what was typed, for a filter of some name."""


def shown(store: Store, value: Value, values: Any, given: Sequence[str]) -> list[str]:
    """Return the values of a filter as a title names them.

    ``values`` are those for SQL, and ``given`` is what was typed.
    """
    if value in WORDS:
        said = words_of(store, value)
        return list(dict.fromkeys(said[one] for one in values))
    if value == "country":
        known: dict[str, str] = dict(store.rows(_COUNTRY_NAMES, {"codes": values}))
        found = [known.get(code) or geography.country_name(code) for code in values]
        return [geography.with_article(name) for name in found]
    if value == "region":
        found = [geography.region_name(_region(store, text)) for text in given]
        return [geography.with_article(name) for name in found]
    if value == "department":
        return [label.full_id for label in _labels(store, "department", values)]
    if value == "partner":
        return [label.name for label in _labels(store, "partnership", values)]
    if value == "home":
        return [str(name) for (name,) in store.rows(_HOME_NAMES, {"homes": values})]
    return [shown_time(text) for text in given]


_COUNTRY_NAMES = """
SELECT code, name FROM country WHERE code IN (SELECT value FROM json_each(:codes))
"""

_HOME_NAMES = "SELECT name FROM institution WHERE id IN (SELECT value FROM json_each(:homes))"


def _labels(store: Store, kind: str, records: Sequence[int]) -> list[names.Label]:
    return names.labels(store, [names.Match(kind, record, "") for record in records])
