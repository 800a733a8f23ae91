"""Records come back from the tables as they went in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners.formats.toml import records as read
from utpartners.model import About
from utpartners.store import records as module
from utpartners.store.records import parts, records

if TYPE_CHECKING:
    from pathlib import Path

    from utpartners.api import Catalogue
    from utpartners.model import Catalogue as Records
    from utpartners.store.store import Store


def test_the_bundled_catalogue(store: Store, utokyo: Records) -> None:
    """Nothing of the bundled file is lost in the tables, nor the order of anything."""
    assert records(store) == utokyo


def test_parts_of_few_records(
    store: Store, utokyo: Records, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In parts, each record comes once and in its order, and each part is a catalogue."""
    monkeypatch.setattr(module, "PART", 7)
    found = list(parts(store))
    assert all(isinstance(part.about, About) for part in found)
    assert next(part.about for part in found if part.about.title != "part") == utokyo.about
    for table in ("phases", "institutions", "departments", "partnerships", "initiatives"):
        assert [one for part in found for one in getattr(part, table)] == getattr(utokyo, table)
    sizes = [len(part.institutions) for part in found if part.institutions]
    assert max(sizes) == 7


def test_awkward_text(small: Catalogue, small_path: Path) -> None:
    """Text comes back letter by letter."""
    assert records(small.store) == read(str(small_path))


def test_a_part(catalogue: Catalogue, utokyo: Records) -> None:
    """A part has its partnerships as they are, and of the other tables what they refer to."""
    part = catalogue.records(country=["Chile"])
    assert part.partnerships == [p for p in utokyo.partnerships if p.id == "chile-mexico"]
    assert [country.code for country in part.countries] == ["JP", "CL", "MX"]
    members = ["uchile", "puc-chile", "umag", "unam", "colmex"]
    assert [institution.id for institution in part.institutions] == ["utokyo", *members]
    assert {d.id for d in part.departments} == set(part.partnerships[0].departments)
    assert part.phases == utokyo.phases


@pytest.mark.slow
def test_a_part_stands_alone(catalogue: Catalogue, utokyo: Records) -> None:
    """Every department that a part refers to is in it, also those of activities alone."""
    for partnership in utokyo.partnerships:
        part = catalogue.records(country=[utokyo_country(utokyo, partnership.members[0])])
        known = {department.id for department in part.departments}
        named = {id for p in part.partnerships for a in p.activities for id in a.departments}
        assert named <= known


def utokyo_country(utokyo: Records, institution: str) -> str:
    (country,) = (i.country for i in utokyo.institutions if i.id == institution)
    return country


def test_no_part(catalogue: Catalogue) -> None:
    """Filters that nothing passes leave the catalogue itself and its home."""
    part = catalogue.records(status=["prospective"], country=["AU"])
    assert part.partnerships == []
    assert [institution.id for institution in part.institutions] == ["utokyo"]
