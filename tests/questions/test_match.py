"""Names from elsewhere, each with what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners import Catalogue

if TYPE_CHECKING:
    from tests.conftest import Rendered


@pytest.mark.parametrize(
    ("text", "kind", "id", "how"),
    [
        ("Peking University", "partnership", "pku", "exact"),
        ("北京大学", "partnership", "pku", "alias"),
        ("TUM", "partnership", "tum", "exact"),
        ("KTH", "institution", "kth", "exact"),
        ("gs-eng", "department", "GS Eng", "exact"),
        ("Univ. of Cambridge", "partnership", "cambridge", "part"),
        ("Vietnam National University Hanoi", "partnership", "vnu", "exact"),
    ],
)
def test_meant(catalogue: Catalogue, text: str, kind: str, id: str, how: str) -> None:
    """A name, an alias, and a part of one name mean a record; a sole member its partnership."""
    (row,) = catalogue.match([text]).records()
    assert (row["kind"], row["id"]) == (kind, id)
    assert row["how"] in (how, "alias")
    assert row["candidates"] == []


@pytest.mark.parametrize(
    ("text", "how", "candidate"),
    [
        ("University of Cambrige", "fuzzy", "cambridge"),
        ("Tsingua Univ", "fuzzy", "tsinghua"),
        ("University", "part", "anu"),
        ("UC", "alias", "uchicago"),
    ],
)
def test_not_sure(catalogue: Catalogue, text: str, how: str, candidate: str) -> None:
    """What is alike, or may be several, has candidates and no id: nothing fuzzy is ever sure."""
    (row,) = catalogue.match([text]).records()
    assert (row["id"], row["how"]) == (None, how)
    assert candidate in row["candidates"]
    assert row["confidence"] < 1


@pytest.mark.parametrize("text", ["Atlantis", "", "!?", "x" * 10_000])
def test_none(catalogue: Catalogue, text: str) -> None:
    """What is like nothing says so."""
    (row,) = catalogue.match([text]).records()
    assert (row["id"], row["how"], row["confidence"]) == (None, "none", 0.0)


def test_a_row_each(catalogue: Catalogue) -> None:
    """Each text has its row, in order, with the text as it came."""
    texts = ["ANU", "anu ", "ANU", "?"]
    assert [row["input"] for row in catalogue.match(texts).records()] == texts


def test_alike_is_less_than_a_part(catalogue: Catalogue) -> None:
    """What is merely alike has less confidence than any part that is accepted."""
    rows = list(catalogue.match(["Cambrige", "Univ. of Cambridge"]).records())
    assert [row["how"] for row in rows] == ["fuzzy", "part"]
    assert rows[0]["confidence"] < rows[1]["confidence"]


def test_no_departments_for_a_university(catalogue: Catalogue) -> None:
    """Candidates are partners or departments, as the best of them is."""
    (row,) = catalogue.match(["Universty of Cambrige"]).records()
    assert "cambridge" in row["candidates"]
    assert not set(row["candidates"]) & {d["id"] for d in catalogue.depts().records()}


@pytest.mark.parametrize(
    ("text", "id", "home", "candidates"),
    [
        ("Peking University", "pku", "utokyo", []),
        ("KTH", "kth", None, []),
        ("ANU", None, None, ["utokyo/anu", "kyoto/anu"]),
        ("GS Eng", None, None, ["utokyo/GS Eng", "kyoto/GS Eng"]),
    ],
)
def test_of_several_homes(
    both: Catalogue, text: str, id: str | None, home: str | None, candidates: list[str]
) -> None:
    """A record has the home that it belongs to, an institution none; candidates name theirs."""
    (row,) = both.match([text]).records()
    assert (row["id"], row["home"], row["candidates"]) == (id, home, candidates)
    assert row["confidence"] == (0.5 if candidates else 1.0)


def test_people_see_the_home(both: Catalogue, catalogue: Catalogue, rendered: Rendered) -> None:
    """The home stands before the id that it belongs to, and only where there are several."""
    seen = rendered(both.match(["Peking University", "KTH"]), "table", terminal=True)
    assert "utokyo/pku" in seen
    assert "/kth" not in seen
    alone = catalogue.match(["Peking University"])
    assert "home" not in [column.key for column in alone.columns]
    assert "utokyo/" not in rendered(alone, "table", terminal=True)
