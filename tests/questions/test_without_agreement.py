"""The partners with whom no agreement is in force."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from utpartners.api import Catalogue
from utpartners.model import Agreement

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.model import Catalogue as Records

TODAY = date.today()
YESTERDAY, TOMORROW = (str(TODAY + timedelta(days=days)) for days in (-1, 1))
NEW = Agreement(kind="a", id="new", ends="2010", replaces=["old"])


@pytest.mark.parametrize(
    ("agreements", "is_listed"),
    [
        ([], True),
        ([Agreement(kind="a", ends=YESTERDAY)], True),
        ([Agreement(kind="a", ends=str(TODAY))], False),
        ([Agreement(kind="a", ends=TOMORROW)], False),
        ([Agreement(kind="a", term="open")], False),
        ([Agreement(kind="a", renews="automatic", ends=YESTERDAY)], False),
        ([Agreement(kind="a", starts=TOMORROW, term="open")], True),
        ([Agreement(kind="a", signed="2015")], True),
        ([Agreement(kind="a", ends=YESTERDAY), Agreement(kind="a", term="open")], False),
        ([Agreement(kind="a", id="old", term="open"), NEW], True),
        ([Agreement(kind="a", id="old", term="open"), replace(NEW, starts=TOMORROW)], False),
    ],
)
def test_without_agreement(
    built: Built, utokyo: Records, agreements: list[Agreement], is_listed: bool
) -> None:
    """A partner is listed unless an agreement is known to be in force today."""
    first, *_ = utokyo.partnerships
    partnership = replace(first, agreements=agreements)
    catalogue = Catalogue(built(replace(utokyo, partnerships=[partnership])))
    listed = catalogue.list(without_agreement=True)
    assert [row["id"] for row in listed.records()] == [first.id] * is_listed
    assert listed.title == "Partnerships without an agreement in force"
