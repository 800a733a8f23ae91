"""``agreements``: the dated agreements, and what state each is in on a day."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from .. import edtf
from ..answers import Column, Table, View
from ..errors import UsageError
from ..i18n import translated
from .columns import SqlColumn, columns_of, evidence_of, read, table_columns
from .multi_home import with_home

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..store.store import Store

IN_FORCE, ENDED, RENEWING, UNKNOWN, NOT_YET = (
    "in force",
    "ended",
    "renewing",
    "unknown",
    "not yet signed",
)

_VIEW = (
    View("Partnership", (("{name}",), ("{partnership}",))),
    View("Agreement", (("{kind}",), ("{note}",))),
    View("Signed", (("{signed|unknown}",),)),
    View("Ends", (("{ends|unknown}",),)),
    View("Renews", (("{renews|unknown}",),)),
    View("State", (("{state}",),)),
)

_STATES = f"""
SELECT p.id AS partnership, a.kind, a.signed, a.ends, a.renews, p.name, a.note,
  p.pk, p.catalogue, a.pk AS agreement, last_day(a.ends) AS last,
  CASE
    WHEN first_day(a.signed) > :on THEN '{NOT_YET}'
    WHEN a.ends IS NULL THEN '{UNKNOWN}'
    WHEN last_day(a.ends) >= :on THEN '{IN_FORCE}'
    WHEN a.renews = 'automatic' THEN '{RENEWING}'
    WHEN a.renews = 'by review' THEN '{UNKNOWN}'
    ELSE '{ENDED}' END AS state
FROM agreement a JOIN partnership p ON p.pk = a.partnership
"""  # noqa: S608
"""Each agreement with its state on the day ``:on``."""

_FIELDS = (
    *table_columns(
        "s",
        Column("partnership"),
        Column("kind", means="word"),
        Column("signed", means="time"),
        Column("ends", means="time"),
        Column("renews", means="word"),
        Column("state", means="word"),
        Column("name", heading="Partnership name"),
        Column("note"),
    ),
    SqlColumn(Column("evidence", "list"), evidence_of("agreement", "s.agreement")),
)

_AGREEMENTS = f"""
SELECT {{fields}} FROM ({_STATES}) AS s
WHERE (:states IS NULL OR state IN (SELECT value FROM json_each(:states)))
  AND (:by IS NULL OR last BETWEEN :on AND :by)
ORDER BY last IS NULL, last, pk, agreement
"""  # noqa: S608

_COUNTS = f"SELECT state, count(*) FROM ({_STATES}) GROUP BY state ORDER BY state"  # noqa: S608


class Day(NamedTuple):
    """The day that a question is about, and the last day of the time ahead, if it asks for one."""

    on: str
    by: str | None = None


_AHEAD = re.compile(r"(\d{1,4})([dwmy])")


def day(on: str | None = None, expiring: str | None = None) -> Day:
    """Return the day ``on`` or today, and the end of a length of time such as ``12m`` from then.

    Raises UsageError for what is no time.
    """
    try:
        start = edtf.bounds(on)[0] if on is not None else date.today().isoformat()
    except ValueError as error:
        from ..dates import option_hint

        raise UsageError(f"--on: {error}", option_hint(str(on))) from error
    if expiring is None:
        return Day(start)
    match = _AHEAD.fullmatch(expiring.strip().lower())
    if match is None:
        raise UsageError(
            translated("--expiring: {value} is not a period").format(value=f"'{expiring}'"),
            translated("Use 90d, 8w, 12m or 2y."),
        )
    try:
        return Day(start, _later(date.fromisoformat(start), int(match[1]), match[2]).isoformat())
    except (ValueError, OverflowError) as error:
        raise UsageError(
            translated("--expiring: {expiring} ends after the year 9999", expiring=expiring),
            translated("Use a shorter period, such as 2y."),
        ) from error


def agreements(store: Store, asked: Day, *, only_then: bool = False) -> Table:
    """Return the agreements with their states; with ``asked.by``, only those that end by then.

    ``only_then`` keeps those that may be in force on the day. A footnote counts what is left out.
    An end that the source does not give is unknown: neither in force nor ended.
    """
    # SQL has no EDTF: "2026" ends on 31 December.
    for name, place in (("first_day", 0), ("last_day", 1)):
        store.define(name, 1, _bound(place))
    states = [IN_FORCE, RENEWING, UNKNOWN] if only_then else None
    fields, view = with_home(store, _FIELDS, _VIEW, "s")
    columns = columns_of(fields)
    bound = {"on": asked.on, "by": asked.by, "states": states}
    rows = list(read(store, fields, _AGREEMENTS, bound))
    state = [column.key for column in columns].index("state")
    then, ahead = translated("Agreements on {on}"), translated("Agreements that end by {by}")
    return Table(
        columns,
        rows,
        title=(ahead if asked.by else then).format(on=asked.on, by=asked.by),
        view=view,
        footnotes=_left_out(store, asked, Counter(row[state] for row in rows)),
    )


def _said(state: str) -> str:
    """Return a state as it is said of agreements that are not listed."""
    said = {
        UNKNOWN: translated("whose end is not known"),
        NOT_YET: translated("not yet signed"),
        ENDED: translated("already ended"),
    }
    return said.get(state, translated(state))


def _left_out(store: Store, asked: Day, listed: Counter[str]) -> tuple[str, ...]:
    hidden = [
        (count - listed[name], name)
        for name, count in store.rows(_COUNTS, {"on": asked.on})
        if count > listed[name]
    ]
    if not hidden:
        return ()
    total = sum(count for count, _ in hidden)
    which = _said(hidden[0][1])
    if len(hidden) > 1:
        each = translated("{count} {state}")
        counted = (each.format(count=count, state=_said(name)) for count, name in hidden)
        which = f"({translated(', ').join(counted)})"
    one = translated("Not listed: {count} agreement {which}; {command} lists them all.")
    several = translated("Not listed: {count} agreements {which}; {command} lists them all.")
    pattern = one if total == 1 else several
    return (pattern.format(count=total, which=which, command="'utpartners agreements'"),)


def _bound(place: int) -> Callable[[str | None], str | None]:
    def bound(when: str | None) -> str | None:
        try:
            return None if when is None else edtf.bounds(when)[place]
        except ValueError:
            # Nothing has checked a database, which may come from anyone: what is no time is no end.
            return None

    return bound


def _later(start: date, number: int, unit: str) -> date:
    from calendar import monthrange
    from datetime import timedelta

    if unit in "dw":
        return start + timedelta(days=number * (7 if unit == "w" else 1))
    months = start.month - 1 + number * (12 if unit == "y" else 1)
    year, month = start.year + months // 12, months % 12 + 1
    # A month after 31 January is the last day of February.
    return date(year, month, min(start.day, monthrange(year, month)[1]))
