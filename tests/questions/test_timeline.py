"""The activities in order of time."""

from __future__ import annotations

from typing import Any

import pytest

from utpartners import Catalogue
from utpartners.errors import NotFound, UsageError


def whens(catalogue: Catalogue, **wanted: Any) -> list[tuple[str | None, str | None]]:
    return [(row["when"], row["calendar"]) for row in catalogue.timeline(**wanted).records()]


def test_all(catalogue: Catalogue) -> None:
    """Without a filter all activities are there; the planned ones last, the dated ones in order."""
    rows = list(catalogue.timeline().records())
    assert len(rows) == 94
    planned = [row["planned"] for row in rows]
    assert planned == sorted(planned)
    years = [row["period"] for row in rows if row["period"] and not row["planned"]]
    assert years == sorted(years)
    assert len(years) > 30


def test_academic_years(catalogue: Catalogue) -> None:
    """AY2019 is April 2019 to March 2020: in March 2020, not in March 2019."""
    assert ("2019", "academic") in whens(catalogue, since="2020-03", until="2020-03")
    assert ("2019", "academic") not in whens(catalogue, since="2019-03", until="2019-03")


def test_open_ends(catalogue: Catalogue) -> None:
    """What goes on since a year is there in any later one, and not before."""
    assert ("2015/..", None) in whens(catalogue, since="2030")
    assert ("2015/..", None) not in whens(catalogue, until="2014")


def test_filters(catalogue: Catalogue) -> None:
    """Partner, department and kind narrow it down together."""
    (row,) = catalogue.timeline(
        partner=["Paris"], dept=["IST"], kind=["symp"], since="2020-04"
    ).records()
    assert row["title"].startswith("AI and the Humanities")


def test_done(catalogue: Catalogue) -> None:
    """What is only planned can be left out."""
    rows = list(catalogue.timeline(done=True).records())
    assert rows
    assert not any(row["planned"] for row in rows)


@pytest.mark.parametrize(
    "wanted",
    [{"since": "abc"}, {"until": "2021-13"}, {"since": "2020", "until": "2019"}],
)
def test_no_times(catalogue: Catalogue, wanted: dict[str, str]) -> None:
    """What is not a date, or ends before it starts, is wrong usage."""
    with pytest.raises(UsageError):
        catalogue.timeline(**wanted)  # type: ignore[arg-type]


def test_unknown_kind(catalogue: Catalogue) -> None:
    """A kind that is none is told with those that there are."""
    with pytest.raises(NotFound, match="'party'") as error:
        catalogue.timeline(kind=["party"])
    assert "workshop" in (error.value.hint or "")
