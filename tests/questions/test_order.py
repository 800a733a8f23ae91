"""``--sort`` and ``--limit``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners.answers import Column, Table
from utpartners.api import Catalogue
from utpartners.errors import UsageError
from utpartners.questions.order import arranged

if TYPE_CHECKING:
    from collections.abc import Callable

COLUMNS = (Column("name", heading="Partner"), Column("count", "number"), Column("codes", "list"))
ROWS = [
    ("Zypern", 2, ["b"]),
    ("Ägypten", None, []),
    ("österreich", 10, ["a", "c"]),
    ("Andorra", 2, ["a"]),
]


def names(sort: str | None, limit: int | None = None) -> list[str]:
    return [row[0] for row in arranged(Table(COLUMNS, ROWS, section="name"), sort, limit)]


def test_text() -> None:
    """Text is sorted as people read it: accents and case count last."""
    assert names("name") == ["Ägypten", "Andorra", "österreich", "Zypern"]
    assert names("-name") == ["Zypern", "österreich", "Andorra", "Ägypten"]


def test_numbers_and_lists() -> None:
    """Numbers are sorted by size and lists by length; what is not known comes last."""
    assert names("count") == ["Zypern", "Andorra", "österreich", "Ägypten"]
    assert names("-count") == ["österreich", "Zypern", "Andorra", "Ägypten"]
    assert names("codes") == ["Ägypten", "Andorra", "Zypern", "österreich"]


def test_several_keys() -> None:
    """Further keys sort what is equal in the first."""
    assert names("-count,name") == ["österreich", "Andorra", "Zypern", "Ägypten"]


@pytest.mark.parametrize("key", ["NAME", "Partner", "partner", "names"[:-1]])
def test_keys(key: str) -> None:
    """A column is named by its key or heading, in any case."""
    assert names(key)[0] == "Ägypten"


def test_singular() -> None:
    """A column of several things can be named by one of them."""
    assert names("code") == names("codes")


def test_unknown_key() -> None:
    """What is no column is refused, with those that there are."""
    with pytest.raises(UsageError, match="'size'") as refused:
        names("size")
    assert "name, count, codes" in str(refused.value)


@pytest.mark.parametrize(("limit", "count"), [(0, 0), (2, 2), (9, 4), (2**70, 4), (None, 4)])
def test_limit(limit: int | None, count: int) -> None:
    """A limit keeps the first rows; any number may be given."""
    assert len(names(None, limit)) == count


def test_negative_limit(catalogue: Catalogue) -> None:
    """A negative number of rows is wrong usage, and told with the number."""
    with pytest.raises(UsageError, match="--limit: -1 is negative"):
        catalogue.list(limit=-1)


def test_no_sections() -> None:
    """Rows in an order of their own stand under no headings, which would be repeated."""
    assert arranged(Table(COLUMNS, ROWS, section="name"), "count", None).section is None


def test_best_first(catalogue: Catalogue) -> None:
    """Sorting comes before the limit."""
    rows = catalogue.list(sort="-activities", limit=2).records()
    assert [row["id"] for row in rows] == ["uchicago", "tum"]


@pytest.mark.parametrize(
    "ask",
    [
        lambda catalogue, **asked: catalogue.timeline(**asked),
        lambda catalogue, **asked: catalogue.timeline(status="primary", **asked),
        lambda catalogue, **asked: catalogue.agreements(**asked),
        lambda catalogue, **asked: catalogue.agreements(signed="2013", **asked),
    ],
)
@pytest.mark.parametrize("limit", [0, 1, 2, 40, 10**30])
def test_the_first_in_an_order_of_time(
    catalogue: Catalogue, ask: Callable[..., Table], limit: int
) -> None:
    """Activities and agreements, of which SQL sorts only the first, are the first of all."""
    everything = list(ask(catalogue))
    assert everything
    first = ask(catalogue, limit=limit)
    assert list(first) == everything[:limit]
    said = f"the first {limit} are shown" in first.counted()
    assert said == (limit < len(everything))
    by_name = list(ask(catalogue, sort="partnership"))
    assert list(ask(catalogue, sort="partnership", limit=limit)) == by_name[:limit]
