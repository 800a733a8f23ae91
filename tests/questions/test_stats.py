"""Counts that each name their unit."""

from __future__ import annotations

from utpartners import Catalogue


def test_counts(catalogue: Catalogue) -> None:
    """The totals are those of the facts."""
    rows = {
        (row["group"], row["item"]): (row["count"], row["unit"])
        for row in catalogue.stats().records()
    }
    assert rows["totals", "partner institutions"] == (27, "institutions")
    assert rows["totals", "partner countries"] == (14, "countries")
    assert rows["totals", "department–partnership links"] == (105, "links")
    assert rows["by status", "primary"] == (9, "partnerships")
    assert rows["by country", "United States"] == (3, "partnerships")
    assert rows["by department", "GS Eng"] == (14, "partnerships")
    assert rows["most departments", "tsinghua"] == (11, "departments")
    assert rows["most shared partnerships", "GS Eng and GS Sci"] == (8, "partnerships")


def test_units(catalogue: Catalogue) -> None:
    """Every count has a unit."""
    assert all(row["unit"] for row in catalogue.stats().records())


def test_activities_add_up(catalogue: Catalogue) -> None:
    """The kinds of what was done add up to all that was done."""
    rows = list(catalogue.stats().records())
    (total,) = [row["count"] for row in rows if row["item"] == "activities reported"]
    assert sum(row["count"] for row in rows if row["group"] == "by kind of activity") == total
