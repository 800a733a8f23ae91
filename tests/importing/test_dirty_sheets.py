"""Lists with all the dirt of real ones: no row is silently wrong."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tests.slow import quick_are

from utpartners.importing.importer import Import, Options

from .dirty_sheets import LANGUAGES, MAP, Maker, Row
from .layouts import as_csv, as_workbook

HOME = Options(home="Kita University, Japan")

ROWS = 300


def _read(path: Path, folder: Path) -> Import:
    return Import(str(path), str(folder / "ours.toml"), HOME)


def _said(entry: Any, departments: dict[str, str]) -> list[dict[str, Any]]:
    """What an entry says of agreements, in the terms of the truth."""
    fields = ("kind", "signed", "ends", "term", "renews")
    found = []
    for one in entry.agreements:
        said = {field: one[field] for field in fields if field in one}
        said["departments"] = [departments[id] for id in one.get("departments", [])]
        found.append(said)
    return found


def _check(found: Import, rows: list[Row], maker: Maker) -> None:
    """No row that is ready says anything but the truth, and what is unclear is asked."""
    assert len(found.entries) == len(rows)
    new = {one.id: one.name for entry in found.entries for one in entry.new_departments}
    by_name = {maker.department_id(name): name for row in rows for name in row.departments}
    departments = {id: by_name[name] for id, name in new.items()}
    truth = {row.cells["number"]: row for row in rows}
    for entry in found.entries:
        number = int(next(float(str(cell)) for cell in entry.cells if cell is not None))
        row = truth[number]
        if not row.is_clear:
            continue
        if entry.looks:
            continue
        assert entry.partner is not None
        assert (entry.partner.name.casefold(), entry.partner.country) == (
            row.partner.casefold(),
            row.country,
        )
        assert _said(entry, departments) == row.agreements, row
    ready = [entry for entry in found.entries if not entry.looks]
    unclear = {row.cells["number"] for row in rows if not row.is_clear}
    asked = {int(float(str(entry.cells[0]))) for entry in found.entries if entry.looks}
    assert unclear <= asked
    assert len(ready) >= 0.8 * len(rows), [entry.looks for entry in found.entries if entry.looks]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("order", quick_are(["dmy"], ["dmy", "mdy"]))
def test_text(tmp_path: Path, language: str, order: str) -> None:
    """A CSV file in each language and encoding is read right, or asked about."""
    maker = Maker(7, language, order=order)
    rows = maker.rows(ROWS)
    path = tmp_path / "list.csv"
    path.write_bytes(as_csv(maker, rows))
    _check(_read(path, tmp_path), rows, maker)


LAYOUTS = (
    "merged", "two headers", "headings", "sheets", "first row only", "columns of kinds",
    "countries",
)  # fmt: skip
"""Those of workbooks; the eighth is that of text."""


@pytest.mark.parametrize("layout", quick_are(["merged", "two headers"], LAYOUTS))
def test_workbooks(tmp_path: Path, layout: str) -> None:
    """A workbook in each layout is read right, or asked about."""
    maker = Maker(11, "en")
    rows = maker.rows(ROWS)
    path = tmp_path / "list.xlsx"
    as_workbook(maker, rows, str(path), layout)
    _check(_read(path, tmp_path), rows, maker)


@pytest.mark.parametrize("language", quick_are(["en", "ja"], LANGUAGES))
def test_map_decides(tmp_path: Path, language: str) -> None:
    """With a short map, every row is ready."""
    maker = Maker(13, language)
    rows = maker.rows(ROWS)
    path = tmp_path / "list.csv"
    path.write_bytes(as_csv(maker, rows))
    (tmp_path / "list.map.toml").write_text(MAP.format(order="dmy"), encoding="utf-8")
    found = _read(path, tmp_path)
    assert [entry.looks for entry in found.entries if entry.looks] == []
