"""What a person typed -> the one record meant, or the candidates.

The order of looking: an id or code exactly, any other name exactly, then the start of words of a
name. A step that finds one record answers; one that finds several asks back; none is skipped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .finding import exact as exact
    from .finding import find as find
    from .finding import part as part
    from .label import Label as Label
    from .label import labels as labels
    from .label import quoted as quoted
    from .match import LONGEST_NAME as LONGEST_NAME
    from .match import Match as Match
    from .resolving import resolve as resolve
    from .resolving import sequence as sequence
    from .unclear import ambiguous as ambiguous
    from .unclear import not_found as not_found
    from .unclear import without_partnership as without_partnership

_PLACES = {
    "exact": "finding",
    "find": "finding",
    "part": "finding",
    "Label": "label",
    "labels": "label",
    "quoted": "label",
    "LONGEST_NAME": "match",
    "Match": "match",
    "resolve": "resolving",
    "sequence": "resolving",
    "ambiguous": "unclear",
    "not_found": "unclear",
    "without_partnership": "unclear",
}


def __getattr__(name: str) -> Any:
    """Import a name when it is first used: most starts need to find, and no more."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)
