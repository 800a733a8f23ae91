"""Words and counts of a catalogue as people of a language say them, on screens and the page.

Statuses, kinds and other words that catalogues have in common are translated with the texts of the
program; any other word is shown as it is. Data in CSV and JSON keeps the words of the catalogue.
"""

from __future__ import annotations

import re

from .i18n import translated
from .time_words import shown_time

STATUSES = ("primary", "prospective")

ACTIVITY_KINDS = (
    "agreement", "conference", "dialogue", "education", "event", "exchange", "forum", "funding",
    "lecture", "network", "office", "project", "research", "seminar", "symposium", "workshop",
)  # fmt: skip

FORMATS = ("in person", "online", "hybrid")

DEPARTMENT_KINDS = (
    "graduate school", "hospital", "institute", "center", "centre", "division", "faculty",
)  # fmt: skip

FREQUENCIES = ("annual", "as needed", "hosted alternately", "monthly", "periodic", "regular")

AGREEMENTS = (
    "strategic partnership", "automatic", "by review", "none", "open", "fixed", "in force",
    "expiring", "ended", "replaced", "unknown", "not yet in force",
    "general", "student exchange", "faculty exchange", "joint research", "joint degree",
    "double degree",
)  # fmt: skip

COUNTED = (
    "by state", "by kind", "by region", "by country", "by department", "by year of signature",
    "all by state", "in force by kind", "in force by region", "in force by country",
    "in force by department", "signed in the year", "ended in the year", "replaced in the year",
    "student places in force", "for outgoing students", "for incoming students", "places a year",
)  # fmt: skip
"""The groups in which agreements are counted, and what is counted in them."""

RECORDS = (
    "activity", "catalogue", "country", "department", "initiative", "institution", "partnership",
    "phase", "countries", "departments", "institutions", "partnerships", "home", "status",
    "kind of activity", "kind of agreement", "kind of department", "activities", "agreements",
    "agreements signed",
    "partner", "region", "regions",
)  # fmt: skip

MATCHES = ("exact", "alias", "former", "part", "fuzzy")

CHANGES = (
    "added",
    "promoted",
    "renewed",
    "renamed",
    "merged",
    "joined",
    "left",
    "changed",
    "removed",
)

IMPORTED = ("new", "same", "look")
"""The states of rows that are imported, but for ``changed``."""

IN_REGISTRY = ("match", "candidate", "known")
"""What is found of a name or an institution in a registry, but for ``none``."""

SEVERITIES = ("error", "warning")

VOCABULARY = (
    *STATUSES, *ACTIVITY_KINDS, *FORMATS, *DEPARTMENT_KINDS, *FREQUENCIES, *AGREEMENTS, *COUNTED,
    *RECORDS, *MATCHES, *CHANGES, *IMPORTED, *IN_REGISTRY, *SEVERITIES,
)  # fmt: skip
"""Words of catalogues and of answers that are translated; any other word is shown as it is."""

HEDGES = (
    "about", "almost", "around", "at least", "fewer than", "less than", "more than", "nearly",
    "over", "some", "up to",
)  # fmt: skip
"""What a source may say before a number: ``over 100`` is no exact count in any language."""

PATTERNS = (
    *(f"{hedge} {{number}}" for hedge in HEDGES), "{participants}", "{first}-{last}",
    "{number} times a year",
)  # fmt: skip
"""The texts of counts, which are put together below."""

_COUNT = re.compile(r"(?:([a-z ]+) )?([0-9][0-9,]*)(?:-([0-9]+))?")
_TIMES = re.compile(r"([0-9-]+) times a year")
_PLACE = re.compile(r"\{count(?:\|([^}]*))?\}")


def word(text: str) -> str:
    """Return a word of a catalogue in the language in use, or several with commas between them."""
    said = translated(text)
    if said != text:
        return said
    if times := _TIMES.fullmatch(text):
        return translated("{number} times a year").format(number=_number(times[1]))
    parts = text.split(", ")
    known = [part for part in parts if translated(part) != part]
    # A name with a comma in it is no list of words.
    return translated(", ").join(map(translated, parts)) if known == parts else text


def named(text: str) -> str:
    """Return a text such as ``Department List: Partners`` in words, part by part."""
    head, colon, rest = text.partition(": ")
    return (
        translated("{section}: {name}").format(section=word(head), name=word(rest))
        if colon
        else word(text)
    )


def shown_item(text: str) -> str:
    """Return a word, or a year as people write it."""
    return shown_time(text) if len(text) == 4 and text.isdigit() else word(text)


def people(count: str) -> str:
    """Return a count of people with its hedge: ``over 100``."""
    return _hedged(count, translated("{participants}").replace("participants", "number"))


def figure(count: str, of: str) -> str:
    """Return a count of things with its hedge: ``more than 10 sessions``.

    A translation may have a counter, as ``{count|件}``, which stands with the number.
    """

    def counted(place: re.Match[str]) -> str:
        return _hedged(count, f"{{number}}{place[1] or ''}")

    return _PLACE.sub(counted, translated(f"{{count}} {of}"))


SINGULAR = {
    "activities": "activity",
    "agreements signed": "agreement signed",
    "department–partnership links": "department–partnership link",
    "departments": "department",
    "departments with a partnership": "department with a partnership",
    "partner countries": "partner country",
    "partner institutions": "partner institution",
    "partnerships": "partnership",
}
"""What is said of one of the things that the catalogue and a year are counted in."""


def counted(count: int, of: str) -> str:
    """Return how many of something there are, in the language that the word for it is in."""
    things = SINGULAR.get(of, of) if count == 1 else of
    return translated("{count} {things}").format(count=f"{count:,}", things=things)


def _hedged(count: str, pattern: str) -> str:
    parts = _COUNT.fullmatch(count)
    if parts is None or (parts[1] and parts[1] not in HEDGES):
        return count
    number = pattern.format(number=_number(count[parts.start(2) :]))
    return translated(f"{parts[1]} {{number}}").format(number=number) if parts[1] else number


def _number(text: str) -> str:
    first, dash, last = text.partition("-")
    return translated("{first}-{last}").format(first=first, last=last) if dash else text
