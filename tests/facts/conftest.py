"""Gives each test here the second entry of its name: ``test_links`` compares ``links.csv``."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from utpartners.model import Catalogue, Partnership


def entry(test: str) -> list[dict[str, str]]:
    path = Path(__file__).parent / f"{test.removeprefix('test_')}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def named(row: dict[str, str]) -> str:
    return " · ".join(value for value in row.values() if value)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that asks for a row runs once for each."""
    if "row" in metafunc.fixturenames:
        metafunc.parametrize("row", entry(metafunc.function.__name__), ids=named)


@pytest.fixture
def rows(request: pytest.FixtureRequest) -> list[dict[str, str]]:
    """All rows at once."""
    return entry(request.function.__name__)


@pytest.fixture
def entered() -> Callable[[str], list[dict[str, str]]]:
    """All rows of the second entry of a name, for a test that has another."""
    return entry


@pytest.fixture(scope="session")
def partners(utokyo: Catalogue) -> dict[str, Partnership]:
    return {partnership.name: partnership for partnership in utokyo.partnerships}
