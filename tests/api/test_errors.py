"""Errors of the Python API: ours, with what may have been meant."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

import pytest

import utpartners
from utpartners import Ambiguous, NotFound, UtpartnersError

if TYPE_CHECKING:
    from collections.abc import Callable

    from utpartners import Catalogue


def test_candidates_of_a_misspelt_name(catalogue: Catalogue) -> None:
    """The ids of the nearest names are candidates, and each is found."""
    with pytest.raises(NotFound) as error:
        catalogue.show("Cambrige")
    assert error.value.candidates[0] == "cambridge"
    for candidate in error.value.candidates:
        assert catalogue.show(candidate).record()["id"]


def test_candidates_of_an_unclear_name(catalogue: Catalogue) -> None:
    """The ids of all records that a name means are candidates."""
    with pytest.raises(Ambiguous) as error:
        catalogue.show("Institute")
    assert len(error.value.candidates) > 1
    for candidate in error.value.candidates:
        assert catalogue.show(candidate).record()["id"]


def test_no_candidates(catalogue: Catalogue) -> None:
    """Where nothing is near, there are no candidates."""
    with pytest.raises(NotFound) as error:
        catalogue.show("zzzzqqqq")
    assert error.value.candidates == ()


@pytest.mark.parametrize(
    "ask",
    [
        lambda catalogue: catalogue.show("ANU"),
        lambda catalogue: catalogue.list(),
        lambda catalogue: catalogue.search("quantum"),
        lambda catalogue: catalogue.sql("SELECT 1"),
        lambda catalogue: catalogue.schema(),
        lambda catalogue: catalogue.records(),
    ],
)
def test_closed(ask: Callable[[Catalogue], Any]) -> None:
    """A catalogue that is closed answers with an error of ours, and can be closed again."""
    catalogue = utpartners.open_catalogue()
    catalogue.close()
    catalogue.close()
    with pytest.raises(UtpartnersError, match="is closed"):
        ask(catalogue)


@pytest.mark.parametrize(
    "ask", [lambda catalogue: catalogue.list(), lambda catalogue: catalogue.sql("SELECT 1")]
)
def test_closed_before_reading(ask: Callable[[Catalogue], Any]) -> None:
    """What was read before is kept; rows that were not read are not silently missing."""
    with utpartners.open_catalogue() as catalogue:
        kept, late = ask(catalogue), ask(catalogue)
        rows = list(kept)
    assert list(kept) == rows != []
    with pytest.raises(UtpartnersError, match="is closed"):
        list(late)


def test_parameters(catalogue: Catalogue) -> None:
    """Values of a statement are bound: in their order, by name, a text as one value."""
    statement = "SELECT id FROM partnership WHERE id = ?"
    injected = "x' OR 1 --"
    assert list(catalogue.sql(statement, ["anu"])) == [("anu",)]
    assert list(catalogue.sql(statement, "anu")) == [("anu",)]
    assert list(catalogue.sql(statement, [injected])) == []
    assert list(catalogue.sql("SELECT :a, :b", {"a": None, "b": 1.5})) == [(None, 1.5)]
    assert list(catalogue.sql("SELECT ?", [datetime.date(2021, 4, 1)])) == [("2021-04-01",)]
    several = "SELECT id FROM partnership WHERE id IN (SELECT value FROM json_each(:ids))"
    assert len(catalogue.sql(several, {"ids": ["anu", "tum"]})) == 2


@pytest.mark.parametrize(
    ("statement", "parameters"),
    [
        ("SELECT ?", ()),
        ("SELECT ?", [1, 2]),
        ("SELECT :a", {}),
        ("SELECT ?", [2**70]),
        ("SELECT ?", [{}]),
    ],
)
def test_wrong_parameters(catalogue: Catalogue, statement: str, parameters: Any) -> None:
    """Values that do not fit the statement are an error that says what is expected."""
    with pytest.raises(UtpartnersError, match="sql: ") as error:
        catalogue.sql(statement, parameters)
    assert "a list for ?, a mapping for :name" in (error.value.hint or "")


def test_public_names_are_listed() -> None:
    """``dir`` lists the public names, although they are imported when they are first used."""
    assert dir(utpartners) == sorted(utpartners.__all__)
    assert "open_catalogue" in dir(utpartners)
