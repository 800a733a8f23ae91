"""Everything that is wrong with a document, each problem with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from .. import model
from ..diagnostics import Finding, Place, Problem
from .rules import SEVERITY, broken_rules
from .shape import shape_problems
from .valid_part import ValidPart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..diagnostics import Path

    Places = Callable[[list[Path]], Iterable[Place]]
    """Returns the places of the values at some paths; called once, if anything is wrong."""


def findings(document: dict[str, Any], places: Places) -> list[Finding]:
    """Return every problem of a document in the order of the places, whatever it was read from."""
    problems = list(_problems(document))
    found = places([problem.path for problem in problems]) if problems else ()
    return in_order(map(finding, found, problems))


def finding(place: Place, problem: Problem) -> Finding:
    """Return a problem at a place, with the severity of its rule."""
    return Finding(place, SEVERITY[problem.rule], problem)


def in_order(found: Iterable[Finding]) -> list[Finding]:
    """Return findings by file, table, line and column; those without one of them come first."""
    # None and a number cannot be compared; pairs of whether there is one, and it, can.
    return sorted(found, key=lambda one: [(part is not None, part) for part in one.place])


def _problems(document: dict[str, Any]) -> Iterator[Problem]:
    try:
        catalogue = msgspec.convert(document, model.Catalogue)
    except msgspec.ValidationError as error:
        wrong = list(shape_problems(document))
        # msgspec refuses it, so that something is reported in any case.
        yield from wrong or [Problem((), "catalogue file", str(error), "type")]
        valid = ValidPart(document)
        yield from filter(None, map(valid.in_document, broken_rules(valid.catalogue)))
    else:
        yield from broken_rules(catalogue)
