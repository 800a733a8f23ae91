"""What a person typed -> the one record meant, or the candidates.

The order of looking: an id or code exactly, any other name exactly, then the start of words of a
name. A step that finds one record answers; one that finds several asks back; none is skipped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from . import spelling
from .errors import Ambiguous, NotFound

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .store.store import Store

MOST_CANDIDATES = 12
LONGEST_NAME = 300
"""Letters of the longest name that is looked up as it is; more is certainly no name."""

MOST_WORDS = 20
"""Words of the longest name that is tried when several names follow each other."""


class Match(NamedTuple):
    """A record whose name was typed."""

    kind: str
    """``partnership``, ``institution``, ``department`` or ``country``."""
    record: int
    """Its key in the table of its kind."""
    text: str
    """The name of it that matched."""


_BY_ID = """
SELECT kind, record, text FROM spelling
WHERE key = :key AND kind IN (SELECT value FROM json_each(:kinds)) AND role IN ('id', 'code')
GROUP BY kind, record ORDER BY kind, record
"""

_BY_NAME = """
SELECT kind, record, text FROM spelling
WHERE key = :key AND kind IN (SELECT value FROM json_each(:kinds))
UNION
SELECT kind, record, text FROM spelling
WHERE unordered = :unordered AND kind IN (SELECT value FROM json_each(:kinds))
"""

_BY_PART = """
SELECT s.kind, s.record, s.text
FROM json_each(:words) AS typed
JOIN word AS w ON w.word >= typed.value AND w.word < typed.value || char(1114111)
JOIN spelling AS s ON s.pk = w.spelling
WHERE s.kind IN (SELECT value FROM json_each(:kinds))
GROUP BY s.pk HAVING count(DISTINCT typed.key) = json_array_length(:words)
ORDER BY s.kind, s.record, s.pk
"""

_LABELS = """
SELECT 'partnership', pk, id, name FROM partnership
WHERE :kind = 'partnership' AND pk IN (SELECT value FROM json_each(:records))
UNION ALL
SELECT 'institution', pk, id, name FROM institution
WHERE :kind = 'institution' AND pk IN (SELECT value FROM json_each(:records))
UNION ALL
SELECT 'department', pk, code, name FROM department
WHERE :kind = 'department' AND pk IN (SELECT value FROM json_each(:records))
UNION ALL
SELECT 'country', pk, code, name FROM country
WHERE :kind = 'country' AND pk IN (SELECT value FROM json_each(:records))
"""

_ALL_NAMES = """
SELECT DISTINCT text FROM spelling WHERE kind IN (SELECT value FROM json_each(:kinds))
"""


def exact(store: Store, kinds: Sequence[str], text: str) -> list[Match]:
    """The records that have this very name, one match each: an id or code before other names."""
    words = spelling.words(text)
    if not words:
        return []
    store.require_spellings(kinds)
    typed = {"key": spelling.key(words), "unordered": spelling.unordered(words), "kinds": kinds}
    return _distinct(store.rows(_BY_ID, typed)) or _distinct(store.rows(_BY_NAME, typed))


def part(store: Store, kinds: Sequence[str], text: str) -> list[Match]:
    """The records of which one name has a word that starts with each word of the text."""
    words = sorted(set(spelling.words(text)))
    if not words:
        return []
    store.require_spellings(kinds)
    return _distinct(store.rows(_BY_PART, {"words": words, "kinds": kinds}))


def find(store: Store, kinds: Sequence[str], text: str) -> list[Match]:
    """The records that a text means: those of that very name, else those of which it is a part."""
    if len(text) > LONGEST_NAME:
        return []
    return exact(store, kinds, text) or part(store, kinds, text)


def resolve(store: Store, kind: str, text: str) -> Match:
    """The one record of a kind that a text means. Raises Ambiguous or NotFound."""
    matches = find(store, [kind], text)
    if not matches:
        raise not_found(store, [kind], text)
    return _only(store, matches, text)


def sequence(store: Store, kind: str, words: Sequence[str]) -> list[Match]:
    """Several records named one after the other, in words as a shell passes them.

    Read greedily: the most words that are together a name, else the most that are part of one.
    Raises Ambiguous or NotFound.
    """
    found: list[Match] = []
    rest = list(words)
    while rest:
        match, taken = _first(store, kind, rest)
        found.append(match)
        rest = rest[taken:]
    return list({match.record: match for match in found}.values())


def _first(store: Store, kind: str, words: Sequence[str]) -> tuple[Match, int]:
    """The record that the first words name, and how many words that took."""
    lengths = range(min(len(words), MOST_WORDS), 0, -1)
    starts = [(" ".join(words[:length]), length) for length in lengths]
    for look in (exact, _whole_of_cut, part):
        for text, length in starts:
            if matches := look(store, [kind], text):
                return _only(store, matches, text), length
    raise not_found(store, [kind], " ".join(words))


def _only(store: Store, matches: Sequence[Match], text: str) -> Match:
    if len(matches) > 1:
        raise ambiguous(store, matches, text)
    return matches[0]


_CUT = """
SELECT text FROM spelling
WHERE kind IN (SELECT value FROM json_each(:kinds)) AND role = 'code'
  AND lower(substr(text, 1, length(:start))) = lower(:start)
  AND substr(ltrim(substr(text, length(:start) + 1)), 1, 1) = '&'
"""


def _whole_of_cut(store: Store, kinds: Sequence[str], text: str) -> list[Match]:
    """Refuse the first half of a code with ``&``: the shell took the rest for another command."""
    row = store.one(_CUT, {"kinds": kinds, "start": text}) if spelling.words(text) else None
    if row is None:
        return []
    whole = row[0]
    raise NotFound(
        f"there is no {kinds[0]} {quoted(text)}",
        f"The shell reads a bare & itself and cuts off the rest. Did you mean {quoted(whole)}?\n"
        f"Quote it, as here, or write {spelling.slug(whole)}.",
    )


def ambiguous(store: Store, matches: Sequence[Match], text: str) -> Ambiguous:
    """The error that lists what a text may mean."""
    known = labels(store, matches[:MOST_CANDIDATES])
    width = max(len(id) for id, _ in known)
    lines = [f"  {id:<{width}}  {name}" for id, name in known]
    if len(matches) > MOST_CANDIDATES:
        lines.append(f"  … and {len(matches) - MOST_CANDIDATES} more")
    return Ambiguous(
        f"{quoted(text)} may mean {len(matches)} {plural(matches[0].kind)}",
        "\n".join(["Say which, by its id or more of its name:", *lines]),
    )


def not_found(store: Store, kinds: Sequence[str], text: str) -> NotFound:
    """The error that suggests the nearest names."""
    what = " or ".join(kinds)
    near = nearest(store, kinds, text)
    hint = f"Did you mean {_alternatives(near)}?" if near else None
    if not spelling.words(text):
        return NotFound(f"{quoted(text)} is not a name of a {what}", "Type at least one letter.")
    return NotFound(f"there is no {what} {quoted(text)}", hint)


def without_partnership(store: Store, match: Match) -> NotFound:
    """The error for an institution that is in the catalogue, yet no partner."""
    ((id, name),) = labels(store, [match])
    return NotFound(f"{name} ({id}) is in the catalogue, but no partnership has it as a member")


def nearest(store: Store, kinds: Sequence[str], text: str, limit: int = 5) -> list[str]:
    """The names most like a text, best first; none where nothing is much like it."""
    from rapidfuzz import fuzz, process

    if len(text) > LONGEST_NAME or not spelling.words(text):
        return []
    store.require_spellings(kinds)
    names = [name for (name,) in store.rows(_ALL_NAMES, {"kinds": kinds})]
    folded = [" ".join(spelling.words(name)) for name in names]
    hits = process.extract(
        " ".join(spelling.words(text)), folded, scorer=fuzz.WRatio, limit=limit, score_cutoff=75
    )
    return [names[index] for _, _, index in hits]


def labels(store: Store, matches: Sequence[Match]) -> list[tuple[str, str]]:
    """Id (or code) and name of the records of matches, in their order."""
    found: dict[tuple[str, int], tuple[str, str]] = {}
    for kind in {match.kind for match in matches}:
        records = [match.record for match in matches if match.kind == kind]
        for _, pk, id, name in store.rows(_LABELS, {"kind": kind, "records": records}):
            found[kind, pk] = (id, name)
    return [found[match.kind, match.record] for match in matches]


def quoted(text: str) -> str:
    """What was typed, in quotation marks and not too long to read."""
    return f"'{text}'" if len(text) <= 60 else f"'{text[:60]}…' ({len(text)} letters)"


def plural(kind: str) -> str:
    """The plural of a kind of record."""
    return "countries" if kind == "country" else f"{kind}s"


def _alternatives(names: Sequence[str]) -> str:
    *others, last = [f"'{name}'" for name in names]
    return f"{', '.join(others)} or {last}" if others else last


def _distinct(rows: object) -> list[Match]:
    """One match for each record, the first one found."""
    found: dict[tuple[str, int], Match] = {}
    for kind, record, text in rows:  # type: ignore[attr-defined]
        found.setdefault((kind, record), Match(kind, record, text))
    return list(found.values())
