"""What partnerships or departments share."""

from __future__ import annotations

import pytest

from utpartners import Catalogue
from utpartners.errors import UsageError, UtpartnersError


def test_partnerships(catalogue: Catalogue) -> None:
    """Partnerships are compared by their departments; the shared ones come first."""
    rows = list(catalogue.compare("ANU", "Cambridge").records())
    assert rows[0] == {"name": "GS Eng", "anu": True, "cambridge": True, "shared": True}
    shared = [row["shared"] for row in rows]
    assert shared == sorted(shared, reverse=True)
    assert {row["name"] for row in rows if row["anu"]} == {
        "GS Sci", "GS Eng", "GS Econ", "GS A&S", "GraSPP", "ERI", "AORI",
    }  # fmt: skip


def test_departments(catalogue: Catalogue) -> None:
    """Departments are compared by their partnerships, named one after the other without quotes."""
    rows = list(catalogue.compare("GS", "Law", "and", "Politics", "GraSPP").records())
    assert [row["name"] for row in rows if row["shared"]] == ["pku", "snu"]
    assert list(rows[0]) == ["name", "GS Law and Politics", "GraSPP", "shared"]


def test_a_member_means_its_group(catalogue: Catalogue) -> None:
    """The name of a member stands for the partnership that it is in."""
    assert "stockholm" in next(catalogue.compare("KTH", "ANU").records())


def test_one_is_too_few(catalogue: Catalogue) -> None:
    """One thing cannot be compared, also when it is named twice."""
    with pytest.raises(UsageError):
        catalogue.compare("ANU", "Australian", "National", "University")


def test_different_things(catalogue: Catalogue) -> None:
    """A department is not compared with a partnership."""
    with pytest.raises(UtpartnersError, match="departments cannot be compared with partnerships"):
        catalogue.compare("ANU", "GS Eng")
