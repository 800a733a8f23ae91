"""Find the one record that a person means by what they typed, or the candidates.

Looked for in this order: an id or code, any other name, then the starts of words of a name. The
first step that finds one record answers, one that finds several asks back, and none is skipped.
This room knows the store. :mod:`.find` looks names up, :mod:`.resolve` says what was meant or
raises, and :mod:`.nearest` suggests names for what is none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .find import LONGEST_NAME as LONGEST_NAME
    from .find import Match as Match
    from .find import exact as exact
    from .find import matches as matches
    from .find import part as part
    from .resolve import MOST_WORDS as MOST_WORDS
    from .resolve import Label as Label
    from .resolve import ambiguous as ambiguous
    from .resolve import elsewhere as elsewhere
    from .resolve import labels as labels
    from .resolve import not_found as not_found
    from .resolve import quoted as quoted
    from .resolve import resolve_one as resolve_one
    from .resolve import resolve_sequence as resolve_sequence
    from .resolve import tell_former as tell_former
    from .resolve import tell_part as tell_part
    from .resolve import there_is_no as there_is_no
    from .resolve import without_partnership as without_partnership

_FILES = {
    "LONGEST_NAME": "find",
    "Match": "find",
    "exact": "find",
    "matches": "find",
    "part": "find",
    "MOST_WORDS": "resolve",
    "Label": "resolve",
    "ambiguous": "resolve",
    "elsewhere": "resolve",
    "labels": "resolve",
    "not_found": "resolve",
    "quoted": "resolve",
    "resolve_one": "resolve",
    "resolve_sequence": "resolve",
    "tell_former": "resolve",
    "tell_part": "resolve",
    "there_is_no": "resolve",
    "without_partnership": "resolve",
}


def __getattr__(name: str) -> Any:
    """Import a name when it is first used: most starts need to find, and no more."""
    if name not in _FILES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_FILES[name]}"), name)
