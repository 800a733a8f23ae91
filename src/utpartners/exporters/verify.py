"""Whether the records of a database may be written as a catalogue: they may be from anyone.

What was read from any other form has been checked.
"""

from __future__ import annotations

import msgspec

from .. import model
from ..checks import consistency_problems
from ..errors import CatalogueError

MOST_PROBLEMS = 10
"""How many problems one error names."""


def require_valid(catalogue: model.Catalogue, origin: str) -> None:
    """Raise CatalogueError where records have a wrong shape or do not fit together."""
    try:
        msgspec.convert(msgspec.to_builtins(catalogue), model.Catalogue)
    except msgspec.ValidationError as error:
        raise CatalogueError(f"{origin}: {error}", "Nothing was written.") from error
    problems = [f"{origin}: {problem.message}" for problem in consistency_problems(catalogue)]
    if problems:
        raise CatalogueError("\n".join(problems[:MOST_PROBLEMS]), "Nothing was written.")
