"""The registry of rules, in the order of the documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from ..diagnostics import limited
from . import external, identity, letters, references, register, shape, times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..diagnostics import Problem, Severity
    from ..model import Catalogue

Scope = Literal["record", "status", "catalogue"]
"""What a rule has to see at once: each record by itself, a partnership with the catalogue's
statuses, or the whole catalogue."""


class Rule(NamedTuple):
    """One thing that a catalogue has to fulfil; the docstring of its check is its documentation."""

    name: str
    severity: Severity
    check: Callable[..., Any]
    """Takes a catalogue and gives its problems."""
    scope: Scope = "record"
    """A rule of scope ``record`` gives the same problems for a part of the records at a time."""
    is_consistency: bool = False
    """Whether records that break it contradict each other, so that no catalogue of them is read."""


READING = (
    Rule("syntax", "error", shape.unreadable, "catalogue"),
    Rule("unknown-key", "error", shape.unknown_key),
    Rule("not-read", "warning", shape.not_read),
    Rule("missing-key", "error", shape.missing_key),
    Rule("type", "error", shape.wrong_type),
)
"""What a file must fulfil for its records to be read; a check makes the problem that it names."""

RULES = (
    Rule("duplicate-id", "error", identity.duplicate_ids, "catalogue", is_consistency=True),
    Rule("duplicate-link", "error", identity.duplicate_links, is_consistency=True),
    Rule(
        "dangling-reference", "error", references.dangling_references, "catalogue",
        is_consistency=True,
    ),
    Rule("time", "error", times.impossible_times, is_consistency=True),
    Rule("reversed-agreement", "error", times.reversed_agreements),
    Rule("reversed-time", "error", times.reversed_times),
    Rule("unknown-status", "error", register.unknown_statuses, "status"),
    Rule("public", "error", register.public_fields),
    Rule("country-code", "error", external.country_codes),
    Rule("user-assigned-country", "warning", external.user_assigned_countries),
    Rule("coordinates", "error", external.coordinates),
    Rule("url", "error", external.web_addresses),
    Rule("ror", "error", external.ror_ids),
    Rule("empty-name", "error", identity.empty_names),
    Rule("names-alike", "warning", identity.names_alike, "catalogue"),
    Rule("outer-blanks", "warning", identity.outer_blanks),
    Rule("invisible-character", "warning", letters.invisible_characters),
    Rule("unusual-id", "warning", letters.unusual_ids),
    Rule("long-name", "warning", letters.long_names),
    Rule("letter-case", "warning", identity.letter_case, "catalogue"),
    Rule("unused-department", "warning", references.unused_departments, "catalogue"),
    Rule("unused-institution", "warning", references.unused_institutions, "catalogue"),
    Rule("without-activity", "warning", references.without_activity),
    Rule("ended-with-agreement", "warning", register.ended_with_agreement, "catalogue"),
    Rule("lapsed-agreement", "warning", register.lapsed_agreements, "catalogue"),
    Rule("repeated-agreement", "warning", register.repeated_agreements),
    Rule("replaced-agreement", "warning", register.replaced_agreements, "catalogue"),
    Rule("late-start", "warning", times.late_starts),
    Rule("person-left", "warning", register.people_who_left, "catalogue"),
    Rule("department-ended", "warning", register.departments_that_ended, "catalogue"),
    Rule("calendar-without-year", "warning", times.calendars_without_year),
    Rule("outside-phase", "warning", times.outside_phase, "catalogue"),
)  # fmt: skip
"""What the records that were read must fulfil."""

COUNTED = ("without-activity", "unused-department", "unused-institution")
"""Rules that may hold for most records of a table, which is then told once, with their number."""

SEVERITY: dict[str, Severity] = {rule.name: rule.severity for rule in (*READING, *RULES)}


def broken_rules(catalogue: Catalogue) -> Iterator[Problem]:
    """Give every problem of the records of a catalogue, rule by rule."""
    for rule in RULES:
        found = rule.check(catalogue)
        yield from found if rule.name in COUNTED else limited(found)


def consistency_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Give every way in which the records of a catalogue contradict each other."""
    for rule in RULES:
        if rule.is_consistency:
            yield from limited(rule.check(catalogue))


def errors(catalogue: Catalogue) -> Iterator[Problem]:
    """Give every problem of the records of a catalogue that is an error."""
    for rule in RULES:
        if rule.severity == "error":
            yield from rule.check(catalogue)
