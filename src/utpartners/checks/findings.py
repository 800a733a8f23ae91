"""Everything that is wrong with a catalogue, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from .. import model
from ..diagnostics import Finding, Place, Problem
from .rules import SEVERITY, broken_rules
from .shape import shape_problems
from .valid_part import Salvage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..diagnostics import Path

    Placed = Callable[[list[Path]], Iterable[Place]]
    """Gives the places of values; called once, and only where something is wrong."""


def findings(document: dict[str, Any], placed: Placed) -> list[Finding]:
    """Every problem of a document, whatever it was read from, in the order of the places."""
    problems = list(_problems(document))
    places = placed([problem.path for problem in problems]) if problems else ()
    return in_order(map(finding, places, problems))


def finding(place: Place, problem: Problem) -> Finding:
    """A problem at a place, as grave as its rule says."""
    return Finding(place, SEVERITY[problem.rule], problem)


def in_order(found: Iterable[Finding]) -> list[Finding]:
    """Findings by file, table, line and column."""
    return sorted(found, key=lambda one: [(part is not None, part) for part in one.place])


def _problems(document: dict[str, Any]) -> Iterator[Problem]:
    try:
        catalogue = msgspec.convert(document, model.Catalogue)
    except msgspec.ValidationError as error:
        wrong = list(shape_problems(document))
        yield from wrong or [Problem((), "catalogue file", str(error), "type")]
        salvage = Salvage(document)
        yield from filter(None, map(salvage.told, broken_rules(salvage.catalogue)))
    else:
        yield from broken_rules(catalogue)
