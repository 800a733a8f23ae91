"""An iCalendar file (RFC 5545) with a day for each agreement that has to be renewed or ended.

The icalendar package writes it: it folds lines and escapes text as the standard says.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any, cast

from .. import agreement_state, edtf
from ..extras import missing
from ..i18n import translated
from ..version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Answer, Reminders, Table
    from . import Screen


def render(answer: Answer, _: Screen) -> Iterator[bytes]:
    """Yield the calendar of a table of agreements. Raises UtpartnersError without the package."""
    try:
        from icalendar import Calendar
    except ImportError as error:
        raise missing("a calendar", "icalendar") from error
    table = cast("Table", answer)
    shape = cast("Reminders", table.shape)
    calendar = Calendar()
    calendar.add("prodid", f"-//utpartners//{VERSION}//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", table.title)
    seen: dict[str, int] = {}
    for record in table.records():
        if days := _days(record, shape.on):
            name = _identity(record, shape.home)
            seen[name] = seen.get(name, 0) + 1
            number = f"-{seen[name]}" if seen[name] > 1 else ""
            calendar.add_component(_event(record, days, f"{name}{number}@utpartners", shape.on))
    yield calendar.to_ical()


def _days(record: dict[str, Any], on: str) -> tuple[str, str] | None:
    """Return the day of notice and the last day of an agreement; None where nothing is to do."""
    if record["state"] not in agreement_state.VALID or not (record["ended"] or record["ends"]):
        return None
    try:
        end = edtf.bounds(record["ended"] or record["ends"])[1]
        if end < on or end == edtf.LATEST or record["term"] == "open":
            return None
        notice = record["notice"]
        return agreement_state.shifted(end, notice, back=True) if notice else end, end
    except (ValueError, OverflowError):
        return None


def _identity(record: dict[str, Any], home: str) -> str:
    """Return what stays the same of an agreement, so that another import updates its event."""
    own = record["id"] or "-".join(filter(None, (record["kind"], record["signed"])))
    parts = (record.get("home") or home, record["partnership"], own)
    return "/".join("-".join(str(part).split()) for part in parts)


def _event(record: dict[str, Any], days: tuple[str, str], uid: str, on: str) -> Any:
    from icalendar import Event

    day, end = days
    event = Event()
    event.add("uid", uid)
    # The same catalogue gives the same file: a stamp of the day that was asked about.
    event.add("dtstamp", datetime.fromisoformat(on).replace(tzinfo=UTC))
    event.add("dtstart", date.fromisoformat(day))
    event.add("dtend", date.fromisoformat(day) + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("summary", _summary(record, day, end))
    lines = [record["title"], translated("Ends: {day}").format(day=end)]
    lines += [", ".join(record["departments"]), ", ".join(record["people"]), record["document"]]
    event.add("description", "\n".join(filter(None, lines)))
    return event


def _summary(record: dict[str, Any], day: str, end: str) -> str:
    said = translated("Agreement ends: {partner}, {kind}")
    if day < end:
        said = translated("Renew or end the agreement: {partner}, {kind}")
    if record["renews"] == "automatic":
        said = translated("Agreement renews automatically: {partner}, {kind}")
    return said.format(partner=record["name"], kind=translated(record["kind"]))
