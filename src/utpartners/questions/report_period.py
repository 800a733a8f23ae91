"""The year that a report is about, and what of the catalogue is in no year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .. import agreement_state, edtf
from ..errors import UsageError
from ..i18n import translated
from ..time_words import shown_time
from .days import define_days
from .ended import define_today
from .multi_home import catalogue_time

if TYPE_CHECKING:
    from ..store.store import Store
    from .selection import Selection

# Each is read by an index or is small; a report reads all activities of its year anyway.
_LATEST = """
SELECT max(day) FROM (
  SELECT max(first_day) AS day FROM activity
    WHERE NOT planned AND "when" IS NOT NULL AND first_day <= :today
  UNION ALL SELECT max(first_day(signed)) FROM agreement WHERE first_day(signed) <= :today
  UNION ALL SELECT max(first_day(since)) FROM partnership WHERE first_day(since) <= :today)
"""

_UNDATED = """
SELECT count(*) FROM activity a JOIN partnership p ON p.pk = a.partnership
WHERE a."when" IS NULL AND NOT a.planned AND {where}
"""


class Period(NamedTuple):
    """A year from its first to its last day, the next one after it, and the day that it is seen."""

    year: int
    is_academic: bool
    first: str
    last: str
    soon: str
    """The last day of the year after it."""
    day: str
    """The day on which agreements are in a state: the last of the year, or today before that."""
    is_latest: bool

    @property
    def bound(self) -> dict[str, Any]:
        """The values that the statements of a report bind."""
        return {
            "first": self.first, "last": self.last, "soon": self.soon, "is_latest": self.is_latest,
        }  # fmt: skip

    @property
    def named(self) -> str:
        """The year as people write it."""
        return shown_time(f"{self.year:04}", "academic" if self.is_academic else None)

    def title(self, selection: str) -> str:
        """Return the title of the report."""
        if selection:
            said = translated("Report for {year}: {selection}")
            return said.format(year=self.named, selection=selection)
        return translated("Report for {year}").format(year=self.named)


def period_of(store: Store, year: int | None, *, is_academic: bool) -> Period:
    """Return a year, or the latest in which something began. Raises UsageError for what is none."""
    define_days(store)
    define_today(store)
    today = agreement_state.today()
    calendar = "academic" if is_academic else None
    (latest,) = store.one(_LATEST, {"today": today}) or (None,)
    newest = _year_of(latest or today, is_academic)
    if year is None:
        year = newest
    if not 1 <= year <= 9998:
        raise UsageError(
            translated("--year: {value} is not a year", value=year),
            translated("Use a year such as {year}.", year=newest),
        )
    first, last = edtf.bounds(f"{year:04}", calendar)
    soon = edtf.bounds(f"{year + 1:04}", calendar)[1]
    day = min(max(first, today), last)
    return Period(year, is_academic, first, last, soon, day, year >= newest)


def _year_of(day: str, is_academic: bool) -> int:
    year, month = int(day[:4]), int(day[5:7])
    return year - 1 if is_academic and month < edtf.ACADEMIC_YEAR_STARTS else year


def outside(store: Store, period: Period, selection: Selection) -> tuple[str, ...]:
    """Return the footnotes on what a report cannot have: what is not dated, and what came later."""
    sql = _UNDATED.format(where=selection.condition)
    (count,) = store.one(sql, selection.values) or (0,)
    one = translated("{count} activity has no year of its own and is not in this report.")
    several = translated("{count} activities have no year of their own and are not in this report.")
    notes = [(one if count == 1 else several).format(count=f"{count:,}")] if count else []
    when = catalogue_time(store)
    if when and _last_day(when) < period.last:
        said = translated("What happened after {time} may not be in the catalogue.")
        notes.append(said.format(time=shown_time(when.rpartition("/")[2])))
    return tuple(notes)


def _last_day(when: str) -> str:
    try:
        return edtf.bounds(when)[1]
    except ValueError:  # nothing has checked a database, which may come from anyone
        return edtf.LATEST
