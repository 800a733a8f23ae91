"""What a person typed -> the one record meant, or the candidates.

The order of looking: an id or code exactly, any other name exactly, then the start of words of a
name. A step that finds one record answers; one that finds several asks back; none is skipped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from . import spelling
from .errors import Ambiguous, NotFound

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from .store.store import Store

    Settle = Callable[[Store, Sequence["Match"]], list["Match"]]

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
WHERE key = :key AND kind IN (SELECT value FROM json_each(:kinds))
  AND role IN ('id', 'code', 'full id')
GROUP BY kind, record ORDER BY kind, record
"""

_BY_NAME = """
SELECT kind, record, text FROM spelling
WHERE key = :key AND kind IN (SELECT value FROM json_each(:kinds))
UNION
SELECT kind, record, text FROM spelling
WHERE unordered = :unordered AND kind IN (SELECT value FROM json_each(:kinds))
"""

_FREQUENCIES = """
SELECT typed.key, (SELECT count(*) FROM (
  SELECT 1 FROM word WHERE word BETWEEN typed.value ->> 0 AND typed.value ->> 1 LIMIT :most))
FROM json_each(:ranges) AS typed
"""

_WITH_WORD = """
SELECT DISTINCT kind, record, text FROM (
  SELECT s.* FROM word w CROSS JOIN spelling s ON s.pk = w.spelling
  WHERE w.word BETWEEN :first AND :last AND s.kind IN (SELECT value FROM json_each(:kinds))
  LIMIT :most)
ORDER BY pk
"""

_LABELS = """
SELECT pk, id, name, (SELECT home FROM main.catalogue c WHERE c.pk = p.catalogue)
FROM partnership p WHERE :kind = 'partnership' AND pk IN (SELECT value FROM json_each(:records))
UNION ALL
SELECT pk, id, name, NULL FROM institution
WHERE :kind = 'institution' AND pk IN (SELECT value FROM json_each(:records))
UNION ALL
SELECT pk, code, name, (SELECT home FROM main.catalogue c WHERE c.pk = d.catalogue)
FROM department d WHERE :kind = 'department' AND pk IN (SELECT value FROM json_each(:records))
UNION ALL
SELECT pk, code, name, NULL FROM country
WHERE :kind = 'country' AND pk IN (SELECT value FROM json_each(:records))
"""

_SIZE = "SELECT max(pk) FROM spelling"

_VOCABULARY = """
WITH RECURSIVE known (word) AS (
  SELECT min(word) FROM word WHERE word >= :start
  UNION ALL
  SELECT (SELECT min(w.word) FROM word w WHERE w.word > known.word) FROM known
  WHERE known.word < :start || char(0x10ffff)
)
SELECT word FROM known WHERE word < :start || char(0x10ffff) LIMIT :most
"""

_NAMES_WITH = """
SELECT s.text, s.kind, s.record, count(*) AS shared
FROM json_each(:words) AS near JOIN word w ON w.word = near.value
JOIN spelling s ON s.pk = w.spelling
WHERE s.kind IN (SELECT value FROM json_each(:kinds))
GROUP BY s.pk ORDER BY shared DESC, s.pk LIMIT :limit
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
    """The records of which one name has a word that starts with each word of the text.

    The names with the rarest word are looked at, MOST_PARTS of them.
    """
    words = sorted(set(spelling.words(text)))
    if not words:
        return []
    store.require_spellings(kinds)
    ranges = [(word, word if _is_initial(word) else word + LAST) for word in words]
    frequencies = store.rows(_FREQUENCIES, {"ranges": ranges, "most": MOST_PARTS})
    rarest, count = min(frequencies, key=lambda row: row[1])
    if not count:
        return []
    first, last = ranges[rarest]
    bound = {"first": first, "last": last, "kinds": list(kinds), "most": MOST_PARTS}
    rows = store.rows(_WITH_WORD, bound)
    return _distinct(row for row in rows if _has_all(row[2], ranges))


MOST_PARTS = 2000
"""Names that are looked at for a part of one; a part of so many is of no use."""


def _has_all(name: str, ranges: Sequence[tuple[str, str]]) -> bool:
    entries = spelling.entries(spelling.words(name))
    return all(any(first <= entry <= last for entry in entries) for first, last in ranges)


LAST = "\U0010ffff"
"""The letter that sorts after all others: what starts with a word lies between it and it + LAST."""


def _is_initial(word: str) -> bool:
    """Whether a word is a single letter of a script with blanks: too little to start another."""
    return len(word) == 1 and not spelling.is_unspaced(word)


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


def sequence(
    store: Store, kinds: Sequence[str], words: Sequence[str], settle: Settle | None = None
) -> list[Match]:
    """Several records named one after the other, in words as a shell passes them.

    Read greedily: the most words that are together a name, else the most that are part of one.
    ``settle`` says which records several matches of a name come down to.
    Raises Ambiguous or NotFound.
    """
    found: list[Match] = []
    rest = list(words)
    while rest:
        match, taken = _first(store, kinds, rest, settle or _as_they_are)
        found.append(match)
        rest = rest[taken:]
    return list({match[:2]: match for match in found}.values())


def _as_they_are(store: Store, matches: Sequence[Match]) -> list[Match]:
    return list(matches)


def _first(
    store: Store, kinds: Sequence[str], words: Sequence[str], settle: Settle
) -> tuple[Match, int]:
    """The record that the first words name, and how many words that took."""
    lengths = range(min(len(words), MOST_WORDS), 0, -1)
    starts = [(" ".join(words[:length]), length) for length in lengths]
    for look in (exact, _whole_of_cut, part):
        for text, length in starts:
            if matches := settle(store, look(store, kinds, text)):
                return _only(store, matches, text), length
    raise not_found(store, kinds, " ".join(words))


def _only(store: Store, matches: Sequence[Match], text: str) -> Match:
    if len(matches) > 1:
        raise ambiguous(store, matches, text)
    return matches[0]


_CUT = """
SELECT code FROM department
WHERE 'department' IN (SELECT value FROM json_each(:kinds))
  AND lower(substr(code, 1, length(:start))) = lower(:start)
  AND substr(ltrim(substr(code, length(:start) + 1)), 1, 1) = '&'
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
    lines = _listed(store, matches[:MOST_CANDIDATES])
    if len(matches) > MOST_CANDIDATES:
        lines.append(f"  … and {len(matches) - MOST_CANDIDATES} more")
    return Ambiguous(
        f"{quoted(text)} may mean {len(matches)} {plural(matches[0].kind)}",
        "\n".join(["Say which, by its id or more of its name:", *lines]),
    )


def not_found(store: Store, kinds: Sequence[str], text: str) -> NotFound:
    """The error that suggests the nearest names."""
    what = " or ".join(kinds)
    if not spelling.words(text):
        return NotFound(f"{quoted(text)} is not a name of a {what}", "Type at least one letter.")
    near = nearest(store, kinds, text)
    lines = ["Did you mean:", *_listed(store, near)] if near else []
    return NotFound(f"there is no {what} {quoted(text)}", "\n".join(lines) or None)


def without_partnership(store: Store, match: Match) -> NotFound:
    """The error for an institution that is in the catalogue, yet no partner."""
    (label,) = labels(store, [match])
    return NotFound(
        f"{label.name} ({label.id}) is in the catalogue, but no partnership has it as a member"
    )


def nearest(store: Store, kinds: Sequence[str], text: str, limit: int = 5) -> list[Match]:
    """The records with the names most like a text, best first; none where nothing is much like it.

    Words like those typed are looked for first, then the names that have them.
    """
    from rapidfuzz import fuzz, process

    typed = spelling.words(text) if len(text) <= LONGEST_NAME else []
    if not typed:
        return []
    store.require_spellings(kinds)
    (names,) = store.one(_SIZE) or (0,)
    letters = 0 if (names or 0) < MANY_NAMES else SURE_LETTERS
    near = [
        word
        for one in typed
        for word, _, _ in process.extract(
            one,
            _vocabulary(store, one[:letters]),
            scorer=fuzz.ratio,
            limit=LIKE_WORDS,
            score_cutoff=LIKE_WORD,
        )
    ]
    bound = {"words": near, "kinds": list(kinds), "limit": LIKE_NAMES}
    scored = [
        (likeness(typed, spelling.words(name)), (kind, record, name))
        for name, kind, record, _ in store.rows(_NAMES_WITH, bound)
    ]
    best = sorted((one for one in scored if one[0] >= LIKE), key=lambda one: -one[0])
    return _distinct(row for _, row in best)[:limit]


def _vocabulary(store: Store, start: str) -> Iterator[str]:
    """The words of all names that start so, each once, up to as many as can be compared."""
    bound = {"start": start, "most": MANY_NAMES}
    return (word for (word,) in store.rows(_VOCABULARY, bound))


MANY_NAMES = 500_000
"""Names from which on their words are too many to look at for one like that typed."""

SURE_LETTERS = 2
"""Letters at the start of a word that are then taken to be typed right."""


def likeness(typed: Sequence[str], name: Sequence[str]) -> float:
    """How much words are like those of a name, 0 to 100: each typed word to the one most like it.

    The whole counts a little too, so that of names with the same words the nearest is first.
    """
    from rapidfuzz import fuzz

    of_words = sum(max(fuzz.ratio(one, other) for other in name) for one in typed) / len(typed)
    return 0.9 * of_words + 0.1 * fuzz.ratio(" ".join(typed), " ".join(name))


LIKE, LIKE_WORD = 60, 75
"""Scores (0 to 100) from which names, and words of them, count as alike."""
LIKE_WORDS, LIKE_NAMES = 20, 500
"""Words that are looked at for each word typed, and names that have them."""


class Label(NamedTuple):
    """What a record is called."""

    id: str
    """Its id, or the code of a department or country."""
    name: str
    home: str | None = None
    """The home that it belongs to, where there are several."""

    @property
    def full_id(self) -> str:
        """The id by which it is told from those of other homes: ``home/id``."""
        return f"{self.home}/{self.id}" if self.home else self.id


def labels(store: Store, matches: Sequence[Match]) -> list[Label]:
    """What the records of matches are called, in their order."""
    has_several = len(store.homes) > 1
    found: dict[tuple[str, int], Label] = {}
    for kind in {match.kind for match in matches}:
        records = [match.record for match in matches if match.kind == kind]
        for pk, id, name, home in store.rows(_LABELS, {"kind": kind, "records": records}):
            found[kind, pk] = Label(id, name, home if has_several else None)
    return [found[match.kind, match.record] for match in matches]


def quoted(text: str) -> str:
    """What was typed, in quotation marks and not too long to read."""
    return f"'{text}'" if len(text) <= 60 else f"'{text[:60]}…' ({len(text)} letters)"


def plural(kind: str) -> str:
    """The plural of a kind of record."""
    return "countries" if kind == "country" else f"{kind}s"


def _listed(store: Store, matches: Sequence[Match]) -> list[str]:
    """A line for each record: its id, and the name that is told apart by."""
    known = list(dict.fromkeys(labels(store, matches)))
    width = max(len(label.full_id) for label in known)
    return [f"  {label.full_id:<{width}}  {label.name}" for label in known]


def _distinct(rows: Iterable[tuple[str, int, str]]) -> list[Match]:
    """One match for each record, the first one found."""
    found: dict[tuple[str, int], Match] = {}
    for kind, record, text in rows:
        found.setdefault((kind, record), Match(kind, record, text))
    return list(found.values())
