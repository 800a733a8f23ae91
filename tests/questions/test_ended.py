"""Which partnerships have ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import tomli
from msgspec.structs import replace

from utpartners import agreement_state
from utpartners.api import Catalogue
from utpartners.checks.register import is_over
from utpartners.errors import UsageError
from utpartners.model import Catalogue as Records
from utpartners.model import Status
from utpartners.questions.ended import has_ended

if TYPE_CHECKING:
    from tests.conftest import Built

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


OFFICE = """
[catalogue]
title = "Partners of Kita"
home = "kita"
[[status]]
id = "active"
name = "Active partners"
[[status]]
id = "over"
name = "Former partners"
ended = true
[[country]]
code = "JP"
name = "Japan"
[[institution]]
id = "kita"
name = "Kita University"
country = "JP"
[[institution]]
id = "minami"
name = "Minami University"
country = "JP"
[[institution]]
id = "higashi"
name = "Higashi University"
country = "JP"
[[department]]
code = "LAW"
id = "law"
name = "Faculty of Law"
[[department]]
code = "ENG"
id = "eng"
name = "School of Engineering"
[[partnership]]
id = "minami"
name = "Minami University"
status = "Over"
members = ["minami"]
departments = ["eng", "law"]
activity = [{ title = "Talks", kind = "workshop", when = "2015" }]
[[partnership]]
id = "higashi"
name = "Higashi University"
status = "active"
members = ["higashi"]
departments = ["law"]
"""


@pytest.fixture
def office(built: Built) -> Catalogue:
    """A catalogue with one partnership that goes on and one that has ended."""
    return Catalogue(built(msgspec.convert(tomli.loads(OFFICE), Records)))


NOTE = ("Left out: 1 partnership that has ended; --all includes it.",)


@pytest.mark.parametrize(
    ("wanted", "ids", "note"),
    [
        ({}, ["higashi"], NOTE),
        ({"current": True}, ["higashi"], ()),
        ({"ended": True}, ["minami"], ()),
        ({"all": True}, ["minami", "higashi"], ()),
        ({"status": "over"}, ["minami"], ()),
        ({"status": "active"}, ["higashi"], ()),
        ({"partner": "minami"}, ["minami"], ()),
        ({"dept": "LAW"}, ["higashi"], NOTE),
        ({"dept": "ENG"}, [], NOTE),
    ],
)
def test_list(
    office: Catalogue, wanted: dict[str, Any], ids: list[str], note: tuple[str, ...]
) -> None:
    """What has ended is left out, and counted, unless a filter names it or asks for it."""
    table = office.list(**wanted)
    assert [row["id"] for row in table.records()] == ids
    assert table.footnotes == note


def test_other_questions(office: Catalogue) -> None:
    """So it is in every answer that counts partnerships, and each has a way to include it."""
    assert [row["partnerships"] for row in office.depts().records()] == [1, 0]
    assert [row["partnerships"] for row in office.depts(all=True).records()] == [2, 1]
    assert [row["code"] for row in office.depts(without=True).records()] == ["ENG"]
    assert [row["id"] for row in office.tree().records()] == ["higashi"]
    by_department = [(row["code"], row["id"]) for row in office.tree("dept").records()]
    assert by_department == [("LAW", "higashi"), ("ENG", None)]
    assert [list(row.values()) for row in office.matrix().records()] == [
        ["LAW", True],
        ["ENG", False],
    ]
    counts = {row["item"]: row["count"] for row in office.stats().records()}
    assert (counts["partnerships"], counts["departments"]) == (1, 2)
    assert [row["id"] for row in office.places().records()] == ["kita", "higashi"]
    for answer in (office.depts(), office.tree(), office.matrix(), office.stats(), office.places()):
        assert answer.footnotes == NOTE
        list(answer)
    assert office.list().counted() == "1 partnership · 1 institution · 1 country"


def test_what_tells_of_the_past(office: Catalogue) -> None:
    """A card, a search, what was done together and a table of the catalogue have it."""
    assert office.show("Minami").record()["id"] == "minami"
    assert [row["id"] for row in office.search("Minami").records()][0] == "minami"
    assert [row["partnership"] for row in office.timeline().records()] == ["minami"]
    assert list(office.timeline(current=True)) == []
    assert len(list(office.export("partnerships"))) == 2


def test_both_flags(office: Catalogue) -> None:
    """Nothing has ended and not ended."""
    with pytest.raises(UsageError, match="--current and --ended exclude each other"):
        office.list(current=True, ended=True)
