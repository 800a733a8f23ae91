"""Ended partnerships are not on the page, which says how many there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest
import tomli
from tests.page.conftest import Paged, Read
from tests.questions.test_ended import OFFICE

from utpartners.model import Catalogue
from utpartners.page import page

if TYPE_CHECKING:
    from tests.conftest import Built

    from utpartners.store.store import Store

NOTE = "Not listed: 1 partnership that has ended."


@pytest.fixture
def office(built: Built) -> Store:
    """A catalogue with one partnership that goes on and one that has ended."""
    return built(msgspec.convert(tomli.loads(OFFICE), Catalogue))


def test_without(office: Store) -> None:
    """Nothing of it is there, in list, counts, matrix, years, search or data; departments stay."""
    shown = Read("".join(page(office)))
    assert "minami" not in shown.html.lower()
    assert "Talks" not in shown.html
    assert shown.has("1 partnership with 1 institution in 1 country: 1 Active partners")
    assert shown.has(NOTE)
    assert shown.has("Its option --all adds the partnerships that have ended.")
    assert shown.has("School of Engineering")


def test_with(office: Store) -> None:
    """It is there where it is asked for, under its status, and nothing is left out then."""
    shown = Read("".join(page(office, ended=True)))
    assert shown.has("Minami University")
    assert shown.has("Talks")
    assert not shown.has("Not listed")


def test_none_has_ended(bundled: Read, paged: Paged) -> None:
    """A page of a catalogue without any says nothing of it."""
    for shown in (bundled, paged("")):
        assert not shown.has("Not listed")
        assert not shown.has("--all")
