"""``match``: a list of names from elsewhere, each with the record that it means."""

from __future__ import annotations

from array import array
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from .. import names, normalize
from ..answers import Column, Table, View
from ..i18n import translated
from ..names import Match
from ..similarity import ALIKE, likeness
from .multi_home import HOME, has_several

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..answers import Row
    from ..store.store import Store

COLUMNS = (
    Column("input"),
    Column("kind", means="word"),
    Column("id", is_id=True),
    Column("name"),
    Column("how", means="word"),
    Column("confidence", "number"),
    Column("candidates", "list"),
)

VIEW = (
    View("Input", (("{input}",),)),
    View("How", (("{how}", " {confidence}"),)),
    View("Id", (("{id}",), ("{kind}",)), is_id=True),
    View("Name", (("{name}",), ("candidates: {candidates}",))),
)

VIEW_WITH_HOME = (*VIEW[:2], View("Id", (("{home}/", "{id}"), ("{kind}",)), is_id=True), *VIEW[3:])

KINDS = ("partnership", "institution", "department")
"""The kinds of record that a name may mean."""

MOST_CANDIDATES = 5

SURE, SURE_OF_PART = 1.0, 0.9
"""Confidence in a whole name, and the most in one of which only a part was given."""

SURE_OF_FUZZY = 0.35
"""The most confidence in a name that is merely alike: less than in any part that is accepted."""

SMALLEST_PART = 0.4
"""Share of a name's letters from which a part of it means the record; less is a candidate."""


class _Verdict(NamedTuple):
    how: str
    confidence: float
    matches: Sequence[Match]
    """The record meant, or else the candidates."""


def match(store: Store, texts: Iterable[str]) -> Table:
    """Return a row for each text with the record that it means, and how sure that is.

    ``how`` is exact, alias, former, part, fuzzy or none; ``confidence`` is 0 to 1.
    Only one record of exactly this name, or with this part, is taken as meant. What is ambiguous or
    merely alike has no id, only candidates. Equal texts have equal answers.
    """
    title = translated("Names looked up")
    if not has_several(store):
        rows = (row[:-1] for row in _rows(store, texts))
        return Table(COLUMNS, rows, title=title, view=VIEW)
    return Table((*COLUMNS, HOME), _rows(store, texts), title=title, view=VIEW_WITH_HOME)


def _rows(store: Store, texts: Iterable[str]) -> Iterator[Row]:
    store.require_spellings(KINDS)
    fuzzy: FuzzyIndex | None = None
    # A list of visitors has the same university on many lines.
    answers: dict[str, Row] = {}
    for text in texts:
        key = normalize.key(normalize.words(text))
        if key not in answers:
            verdict = _known(store, text)
            if verdict is None:
                # Made only when needed: it holds every name of the catalogue.
                fuzzy = fuzzy or FuzzyIndex(store)
                verdict = fuzzy.verdict(text)
            answers[key] = _row(store, verdict)
        yield (text, *answers[key])


def _known(store: Store, text: str) -> _Verdict | None:
    """Return the verdict on a text that is a name or part of one; None where it is neither."""
    if len(text) > names.LONGEST_NAME or not normalize.words(text):
        return _Verdict("none", 0.0, ())
    if found := _preferred(store, names.exact(store, KINDS, text)):
        if len(found) == 1 and found[0].former_of is not None:
            return _Verdict("former", SURE, found)
        is_own_name = len(found) == 1 and _is_own_name(store, found[0])
        return _Verdict("exact" if is_own_name else "alias", SURE / len(found), found)
    if found := _preferred(store, names.part(store, KINDS, text)):
        share = _share(text, found[0].text)
        return _Verdict("part", SURE_OF_PART * share / len(found), found)
    return None


def _share(part: str, name: str) -> float:
    """Return the share of the letters of a name that a part of it has, 0 to 1."""
    letters = [len(normalize.key(normalize.words(text))) for text in (part, name)]
    return min(1.0, letters[0] / letters[1])


_PARTNERSHIPS = """
SELECT m.partnership, (SELECT count(*) FROM member o WHERE o.partnership = m.partnership)
FROM member m WHERE m.institution = :institution
"""


def _preferred(store: Store, matches: list[Match]) -> list[Match]:
    """Return the matches without members of which the partnership is meant.

    A partnership stands for its only member, and hides the other members where it matches itself.
    """
    found = {match[:2]: match for match in matches if match.kind != "institution"}
    for match in matches:
        if match.kind == "institution":
            rows = list(store.rows(_PARTNERSHIPS, {"institution": match.record}))
            alone = [partnership for partnership, members in rows if members == 1]
            if len(alone) == 1:
                found.setdefault(
                    ("partnership", alone[0]), match._replace(kind="partnership", record=alone[0])
                )
            elif not any(("partnership", partnership) in found for partnership, _ in rows):
                found[match[:2]] = match
    return list(found.values())


_OWN_NAME = """
SELECT 1 FROM spelling
WHERE key = :key AND kind = :kind AND record = :record AND text = :text
AND role IN ('id', 'code', 'name', 'abbreviation')
"""

_OWN_NAME_OF_MEMBER = """
SELECT 1 FROM spelling s JOIN member m ON m.institution = s.record
WHERE s.key = :key AND s.kind = 'institution' AND s.text = :text AND m.partnership = :record
AND s.role IN ('id', 'name', 'abbreviation')
"""


def _is_own_name(store: Store, match: Match) -> bool:
    bound = {**match._asdict(), "key": normalize.key(normalize.words(match.text))}
    own = store.one(_OWN_NAME, bound)
    if own is None and match.kind == "partnership":
        own = store.one(_OWN_NAME_OF_MEMBER, bound)
    return own is not None


_NEEDED = {
    "exact": SURE,
    "alias": SURE,
    "former": SURE,
    "part": SURE_OF_PART * SMALLEST_PART,
    "fuzzy": 2.0,
}
"""The least confidence with which a record is the one meant; a fuzzy one never is."""


def _row(store: Store, verdict: _Verdict) -> Row:
    labels = names.labels(store, verdict.matches[:MOST_CANDIDATES])
    is_sure = len(verdict.matches) == 1 and verdict.confidence >= _NEEDED[verdict.how]
    rounded = round(verdict.confidence, 2)
    if is_sure:
        (one,) = labels
        return verdict.matches[0].kind, one.id, one.name, verdict.how, rounded, [], one.home
    candidates = list(dict.fromkeys(label.full_id for label in labels))
    return None, None, None, verdict.how, rounded, candidates, None


_ALL = """
SELECT pk, text FROM spelling WHERE kind IN (SELECT value FROM json_each(:kinds)) ORDER BY pk
"""

_SOME = """
SELECT s.pk, s.kind, s.record, s.text
FROM json_each(:names) AS near CROSS JOIN spelling s ON s.pk = near.value
"""


def _of_one_sort(best: list[tuple[float, Match]]) -> list[tuple[float, Match]]:
    """Return the departments or the partners among the matches, whichever the best one is.

    Who has the name of a university is not helped by departments with a similar one.
    """
    is_department = bool(best) and best[0][1].kind == "department"
    return [one for one in best if (one[1].kind == "department") == is_department]


class FuzzyIndex:
    """Index of every name by the runs of three letters in it, to find the few like a text.

    :mod:`utpartners.names.nearest` asks the database once; this serves thousands of texts, for
    which one index in memory is faster than as many queries.
    """

    RAREST = 6
    """Runs of a text that are looked up: those in the fewest names say most."""
    MOST_POSTINGS = 400
    """Names with a run that are looked at; more frequent runs say too little."""
    MOST_COMPARED = 30
    """Names that are compared with the text letter by letter."""

    def __init__(self, store: Store) -> None:
        self._store = store
        # Names stay in the database: thirty of them are compared with a text, of hundred thousands.
        self._postings: dict[str, array[int]] = {}
        for pk, text in store.rows(_ALL, {"kinds": list(KINDS)}):
            for run in _runs(normalize.words(text)):
                self._postings.setdefault(run, array("L")).append(pk)

    def verdict(self, text: str) -> _Verdict:
        """Return the candidates that are like a text: never sure, however much alike."""
        typed = normalize.words(text)
        names_like = self._store.rows(_SOME, {"names": self._like(typed)})
        scored = sorted(
            (-likeness(typed, normalize.words(text)), pk, Match(kind, record, text))
            for pk, kind, record, text in names_like
        )
        best = _of_one_sort([(score, match) for score, _, match in scored if -score >= ALIKE])
        if not best:
            return _Verdict("none", 0.0, ())
        found = {match[:2]: match for _, match in reversed(best)}
        first = list(dict.fromkeys(match[:2] for _, match in best))[:MOST_CANDIDATES]
        return _Verdict("fuzzy", SURE_OF_FUZZY * -best[0][0] / 100, [found[one] for one in first])

    def _like(self, typed: list[str]) -> list[int]:
        """Return the keys of the names that share most of the text's rarest runs."""
        # Sorted, so that equally rare runs are the same ones in each process.
        known = [self._postings[run] for run in sorted(_runs(typed)) if run in self._postings]
        rarest = sorted(known, key=len)[: self.RAREST]
        shared = Counter(place for postings in rarest for place in postings[: self.MOST_POSTINGS])
        return [place for place, _ in shared.most_common(self.MOST_COMPARED)]


def _runs(words: list[str]) -> set[str]:
    # Blanks at both ends make the first and last letters count as the start and end of words.
    padded = f" {' '.join(words)} "
    return {padded[start : start + 3] for start in range(len(padded) - 2)}
