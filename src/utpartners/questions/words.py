"""Plain words as filters: ``list primary Germany``, and names of several words without quotes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .. import geography, names, normalize
from ..errors import Ambiguous, NotFound
from ..i18n import translated
from ..similarity import ALIKE_WORD
from ..vocabulary import word
from .filter_names import COMMA, KINDS, WORDS, Found, exact, part, records, split, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ..store.store import Store
    from .filter import Filter, Value

    Look = Callable[[Store, Value, str], list[Found]]

READ_AS = ("status", "country", "region", "dept", "partner", "kind", "person", "home")
"""The filters that a plain word may be a value of."""

MOST_WORDS_OF_A_COUNTRY = 6
"""Words of the longest name of a country in another language that is tried."""

MOST_CANDIDATES = 12
"""Candidates that an error lists."""


class Typed(str):
    """A value on the command line, with the words after it, which may belong to it."""

    __slots__ = ("following",)

    def __new__(cls, text: str, following: Sequence[str] = ()) -> Typed:
        """Return the value ``text``."""
        typed = super().__new__(cls, text)
        typed.following = list(following)
        return typed

    following: list[str]

    def __str__(self) -> str:
        """Return the value as it is: Typer makes a text of each value, which must stay this one."""
        return self


class _Meaning(NamedTuple):
    """What a text may mean: a value of a filter."""

    filter: str
    found: Found

    @property
    def option(self) -> str:
        """The option that says it without doubt."""
        from .. import shell  # only errors name it

        return f"--{self.filter} {shell.word(self.found.typed)}"


def settled(
    store: Store,
    filters: Mapping[str, Filter],
    words: Sequence[str],
    wanted: Mapping[str, Any],
) -> tuple[list[str], dict[str, Any]]:
    """Return words and filters, with the words that belong to the value of a filter moved there.

    ``--country South Korea primary`` has the value ``South`` and two further words, of which the
    first makes it a name of the catalogue. The longest name counts.
    """
    rest = list(words)
    values = dict(wanted)
    for name, filter in filters.items():
        typed = values.get(name)
        if isinstance(typed, list) and any(isinstance(one, Typed) for one in typed):
            values[name] = [_joined(store, filter.value, one, rest) for one in typed]
    return rest, values


def _joined(store: Store, value: Value, typed: str, rest: list[str]) -> str:
    """Return a value with the words after it that belong to it, which are taken out of ``rest``."""
    following = typed.following if isinstance(typed, Typed) else []
    taken = _taken(store, value, [typed, *following]) if following else 1
    for one in following[: taken - 1]:
        # By identity: the same word may stand elsewhere as well.
        del rest[next(place for place, other in enumerate(rest) if other is one)]
    return " ".join([typed, *following[: taken - 1]])


def _taken(store: Store, value: Value, words: Sequence[str]) -> int:
    """Return how many of the words are together a value, or several with commas between them."""
    lengths = range(min(len(words), names.MOST_WORDS), 1, -1)
    texts = [(length, " ".join(words[:length])) for length in lengths]
    for length, text in texts:
        parts = [text] if exact(store, value, text) else split(store, value, text)
        if all(exact(store, value, one) for one in parts):
            return length
    if exact(store, value, words[0]):
        return _longer_name(store, value, words[0], texts)
    return next((length for length, text in texts if part(store, value, text)), 1)


def _longer_name(store: Store, value: Value, first: str, texts: Sequence[tuple[int, str]]) -> int:
    """Return how many words are a name of something else, as in ``--country GS Eng``; else 1.

    Only where the first one is known to the world, but not to the catalogue.
    """
    if value != "country" or names.exact(store, KINDS[value], first):
        return 1
    kinds = ["partnership", "institution", "department"]
    return next((length for length, text in texts if names.exact(store, kinds, text)), 1)


def with_words(
    store: Store,
    filters: Mapping[str, Filter],
    words: Sequence[str],
    wanted: Mapping[str, Any],
) -> dict[str, Any]:
    """Return the filters with what plain words name added: ``primary Germany``, in any order.

    The words are read greedily: the most that are together a name, else the most that are part of
    one. Raises Ambiguous for what may mean several things, and NotFound.
    """
    known = {name: filters[name].value for name in READ_AS if name in filters}
    if len(store.homes) < 2:
        known.pop("home", None)
    values = dict(wanted)
    rest = list(_split(store, known, words))
    while rest:
        meaning, taken = _first(store, known, rest)
        if meaning.found.former is not None:
            names.tell_former(store, meaning.found.former)
        others = values.get(meaning.filter) or ()
        others = [others] if isinstance(others, str) else list(others)
        values[meaning.filter] = [*others, meaning.found.typed]
        rest = rest[taken:]
    return values


def _split(store: Store, known: Mapping[str, Value], words: Sequence[str]) -> Iterator[str]:
    """Yield the words, those with commas inside in parts unless they are a name."""
    for one in words:
        if COMMA.search(one) and not _meanings(store, known, one, exact):
            yield from (text.strip() for text in COMMA.split(one) if text.strip())
        else:
            yield one


def _first(store: Store, known: Mapping[str, Value], words: Sequence[str]) -> tuple[_Meaning, int]:
    """Return what the first words mean, and how many words that took."""
    lengths = [
        length
        for length in range(min(len(words), names.MOST_WORDS), 0, -1)
        # A mark may stand inside a name, such as "Law & Politics", but not after one.
        if normalize.words(words[length - 1])
    ]
    looks: tuple[Look, ...] = (exact, part)
    for look in looks:
        for length in lengths:
            text = " ".join(words[:length])
            if meanings := _meanings(store, known, text, look):
                if len(meanings) > 1:
                    raise _ambiguous(text, meanings)
                return meanings[0], length
    if "country" in known and (found := _in_another_language(words)):
        return found
    raise _not_found(store, known, words)


def _in_another_language(words: Sequence[str]) -> tuple[_Meaning, int] | None:
    """Return the country whose name in another language the first words are."""
    for length in range(min(len(words), MOST_WORDS_OF_A_COUNTRY), 0, -1):
        if code := geography.country_code_in_any_language(" ".join(words[:length])):
            return _Meaning("country", Found(code, code, geography.country_name(code))), length
    return None


def _meanings(store: Store, known: Mapping[str, Value], text: str, look: Look) -> list[_Meaning]:
    if len(text) > names.LONGEST_NAME or not normalize.words(text):
        return []
    return [
        _Meaning(name, found) for name, value in known.items() for found in look(store, value, text)
    ]


def _ambiguous(text: str, meanings: Sequence[_Meaning]) -> Ambiguous:
    message = translated("{name} has {count} meanings here")
    return Ambiguous(
        message.format(name=names.quoted(text), count=len(meanings)),
        "\n".join([translated("Say which one:"), *_listed(meanings)]),
    )


def _listed(meanings: Sequence[_Meaning]) -> list[str]:
    shown = meanings[:MOST_CANDIDATES]
    width = max(len(meaning.option) for meaning in shown)
    lines = [f"  {one.option:<{width}}  {one.found.label}".rstrip() for one in shown]
    if len(meanings) > len(shown):
        more = translated("… and {count} more").format(count=len(meanings) - len(shown))
        lines.append(f"  {more}")
    return lines


_CALLED: Mapping[Value, str] = {
    "country": "country",
    "region": "region",
    "department": "department",
    "partner": "partner",
    "home": "home",
    **{value: what for value, (what, _) in WORDS.items()},
}
"""What the values of a filter are called."""

MOST_NEAR = 5
"""Names like what was typed that an error lists."""


def _not_found(store: Store, known: Mapping[str, Value], words: Sequence[str]) -> NotFound:
    """Return the error for words of which the first ones are no name, with the nearest ones."""
    from ..names import other_kinds  # only for this error

    text = " ".join(_unknown(store, known, words))
    if not normalize.words(text):
        return names.not_found(store, ["partnership"], text)
    kinds = [translated(_CALLED[value]) for value in known.values()]
    listed = translated(" or ").join([translated(", ").join(kinds[:-1]), kinds[-1]])
    message = translated("there is no {kind} {name}")
    if elsewhere := other_kinds.elsewhere_hint(store, text):
        return NotFound(message.format(kind=listed, name=names.quoted(text)), elsewhere)
    near = _near(store, known, text)
    hint = "\n".join([translated("Did you mean:"), *_listed(near)]) if near else _of_year(text)
    return NotFound(
        message.format(kind=listed, name=names.quoted(text)), hint or names.elsewhere(text)
    )


def _of_year(text: str) -> str | None:
    year = normalize.folded(text)
    if len(year) != 4 or not year.isdecimal() or year[:2] not in ("19", "20"):
        return None
    return translated("For a year, add {options}.", options=f"--since {year} --until {year}")


def _unknown(store: Store, known: Mapping[str, Value], words: Sequence[str]) -> Sequence[str]:
    """Return the first words up to one that is a name."""
    places = range(1, len(words))
    end = next((n for n in places if _meanings(store, known, words[n], exact)), len(words))
    return words[:end]


def _near(store: Store, known: Mapping[str, Value], text: str) -> list[_Meaning]:
    """Return the values that are most like a text, by filter."""
    from ..names.nearest import nearest
    from ..similarity import nearest_texts

    found: list[_Meaning] = []
    for name, value in known.items():
        if value in WORDS or value == "region":
            # Words are also typed as they are shown in the language in use.
            if value == "region":
                shown = {word(one): one for one in geography.region_names()}
            else:
                shown = {said: one for one, said in words_of(store, value).items()}
                # People are also called by a part of their name.
                parts = shown.items() if value == "person" else ()
                shown |= {part: one for said, one in parts for part in said.split()}
            near = nearest_texts(text, list(shown), MOST_NEAR, ALIKE_WORD)
            found += (_Meaning(name, Found(shown[one], shown[one], "")) for one in near)
        elif value != "home":
            matches = nearest(store, KINDS[value], text, MOST_NEAR)
            found += (_Meaning(name, one) for one in records(store, value, matches))
    return found
