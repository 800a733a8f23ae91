"""The page of catalogues that lack something, or have too much of it."""

from __future__ import annotations

import sys

import pytest
from tests.page.conftest import Paged, Read

from utpartners import page as package
from utpartners.errors import UtpartnersError

PARTNER = """
[[institution]]
id = "{id}"
name = "{name}"
country = "JP"
{place}
"""

PARTNERSHIP = """
[[partnership]]
id = "{id}"
name = "{name}"
status = "primary"
members = ["{id}"]
"""

PLACE = "latitude = 35.0\nlongitude = 135.0"


def partner(id: str = "one", name: str = "One", place: str = "", more: str = "") -> str:
    """An institution and its partnership; ``more`` are keys and tables of the partnership."""
    institution = PARTNER.format(id=id, name=name, place=place)
    return institution + PARTNERSHIP.format(id=id, name=name) + more


def sections(read: Read) -> list[str]:
    """The ids of the sections of a page."""
    return [found["id"] for tag, found in read.elements if tag == "section"]


def test_none(paged: Paged) -> None:
    """A catalogue without partnerships has a page that says so, without empty pictures."""
    read = paged("")
    assert sections(read) == ["partners", "records", "about"]
    assert read.has("No partnerships yet")


def test_one_without_anything(paged: Paged) -> None:
    """A partnership alone, without place, departments or activities, is shown as it is."""
    read = paged(partner())
    assert sections(read) == ["partners", "records", "about"]
    assert read.has("1 primary partnership with 1 institution in 1 country")
    assert read.has("No activities recorded.")


def test_some_without_a_place(paged: Paged) -> None:
    """The map shows the institutions with a place; without any place there is no map."""
    both = paged(partner("one", "One", PLACE) + partner("two", "Two"))
    assert "map" in both.values("id")
    assert both.has("A map of the world with 1 partner institutions in Japan.")
    assert "map" not in paged(partner("two", "Two")).values("id")


def test_without_departments(paged: Paged) -> None:
    """There is no matrix where there are no links."""
    activity = '[[partnership.activity]]\ntitle = "Talk"\nkind = "lecture"\nwhen = "2019"\n'
    assert sections(paged(partner(more=activity))) == ["partners", "records", "years", "about"]


def test_times_without_end_or_beginning(paged: Paged) -> None:
    """Open times neither widen the bars nor break them; what is far back is in the text alone."""
    activities = "".join(
        f'[[partnership.activity]]\ntitle = "T{n}"\nkind = "lecture"\nwhen = "{when}"\n'
        for n, when in enumerate(("2015/..", "../2012", "1450", "2021-02", "0000", "9999"))
    )
    read = paged(partner(more=activities))
    assert read.has("since 2015")
    assert read.has("until 2012")
    labels = [found for found in read.values("aria-label") if "2021" in found]
    assert read.has("1450 1")
    assert labels == [
        (
            "Activities by the year in which they began, 1942 to 2021; "
            "the list below contains the same data."
        )
    ]


def test_many(paged: Paged) -> None:
    """Of many partnerships the pictures show countries and counts, and say so."""
    department = '[[department]]\ncode = "{0}"\nid = "{0}"\nname = "{0}"\n'
    links = "departments = [{}]\n".format(", ".join(f'"d{n}"' for n in range(9)))
    text = "".join(department.format(f"d{n}") for n in range(9))
    text += "".join(partner(f"p{n}", f"P{n}", PLACE, links) for n in range(70))
    read = paged(text)
    assert read.has("Japan 70")
    assert "partners many" in read.values("class")
    assert "matrix of-countries" in read.values("class")


def test_too_many(paged: Paged, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the stated size there is no page, but an error that says what to use."""
    monkeypatch.setattr(package, "MOST", 2)
    text = "".join(partner(f"p{n}", f"P{n}") for n in range(3))
    with pytest.raises(
        UtpartnersError, match="at most 2 partnerships, and this one would have 3"
    ) as raised:
        paged(text)
    assert "datasette" in str(raised.value.hint)


def test_without_jinja(paged: Paged, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where Jinja is not installed, the error says how to install it."""
    monkeypatch.setitem(sys.modules, "jinja2", None)
    monkeypatch.delitem(sys.modules, "utpartners.page.rendered", raising=False)
    with pytest.raises(UtpartnersError, match="needs jinja2") as raised:
        paged("")
    assert "pip install jinja2" in str(raised.value.hint)
