"""Reminders of agreements as an iCalendar file."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from icalendar import Calendar as Read
from msgspec.structs import replace

from utpartners.api import Catalogue
from utpartners.model import Agreement, Person
from utpartners.render import Screen
from utpartners.render.calendar import render

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.model import Catalogue as Records


def events(built: Built, utokyo: Records, *agreements: Agreement) -> list[Any]:
    """The events that another program reads."""
    first, *_ = utokyo.partnerships
    partnerships = [replace(first, name="Umi, College; 海", agreements=[*agreements])]
    people = [Person(id="sato", name="Sato")]
    store = built(replace(utokyo, partnerships=partnerships, people=people))
    table = Catalogue(store).agreements(on="2026-06-30", state=("in force", "ended", "unknown"))
    text = b"".join(render(table, Screen()))
    return list(Read.from_ical(text).walk("VEVENT"))


def test_the_day_of_notice(built: Built, utokyo: Records) -> None:
    """An event stands on the day of notice, or else on the last day, and says what to do."""
    first, second = events(
        built,
        utokyo,
        Agreement(kind="general", id="a", ends="2027-03-31", notice="6m", people=["sato"]),
        Agreement(kind="general", id="b", ends="2028", document="https://kita.example/b,c.pdf"),
    )
    assert (first.decoded("dtstart"), first.decoded("dtend")) == (
        date(2026, 9, 30),
        date(2026, 10, 1),
    )
    assert first["summary"] == "Renew or end the agreement: Umi, College; 海, general"
    assert first["description"] == "Ends: 2027-03-31\nSato"
    assert second.decoded("dtstart") == date(2028, 12, 31)
    assert "https://kita.example/b,c.pdf" in second["description"]


def test_nothing_to_do(built: Built, utokyo: Records) -> None:
    """What has ended, was replaced, has an open term or no known end is no event."""
    assert not events(
        built,
        utokyo,
        Agreement(kind="a", ends="2020"),
        Agreement(kind="b", term="open", ends="2028"),
        Agreement(kind="c", signed="2020"),
        Agreement(kind="d", id="d", ends="2028"),
        Agreement(kind="e", term="open", replaces=["d"]),
    )


def test_ids_are_stable(built: Built, utokyo: Records) -> None:
    """Another end changes the day and not the id, so that importing again updates the event."""
    one = Agreement(kind="general", signed="2020-04-01", ends="2028")
    (before,) = events(built, utokyo, one)
    (after,) = events(built, utokyo, replace(one, ends="2030"))
    assert before["uid"] == after["uid"]
    assert before.decoded("dtstart") != after.decoded("dtstart")
    twins = events(built, utokyo, one, one)
    assert len({event["uid"] for event in twins}) == 2
