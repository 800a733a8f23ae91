"""``list``: the partnerships and their filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from utpartners.errors import NotFound

if TYPE_CHECKING:
    from utpartners.api import Catalogue
    from utpartners.model import Catalogue as Records


def ids(catalogue: Catalogue, **filters: Any) -> list[str]:
    return [record["id"] for record in catalogue.list(**filters).records()]


def test_as_of(catalogue: Catalogue, small: Catalogue) -> None:
    """Below the title stands when the facts were true; the columns do not repeat it."""
    said = "As of about the end of 2021 (between October 2021 and February 2022)"
    assert catalogue.list().subtitle == catalogue.dept("IIS").subtitle == said
    assert catalogue.about().subtitle == said
    assert catalogue.about().record()["as_of"] == "2021-10/2022-02"
    assert small.list().subtitle.startswith("As of about the end of 2024")


def test_all(catalogue: Catalogue, utokyo: Records) -> None:
    """Without a filter, all partnerships as the file has them."""
    institutions = {institution.id: institution for institution in utokyo.institutions}
    codes = {department.id: department.code for department in utokyo.departments}
    found = list(catalogue.list().records())
    assert len(found) == 16
    for record, p in zip(found, utokyo.partnerships, strict=True):
        countries = list(dict.fromkeys(institutions[id].country for id in p.members))
        assert record == {
            "id": p.id,
            "name": p.name,
            "abbreviation": p.abbreviation,
            "status": p.status,
            "countries": countries,
            "institutions": p.members,
            "departments": [codes[id] for id in p.departments],
            "activities": len(p.activities),
            "collaboration": p.collaboration,
        }


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"country": ["Germany"]}, ["tum"]),
        ({"country": ["DE", "CH"]}, ["ethz", "tum"]),
        ({"country": ["Mexico"]}, ["chile-mexico"]),
        ({"country": ["MX", "CL"]}, ["chile-mexico"]),
        ({"country": ["Japan"]}, []),
        ({"country": ["CN"], "status": ["prospective"]}, []),
        ({"country": ["CN", "TW"], "status": ["prospective"]}, ["ntu"]),
        (
            {"country": ["CN", "TW"], "status": ["prospective", "primary"]},
            ["pku", "tsinghua", "ntu"],
        ),
        ({"dept": ["ERI"]}, ["anu", "chile-mexico"]),
        ({"dept": ["ERI", "ITC"]}, ["anu", "ntu", "chile-mexico"]),
        ({"dept": ["ERI", "ITC"], "all_depts": True}, []),
        ({"dept": ["ERI", "AORI"], "all_depts": True}, ["anu"]),
        ({"dept": ["ERI", "eri"], "all_depts": True}, ["anu", "chile-mexico"]),
        ({"dept": ["ERI", "AORI"], "all_depts": True, "country": ["CL"]}, []),
        ({"dept": ["IOG"], "status": ["primary"], "country": ["Sweden"]}, ["stockholm"]),
    ],
)
def test_filters(catalogue: Catalogue, filters: dict[str, Any], expected: list[str]) -> None:
    """Values of one filter are alternatives (or all needed, for departments); filters all hold."""
    assert ids(catalogue, **filters) == expected


@pytest.mark.parametrize("text", ["primary", "PRIMARY", "prim"])
def test_status(catalogue: Catalogue, text: str) -> None:
    """A status is found in any case, and by its start."""
    assert len(ids(catalogue, status=[text])) == 9


@pytest.mark.parametrize("text", ["pr", "gold", "", "&"])
def test_unclear_status(catalogue: Catalogue, text: str) -> None:
    """A status that is none, or several, is refused with those that there are."""
    with pytest.raises(NotFound) as refused:
        ids(catalogue, status=[text])
    assert "primary, prospective" in (refused.value.hint or "")


@pytest.mark.parametrize("filter", ["country", "dept"])
def test_unknown_names(catalogue: Catalogue, filter: str) -> None:
    """A name in a filter that is unknown is refused: no answer would seem empty by mistake."""
    with pytest.raises(NotFound, match="Atlantis"):
        ids(catalogue, **{filter: ["Atlantis"]})


def test_title(catalogue: Catalogue) -> None:
    """The list has the title of the catalogue."""
    assert catalogue.list().title == "Strategic Partnerships of the University of Tokyo"


def test_a_few_of_a_department(catalogue: Catalogue) -> None:
    """A limit keeps the first of the partnerships of a department."""
    every = [row["id"] for row in catalogue.dept("GS", "Eng").records()]
    assert [row["id"] for row in catalogue.dept("GS", "Eng", limit=3).records()] == every[:3]
