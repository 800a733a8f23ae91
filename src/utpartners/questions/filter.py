"""What a filter declares: its condition for SQL, how its values are read, and how it is said."""

# No "from __future__ import annotations": as in filters.py, which is read at every start.

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

Value = Literal[
    "status",
    "country",
    "region",
    "department",
    "partner",
    "home",
    "kind",
    "agreement kind",
    "department kind",
    "person",
    "since",
    "until",
    "flag",
]
"""What is typed for a filter: a word or name of that kind, the bound of a span, nothing."""

Subject = Literal["partnerships", "activities", "agreements", "departments", "people"]
"""What a question lists, and so what its filters are about."""

ALL: tuple[Subject, ...] = ("partnerships", "activities", "agreements", "departments", "people")

NOTHING_ELSE: Mapping[Any, Any] = {}


class Filter(NamedTuple):
    """What there is to say of a filter besides its name and the type of its keyword."""

    help: str
    """What the option is for, as its help says it; ``{what}`` stands for the subject."""
    sql: str
    """The condition on a partnership ``p``, or on what ``record`` names; values are bound as
    ``:name``. Empty where the filter only says what is not to be left out."""
    phrase: str = "{what}"
    """How a title says it: ``{what}`` is selected, ``{values}`` are what was given."""
    metavar: str | None = None
    """What stands for a value in the help; None for a flag."""
    value: Value = "flag"
    """How a value is read, and what completes it."""
    replaces: str = ""
    """Name of a filter whose condition this one replaces; alone, it then has no effect."""
    record: Literal["p", "a", "d", "h"] = "p"
    """Whether the condition is on a partnership, an activity or agreement, a department, or a
    person."""
    subjects: tuple[Subject, ...] = ALL
    """What has this filter."""
    of: Mapping[Subject, Any] = NOTHING_ELSE
    """The fields above that differ where something else than partnerships is listed."""
    type: Any = None
    """The type of the keyword."""

    @property
    def is_repeatable(self) -> bool:
        """Whether it takes several values."""
        return self.value not in ("since", "until", "flag")
