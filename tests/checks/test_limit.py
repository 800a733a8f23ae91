"""Files with very many problems: the first are told, and that there are more."""

from __future__ import annotations

from pathlib import Path

import pytest

from utpartners import diagnostics
from utpartners.formats import check, document, find_form, read, write
from utpartners.similarity import LONGEST, nearest_texts

HEAD = '[catalogue]\ntitle = "T"\nhome = "h"\n[[country]]\ncode = "JP"\nname = "Japan"\n'
HOME = '[[institution]]\nid = "h"\nname = "Home"\ncountry = "JP"\nnames = { ja = "H" }\n'
MOST, MANY = 100, 105
MORE = "more than 100 problems of one kind; the others are not listed"


@pytest.fixture(autouse=True)
def _few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tell of a hundred problems of one kind, and not of ten thousand."""
    for module in (diagnostics, document):
        monkeypatch.setattr(module, "MOST_PROBLEMS", MOST)


def told(path: Path) -> list[str]:
    return [one.problem.message for one in check(str(path))]


@pytest.mark.parametrize(
    "text",
    [
        HEAD + HOME + "[[department]]\n" + "".join(f"k{n} = 1\n" for n in range(MANY)),
        HEAD + HOME * (MANY + 1),
    ],
    ids=["unknown keys", "the same id"],
)
def test_of_text(tmp_path: Path, text: str) -> None:
    """Of the problems of one rule, no more are told; the others have theirs."""
    (tmp_path / "c.toml").write_text(text)
    found = told(tmp_path / "c.toml")
    assert found.count(f"catalogue file: {MORE}") == 1
    assert MOST < len(found) < MOST + 10


def test_repeated_keys_of_json(tmp_path: Path) -> None:
    """Keys that stand twice are counted likewise."""
    repeated = '"a": 1, ' * MANY
    (tmp_path / "c.json").write_text('{"catalogue": {' + repeated + '"home": "h"}}')
    assert f"catalogue file: {MORE}" in told(tmp_path / "c.json")


@pytest.mark.parametrize(
    "table",
    [
        "code,name" + "".join(f",u{n}" for n in range(MANY)) + "\n",
        "code,id,name\n" + "A,a,A,x\n" * MANY,
        "code,id,name\n" + ",,x\n" * MANY,
    ],
    ids=["columns", "cells", "codes"],
)
def test_of_a_table(tmp_path: Path, table: str) -> None:
    """A table is read no further than that many problems."""
    write_package(tmp_path)
    (tmp_path / "department.csv").write_text(table)
    found = told(tmp_path)
    assert any(one.endswith(MORE) for one in found)
    assert len(found) < 2 * MOST + 10


def test_rows_that_belong_nowhere(tmp_path: Path) -> None:
    """Rows of records that are not there are problems of their table, and counted likewise."""
    write_package(tmp_path)
    (tmp_path / "institution_name.csv").write_text(
        "institution,language,text\n" + "nobody,ja,x\n" * MANY
    )
    found = told(tmp_path)
    assert sum("there is no institution 'nobody'" in one for one in found) == MOST
    assert any(one.endswith(MORE) for one in found)


def write_package(folder: Path) -> None:
    (folder / "c.toml").write_text(HEAD + HOME)
    form = find_form("package", None)
    assert form is not None
    target = folder / "package"
    write(read(str(folder / "c.toml")), str(target), form)
    for path in target.iterdir():
        path.rename(folder / path.name)
    (folder / "c.toml").unlink()


def test_an_endless_word() -> None:
    """A word of any length is compared with others in little memory: it is like none."""
    assert nearest_texts("a" * LONGEST, ["a" * LONGEST]) == ["a" * LONGEST]
    assert nearest_texts("a" * (LONGEST + 1), ["a" * (LONGEST + 1)]) == []
