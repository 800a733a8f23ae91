"""Who is responsible for what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from utpartners.api import Catalogue
from utpartners.model import Agreement, Person

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.model import Catalogue as Records


def test_people(built: Built, utokyo: Records) -> None:
    """Each person has the partnerships and agreements that name them, in the catalogue's order."""
    first, second, *rest = utokyo.partnerships
    people = [
        Person(id="sato", name="Sato", role="coordinator", department="gs-eng"),
        Person(id="mori", name="Mori", until="2024"),
    ]
    agreement = Agreement(kind="general", title="Memorandum", people=["mori"])
    partnerships = [
        replace(first, coordinators=["sato"]),
        replace(second, coordinators=["sato"], agreements=[agreement]),
        *rest,
    ]
    catalogue = Catalogue(built(replace(utokyo, people=people, partnerships=partnerships)))
    sato, mori = catalogue.people().records()
    assert (sato["department"], sato["role"]) == ("GS Eng", "coordinator")
    assert sato["partnerships"] == [first.id, second.id]
    assert mori["agreements"] == [f"{second.id}: Memorandum"]
    assert list(catalogue.export("people").records()) == [sato, mori]
    (exported,) = (
        row for row in catalogue.export("agreements").records() if row["title"] == "Memorandum"
    )
    assert exported["people"] == ["Mori"]
    shown = catalogue.show(first.id).record()
    assert shown["coordinators"] == ["Sato (coordinator)"]
