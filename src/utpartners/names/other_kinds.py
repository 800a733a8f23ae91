"""Find what a text names that was asked for as something else, and the command that shows it.

A city, country, department, partner, status or kind of activity that is given to the wrong command
leads to the right one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import geography, normalize, shell
from ..i18n import in_other_languages, translated
from ..store.distinct import FOUND_STATUSES, distinct_values
from ..vocabulary import word
from .find import LONGEST_NAME, exact, part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..store.store import Store
    from .find import Match

KINDS = ("partnership", "institution", "department", "country")
"""The kinds of record that have names."""

MOST_LINES = 5
"""Command lines that are proposed; what may mean more records is no way to any."""

MANY_CITIES = 100_000
"""Number of institutions from which cities are not looked through."""

_PARTNERSHIPS = """
SELECT DISTINCT CASE WHEN :several THEN c.home || '/' ELSE '' END || p.id
FROM partnership p JOIN main.catalogue c ON c.pk = p.catalogue
JOIN member m ON m.partnership = p.pk JOIN institution i ON i.pk = m.institution
WHERE p.pk = :partnership OR i.pk IN (SELECT value FROM json_each(:institutions)) ORDER BY p.pk
"""

_DEPARTMENT = """
SELECT CASE WHEN :several THEN c.home || '/' ELSE '' END || d.id
FROM department d JOIN main.catalogue c ON c.pk = d.catalogue WHERE d.pk = :pk
"""


def _kinds(table: str) -> str:
    return f"SELECT value, NULL FROM ({distinct_values('kind', table)})"  # noqa: S608 (constant)


_WORDS = {
    "list --status": f"""{FOUND_STATUSES} SELECT value, NULL FROM found WHERE value IS NOT NULL
      UNION ALL SELECT id, name FROM status WHERE name IS NOT NULL""",  # noqa: S608
    "timeline --kind": _kinds("activity"),
    "agreements --kind": _kinds("agreement"),
    "depts --kind": """SELECT DISTINCT kind, NULL FROM department
      WHERE kind IS NOT NULL ORDER BY kind""",
}  # fmt: skip
"""Queries for the words that a catalogue uses, by the command and option that take them.

Each word comes with the name that people see of it, where it has one.
"""

_CITIES = f"""
SELECT city, pk FROM institution WHERE city IS NOT NULL
  AND (SELECT count(*) FROM (SELECT 1 FROM institution LIMIT {MANY_CITIES})) < {MANY_CITIES}
"""  # noqa: S608


def commands_for(
    store: Store, text: str, *, but: Sequence[str] = (), is_exact: bool = False
) -> list[str]:
    """Return the command lines that show what a text names; none where it names nothing.

    Records of the kinds ``but`` were looked for in vain. With ``is_exact`` a part of a name is
    none.
    """
    if not normalize.words(text) or len(text) > LONGEST_NAME:
        return []
    kinds = [kind for kind in KINDS if kind not in but]
    found = _lines(store, exact(store, kinds, text)) or list(dict.fromkeys(_of_words(store, text)))
    if not found and not is_exact:
        found = _lines(store, part(store, kinds, text))
    return found if len(found) <= MOST_LINES else []


def nearest_commands(store: Store, text: str, but: Sequence[str]) -> list[str]:
    """Return the command lines for the records of other kinds whose names are most like a text."""
    from .nearest import nearest

    kinds = [kind for kind in KINDS if kind not in but]
    return _lines(store, nearest(store, kinds, text, MOST_LINES))


def elsewhere_hint(store: Store, text: str) -> str:
    """Return the hint for a value of a short list that is the very name of something else.

    Empty where it is not.
    """
    found = commands_for(store, text, is_exact=True)
    return hint(found) if found else ""


def hint(commands: Sequence[str]) -> str:
    """Return the hint that proposes command lines."""
    lines = [f"utpartners {command}" for command in commands]
    if len(lines) == 1:
        return translated("Try: {command}").format(command=lines[0])
    return "\n".join([translated("Try one of these:"), *(f"  {line}" for line in lines)])


def _lines(store: Store, found: Iterable[Match]) -> list[str]:
    """Return the command lines that show records, each once."""
    return list(dict.fromkeys(line for match in found for line in _of_record(store, match)))


def _of_record(store: Store, match: Match) -> Iterator[str]:
    bound = {"several": len(store.homes) > 1, "pk": match.record}
    if match.kind == "country":
        for (code,) in store.rows("SELECT code FROM country WHERE pk = :pk", bound):
            yield f"list --country {shell.word(code)}"
    elif match.kind == "department":
        for (id,) in store.rows(_DEPARTMENT, bound):
            yield f"dept {shell.word(id)}"
    else:
        is_one = match.kind == "partnership"
        yield from _shows(store, match.record if is_one else 0, () if is_one else [match.record])
        if not is_one:
            for (id,) in store.rows("SELECT id FROM institution WHERE pk = :pk", bound):
                if id in store.homes:
                    yield "about"


def _shows(store: Store, partnership: int, institutions: Sequence[int]) -> Iterator[str]:
    """Yield the commands that show a partnership, or those that institutions belong to."""
    bound = {
        "several": len(store.homes) > 1,
        "partnership": partnership,
        "institutions": list(institutions),
    }
    for (id,) in store.rows(_PARTNERSHIPS, bound):
        yield f"show {shell.word(id)}"


def _of_words(store: Store, text: str) -> Iterator[str]:
    """Yield the commands for a status, a kind, a region or a city of this name."""
    typed = _key(text)
    for option, statement in _WORDS.items():
        for known, name in store.rows(statement):
            if typed in map(_key, (known, word(known), name or "", *in_other_languages(known))):
                yield f"{option} {shell.word(known)}"
    if geography.is_region(text):
        yield f"list --region {shell.word(text)}"
    cities = [record for city, record in store.rows(_CITIES) if _key(city) == typed]
    if cities:
        yield from _shows(store, 0, cities)


def _key(text: str) -> str:
    return normalize.key(normalize.words(text))
