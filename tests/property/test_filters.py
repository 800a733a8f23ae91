"""Any filters together select what a plain reading of the records selects."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from utpartners import edtf, geography, model
from utpartners.api import Catalogue
from utpartners.store.fill import in_memory

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

COUNTRIES = {"DE": "Germany", "FR": "France", "JP": "Japan", "US": "United States"}
INSTITUTIONS = ("home", "inst-a", "inst-b", "inst-c", "inst-d")
DEPARTMENTS = ("dept-x", "dept-y", "dept-z")
STATUSES = ("primary", "Primary", "closed", "other")
KINDS = ("lecture", "symposium")
DATES = (None, "2014", "2015-06", "2016/..", "2014/2016", "2017-03-05")
REGIONS = ("Asia", "Western Europe", "EU", "Americas")


def some(values: tuple[str, ...], least: int = 0) -> SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), min_size=least, max_size=2, unique=True)


@st.composite
def catalogues(draw: DrawFn) -> model.Catalogue:
    """Catalogues with plain names, as it is not names that are tried here."""
    activities = st.builds(
        model.Activity, st.just("Title"), st.sampled_from(KINDS), when=st.sampled_from(DATES),
        planned=st.booleans(), departments=some(DEPARTMENTS),
    )  # fmt: skip
    return model.Catalogue(
        model.About("Title", "home"),
        statuses=[model.Status("closed", ended=True), model.Status("primary")],
        countries=[model.Country(code, name) for code, name in COUNTRIES.items()],
        institutions=[
            model.Institution(id=id, name=id, country=draw(st.sampled_from(list(COUNTRIES))))
            for id in INSTITUTIONS
        ],
        departments=[model.Department(code=id, id=id, name=id) for id in DEPARTMENTS],
        partnerships=[
            model.Partnership(
                id=f"partner-{number}", name=f"Partner {number}",
                status=draw(st.sampled_from(STATUSES)),
                members=draw(some(INSTITUTIONS[1:], 1)), departments=draw(some(DEPARTMENTS)),
                since=draw(st.sampled_from(DATES)), until=draw(st.sampled_from([None, "2018"])),
                activities=draw(st.lists(activities, max_size=2)),
            )
            for number in range(draw(st.integers(1, 4)))
        ],
    )  # fmt: skip


WANTED: dict[str, SearchStrategy[Any]] = {
    "status": some(("primary", "closed", "other")),
    "country": some((*COUNTRIES, "Germany")),
    "region": some(REGIONS),
    "dept": some(DEPARTMENTS),
    "all_depts": st.booleans(),
    "partner": st.lists(st.just("partner-0"), max_size=1),
    "kind": some(KINDS),
    "since": st.sampled_from([None, 2015, "2016-02", "2017"]),
    "until": st.sampled_from([None, "2017", "2018-01"]),
    "current": st.booleans(),
}


NOTHING: dict[str, Any] = {
    **dict.fromkeys(("status", "country", "region", "dept", "partner", "kind"), ()),
    "all_depts": False,
    "since": None,
    "until": None,
    "current": False,
}


def known(catalogue: model.Catalogue, wanted: dict[str, Any]) -> dict[str, Any]:
    """The filters without words that the catalogue has not got, which would be refused."""
    statuses = {"primary", "closed", *(p.status.lower() for p in catalogue.partnerships)}
    kinds = {a.kind for p in catalogue.partnerships for a in p.activities}
    found = {**wanted, "status": [one for one in wanted["status"] if one in statuses]}
    return {**found, "kind": [one for one in wanted["kind"] if one in kinds]}


def is_in(partnership: model.Partnership, catalogue: model.Catalogue, codes: set[str]) -> bool:
    countries = {one.id: one.country for one in catalogue.institutions}
    return any(countries[id] in codes for id in partnership.members)


def began(partnership: model.Partnership) -> tuple[str, str] | None:
    return edtf.bounds(partnership.since.partition("/")[0]) if partnership.since else None


def bound(time: Any, end: int) -> str:
    return edtf.bounds(str(time))[end]


def is_over(p: model.Partnership) -> bool:
    return p.until is not None or p.status.lower() == "closed"


def leaves_out_ended(wanted: dict[str, Any]) -> bool:
    """Whether ended partnerships are left out: not where one is named, or their status."""
    return not wanted["partner"] and "closed" not in wanted["status"]


def passes(p: model.Partnership, catalogue: model.Catalogue, wanted: dict[str, Any]) -> bool:
    """Whether a partnership passes the filters, as somebody reads them."""
    codes = {{name: code for code, name in COUNTRIES.items()}.get(one, one)
             for one in wanted["country"]}  # fmt: skip
    around = {
        code
        for one in wanted["region"]
        for region in geography.region_codes(one)
        for code in geography.countries_in(region)
    }
    involved = [one in p.departments for one in wanted["dept"]]
    time = began(p)
    tests = [
        not wanted["status"] or p.status.lower() in wanted["status"],
        not codes or is_in(p, catalogue, codes),
        not around or is_in(p, catalogue, around),
        not involved or (all(involved) if wanted["all_depts"] else any(involved)),
        not wanted["partner"] or p.id in wanted["partner"],
        not wanted["kind"] or any(a.kind in wanted["kind"] for a in p.activities),
        wanted["since"] is None or (time is not None and time[1] >= bound(wanted["since"], 0)),
        wanted["until"] is None or (time is not None and time[0] <= bound(wanted["until"], 1)),
        not wanted["current"] or not is_over(p),
    ]
    return all(tests)


@given(catalogues(), st.fixed_dictionaries(WANTED))
def test_partnerships(records: model.Catalogue, drawn: dict[str, Any]) -> None:
    """Filters of partnerships select, in the order of the file, what passes each of them."""
    wanted = known(records, drawn)
    hides = {"current": wanted["current"] or leaves_out_ended(wanted)}
    expected = [p.id for p in records.partnerships if passes(p, records, {**wanted, **hides})]
    with closing(Catalogue(in_memory(records, "test"))) as catalogue:
        assert [row["id"] for row in catalogue.list(**wanted).records()] == expected
        own: dict[str, Any] = {
            name: wanted[name] for name in ("status", "country", "region", "current")
        }
        all_own = {"current": own["current"] or "closed" not in own["status"]}
        counted = [
            p for p in records.partnerships if passes(p, records, {**NOTHING, **own, **all_own})
        ]
        for row in catalogue.depts(**own).records():
            assert row["partners"] == [p.id for p in counted if row["id"] in p.departments]


def happens(a: model.Activity, wanted: dict[str, Any]) -> bool:
    """Whether an activity passes the filters that are about activities themselves."""
    days = edtf.bounds(a.when) if a.when else None
    return all(
        [
            not wanted["dept"] or any(one in a.departments for one in wanted["dept"]),
            not wanted["kind"] or a.kind in wanted["kind"],
            wanted["since"] is None or (days is not None and days[1] >= bound(wanted["since"], 0)),
            wanted["until"] is None or (days is not None and days[0] <= bound(wanted["until"], 1)),
        ]
    )


@given(catalogues(), st.fixed_dictionaries(WANTED))
def test_activities(records: model.Catalogue, drawn: dict[str, Any]) -> None:
    """Filters of activities select the activities that pass, of partnerships that pass."""
    wanted = {name: value for name, value in known(records, drawn).items() if name != "all_depts"}
    own: dict[str, Any] = {"dept": [], "kind": [], "since": None, "until": None, "all_depts": False}
    expected = sorted(
        (p.id, a.when or "")
        for p in records.partnerships
        if passes(p, records, {**wanted, **own})
        for a in p.activities
        if happens(a, wanted)
    )
    with closing(Catalogue(in_memory(records, "test"))) as catalogue:
        rows = catalogue.timeline(**wanted).records()
        assert sorted((row["partnership"], row["when"] or "") for row in rows) == expected
