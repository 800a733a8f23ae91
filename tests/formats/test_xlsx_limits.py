"""Workbooks that would take all memory, or never end, are refused where they begin to."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from utpartners.errors import CatalogueError
from utpartners.formats import read, xlsx_limits
from utpartners.formats.workbook import write
from utpartners.progress import no_progress

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from utpartners.store.store import Store

pytestmark = pytest.mark.slow

pytest.importorskip("openpyxl")

NAMESPACE = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
SHEET = "xl/worksheets/sheet1.xml"


def noise(letters: int) -> str:
    """Text that is not packed too well to be of a table."""
    return f"{random.Random(1).getrandbits(letters * 4):x}"  # noqa: S311


def cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{text}</t></is></c>'


def sheet(rows: str, before: str = "", after: str = "") -> str:
    return f"{before}<worksheet {NAMESPACE}><sheetData>{rows}</sheetData>{after}</worksheet>"


ATTACKS: dict[str, tuple[str, Callable[[], str], str]] = {
    "a large cell": (SHEET, lambda: sheet(f"<row>{cell(noise(5_000_000))}</row>"), "row 1 of"),
    "many cells": (
        SHEET, lambda: sheet(f"<row/><row>{''.join(cell(noise(6)) for _ in range(20_000))}</row>"),
        "row 2 of a sheet is larger than 4 MiB",
    ),
    "a row within a row": (
        SHEET, lambda: sheet("<row>" + f"<row>{cell(noise(600_000))}</row>" * 9 + "</row>"),
        "row 1 of",
    ),
    "an attribute": (SHEET, lambda: sheet(f'<row a="{noise(5_000_000)}"/>'), "row 1 of"),
    "beside the rows": (
        SHEET, lambda: sheet("", after=f"<mergeCells>{noise(9_000_000)}</mergeCells>"), "beside",
    ),
    "depth": (SHEET, lambda: sheet("<row>" + "<c>" * 90 + "</c>" * 90 + "</row>"), "too deep"),
    "entities": (
        SHEET, lambda: sheet("<row/>", before='<!DOCTYPE a [<!ENTITY b "c">]>'), "entities",
    ),
    "styles": (
        "xl/styles.xml", lambda: f"<styleSheet {NAMESPACE}>{noise(9_000_000)}</styleSheet>",
        "'xl/styles.xml' is larger than 8 MiB",
    ),
    "a far row": (
        SHEET, lambda: sheet(f'<row>{cell("title")}</row><row r="999999999999">{cell("x")}</row>'),
        "home: this column is required",
    ),
}  # fmt: skip


@pytest.fixture
def workbook(store: Store, tmp_path: Path) -> Path:
    path = tmp_path / "c.xlsx"
    write(store, str(path), no_progress)
    return path


@pytest.mark.parametrize("attack", ATTACKS)
def test_attacks(workbook: Path, tmp_path: Path, attack: str) -> None:
    """Each is told with the path and what is too much."""
    member, content, reason = ATTACKS[attack]
    path = tmp_path / "attack.xlsx"
    with ZipFile(workbook) as old, ZipFile(path, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, content() if name == member else old.read(name))
    with pytest.raises(CatalogueError) as error:
        read(str(path))
    assert str(path) in str(error.value)
    assert reason in str(error.value)


def test_rows(workbook: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet with more rows than Excel has is refused."""
    monkeypatch.setattr(xlsx_limits, "ROWS", 10)
    with pytest.raises(CatalogueError, match="a sheet has more than 10 rows"):
        read(str(workbook))
