"""The bundled catalogue as a whole: its counts, its ids, and the database made of it."""

from __future__ import annotations

import os
import re
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from utpartners import bundled
from utpartners.checks.rules import consistency_problems
from utpartners.formats.database import read_database
from utpartners.store.database import write_database
from utpartners.store.store import KINDS, Store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Built

    from utpartners.model import Catalogue, Department, Institution

BESIDE = re.compile(r"the source|\b(below|above|the following|these three)\b", re.IGNORECASE)
"""What a text says that leans on the source document or on its neighbours."""

CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz"


def has_checksum(ror: str) -> bool:
    """Whether the last two digits of a ROR id check its other seven (ISO/IEC 7064, mod 97-10)."""
    start, id = ror[:-9], ror[-9:]
    number = 0
    for letter in id[1:7]:
        number = number * 32 + CROCKFORD.index(letter)
    return start == "https://ror.org/" and id[0] == "0" and int(id[7:]) == 98 - number * 100 % 97


def test_counts(utokyo: Catalogue) -> None:
    """There are 9 primary and 7 prospective partnerships of 27 members with 32 departments."""
    statuses = [partnership.status for partnership in utokyo.partnerships]
    members = {id for partnership in utokyo.partnerships for id in partnership.members}
    assert statuses == ["primary"] * 9 + ["prospective"] * 7
    assert len(members) == 27
    assert len(utokyo.departments) == 32
    assert sum(len(partnership.departments) for partnership in utokyo.partnerships) == 105


def test_it_is_consistent(utokyo: Catalogue) -> None:
    """No id is used twice, none is dangling, every time can be."""
    assert list(consistency_problems(utokyo)) == []


def test_every_institution_has_a_part(utokyo: Catalogue) -> None:
    """Each institution is a member of one partnership, but for the home institution."""
    members = [id for partnership in utokyo.partnerships for id in partnership.members]
    assert sorted([*members, utokyo.about.home]) == sorted(i.id for i in utokyo.institutions)


def test_every_country_is_used(utokyo: Catalogue) -> None:
    """The countries are those of the institutions."""
    used = {institution.country for institution in utokyo.institutions}
    assert {country.code for country in utokyo.countries} == used


def test_every_partnership_has_activities(utokyo: Catalogue) -> None:
    """There is something to tell of every partnership, and where the source tells it."""
    assert [p.id for p in utokyo.partnerships if not p.activities or not p.source] == []
    assert [a.title for p in utokyo.partnerships for a in p.activities if not a.source] == []


def test_activities_can_be_read_alone(utokyo: Catalogue) -> None:
    """An activity has a title of its own in its partnership and a summary of whole sentences.

    The summary speaks neither of the source document nor of the records beside it.
    """
    for partnership in utokyo.partnerships:
        titles = [activity.title for activity in partnership.activities]
        assert sorted(set(titles)) == sorted(titles)
        for activity in partnership.activities:
            summary = activity.summary or ""
            assert re.fullmatch(r"[A-Z].*\.", summary), activity.title
            assert not BESIDE.search(summary), activity.title


def test_announcements_are_planned(utokyo: Catalogue) -> None:
    """What the source only announces for Phase Three is not told as done."""
    third = [a for p in utokyo.partnerships for a in p.activities if a.phase == 3]
    assert len(third) > 1
    assert [activity.title for activity in third if not activity.planned] == []
    assert [activity.title for activity in third if activity.when] == []


def test_agreements(utokyo: Catalogue) -> None:
    """Three agreements are dated, and the end of none is known."""
    agreements = {
        p.id: (a.signed, a.ends, a.renews) for p in utokyo.partnerships for a in p.agreements
    }
    assert agreements == {
        "pku": ("2015", None, None),
        "princeton": ("2013-01", None, None),
        "snu": ("2015", None, None),
    }


def test_agreements_are_not_activities(utokyo: Catalogue) -> None:
    """An agreement is a record of its own, so that no agreement is counted among the activities."""
    kinds = {(p.id, a.kind) for p in utokyo.partnerships for a in p.activities}
    assert [id for id, kind in kinds if kind == "agreement"] == []


def test_ror_ids(utokyo: Catalogue) -> None:
    """Every ROR id has its checksum and is that of one record; only YTU has none."""
    records: list[Institution | Department] = [*utokyo.institutions, *utokyo.departments]
    rors = [record.ror for record in records if record.ror]
    assert [ror for ror in rors if not has_checksum(ror)] == []
    assert len(set(rors)) == len(rors)
    assert [institution.id for institution in utokyo.institutions if not institution.ror] == ["ytu"]


def test_places(utokyo: Catalogue) -> None:
    """Every institution has a city and coordinates, with what they are those of."""
    incomplete = [
        i.id
        for i in utokyo.institutions
        if None in (i.city, i.latitude, i.longitude, i.placement, i.website)
    ]
    assert incomplete == []


def test_evidence(utokyo: Catalogue) -> None:
    """What the source lacks has its evidence."""
    records: list[Institution | Department] = [*utokyo.institutions, *utokyo.departments]
    assert [record.id for record in records if not record.evidence] == []


@pytest.fixture
def database(tmp_path: Path, utokyo: Catalogue) -> Iterator[Store]:
    """The database that a wheel has, or one that is written as the build writes it."""
    path = bundled.DATABASE if os.path.exists(bundled.DATABASE) else str(tmp_path / "utokyo.db")
    if path != bundled.DATABASE:
        write_database(utokyo, path)
    store = read_database(path)
    with closing(store.connection):
        yield store


def dumped(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """The definition and the rows of every table and index."""
    objects = connection.execute("SELECT name, type, sql FROM sqlite_schema ORDER BY name")
    return {
        name: [sql, *map(repr, connection.execute(f'SELECT * FROM "{name}"'))]
        if type == "table"
        else [sql]
        for name, type, sql in objects.fetchall()
    }


def test_the_database_is_the_toml_file(database: Store, built: Built, utokyo: Catalogue) -> None:
    """The database has the tables and rows that the TOML file gives, in the same order."""
    store = built(utokyo)
    store.require_spellings(KINDS)
    store.require_search()
    assert dumped(database.connection) == dumped(store.connection)
