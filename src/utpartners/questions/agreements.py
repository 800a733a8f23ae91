"""``agreements``: the agreements, and what state each is in on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import agreement_state, edtf
from ..agreement_state import ENDED, EXPIRING, IN_FORCE, NOT_YET, REPLACED, UNKNOWN
from ..answers import WIDEST, Brief, Column, Reminders, Table, View
from ..i18n import translated
from ..time_words import short_time
from .agreement import (
    AGREEMENT,
    DETAILS,
    IS_REPLACED,
    NOTES,
    STATE,
    STATE_OF_IT,
    called,
    clock,
    state_said,
)
from .columns import SqlColumn, columns_of, read
from .days import define_days
from .heading import step
from .multi_home import with_home
from .record_names import namers
from .selection import EVERYTHING

if TYPE_CHECKING:
    from ..answers import Facts
    from ..store.store import Store
    from .agreement_days import AskedDays
    from .selection import Selection

_VIEW = (
    View("Partner", (("{name}",),)),
    View("Agreement", (("{kind}",), ("{title}",), ("{note}",))),
    View("Departments", (("{departments}",),)),
    View("Signed", (("{signed}",),)),
    View("Ends", (("{ends}",),)),
    View("Days left", (("{days_left}",),), "right"),
    View("State", (("{state}",),)),
    View("Document", (("{document}",),)),
)

_BRIEF = (
    View("", (("{name}",),)),
    View("Agreement", (("{called}",),), is_shared=True),
    View("Departments", (("{departments}",),), is_elided=True, widths=(100, WIDEST)),
    View("Signed", (("{signed_on}",),), unit="signed {value}"),
    View("Ends", (("{end}",),), unit="ends {value}"),
    View("Renewal", (("{renews}",),), widths=(100, WIDEST)),
    View(
        "Days left",
        (("{days_left}",),),
        "right",
        unit="{value} days left",
        unit_of_one="{value} day left",
    ),
    View("Document", (("{document}",),), widths=(140, WIDEST)),
)

ORDER = (EXPIRING, IN_FORCE, NOT_YET, UNKNOWN, ENDED, REPLACED)
"""The states as people see them: what has to be seen to first."""

FIELDS = (
    SqlColumn(Column("partnership", is_id=True, heading="Partnership id"), "p.id"),
    *AGREEMENT,
    STATE_OF_IT,
    SqlColumn(Column("name", heading="Partnership"), "p.name"),
    *(field for field in NOTES if field.column.key != "source"),
    *DETAILS,
)

_FROM = "FROM agreement a JOIN partnership p ON p.pk = a.partnership"

_AGREEMENTS = f"SELECT {{fields}} {_FROM} WHERE {{where}} ORDER BY {{order}}"

_NUMBER = f"SELECT count(*) FROM (SELECT 1 {_FROM} WHERE {{where}} LIMIT :most + 1)"  # noqa: S608

MOST_COUNTED = 10_000
"""Agreements up to which it is said how many there are; to count a million would take seconds."""

_COUNTS = f"SELECT {STATE} AS state, count(*) {_FROM} WHERE {{where}} GROUP BY 1"

CONDITIONS = {
    "expiring": f"a.end_day BETWEEN :on AND :by AND NOT {IS_REPLACED}",
    "lapsed": f"a.end_day >= :after AND a.end_day < :on AND NOT {IS_REPLACED}",
    "ends": "a.end_day BETWEEN :ends_first AND :ends_last",
    # An index finds these by the year that the text begins with, and the intervals by themselves.
    "signed": """a.pk IN (
        SELECT pk FROM main.agreement
        WHERE signed BETWEEN substr(:signed_first, 1, 4) AND substr(:signed_last, 1, 4) || '~'
        UNION ALL SELECT pk FROM main.agreement
        WHERE instr(signed, '/') AND signed <= substr(:signed_last, 1, 4) || '~')
      AND last_day(a.signed) >= :signed_first AND first_day(a.signed) <= :signed_last""",
    "state": f"{STATE} IN (SELECT value FROM json_each(:states))",  # noqa: S608
}
"""What an agreement has to fulfil for each of the options that are given."""

_BY_END = ("expiring", "lapsed", "ends")
"""The options that leave out what has no known end."""


def agreements(
    store: Store, asked: AskedDays, selection: Selection = EVERYTHING, most: int | None = None
) -> Table:
    """Return the agreements of a selection with their states, by their ends: ``most``, or all.

    Footnotes count what is left out although it may be in force, and what is not known.
    """
    define_days(store)
    bound = {**selection.values, **clock(store, asked.on), **asked.values}
    conditions = [selection.condition, *(CONDITIONS[name] for name in asked.options)]
    state_ends = _state_ends(asked, bound["soon"])
    if state_ends:
        # An index finds these by their ends, before the state of each is computed.
        conditions.append("a.end_day BETWEEN :states_first AND :states_last")
        bound |= state_ends
    has_end = bool(state_ends) or any(name in _BY_END for name in asked.options)
    fields, view = with_home(store, FIELDS, _VIEW)
    _, brief = with_home(store, FIELDS, _BRIEF)
    where = " AND ".join(conditions)
    rows = read(
        store,
        fields,
        _AGREEMENTS,
        bound,
        most,
        where=where,
        # An index gives them in either order; agreement_end has those without an end first.
        order="a.end_day, a.pk" if has_end else "a.end_day IS NULL, a.end_day, a.pk",
    )
    return Table(
        columns_of(fields),
        rows,
        title=asked.title(selection.title(store)),
        view=view,
        shape=Reminders(store.homes[0], asked.on),
        footnotes=_left_out(store, asked, selection, bound),
        brief=Brief(brief, _facts, state_said),
        names={**namers(store, departments="department"), "state": state_said},
        counted=lambda: _counted(store, where, bound),
        order=lambda: [state_said({"state": state}) for state in ORDER],
        next_steps=lambda row: _steps(row, asked),
    )


def _state_ends(asked: AskedDays, soon: str) -> dict[str, str]:
    """Return between which days those end that are in the states asked for; none if not known."""
    if not asked.states or not {EXPIRING, IN_FORCE, ENDED}.issuperset(asked.states):
        return {}
    first = "" if ENDED in asked.states else asked.on
    last = edtf.LATEST if IN_FORCE in asked.states else soon
    return {"states_first": first, "states_last": last}


def _facts(row: Facts) -> Facts:
    """Return what people see of an agreement besides its columns."""
    end = row["ended"] or row["ends"]
    open_term = translated("open term") if row["term"] == "open" else ""
    return {
        "called": called(row),
        "signed_on": short_time(row["signed"]) if row["signed"] else "",
        "end": short_time(end) if end else open_term,
    }


def _number(store: Store, where: str, bound: dict[str, object]) -> tuple[int, str]:
    """Return how many agreements there are, and the same in words."""
    sql = _NUMBER.format(where=where)
    (count,) = store.one(sql, {**bound, "most": MOST_COUNTED}) or (0,)
    if count > MOST_COUNTED:
        return count, translated("more than {number}").format(number=f"{MOST_COUNTED:,}")
    return count, f"{count:,}"


def _counted(store: Store, where: str, bound: dict[str, object]) -> str:
    count, said = _number(store, where, bound)
    one, several = translated("{count} agreement"), translated("{count} agreements")
    return (one if count == 1 else several).format(count=said)


def _steps(row: Facts, asked: AskedDays) -> list[str]:
    if not row:
        return ["agreements"]
    home = f"{row['home']}/" if "home" in row else ""
    shown = step("show", f"{home}{row['partnership']}")
    if "expiring" in asked.options:
        return [shown, "agreements --lapsed 12m", "agreements -o reminders.ics"]
    return [shown, "agreements --expiring 12m"]


def _left_out(
    store: Store, asked: AskedDays, selection: Selection, bound: dict[str, object]
) -> tuple[str, ...]:
    """Return the footnotes on the agreements that are not listed, or of which little is known."""
    others = [CONDITIONS[name] for name in asked.options if name not in (*_BY_END, "state")]
    where = " AND ".join([selection.condition, *others])
    if asked.hides:
        counts: dict[str, int] = dict(store.rows(_COUNTS.format(where=where), bound))
        return _not_listed({name: counts[name] for name in asked.hides if name in counts})
    # Only these can be unknown, and an index finds them.
    unknown = f"a.end_day IS NULL AND {STATE} = '{UNKNOWN}' AND {where}"
    count, said = _number(store, unknown, bound)
    if not count or ("state" in asked.options and UNKNOWN not in asked.states):
        return ()
    if any(name in _BY_END for name in asked.options):
        return _not_listed({UNKNOWN: count}, said)
    unknown_end = translated("Agreements without a recorded end, open term or renewal: {count}.")
    return (unknown_end.format(count=said),)


def _said(state: str) -> str:
    """Return a state as it is said of agreements that are not listed."""
    said = {
        UNKNOWN: translated("whose end is not known"),
        agreement_state.NOT_YET: translated("not yet in force"),
        agreement_state.ENDED: translated("already ended"),
        agreement_state.REPLACED: translated("replaced by another"),
    }
    return said.get(state, translated(state))


def _not_listed(counts: dict[str, int], said: str = "") -> tuple[str, ...]:
    """Return the footnote on the agreements in some states, which are not listed.

    ``said`` is their number in words, if it is not that of the counts.
    """
    if not counts:
        return ()
    total = sum(counts.values())
    which = _said(next(iter(counts)))
    if len(counts) > 1:
        each = translated("{count} {state}")
        parts = (each.format(count=count, state=_said(name)) for name, count in counts.items())
        which = f"({translated(', ').join(parts)})"
    one = translated("Not listed: {count} agreement {which}; {command} lists them all.")
    several = translated("Not listed: {count} agreements {which}; {command} lists them all.")
    pattern = one if total == 1 else several
    number = said or total
    return (pattern.format(count=number, which=which, command="'utpartners agreements'"),)
