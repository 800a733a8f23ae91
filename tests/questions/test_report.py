"""The yearly report: what belongs to a year, and what to none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from utpartners import agreement_state, model
from utpartners.api import Catalogue
from utpartners.errors import UsageError

if TYPE_CHECKING:
    from tests.conftest import Built


def asked(built: Built, **more: Any) -> Catalogue:
    """A catalogue with one partner of 2015, whose agreements and activities are given."""
    partner = model.Partnership(
        id="coast",
        name="Coast",
        status="full",
        members=["coast"],
        departments=["eng"],
        **{"since": "2015-05", **more},
    )
    later = model.Partnership(
        id="hill", name="Hill", status="new", members=["hill"], since="2020-02", until="2022"
    )
    return Catalogue(
        built(
            model.Catalogue(
                about=model.About("T", "home", as_of="2021"),
                countries=[model.Country("JP", "Japan"), model.Country("AU", "Australia")],
                institutions=[
                    model.Institution(id="home", name="Home", country="JP"),
                    model.Institution(id="coast", name="Coast", country="AU"),
                    model.Institution(id="hill", name="Hill", country="JP"),
                ],
                departments=[model.Department(code="ENG", id="eng", name="Engineering")],
                partnerships=[partner, later],
            )
        )
    )


def listed(catalogue: Catalogue, year: int, key: str, column: str, **wanted: Any) -> list[Any]:
    record = catalogue.report(year=year, **wanted).record()
    return [row[column] for row in record[key]]


@pytest.mark.parametrize(
    ("year", "there", "began", "ended"),
    [
        (2014, [], [], []),
        (2015, ["coast"], ["coast"], []),
        (2020, ["hill", "coast"], ["hill"], []),
        (2022, ["hill", "coast"], [], ["hill"]),
        (2023, ["coast"], [], []),
    ],
)
def test_partners(
    built: Built, year: int, there: list[str], began: list[str], ended: list[str]
) -> None:
    """A partner is in the report of each year from its first to its last, region by region."""
    catalogue = asked(built)
    assert listed(catalogue, year, "partners", "id") == there
    assert listed(catalogue, year, "began", "id") == began
    assert listed(catalogue, year, "ended", "id") == ended


def test_a_partner_without_members(built: Built) -> None:
    """A database may have lost the members of a partnership: it comes last, without a region."""
    catalogue = asked(built)
    catalogue.store.connection.execute(
        "DELETE FROM member WHERE partnership = (SELECT pk FROM partnership WHERE id = 'hill')"
    )
    partners = catalogue.report(year=2020).record()["partners"]
    assert [(row["id"], row["region"]) for row in partners] == [("coast", "Oceania"), ("hill", "")]


def test_activities(built: Built) -> None:
    """What lasted is in each of its years, after what began in it; plans are apart."""
    times = {"once": "2019-03", "long": "2018/2020", "on": "2017/..", "later": "2021"}
    activities = [model.Activity(title, "exchange", when=when) for title, when in times.items()]
    activities.append(model.Activity("plan", "research", when="2020", planned=True))
    activities.append(model.Activity("undated", "research"))
    catalogue = asked(built, activities=activities)
    assert listed(catalogue, 2019, "activities", "title") == ["once", "on", "long"]
    assert listed(catalogue, 2020, "activities", "title") == ["on", "long"]
    assert listed(catalogue, 2019, "planned", "title") == ["plan"]
    assert listed(catalogue, 2016, "planned", "title") == []
    assert "1 activity has no year of its own" in catalogue.report(year=2019).footnotes[0]


def test_academic_year(built: Built) -> None:
    """An academic year begins in April."""
    activity = model.Activity("spring", "exchange", when="2019-03")
    catalogue = asked(built, activities=[activity])
    assert listed(catalogue, 2018, "activities", "title", academic=True) == ["spring"]
    assert listed(catalogue, 2019, "activities", "title", academic=True) == []
    assert catalogue.report(year=2018, academic=True).record()["first"] == "2018-04-01"


def test_agreements(built: Built) -> None:
    """Signed, ended and ending next are three lists; one that was replaced raises no alarm."""
    agreements = [
        model.Agreement(kind="a", signed="2019-05", ends="2024-03-31"),
        model.Agreement(id="old", kind="b", signed="2015", ends="2020-03-31"),
        model.Agreement(kind="c", signed="2020", term="open", replaces=["old"]),
        model.Agreement(kind="d", signed="2016", ends="2020-06-30"),
    ]
    catalogue = asked(built, agreements=agreements)
    assert listed(catalogue, 2019, "agreements_signed", "kind") == ["a"]
    assert listed(catalogue, 2019, "agreements_ending", "kind") == ["d"]
    assert listed(catalogue, 2020, "agreements_ended", "kind") == ["b", "d"]


def test_latest_year(built: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a year it is the latest in which something began, and never a later one than now."""
    activities = [model.Activity(when, "exchange", when=when) for when in ("2019", "2031")]
    catalogue = asked(built, activities=activities)
    assert catalogue.report().record()["year"] == 2020
    monkeypatch.setattr(agreement_state, "today", lambda: "2019-06-01")
    assert catalogue.report().record()["year"] == 2019


def test_filters(built: Built) -> None:
    """The filters hold for every list, and the title says them."""
    catalogue = asked(built, activities=[model.Activity("x", "exchange", when="2020")])
    card = catalogue.report(year=2020, country=["Japan"])
    record = card.record()
    assert [row["id"] for row in record["partners"]] == ["hill"]
    assert record["activities"] == []
    assert card.title == "Report for 2020: partnerships in Japan"


def test_after_the_facts(built: Built) -> None:
    """A report on a year after the facts of the catalogue says so."""
    catalogue = asked(built)
    said = "What happened after 2021 may not be in the catalogue."
    assert said not in catalogue.report(year=2021).footnotes
    assert said in catalogue.report(year=2022).footnotes


@pytest.mark.parametrize("year", [0, -5, 9999])
def test_no_year(built: Built, year: int) -> None:
    """What is no year is refused with one that is."""
    with pytest.raises(UsageError, match=f"--year: {year} is not a year") as error:
        asked(built).report(year=year)
    assert "2020" in (error.value.hint or "")
