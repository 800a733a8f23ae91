"""Which partnerships have ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from utpartners import agreement_state
from utpartners.checks.register import is_over
from utpartners.model import Status
from utpartners.questions.ended import has_ended

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.model import Catalogue as Records

STATUSES = [Status(id="active"), Status(id="closed", ended=True), Status(id="ended")]


@pytest.mark.parametrize(
    ("status", "until", "statuses", "ended"),
    [
        ("active", None, [], False),
        ("Ended", None, [], True),
        ("closed", None, [], False),
        ("closed", None, STATUSES, True),
        ("ended", None, STATUSES, False),
        ("active", "2025", STATUSES, True),
        ("active", "2026", STATUSES, False),
        ("active", "2026-06-29", [], True),
        ("active", "2026-06-30", [], False),
    ],
)
def test_ended(
    built: Built,
    utokyo: Records,
    monkeypatch: pytest.MonkeyPatch,
    status: str,
    until: str | None,
    statuses: list[Status],
    ended: bool,
) -> None:
    """Its status says so, or the last of its days is over; questions and rules agree."""
    monkeypatch.setattr(agreement_state, "today", lambda: "2026-06-30")
    partnership = replace(utokyo.partnerships[0], status=status, until=until)
    records = replace(utokyo, partnerships=[partnership], statuses=statuses)
    assert is_over(records, partnership, agreement_state.today()) is ended
    store = built(records)
    assert store.one(f"SELECT {has_ended(store)} FROM partnership p") == (ended,)
