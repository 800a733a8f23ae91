"""Everything that is wrong with a file, each with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from .. import model
from .positions import Positions
from .problem import Problem
from .rules import SEVERITY, broken_rules
from .salvage import Salvage
from .shape import shape_problems
from .syntax import not_toml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .rules import Severity


class Finding(NamedTuple):
    """A problem with its place in the file, from 1."""

    line: int
    column: int
    severity: Severity
    problem: Problem


def findings(text: str, document: dict[str, Any]) -> list[Finding]:
    """Every problem of a file that is TOML, in the order of its lines."""
    problems = list(_problems(document))
    positions = Positions(text) if problems else None
    found = [
        Finding(*positions.place(problem.path), SEVERITY[problem.rule], problem)
        for problem in problems
        if positions is not None
    ]
    return sorted(found, key=lambda finding: (finding.line, finding.column))


def misread(error: BaseException | None, text: str) -> list[Finding]:
    """The one problem of a file that is no TOML, from the error that its reading raised."""
    line, column, problem = not_toml(error, text)
    return [Finding(line, column, SEVERITY[problem.rule], problem)]


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
