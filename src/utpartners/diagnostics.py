"""What is wrong with a catalogue, where, and how a message says it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from .i18n import translated
from .similarity import nearest_texts

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

Path = tuple[str | int, ...]
"""Keys and indices from the top of the document: ``("partnership", 0, "members", 1)``."""

Severity = Literal["error", "warning"]
"""An error makes a catalogue wrong; a warning deserves a look, and may be intended."""

LONGEST_VALUE = 60
"""Characters of a value that a message repeats."""


class Place(NamedTuple):
    """Where something stands: line and column from 1, None where the format has none."""

    file: str
    table: str | None = None
    """A sheet of a workbook or a table of a database."""
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        return ":".join(str(part) for part in self[:3] if part is not None)


class Problem(NamedTuple):
    """What is wrong, with which record, and where it stands in the document."""

    path: Path
    record: str
    """What people call the record: ``partnership 'anu', activity 'Talks'``."""
    what: str
    rule: str
    """The name of the rule that is broken."""
    hint: str = ""
    """The remedy, if one is known: ``did you mean 'gs-eng'?``"""
    lacking: Hashable = None
    """The id that is not found, or the path of the record that lacks something, if that is it."""

    @property
    def message(self) -> str:
        """The whole problem in one line, without its place."""
        return f"{self.record}: {with_hint(self.what, self.hint)}"


MOST_PROBLEMS = 20_000
"""Problems of one rule that are told; what has more is not read by anybody to its end."""


def limited(problems: Iterable[Problem]) -> Iterator[Problem]:
    """Give the first problems, and one that says that there are more; those are not looked for."""
    for number, problem in enumerate(problems):
        if number == MOST_PROBLEMS:
            yield Problem((), catalogue_file(), too_many(), problem.rule)
            return
        yield problem


def too_many() -> str:
    """Return what is said where there are more problems of a kind than are told."""
    return translated(
        "more than {count} problems of one kind; the others are not listed",
        count=f"{MOST_PROBLEMS:,}",
    )


def with_hint(what: str, hint: str) -> str:
    """Return what is wrong, with the remedy in brackets behind it, if there is one."""
    return translated("{what} ({hint})", what=what, hint=hint) if hint else what


class Finding(NamedTuple):
    """A problem with its place and the severity of the rule that it breaks."""

    place: Place
    severity: Severity
    problem: Problem


def brief_repr(value: Any) -> str:
    """Return a value as a message repeats it: ``'gs-eng'``, ``12``, ``true`` or ``a list``."""
    if isinstance(value, dict):
        return translated("a table")
    if isinstance(value, list):
        return translated("a list") if value else translated("an empty list")
    if isinstance(value, str):
        return _shortened(repr(value[: LONGEST_VALUE + 1]))
    # Python refuses to write an integer of thousands of digits as text (ValueError).
    if isinstance(value, int) and abs(value) >= 10**LONGEST_VALUE:
        return translated("a number of very many digits")
    if isinstance(value, bool):
        return str(value).lower()
    return _shortened(str(value))


def brief_key(key: str) -> str:
    """Return a key as a message names it: plain, in quotation marks only where it is unusual."""
    return key if key.isidentifier() and len(key) <= LONGEST_VALUE else brief_repr(key)


def _shortened(text: str) -> str:
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return a question that proposes the nearest of the known words; empty where none is near."""
    known = list(known)
    # A slip in the case of letters is the likeliest one, however short the word.
    folded = word.strip().casefold()
    near = [one for one in known if one.casefold() == folded] or nearest_texts(word, known)
    return meaning(near[0]) if near else ""


def not_of(syntax: str, reason: object) -> str:
    """Return the message that a text is of no syntax, and why."""
    return translated("not {syntax}: {reason}", syntax=syntax, reason=reason)


def meaning(proposal: str) -> str:
    """Return a question that proposes one value."""
    return translated("did you mean {name}?", name=brief_repr(proposal))


def called(key: str, identity: Any) -> str:
    """Return what people call the record of a table: ``partnership 'anu'``."""
    return f"{translated(key)} {brief_repr(identity)}"


def catalogue_file() -> str:
    """Return what a problem is said to be of that is of no single record."""
    return translated("catalogue file")
