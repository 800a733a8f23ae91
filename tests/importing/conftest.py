"""Reads lists that tests state as rows, as text, or as a workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from utpartners.importing.importer import Import, Options

from .said import csv_of

HOME = Options(home="Kita University, Japan")

Rows = list[list[Any]]


@pytest.fixture
def read(tmp_path: Path) -> Any:
    """Return a function that reads rows, text, or a workbook, with the lines of a map.

    Rows are read as CSV, which takes no process of its own as a workbook does.
    """

    def read(content: Rows | str | openpyxl.Workbook, map: str = "", home: str = "") -> Import:
        path = tmp_path / ("list.xlsx" if isinstance(content, openpyxl.Workbook) else "list.csv")
        if isinstance(content, openpyxl.Workbook):
            content.save(path)
        else:
            text = content if isinstance(content, str) else csv_of(content)
            path.write_text(text, encoding="utf-8", newline="")
        (tmp_path / "list.map.toml").write_text(map, encoding="utf-8")
        options = HOME._replace(home=home) if home else HOME
        return Import(str(path), str(tmp_path / "ours.toml"), options)

    return read
