"""``utpartners import``, as an office uses it from month to month."""

from __future__ import annotations

import csv
import json
import os
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import tomli

HOME = ("--home", "Kita University, Japan")

LIST = """\
Partner University,Country,Type,Date signed,Valid until,Faculty,Contact
University of Seestadt,Austria,MoU,25/04/2019,2024-04-24,Faculty of Law,A. Mori <mori@kita.example>
Northfield University,Canada,SEA,01/05/2020,unlimited,Faculty of Law,
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a list."""
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    return tmp_path


def _states(done: subprocess.CompletedProcess[str]) -> list[str]:
    return [row["state"] for row in json.loads(done.stdout)]


def _catalogue(folder: Path) -> dict[str, Any]:
    return tomli.loads((folder / "ours.toml").read_text(encoding="utf-8"))


def _import(run: Any, folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    done = run("import", "list.csv", "--into", "ours.toml", "--json", *more, cwd=folder)
    assert isinstance(done, subprocess.CompletedProcess)
    return done


def test_dry_run(run: Any, folder: Path) -> None:
    """Without --write there is no catalogue, but a map of the list."""
    done = _import(run, folder, *HOME)
    assert (done.returncode, _states(done)) == (0, ["new", "new"])
    assert sorted(os.listdir(folder)) == ["list.csv", "list.map.toml"]
    assert tomli.loads((folder / "list.map.toml").read_text())["columns"]["Valid until"] == "ends"


def test_write_and_again(run: Any, folder: Path) -> None:
    """What is written passes check, and a second run has nothing to do."""
    _import(run, folder, *HOME, "--write")
    assert run("check", "ours.toml", cwd=folder).returncode == 0
    first, second = _catalogue(folder)["partnership"]
    assert first["agreement"] == [
        {
            "kind": "general", "departments": ["faculty-law"], "signed": "2019-04-25",
            "ends": "2024-04-24", "people": ["a-mori"],
        }
    ]  # fmt: skip
    assert second["agreement"][0]["term"] == "open"
    before = (folder / "ours.toml").read_bytes()
    again = _import(run, folder, "--write")
    assert _states(again) == ["same", "same"]
    assert "Nothing to do" in again.stderr
    assert (folder / "ours.toml").read_bytes() == before


def test_only_what_changed(run: Any, folder: Path) -> None:
    """A value that changed in the list changes in the catalogue; comments and order stay."""
    _import(run, folder, *HOME, "--write")
    path = folder / "ours.toml"
    text = path.read_text().replace("[[partnership]]", "# ours\n[[partnership]]", 1)
    path.write_text(text)
    (folder / "list.csv").write_text(LIST.replace("2024-04-24", "2029-04-24"))
    done = _import(run, folder, "--write")
    assert _states(done) == ["changed", "same"]
    assert path.read_text() == text.replace("2024-04-24", "2029-04-24")


def test_hand_wins(run: Any, folder: Path) -> None:
    """A value written by hand stays, unless the list is preferred."""
    _import(run, folder, *HOME, "--write")
    path = folder / "ours.toml"
    path.write_text(path.read_text().replace("2024-04-24", "2030-01-01"))
    (folder / "list.csv").write_text(LIST.replace("2024-04-24", "2029-04-24"))
    kept = _import(run, folder, "--write")
    assert _states(kept) == ["same", "same"]
    assert "ends stays 2030-01-01" in kept.stdout
    preferred = _import(run, folder, "--write", "--prefer", "sheet")
    assert _states(preferred) == ["changed", "same"]
    assert _catalogue(folder)["partnership"][0]["agreement"][0]["ends"] == "2029-04-24"


def test_rest(run: Any, folder: Path) -> None:
    """Rows to look at are left out, saved beside the list, and make the exit status 1."""
    more = "Univ. of Northfield,Canada,MoU,2019/20,,,\nMarwick University,Ruritania,MoU,2019,,,\n"
    (folder / "list.csv").write_text(LIST + more)
    done = _import(run, folder, *HOME, "--write")
    assert (done.returncode, _states(done)) == (1, ["new", "new", "look", "look"])
    assert len(_catalogue(folder)["partnership"]) == 2
    with (folder / "list.rest.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [row[0] for row in csv.reader(file)] == [
            "Partner University",
            "Univ. of Northfield",
            "Marwick University",
        ]
    assert "1 unknown country" in done.stderr


def test_rest_has_no_formulas(run: Any, folder: Path) -> None:
    """A spreadsheet computes nothing of the rows that are left; an import reads them alike."""
    cells = ["=1+1", "+81 3 1234", "@SUM(A1)", "-", "＝A1", "'quoted", "-5", '=HYPERLINK("x")']
    rows = [f'"{cell.replace(chr(34), chr(34) * 2)}",Ruritania,MoU,,,,' for cell in cells]
    (folder / "list.csv").write_text("\n".join([LIST.splitlines()[0], *rows, ""]))
    first = _import(run, folder, *HOME, "--write")
    rest = (folder / "list.rest.csv").read_text(encoding="utf-8-sig")
    starts = [line.split('",', 1)[0] for line in rest.splitlines()[1:]]
    assert starts[:3] == ["\"'=1+1", "\"'+81 3 1234", "\"'@SUM(A1)"]
    again = run("import", "list.rest.csv", "--into", "ours.toml", *HOME, "--json", cwd=folder)
    said = [[(row["partner"], row["look"]) for row in json.loads(done.stdout)]
            for done in (first, again)]  # fmt: skip
    assert said[0] == said[1]
    assert [partner for partner, _ in said[0]] == ["" if cell == "-" else cell for cell in cells]


def test_map_answers(run: Any, folder: Path) -> None:
    """Lines of the map decide what was unclear; a line that is wrong is named."""
    (folder / "list.csv").write_text(LIST + "Univ. of Northfield,Canada,MoU,2019,,,\n")
    settings = '[partners]\n"Univ. of Northfield" = "northfield-university"\n'
    (folder / "list.map.toml").write_text(settings)
    done = _import(run, folder, *HOME, "--write")
    assert _states(done) == ["new", "new", "new"]
    assert [one["id"] for one in _catalogue(folder)["partnership"]][1] == "northfield-university"
    (folder / "list.map.toml").write_text('[dates]\norder = "ymx"\n')
    wrong = _import(run, folder)
    assert wrong.returncode == 1
    assert "dates.order = 'ymx' is not one of dmy, mdy, ymd" in wrong.stderr


@pytest.mark.parametrize(
    ("map", "hint"),
    [
        ("[sheet]\nstats = 1\n", "Did you mean 'status'?"),
        (
            '[sheet]\ncountry = "DE"\n',
            (
                "There is a table [countries].\n"
                "Choose from: status, kind, schools, fill_down, struck."
            ),
        ),
        (
            "[zzz]\n",
            (
                "Choose from: columns, sheet, dates, split, departments, kinds, status, renews, "
                "countries, partners."
            ),
        ),
    ],
)
def test_unknown_keys_of_a_map(run: Any, folder: Path, map: str, hint: str) -> None:
    """A key that a map does not have leads to one that it has, or to the table of that name."""
    (folder / "list.map.toml").write_text(map)
    wrong = _import(run, folder)
    assert wrong.returncode == 1
    assert wrong.stderr.partition("\n")[2].strip() == hint


def test_gone(run: Any, folder: Path) -> None:
    """A row that is gone is reported, and nothing is deleted."""
    _import(run, folder, *HOME, "--write")
    (folder / "list.csv").write_text("\n".join(LIST.splitlines()[:2]) + "\n")
    done = _import(run, folder, "--write")
    assert "No longer in the sheet" in done.stderr
    assert len(_catalogue(folder)["partnership"]) == 2


def test_explain_and_changes(run: Any, folder: Path) -> None:
    """--explain shows what values became, --changes what changes in the catalogue."""
    explained = _import(run, folder, *HOME, "--explain", "date signed")
    assert [row["became"] for row in json.loads(explained.stdout)] == [
        ["2019-04-25"],
        ["2020-05-01"],
    ]
    changes = _import(run, folder, *HOME, "--changes")
    assert {row["change"] for row in json.loads(changes.stdout)} == {"added"}


def test_columns_of_kinds(run: Any, tmp_path: Path) -> None:
    """Columns for each kind of agreement, under two rows of headers, give several agreements."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Partner", None, "MoU", None, "Student Exchange", None])
    sheet.append(["Name", "Country", "Signed", "Valid until", "Signed", "Valid until"])
    for cells in ("A1:B1", "C1:D1", "E1:F1"):
        sheet.merge_cells(cells)
    sheet.append(["Lindenau College", "Germany", "2015-01-20", "unlimited", "6 May 2016", "–"])
    book.save(tmp_path / "list.xlsx")
    run("import", "list.xlsx", "--into", "ours.toml", *HOME, "--write", cwd=tmp_path)
    assert _catalogue(tmp_path)["partnership"][0]["agreement"] == [
        {"kind": "general", "signed": "2015-01-20", "term": "open"},
        {"kind": "student exchange", "signed": "2016-05-06"},
    ]


def test_marks_and_dates_of_kinds(run: Any, tmp_path: Path) -> None:
    """Marks in columns of kinds, and dates beside kinds in a cell, are not lost."""
    rows = ["Lindenau College,Germany,x,,", 'Marwick College,Canada,,,"MoU (2015), DD (2018)"']
    text = "\n".join(["Partner,Country,MoU,SEA,Agreement", *rows, ""])
    (tmp_path / "list.csv").write_text(text)
    run("import", "list.csv", "--into", "ours.toml", *HOME, "--write", cwd=tmp_path)
    first, second = _catalogue(tmp_path)["partnership"]
    assert first["agreement"] == [{"kind": "general"}]
    assert second["agreement"] == [
        {"kind": "general", "signed": "2015"},
        {"kind": "double degree", "signed": "2018"},
    ]


HOSTILE = {
    "empty.csv": (b"", "is empty"),
    "nul.csv": (b"Partner,Country\nA\0b,Austria\n", "NUL"),
    "wide.csv": (b"x," * 16384 + b"x\n", "16,385 columns"),
    "cell.csv": (
        b"Partner,Country\n" + b"a" * 1_000_000 + b",Austria\n",
        "a cell of 1,000,000 letters",
    ),
    "none.csv": (b"a,b\n1,2\n", "no column of partners was found"),
    "bad.xlsx": (b"PK\x03\x04garbage", "bad.xlsx"),
    "locked.xlsx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096), "protected by a password"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(run: Any, tmp_path: Path, name: str) -> None:
    """What is no list is refused in a line, and nothing is written."""
    content, reason = HOSTILE[name]
    (tmp_path / name).write_bytes(content)
    done = run("import", name, "--into", "ours.toml", *HOME, cwd=tmp_path)
    assert done.returncode == 1
    assert reason in done.stderr
    assert "Traceback" not in done.stderr
    assert os.listdir(tmp_path) == [name]


def test_far_corner(run: Any, tmp_path: Path) -> None:
    """Two cells that span a billion are refused in bounded memory."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet["XFD1048576"] = "Partner", "x"
    book.save(tmp_path / "list.xlsx")
    done = run("import", "list.xlsx", "--into", "ours.toml", *HOME, cwd=tmp_path)
    assert done.returncode == 1
    assert "too large for a list" in done.stderr
