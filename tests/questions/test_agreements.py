"""The state that an agreement is in on a day, and what can be asked of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from utpartners import agreement_state
from utpartners.api import Catalogue
from utpartners.errors import UsageError, UtpartnersError
from utpartners.model import Agreement
from utpartners.questions import agreements

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.model import Catalogue as Records


def asked(built: Built, utokyo: Records, *agreements: Agreement) -> Catalogue:
    first, *_ = utokyo.partnerships
    return Catalogue(
        built(replace(utokyo, partnerships=[replace(first, agreements=[*agreements])]))
    )


ANY_STATE = agreement_state.STATES


@pytest.mark.parametrize(
    ("agreement", "state", "days_left"),
    [
        (Agreement(kind="a", signed="2015"), "unknown", None),
        (Agreement(kind="a", signed="2015", term="fixed"), "unknown", None),
        (Agreement(kind="a", signed="2015", term="open"), "in force", None),
        (Agreement(kind="a", signed="2015", renews="automatic"), "in force", None),
        (Agreement(kind="a", signed="2015", ends="2030"), "in force", 1645),
        (Agreement(kind="a", signed="2015", ends="2020"), "ended", None),
        (Agreement(kind="a", signed="2015", ends="2020", renews="none"), "ended", None),
        (Agreement(kind="a", signed="2015", ends="2020", renews="automatic"), "in force", None),
        (Agreement(kind="a", signed="2015", ends="2020", renews="by review"), "ended", None),
        (Agreement(kind="a", signed="2015", ends="2030", ended="2025"), "ended", None),
        (Agreement(kind="a", renews="automatic", ended="2025"), "ended", None),
        (Agreement(kind="a", signed="2040"), "not yet in force", None),
        (Agreement(kind="a", signed="2015", starts="2027"), "not yet in force", None),
        (Agreement(kind="a", signed="2015", ends="2026-06"), "expiring", 0),
        (Agreement(kind="a", signed="2015", ends="2026-07-01"), "expiring", 1),
    ],
)
def test_state(
    built: Built, utokyo: Records, agreement: Agreement, state: str, days_left: int | None
) -> None:
    """It goes on unless its end is reached, and is unknown only where nothing is said."""
    table = asked(built, utokyo, agreement).agreements(on="2026-06-30", state=ANY_STATE)
    assert [(row["state"], row["days_left"]) for row in table.records()] == [(state, days_left)]


def test_today(built: Built, utokyo: Records, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a day, states and days that are left are those of the day that the clock says."""
    agreement = Agreement(kind="a", signed="2015", ends="2026-07-01")
    catalogue = asked(built, utokyo, agreement)
    states = {"2026-06-30": ("expiring", 1), "2026-07-02": ("ended", None)}
    for day, (state, left) in states.items():
        monkeypatch.setattr(agreement_state, "date", clock(day))
        assert agreement_state.today() == day
        (row,) = catalogue.agreements(state=ANY_STATE).records()
        assert (row["state"], row["days_left"]) == (state, left)
        assert len(list(catalogue.agreements(expiring="1d"))) == (state == "expiring")
        assert len(list(catalogue.agreements(lapsed="1d"))) == (state == "ended")


def clock(day: str) -> type[date]:
    """A date that is told this day when it is asked for today."""

    class Clock(date):
        @classmethod
        def today(cls) -> Clock:
            return cls.fromisoformat(day)

    return Clock


def test_a_replaced_one_raises_no_alarm(built: Built, utokyo: Records) -> None:
    """From the day on which another one takes its place, it neither expires nor lapses."""
    old = Agreement(kind="a", id="old", signed="2020", ends="2026-12")
    new = Agreement(kind="a", id="new", starts="2026-04", ends="2031", replaces=["old"])
    catalogue = asked(built, utokyo, old, new)

    def states(on: str) -> list[str]:
        return [row["state"] for row in catalogue.agreements(on=on, state=ANY_STATE).records()]

    assert states("2026-03-31") == ["expiring", "not yet in force"]
    assert states("2026-04-01") == ["replaced", "in force"]
    assert list(catalogue.agreements(on="2026-06", expiring="12m")) == []
    assert list(catalogue.agreements(on="2027-02", lapsed="12m")) == []
    assert len(list(catalogue.agreements(on="2026-03", expiring="12m"))) == 1


def test_what_is_hidden_is_counted(built: Built, utokyo: Records) -> None:
    """A list that leaves any out says how many, and how to see them."""
    ended, running = Agreement(kind="a", ends="2020"), Agreement(kind="b", ends="2030")
    table = asked(built, utokyo, ended, running).agreements(on="2025")
    assert [row["kind"] for row in table.records()] == ["b"]
    assert table.footnotes == (
        "Not listed: 1 agreement already ended; 'utpartners agreements' lists them all.",
    )


def test_many_are_not_counted(
    built: Built, utokyo: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of very many agreements it is only said that there are more, as counting them takes long."""
    several = [Agreement(kind=kind, ends="2030") for kind in "abc"]
    unknown = [Agreement(kind=kind) for kind in "abc"]
    catalogue = asked(built, utokyo, *several, *unknown)
    monkeypatch.setattr(agreements, "MOST_COUNTED", 3)
    table = catalogue.agreements(expiring="100y", on="2026")
    assert table.counted() == "3 agreements"
    monkeypatch.setattr(agreements, "MOST_COUNTED", 2)
    table = catalogue.agreements(expiring="100y", on="2026")
    assert table.counted() == "more than 2 agreements"
    assert table.footnotes[0].startswith("Not listed: more than 2 agreements whose end is not")


@pytest.mark.parametrize(
    ("signed", "wanted", "is_listed"),
    [
        ("2026", "2026-05", True),
        ("2026-05", "2026", True),
        ("2026-05-31", "2026-05-31", True),
        ("2026-06", "2026-05", False),
        ("2025", "2026", False),
        ("2019/2027", "2026", True),
        ("2019/2025", "2026", False),
        ("../2026", "2026", True),
        ("2026/..", "2026", True),
        ("2027/..", "2026", False),
    ],
)
def test_signed_in_a_time(
    built: Built, utokyo: Records, signed: str, wanted: str, is_listed: bool
) -> None:
    """What may have been signed in the time is listed, whatever both are: a year, a day, a span."""
    catalogue = asked(built, utokyo, Agreement(kind="a", signed=signed))
    assert len(catalogue.agreements(signed=wanted)) == is_listed


def test_what_is_unknown_is_said_once(built: Built, utokyo: Records) -> None:
    """Below the table, and not of agreements whose term is open."""
    table = asked(built, utokyo, Agreement(kind="a"), Agreement(kind="b", term="open")).agreements()
    assert table.footnotes == ("Agreements without a recorded end, open term or renewal: 1.",)


@pytest.mark.parametrize(
    ("ahead", "kinds"), [("11m", []), ("12m", ["a"]), ("1y", ["a"]), ("366d", ["a"])]
)
def test_expiring(built: Built, utokyo: Records, ahead: str, kinds: list[str]) -> None:
    """What ends within a time from the day is listed, the last day included."""
    catalogue = asked(built, utokyo, Agreement(kind="a", ends="2026-01-31"))
    table = catalogue.agreements(on="2025-01-31", expiring=ahead)
    assert [row["kind"] for row in table.records()] == kinds


@pytest.mark.parametrize(
    ("wanted", "kinds"),
    [
        ({"lapsed": "12m"}, ["b"]),
        ({"lapsed": "10y"}, ["a", "b"]),
        ({"ends": "2026"}, ["b", "c"]),
        ({"ends": "2026-12"}, ["c"]),
        ({"signed": "2020"}, ["a", "d"]),
        ({"signed": "2020-04"}, ["a", "d"]),
        ({"signed": "2020-05"}, ["d"]),
        ({"state": ["in force"]}, ["c", "d"]),
        ({"state": ["in"]}, ["c", "d"]),
        ({"state": ["expiring"]}, ["c"]),
        ({"state": ["Ended"]}, ["a", "b"]),
        ({"state": ["ended,unknown"]}, ["a", "b", "e"]),
        ({"signed": "2020", "state": ["in force"]}, ["d"]),
    ],
)
def test_what_can_be_asked(
    built: Built, utokyo: Records, wanted: dict[str, Any], kinds: list[str]
) -> None:
    """By end, by signature and by state; several options hold together; sorted by end."""
    catalogue = asked(
        built,
        utokyo,
        Agreement(kind="d", signed="2020", renews="automatic"),
        Agreement(kind="e"),
        Agreement(kind="c", signed="2021", ends="2026-12"),
        Agreement(kind="b", signed="2021", ends="2026-03"),
        Agreement(kind="a", signed="2020-04-01", ends="2022"),
    )
    table = catalogue.agreements(on="2026-06-30", **wanted)
    assert [row["kind"] for row in table.records()] == kinds


def test_counted(built: Built, utokyo: Records) -> None:
    """Agreements are counted by state, kind, country, department and year of signature."""
    catalogue = asked(
        built,
        utokyo,
        Agreement(kind="general", signed="2020-04", term="open", departments=["gs-eng"]),
        Agreement(kind="general", signed="2020", ends="2022"),
        Agreement(kind="exchange", signed="2021", ends="2026-12"),
    )
    counts = {
        (row["group"], row["item"]): row["count"]
        for row in catalogue.agreement_stats(on="2026-06-30").records()
    }
    assert counts["by state", "in force"] == counts["by state", "expiring"] == 1
    assert counts["by kind", "general"] == 2
    # As for the filter: an agreement that names no department is for all of its partnership.
    for department in ("GS Eng", "GraSPP"):
        listed = catalogue.agreements(department, on="2026-06-30", state=ANY_STATE)
        assert counts["by department", department] == len(listed)
    assert counts["by year of signature", "2020"] == 2
    assert sum(count for (group, _), count in counts.items() if group == "by country") == 3
    assert counts["by region", "Oceania"] == 3


@pytest.mark.parametrize(
    "wanted",
    [
        {"on": "2025-02-30"},
        {"ends": "soon"},
        {"signed": "2019/04/01"},
        {"expiring": "soon"},
        {"expiring": "0d"},
        {"expiring": "9999y"},
        {"lapsed": "9999y"},
    ],
)
def test_no_times(built: Built, utokyo: Records, wanted: dict[str, Any]) -> None:
    """What is no day or length of time is wrong usage."""
    with pytest.raises(UsageError):
        asked(built, utokyo).agreements(**wanted)


@pytest.mark.parametrize("state", ["", "valid", "n,force"])
def test_no_state(built: Built, utokyo: Records, state: str) -> None:
    """A state that there is not is answered with those that there are."""
    with pytest.raises(UtpartnersError, match="there is no state") as error:
        asked(built, utokyo).agreements(state=[state])
    assert "in force, expiring" in str(error.value.hint)


@pytest.mark.parametrize(("option", "period"), [("expiring", "9999y"), ("lapsed", "9999y")])
def test_longer_than_the_calendar(built: Built, utokyo: Records, option: str, period: str) -> None:
    """A period that leaves the calendar is told with its option, and a shorter one is proposed."""
    with pytest.raises(UsageError, match=f"--{option}: {period} is longer") as error:
        asked(built, utokyo).agreements(**{option: period})  # type: ignore[arg-type]
    assert "shorter period" in (error.value.hint or "")


def test_what_is_asked_next(both: Catalogue, built: Built, utokyo: Records) -> None:
    """The first partnership is shown next, with its home where there are several."""
    one = asked(built, utokyo, Agreement(kind="k", ends="2030"))
    for catalogue, shown in ((both, "show utokyo/pku"), (one, "show anu")):
        found = catalogue.agreements()
        first, *_ = found
        row = dict(zip((column.key for column in found.columns), first, strict=True))
        assert found.next_steps(row) == [shown, "agreements --expiring 12m"]
