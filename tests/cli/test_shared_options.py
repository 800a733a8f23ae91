"""Options that every command has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run


def test_fields(run: Run) -> None:
    """--fields picks columns, in its own order."""
    done = run("list", "--fields", "status,id", "-f", "csv", "--country", "DE")
    assert done.stdout == "status,id\nprospective,tum\n"


@pytest.mark.parametrize("alone", [["--fields"], ["--fields", "-f", "table"], ["--fields="]])
def test_fields_alone(run: Run, alone: list[str]) -> None:
    """--fields without a value lists what there is."""
    done = run("list", *alone)
    assert done.returncode == 0
    assert "institutions" in done.stdout
    assert "Australian" not in done.stdout


def test_unknown_field(run: Run) -> None:
    """A field that is none is refused with those that there are."""
    done = run("list", "--fields", "id,nope")
    assert (done.returncode, done.stdout) == (2, "")
    assert "'nope'" in done.stderr
    assert "abbreviation" in done.stderr


def test_excel(run: Run) -> None:
    """--excel marks CSV as UTF-8, makes formulas text and quotes every cell."""
    done = run("sql", "SELECT '=1+1' AS a, '京都' AS b", "-f", "csv", "--excel")
    assert done.stdout == '\ufeff"a","b"\n"\'=1+1","京都"\n'
    plain = run("sql", "SELECT '=1+1' AS a", "-f", "csv")
    assert plain.stdout == "a\n=1+1\n"


@pytest.mark.parametrize("ignored", [["--excel", "-f", "json"], ["--no-header", "-f", "json"]])
def test_nothing_is_ignored(run: Run, ignored: list[str]) -> None:
    """An option that a format has no use for is refused."""
    assert run("list", *ignored).returncode == 2


def test_differences_have_a_status(run: Run, tmp_path: Path) -> None:
    """diff exits 1 where there are differences, 0 where there are none."""
    old, new = tmp_path / "old.toml", tmp_path / "new.toml"
    for path, title in ((old, "A"), (new, "B")):
        path.write_text(
            f'[catalogue]\ntitle = "{title}"\nhome = "h"\n'
            '[[country]]\ncode = "JP"\nname = "Japan"\n'
            '[[institution]]\nid = "h"\nname = "H"\ncountry = "JP"\n',
            "utf-8",
        )
    same, other = run("diff", str(old), str(old)), run("diff", str(old), str(new))
    assert (same.returncode, same.stdout) == (0, "")
    assert other.returncode == 1
    assert "title is now B (was A)" in other.stdout
