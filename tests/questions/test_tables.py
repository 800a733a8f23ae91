"""``matrix``, ``tree``, ``export`` and ``about``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from utpartners.api import Catalogue
    from utpartners.model import Catalogue as Records

Links = set[tuple[str, str]]


@pytest.fixture(scope="module")
def links(utokyo: Records) -> Links:
    """Partnership id and department code of every link."""
    codes = {department.id: department.code for department in utokyo.departments}
    return {(p.id, codes[id]) for p in utokyo.partnerships for id in p.departments}


def test_matrix(catalogue: Catalogue, links: Links) -> None:
    """A cell is true exactly where there is a link."""
    marked = {
        (id, row["code"]) for row in catalogue.matrix().records() for id in row if row[id] is True
    }
    assert marked == links


@pytest.mark.parametrize("by", ["status", "dept", "partner"])
def test_tree_of_links(catalogue: Catalogue, links: Links, by: str) -> None:
    """Every branching holds every link, and Princeton, which has none."""
    rows = list(catalogue.tree(by).records())
    assert {(row["id"], row["code"]) for row in rows if row["id"] and row["code"]} == links
    if by != "dept":
        assert [row["id"] for row in rows if row["code"] is None] == ["princeton"]


def test_tree_by_country(catalogue: Catalogue) -> None:
    """By country, every member stands under its own country, also those of one group."""
    rows = [(r["country"], r["institution"], r["id"]) for r in catalogue.tree("country").records()]
    assert len(rows) == 27
    assert ("MX", "El Colegio de México", "chile-mexico") in rows
    assert [row[0] for row in rows].index("AU") == 0


def test_tree_by_dept(small: Catalogue) -> None:
    """By department, one without partnerships stands there without any."""
    rows = [(row["code"], row["id"]) for row in small.tree("dept").records()]
    assert ("+Eng", None) in rows


def test_export_of_links(catalogue: Catalogue, links: Links) -> None:
    """A row for each link, and one with an empty department for Princeton."""
    rows = list(catalogue.export().records())
    assert len(rows) == 106
    assert {(row["partnership_id"], row["department_code"]) for row in rows} == links | {
        ("princeton", None)
    }


@pytest.mark.parametrize(
    ("table", "filters", "count"),
    [
        ("partnerships", {}, 16),
        ("institutions", {}, 27),
        ("departments", {}, 32),
        ("links", {"status": ["primary"]}, 62),
        ("links", {"country": ["US"]}, 16),
        ("partnerships", {"country": ["US"]}, 3),
        ("institutions", {"country": ["Mexico"]}, 5),
        ("departments", {"country": ["Mexico"]}, 9),
        ("departments", {"country": ["Japan"]}, 0),
        ("activities", {"country": ["Mexico"]}, 3),
        ("activities", {"dept": ["ERI", "AORI"], "all_depts": True}, 5),
    ],
)
def test_export(catalogue: Catalogue, table: str, filters: dict[str, Any], count: int) -> None:
    """Each table has what belongs to the partnerships that pass the filters."""
    assert len(list(catalogue.export(table, **filters))) == count


def test_export_of_activities(catalogue: Catalogue, utokyo: Records) -> None:
    """The activities are all there, in the order of the file."""
    titles = [row["title"] for row in catalogue.export("activities").records()]
    assert titles == [a.title for p in utokyo.partnerships for a in p.activities]


def test_export_of_institutions(catalogue: Catalogue) -> None:
    """An institution has its country's name and the partnerships that it is in."""
    rows = {row["id"]: row for row in catalogue.export("institutions").records()}
    assert rows["kth"]["country_name"] == "Sweden"
    assert rows["kth"]["partnerships"] == ["stockholm"]
    assert rows["ethz"]["aliases"][0] == "ETH Zurich"


def test_about(catalogue: Catalogue, utokyo: Records) -> None:
    """The catalogue tells its aims, phases, initiatives and sources, and counts itself."""
    card = catalogue.about().record()
    assert card["title"] == utokyo.about.title
    assert card["aims"] == utokyo.about.aims
    assert [(p["number"], p["first"], p["last"]) for p in card["phases"]] == [
        (1, 2014, 2016),
        (2, 2017, 2020),
        (3, 2021, 2024),
    ]
    assert [initiative["id"] for initiative in card["initiatives"]] == ["symposium", "jfiu"]
    assert card["initiatives"][1]["figures"][0] == {"count": "19", "of": "projects"}
    assert [source["title"] for source in card["sources"]][0] == "STRATEGIC PARTNERSHIPS PROJECT"
    assert [count["count"] for count in card["contents"]][:4] == [16, 27, 32, 105]
