"""The rules, in the order of the documentation, each with how grave it is to break it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from . import addresses, duplicates, naming, references, shape, times, unused, world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..diagnostics import Problem, Severity
    from ..model import Catalogue


class Rule(NamedTuple):
    """One thing that is asked of a catalogue. What it asks is said by its check's docstring."""

    name: str
    severity: Severity
    check: Callable[..., Any]


READING = (
    Rule("syntax", "error", shape.unreadable),
    Rule("unknown-key", "error", shape.unknown_key),
    Rule("missing-key", "error", shape.missing_key),
    Rule("type", "error", shape.wrong_type),
)
"""What a file must be for its records to be read."""

RULES = (
    Rule("duplicate-id", "error", duplicates.duplicate_ids),
    Rule("duplicate-link", "error", duplicates.duplicate_links),
    Rule("dangling-reference", "error", references.dangling_references),
    Rule("time", "error", times.impossible_times),
    Rule("reversed-agreement", "error", times.reversed_agreements),
    Rule("country-code", "error", world.country_codes),
    Rule("coordinates", "error", world.coordinates),
    Rule("url", "error", addresses.addresses),
    Rule("ror", "error", addresses.ror_ids),
    Rule("empty-name", "error", naming.empty_names),
    Rule("names-alike", "warning", naming.names_alike),
    Rule("unused-department", "warning", unused.unused_departments),
    Rule("unused-institution", "warning", unused.unused_institutions),
    Rule("without-activity", "warning", unused.without_activity),
    Rule("calendar-without-year", "warning", times.calendars_without_year),
    Rule("outside-phase", "warning", times.outside_phase),
)
"""What is asked of the records: each check takes a catalogue and gives its problems."""

SEVERITY: dict[str, Severity] = {rule.name: rule.severity for rule in (*READING, *RULES)}


def broken_rules(catalogue: Catalogue) -> Iterator[Problem]:
    """Every problem of the records of a catalogue."""
    for rule in RULES:
        yield from rule.check(catalogue)
