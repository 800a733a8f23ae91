"""``dept`` and ``depts``: departments and their partnerships."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from utpartners.api import Catalogue
    from utpartners.model import Catalogue as Records


def ids(catalogue: Catalogue, words: str, any: bool = False) -> list[str]:
    return [record["id"] for record in catalogue.dept(*words.split(), any=any).records()]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("GS Econ", ["anu", "uchicago"]),
        ("GS Law and Politics GraSPP", ["pku", "snu"]),
        ("gs law and politics", ["pku", "snu"]),
        ("ERI ITC", []),
        ("III/GSII IIS", ["snu", "tsinghua", "ytu"]),
        ("Hospital IFI", ["vnu", "ytu"]),
        ("DUCR", ["tsinghua"]),
    ],
)
def test_all_of_them(catalogue: Catalogue, words: str, expected: list[str]) -> None:
    """Several departments in a row: the partnerships that have all of them."""
    assert ids(catalogue, words) == expected


def test_any_of_them(catalogue: Catalogue) -> None:
    """With ``any``, the partnerships that have one of them at least, each once."""
    assert ids(catalogue, "ERI AORI ITC", any=True) == ["anu", "ntu", "chile-mexico"]


def test_title(catalogue: Catalogue) -> None:
    """The title says which departments were understood, and how they were joined."""
    title = catalogue.dept("IIS", "Hospital").title
    assert "Institute of Industrial Science (IIS) and The University of Tokyo Hospital" in title
    assert "(IIS) or The" in catalogue.dept("IIS", "Hospital", any=True).title


def test_depts(catalogue: Catalogue, utokyo: Records) -> None:
    """Every department in the order of the file, with the partnerships that have it."""
    partners = {
        d.id: [p.id for p in utokyo.partnerships if d.id in p.departments]
        for d in utokyo.departments
    }
    assert [tuple(row) for row in catalogue.depts()] == [
        (d.code, d.id, d.name, d.kind, len(partners[d.id]), partners[d.id])
        for d in utokyo.departments
    ]


def test_counts(catalogue: Catalogue) -> None:
    """The counts are those of the 105 links; GS Eng has the most, no department none."""
    counts = Counter({r["code"]: r["partnerships"] for r in catalogue.depts().records()})
    assert counts.total() == 105
    assert counts.most_common(1) == [("GS Eng", 14)]
    assert list(catalogue.depts(without=True)) == []


def test_without(small: Catalogue) -> None:
    """``without`` keeps the departments of no partnership."""
    assert [tuple(row)[:1] for row in small.depts(without=True)] == [("+Eng",)]
