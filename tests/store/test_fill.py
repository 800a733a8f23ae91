"""Records become rows: in order, derived where told, all or nothing."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from utpartners.model import Activity, Agreement, Phase
from utpartners.store.fill import InconsistentError, fill
from utpartners.store.relation import BY_LANGUAGE
from utpartners.store.schema import schema
from utpartners.store.store import KINDS
from utpartners.store.tables import RELATIONS

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.model import Catalogue
    from utpartners.store.store import Store

replace = msgspec.structs.replace


def with_partnership(catalogue: Catalogue, **fields: Any) -> Catalogue:
    first, *others = catalogue.partnerships
    return replace(catalogue, partnerships=[replace(first, **fields), *others])


def test_the_number_of_rows(store: Store, utokyo: Catalogue) -> None:
    """Every record has its row."""
    activities = [a for p in utokyo.partnerships for a in p.activities]
    counts = {
        "phase": len(utokyo.phases),
        "initiative": len(utokyo.initiatives),
        "country": len(utokyo.countries),
        "institution": len(utokyo.institutions),
        "department": len(utokyo.departments),
        "partnership": len(utokyo.partnerships),
        "link": sum(len(p.departments) for p in utokyo.partnerships),
        "member": sum(len(p.members) for p in utokyo.partnerships),
        "agreement": sum(len(p.agreements) for p in utokyo.partnerships),
        "activity": len(activities),
        "activity_figure": sum(len(a.figures) for a in activities),
        "activity_department": sum(len(a.departments) for a in activities),
        "activity_other": sum(len(a.others) for a in activities),
    }
    found = {table: store.one(f"SELECT count(*) FROM {table}") for table in counts}
    assert found == {table: (count,) for table, count in counts.items()}


OF_A_REGISTER = {
    "public_field", "status", "person", "institution_former", "department_former",
    "partnership_coordinator", "replaced_partnership", "agreement_department", "agreement_person",
    "agreement_places", "replaced_agreement",
}  # fmt: skip
"""Tables of what an office says in its register, and the bundled source does not."""

BODIES = ("institution", "department")


def test_every_column_is_filled(store: Store) -> None:
    """No column is empty in all rows, but for those of what the bundled source never says."""
    store.require_spellings(KINDS)
    # What there is in other languages is no fact of the source.
    texts = {one.table for one in RELATIONS if one.field.form in BY_LANGUAGE} - {"translation"}
    tables = {name for (name,) in store.rows("SELECT name FROM sqlite_schema WHERE type = 'table'")}
    empty = {
        f"{table}.{column}"
        for table in tables - texts
        for _, column, *_ in list(store.rows(f"PRAGMA table_info({table})"))
        if table not in OF_A_REGISTER
        and store.one(f'SELECT count("{column}") FROM {table}') == (0,)
    }
    assert {name for name in empty if not name.startswith("agreement.")} == {
        "catalogue.page",
        "department.website",
        *(f"{table}.{column}" for table in BODIES for column in ("until", "successor")),
        "partnership.until",
        "partnership.end_day",
    }
    of_agreements = {name.partition(".")[2] for name in empty if name.startswith("agreement.")}
    assert of_agreements.isdisjoint({"kind", "signed", "note", "source", "start_day"})


@pytest.mark.parametrize(
    ("activity", "extent"),
    [
        (Activity("A", "k", when="2019"), ("2019-01-01", "2019-12-31")),
        (Activity("A", "k", when="2019", calendar="academic"), ("2019-04-01", "2020-03-31")),
        (Activity("A", "k", when="2019", phase=1), ("2019-01-01", "2019-12-31")),
        (Activity("A", "k", phase=1), ("2014-01-01", "2016-12-31")),
        (Activity("A", "k", phase=9), ("2030-01-01", "9999-12-31")),
        (Activity("A", "k"), (None, None)),
    ],
)
def test_extent(
    built: Built, utokyo: Catalogue, activity: Activity, extent: tuple[str | None, str | None]
) -> None:
    """An activity spans the days of its time, else of its phase, else none."""
    changed = with_partnership(utokyo, activities=[activity])
    store = built(replace(changed, phases=[*utokyo.phases, Phase(9, 2030)]))
    assert store.one("SELECT first_day, last_day FROM activity WHERE partnership = 1") == extent


@pytest.mark.parametrize(
    "fields",
    [
        {"members": ["nowhere"]},
        {"departments": ["nowhere"]},
        {"departments": ["gs-eng", "gs-eng"]},
        {"coordinator": "nowhere"},
        {"since": "2019-13"},
        {"agreements": [Agreement(kind="k", ends="soon 1")]},
        {"activities": [Activity("A", "k", phase=9)]},
        {"activities": [Activity("A", "k", when="2020/2010")]},
        {"activities": [Activity("A", "k", departments=["nowhere"])]},
        {"id": "ethz"},
    ],
    ids=str,
)
def test_inconsistent(utokyo: Catalogue, fields: dict[str, Any]) -> None:
    """Records that do not fit together are refused, and no row of any is left."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        with pytest.raises(InconsistentError):
            fill(with_partnership(utokyo, **fields), connection)
        assert connection.execute("SELECT count(*) FROM country").fetchone() == (0,)


def test_schema() -> None:
    """The schema's tables check the types of their columns."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema())
        with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
            connection.execute("INSERT INTO phase VALUES (1, 1, 'one', 2014, 2016, NULL)")
