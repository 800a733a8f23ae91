"""What a person typed -> the one record meant, or the candidates.

The order of looking: an id or code exactly, any other name exactly, then the start of words of a
name. A step that finds one record answers; one that finds several asks back; none is skipped.
"""

from .finding import exact, find, part
from .labels import Label, labels, quoted
from .match import LONGEST_NAME, Match
from .resolving import resolve, sequence
from .unclear import ambiguous, not_found, without_partnership

__all__ = [
    "LONGEST_NAME",
    "Label",
    "Match",
    "ambiguous",
    "exact",
    "find",
    "labels",
    "not_found",
    "part",
    "quoted",
    "resolve",
    "sequence",
    "without_partnership",
]
