"""The values that a catalogue has for what is typed: names of records, and its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ... import normalize
from ...store.distinct import distinct_values

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ...questions.filter import Value
    from ...store.store import Store

    _Spelled = tuple[str, int, str, str, str]

MOST = 200
"""The number of words that are offered at most; nobody reads more."""

MOST_NAMES = 1000
"""Names that are looked at, of which a record may have several that begin alike."""

LAST = "\U0010ffff"
"""The character that sorts after all that may follow a start.

Unlike LIKE, BETWEEN is answered from an index, and has no wildcards that a name may contain.
"""


class Candidate(NamedTuple):
    """What may stand in the place of the word that is typed."""

    value: str
    help: str = ""
    """What it is, for shells that say so."""


# A partner is a partnership, or an institution that belongs to one. Sorted by the index.
_NAMED = """
SELECT s.kind, s.record, s.role, s.text, CASE s.kind
  WHEN 'partnership' THEN (SELECT name FROM partnership WHERE pk = s.record)
  WHEN 'institution' THEN (SELECT name FROM institution WHERE pk = s.record)
  WHEN 'department' THEN (SELECT name FROM department WHERE pk = s.record)
  ELSE (SELECT name FROM country WHERE pk = s.record) END
FROM spelling s
WHERE s.key BETWEEN :start AND :start || char(0x10ffff)
  AND s.kind IN (SELECT value FROM json_each(:kinds))
  AND s.role IN (SELECT value FROM json_each(:roles))
  AND (s.kind <> 'institution'
    OR EXISTS (SELECT 1 FROM member m WHERE m.institution = s.record))
ORDER BY s.key LIMIT :most
"""

IDS = ("id", "full id", "code")

_RANKS = {"id": 0, "code": 1, "full id": 2, "abbreviation": 3, "name": 4}
"""The order in which the names of one record are preferred; names in other languages are last."""


def names(store: Store, kinds: Sequence[str], typed: str) -> list[Candidate]:
    """Return a name for each record of some kinds of which one begins with a text.

    Names are compared as everywhere: without case, accents, width and punctuation. Where several
    names of a record begin so, it is the one that begins with just what is typed, then the id.
    """
    store.require_spellings(kinds)
    found: dict[tuple[str, int], tuple[tuple[bool, int, int], str, str]] = {}
    rows = list(_spelled(store, kinds, typed))
    # The key of "GS A" also begins that of "GSALS", which only counts where nothing is nearer.
    for kind, record, role, text, name in _of_same_words(rows, typed) or rows:
        rank = (not text.startswith(typed), _rank(role), len(text))
        if (kind, record) not in found or rank < found[kind, record][0]:
            found[kind, record] = (rank, text, name or "")
    words = {
        text: Candidate(text, name if name != text else "") for _, text, name in found.values()
    }
    return sorted(words.values(), key=lambda one: (one.value.casefold(), one.value))[:MOST]


def _of_same_words(rows: Sequence[_Spelled], typed: str) -> list[_Spelled]:
    """Return the rows in which words end where they do in what is typed."""
    *whole, last = normalize.words(typed) or [""]
    size = len(whole)
    return [
        row
        for row in rows
        for words in [normalize.words(row[3])]
        if words[:size] == whole and "".join(words[size : size + 1]).startswith(last)
    ]


def _rank(role: str) -> int:
    return _RANKS.get(role, len(_RANKS))


def _spelled(store: Store, kinds: Sequence[str], typed: str) -> Iterator[_Spelled]:
    words = normalize.words(typed)
    if not words:
        if not typed.strip():
            # Without anything typed, each record is offered under its id.
            yield from _rows(store, kinds, "", IDS)
        return
    yield from _rows(store, kinds, normalize.key(words))
    last = words[-1]
    if words[:-1] and any(filler.startswith(last) for filler in normalize.FILLERS):
        # "University o" may become "University of …", of which the index does not know the "of".
        for row in _rows(store, kinds, normalize.key(words[:-1])):
            if row[3].casefold().startswith(typed.casefold()):
                yield row


def _rows(
    store: Store, kinds: Sequence[str], start: str, roles: Sequence[str] = ()
) -> Iterator[_Spelled]:
    bound = {"start": start, "kinds": list(kinds), "roles": list(roles), "most": MOST_NAMES}
    statement = _NAMED if roles else _NAMED.replace(_OF_ROLES, "")
    yield from store.rows(statement, bound)


_OF_ROLES = "  AND s.role IN (SELECT value FROM json_each(:roles))\n"


HOMES = (
    "SELECT DISTINCT home FROM main.catalogue"
    " WHERE home COLLATE NOCASE BETWEEN :start AND :start || char(0x10ffff)"
    " ORDER BY home COLLATE NOCASE, home LIMIT 200"
)

LANGUAGES = f"""{distinct_values("language", "translation")}
UNION SELECT language FROM main.catalogue"""  # noqa: S608


def vocabulary(store: Store, value: Value, typed: str) -> list[Candidate]:
    """Return the words of a short list that begin with what is typed, or whose name does."""
    from ...questions.filter_names import words_of

    start = typed.casefold()
    found = []
    for one, said in words_of(store, value).items():
        if one.casefold().startswith(start):
            found.append(Candidate(one, said if said != one else ""))
        elif said.casefold().startswith(start):
            found.append(Candidate(said))
    return found[:MOST]


def values(store: Store, statement: str, typed: str) -> list[Candidate]:
    """Return the values that a query above finds for what is typed."""
    return [Candidate(value) for (value,) in store.rows(statement, {"start": typed})]


def languages(store: Store, known: Iterable[str], typed: str) -> list[Candidate]:
    """Return the languages of a catalogue and those of the program that begin so."""
    found = {language for (language,) in store.rows(LANGUAGES)} | set(known)
    start = typed.casefold().replace("_", "-")
    return [Candidate(one) for one in sorted(found) if one.casefold().startswith(start)]
