"""Everything that is wrong with a document, each problem with its place."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import msgspec

from .. import model
from ..diagnostics import Finding, Place, Problem, catalogue_file
from ..i18n import translated
from .rules import COUNTED, SEVERITY, broken_rules
from .shape import shape_problems
from .valid_part import ValidPart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..diagnostics import Path

    Places = Callable[[list[Path]], Iterable[Place]]
    """Returns the places of the values at some paths; called once, if anything is wrong."""


def findings(document: dict[str, Any], places: Places) -> list[Finding]:
    """Return every problem of a document in the order of the places, whatever it was read from."""
    problems = list(_summed(list(_problems(document)), document))
    found = places([problem.path for problem in problems]) if problems else ()
    return in_order(map(finding, found, problems))


def finding(place: Place, problem: Problem) -> Finding:
    """Return a problem at a place, with the severity of its rule."""
    return Finding(place, SEVERITY[problem.rule], problem)


def in_order(found: Iterable[Finding]) -> list[Finding]:
    """Return findings by file, table, line and column; those without one of them come first."""
    # None and a number cannot be compared; pairs of whether there is one, and it, can.
    return sorted(found, key=lambda one: [(part is not None, part) for part in one.place])


MOST_LACKING = 10
"""Records up to which each is named that lacks the same."""


def _summed(problems: list[Problem], document: dict[str, Any]) -> Iterator[Problem]:
    """Give the problems, with one in place of those that hold for most records of a table."""
    counts = Counter(problem.rule for problem in problems)
    told: set[str] = set()
    for problem in problems:
        rule, table = problem.rule, str(next(iter(problem.path), ""))
        of_all = len(document.get(table, ())) if rule in COUNTED else 0
        if rule not in COUNTED or not MOST_LACKING < counts[rule] > of_all / 2:
            yield problem
        elif rule not in told:
            told.add(rule)
            what = _of_most(rule, counts[rule], of_all)
            yield Problem((table,), catalogue_file(), what, rule)


def _of_most(rule: str, count: int, of: int) -> str:
    """Return what is said of all records of a table of which most lack the same."""
    if rule == "without-activity":
        said = translated("{count} of {of} partnerships: no activities are recorded")
    elif rule == "unused-department":
        said = translated("{count} of {of} departments: not involved in any partnership")
    else:
        said = translated("{count} of {of} institutions: not a member of any partnership")
    return said.format(count=count, of=of)


def _problems(document: dict[str, Any]) -> Iterator[Problem]:
    try:
        catalogue = msgspec.convert(document, model.Catalogue)
    except msgspec.ValidationError as error:
        wrong = list(shape_problems(document))
        # msgspec refuses it, so that something is reported in any case.
        yield from wrong or [Problem((), catalogue_file(), str(error), "type")]
        valid = ValidPart(document)
        yield from filter(None, map(valid.in_document, broken_rules(valid.catalogue)))
    else:
        yield from broken_rules(catalogue)
