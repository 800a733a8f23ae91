"""The state that an agreement is in on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.structs import replace

from utpartners.api import Catalogue
from utpartners.errors import UsageError
from utpartners.model import Agreement

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.model import Catalogue as Records


def asked(built: Built, utokyo: Records, *agreements: Agreement) -> Catalogue:
    first, *_ = utokyo.partnerships
    return Catalogue(
        built(replace(utokyo, partnerships=[replace(first, agreements=[*agreements])]))
    )


@pytest.mark.parametrize(
    ("agreement", "state"),
    [
        (Agreement(kind="a", signed="2015"), "unknown"),
        (Agreement(kind="a", signed="2015", ends="2030"), "in force"),
        (Agreement(kind="a", signed="2015", ends="2020"), "ended"),
        (Agreement(kind="a", signed="2015", ends="2020", renews="none"), "ended"),
        (Agreement(kind="a", signed="2015", ends="2020", renews="automatic"), "renewing"),
        (Agreement(kind="a", signed="2015", ends="2020", renews="by review"), "unknown"),
        (Agreement(kind="a", signed="2040"), "not yet signed"),
        (Agreement(kind="a", signed="2015", ends="2026-06"), "in force"),
    ],
)
def test_state(built: Built, utokyo: Records, agreement: Agreement, state: str) -> None:
    """No end is unknown, never in force or ended by guess; an end counts to its last day."""
    from utpartners.questions.agreements import Day, agreements

    table = agreements(asked(built, utokyo, agreement).store, Day("2026-06-30"))
    assert [row["state"] for row in table.records()] == [state]


def test_what_is_hidden_is_counted(built: Built, utokyo: Records) -> None:
    """A list that leaves any out says how many, and how to see them."""
    ended, running = Agreement(kind="a", ends="2020"), Agreement(kind="b", ends="2030")
    table = asked(built, utokyo, ended, running).agreements(on="2025")
    assert [row["kind"] for row in table.records()] == ["b"]
    assert table.footnotes == (
        "Not listed: 1 agreement already ended; 'utpartners agreements' lists them all.",
    )


@pytest.mark.parametrize(
    ("ahead", "kinds"), [("11m", []), ("12m", ["a"]), ("1y", ["a"]), ("366d", ["a"])]
)
def test_expiring(built: Built, utokyo: Records, ahead: str, kinds: list[str]) -> None:
    """What ends within a time from the day is listed, the last day included."""
    catalogue = asked(built, utokyo, Agreement(kind="a", ends="2026-01-31"))
    table = catalogue.agreements(on="2025-01-31", expiring=ahead)
    assert [row["kind"] for row in table.records()] == kinds


@pytest.mark.parametrize(
    "wanted", [{"on": "2025-02-30"}, {"expiring": "soon"}, {"expiring": "9999y"}]
)
def test_no_times(built: Built, utokyo: Records, wanted: dict[str, Any]) -> None:
    """What is no day or length of time is wrong usage."""
    with pytest.raises(UsageError):
        asked(built, utokyo).agreements(**wanted)
