"""Names that are no longer in use, and what became of who had them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from msgspec.structs import replace

from utpartners.api import Catalogue
from utpartners.cli.completion import named
from utpartners.errors import NotFound
from utpartners.model import Department, FormerName, Institution

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.model import Catalogue as Records


@pytest.fixture
def catalogue(built: Built, utokyo: Records) -> Catalogue:
    """ANU and GS Eng had other names, and a university and a department became part of them."""
    former = {
        "anu": [FormerName("Canberra University College", until="1960")],
        "kth": [FormerName("Teknologiska institutet", until="1877")],
        "gs-sci": [FormerName("School of Science and Engineering")],
        "gs-eng": [FormerName("Imperial College of Engineering", until="1886")],
    }
    gone = [
        Institution(id="isa", name="Institute of the Arts", country="AU", until="1992",
                    successor="anu"),
        Institution(id="art", name="School of Music", country="AU", successor="isa"),
        Institution(id="end", name="Vanished College", country="AU", until="1950"),
    ]  # fmt: skip
    old = Department(code="Mines", id="mines", name="School of Mines", until="1900",
                     successor="gs-eng")  # fmt: skip
    institutions = [replace(one, former=former.get(one.id, [])) for one in utokyo.institutions]
    departments = [replace(one, former=former.get(one.id, [])) for one in utokyo.departments]
    records = replace(utokyo, institutions=[*institutions, *gone], departments=[*departments, old])
    return Catalogue(built(records))


NOTES = {
    "anu": "Canberra University College is a former name of Australian National University (anu).",
    "kth": "Teknologiska institutet is a former name of KTH Royal Institute of Technology (kth).",
    "eng": "Imperial College of Engineering is a former name of Graduate School of Engineering "
    "(GS Eng).",
}


@pytest.mark.parametrize(
    "typed", ["Canberra University College", "canberra college", "Canberra Univ"]
)
def test_show(catalogue: Catalogue, typed: str) -> None:
    """The record is found by a former name or a part of one, and a note says so."""
    assert catalogue.show(typed).record()["id"] == "anu"
    assert catalogue.store.notes == [NOTES["anu"]]


def test_a_member(catalogue: Catalogue) -> None:
    """The former name of a member is said to be its own, not that of its group."""
    assert catalogue.show("Teknologiska institutet").record()["id"] == "stockholm"
    assert catalogue.store.notes == [NOTES["kth"]]


def test_departments(catalogue: Catalogue) -> None:
    """So with departments, as words, as options and in a row."""
    expected = [row["id"] for row in catalogue.dept("gs-eng").records()]
    for words in (["Imperial", "College", "of", "Engineering"], ["imperial"]):
        catalogue.store.notes.clear()
        assert [row["id"] for row in catalogue.dept(*words).records()] == expected
        assert catalogue.store.notes == [NOTES["eng"]]
    catalogue.store.notes.clear()
    assert [row["id"] for row in catalogue.list(dept="Imperial College").records()] == expected
    assert [row["id"] for row in catalogue.list("Imperial", "College").records()] == expected
    assert set(catalogue.store.notes) == {NOTES["eng"]}


def test_names_in_use_come_first(catalogue: Catalogue) -> None:
    """A part of a name in use is no former name, and leaves no doubt about one."""
    assert catalogue.dept("engineering").title.startswith("Graduate School of Engineering")
    read = "'engineering' read as Graduate School of Engineering (GS Eng)."
    assert catalogue.store.notes == [read]


def test_search_and_match(catalogue: Catalogue) -> None:
    """Search finds former names, and match says that it is one."""
    assert next(catalogue.search("teknologiska").records())["id"] == "kth"
    (row,) = catalogue.match(["Canberra University College"]).records()
    assert (row["id"], row["how"], row["confidence"]) == ("anu", "former", 1.0)


def test_completion(catalogue: Catalogue) -> None:
    """A former name is completed as others are."""
    found = named.names(catalogue.store, ["partnership", "institution"], "Canberra Univ")
    assert [one.value for one in found] == ["Canberra University College"]


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        (
            "isa",
            "Institute of the Arts (isa), until 1992, is now Australian National University (anu).",
        ),
        ("School of Music", "School of Music (art) is now Australian National University (anu)."),
    ],
)
def test_successors(catalogue: Catalogue, typed: str, note: str) -> None:
    """An institution without a partnership leads to what it became, however many steps away."""
    assert catalogue.show(typed).record()["id"] == "anu"
    assert catalogue.store.notes == [note]


def test_no_successor(catalogue: Catalogue) -> None:
    """One that became nothing else still belongs to no partnership."""
    with pytest.raises(NotFound, match="belongs to no partnership"):
        catalogue.show("end")


def test_departments_that_are_gone(catalogue: Catalogue) -> None:
    """A department that is gone is answered as it is, and a note says what it became."""
    assert list(catalogue.dept("mines")) == []
    assert catalogue.store.notes == [
        "School of Mines (Mines), until 1900, is now Graduate School of Engineering (GS Eng)."
    ]


def test_a_circle(built: Built, utokyo: Records) -> None:
    """Institutions that are said to have become each other end nothing."""
    circle = [
        Institution(id="a", name="Aaa", country="AU", successor="b"),
        Institution(id="b", name="Bbb", country="AU", successor="a"),
    ]
    records = replace(utokyo, institutions=[*utokyo.institutions, *circle])
    with pytest.raises(NotFound):
        Catalogue(built(records)).show("Aaa")
