"""What the timeline says of when things were: never a year that the record does not have."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from utpartners import Catalogue, model
from utpartners.model import Activity, Phase
from utpartners.page.wording import newest

if TYPE_CHECKING:
    from tests.conftest import Built, Rendered

ACTIVITIES = [
    Activity("phase only", "talk", phase=2),
    Activity("open phase", "talk", phase=3),
    Activity("open start", "talk", when="../2021-03"),
    Activity("open end", "talk", when="2018/.."),
    Activity("academic year", "talk", when="2019", calendar="academic"),
    Activity("both", "talk", when="2017-05", phase=2),
    Activity("interval", "talk", when="2018-01/2020"),
    Activity("planned for a phase", "talk", phase=3, planned=True),
    Activity("planned for a year", "talk", when="2023", planned=True),
    Activity("undated", "talk"),
]

PERIODS = {
    "open start": None,
    "both": "2017",
    "interval": "2018",
    "open end": "2018",
    "academic year": "2019",
    "phase only": None,
    "open phase": None,
    "undated": None,
    "planned for a year": "2023",
    "planned for a phase": None,
}
"""The year of each, in the order of the timeline."""


@pytest.fixture
def kinds(built: Built) -> Catalogue:
    """A catalogue with an activity of each kind of time."""
    return Catalogue(
        built(
            model.Catalogue(
                model.About("T", "h"),
                phases=[Phase(2, 2017, 2020), Phase(3, 2021)],
                countries=[model.Country("JP", "Japan")],
                institutions=[model.Institution(id="h", name="H", country="JP")],
                partnerships=[
                    model.Partnership(
                        id="p", name="P", status="s", members=["h"], activities=ACTIVITIES
                    )
                ],
            )
        )
    )


def test_period(kinds: Catalogue) -> None:
    """The period is the year in which the time of an activity begins, and else nothing."""
    rows = list(kinds.timeline().records())
    assert {row["title"]: row["period"] for row in rows} == PERIODS
    assert [row["title"] for row in rows] == list(PERIODS)


def test_the_phase_is_there(kinds: Catalogue) -> None:
    """Where a phase is all that is known, it is told as such."""
    phases = {row["title"]: row["phase"] for row in kinds.timeline().records()}
    assert {title: phase for title, phase in phases.items() if phase} == {
        "both": 2, "phase only": 2, "open phase": 3, "planned for a phase": 3,
    }  # fmt: skip


def test_headings(kinds: Catalogue, rendered: Rendered, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal has the years first, then the phases, then what has neither, then the plans."""
    monkeypatch.setenv("COLUMNS", "120")
    screens = (
        rendered(kinds.timeline(), "table", terminal=True, long=is_long).splitlines()
        for is_long in (False, True)
    )
    brief, headings = (
        [line.strip() for line in lines if line.rstrip().endswith(")")] for lines in screens
    )
    # In brief, what has a date of its own needs no heading.
    assert brief == headings[4:]
    assert headings == [
        "Start year not given (1)",
        "2017 (1)",
        "2018 (2)",
        "2019 (1)",
        "Phase 2 (2017–2020), year not given (1)",
        "Phase 3 (since 2021), year not given (1)",
        "Not dated (1)",
        "Planned (2)",
    ]


@pytest.mark.parametrize("format", ["table", "csv", "jsonl", "markdown"])
def test_only_recorded_years(kinds: Catalogue, rendered: Rendered, format: str) -> None:
    """In a line of data, each year is one of the record: none of a phase, none for an open end."""
    lines = rendered(kinds.timeline(), format).splitlines()
    if format == "markdown":
        lines = [line for line in lines if line.startswith("|")]  # without title and numbers
    for activity in ACTIVITIES:
        (line,) = (line for line in lines if activity.title in line)
        assert set(re.findall(r"\d{4}", line)) == set(re.findall(r"\d{4}", activity.when or ""))


def test_counts(kinds: Catalogue) -> None:
    """Of the years, only those that are recorded are counted, and no plan."""
    rows = kinds.stats().records()
    counts = {row["item"]: row["count"] for row in rows if row["group"] == "by start year"}
    assert counts == {"2017": 1, "2018": 2, "2019": 1}


def test_the_same_on_a_card(kinds: Catalogue) -> None:
    """A partnership has its activities in the same order."""
    assert [row["title"] for row in kinds.show("P").record()["activities"]] == list(PERIODS)


def test_the_page_says_the_same(kinds: Catalogue) -> None:
    """On the page, activities stand under the same headings, the latest first."""
    activities = kinds.show("P").record()["activities"]
    phases = kinds.about().record()["phases"]
    assert [(heading, len(found)) for heading, found in newest(activities, phases)] == [
        ("2019", 1),
        ("2018", 2),
        ("2017", 1),
        ("Start year not given", 1),
        ("Phase 2 (2017–2020), year not given", 1),
        ("Phase 3 (since 2021), year not given", 1),
        ("Not dated", 1),
        ("Planned", 2),
    ]


def test_the_bundled_catalogue(catalogue: Catalogue) -> None:
    """Of its activities, those that have only a phase have no period."""
    rows = list(catalogue.timeline().records())
    assert [row["title"] for row in rows if row["period"] and not row["when"]] == []
    assert len([row for row in rows if row["phase"] and not row["when"]]) > 20
