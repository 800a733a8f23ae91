"""``stats --agreements``: how many agreements there are of each kind, state, country and year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..answers import Brief, Table
from .agreement_counts import Span, counts
from .record_names import counted_names
from .selection import EVERYTHING
from .stats import BRIEF, COLUMNS, VIEW, in_groups

if TYPE_CHECKING:
    from ..store.store import Store
    from .agreement_days import AskedDays
    from .selection import Selection

_PLACES = "student places in force"

_GROUPS = (
    "by state", "by kind", "by region", "by country", "by department", "by year of signature",
    _PLACES,
)  # fmt: skip


def agreement_stats(store: Store, asked: AskedDays, selection: Selection = EVERYTHING) -> Table:
    """Return counts of the agreements of a selection, with their states on a day."""
    found = counts(store, [Span(asked.on)], asked.states, selection, _GROUPS)
    rows = [
        (group, item, count, "places a year" if group == _PLACES else "agreements")
        for group, items in found.items()
        for item, (count,) in items.items()
    ]
    return Table(
        COLUMNS,
        rows,
        title=asked.title_on_day(selection.title(store)),
        view=VIEW,
        section="group",
        names=counted_names(store),
        brief=Brief(BRIEF, section=in_groups),
    )
