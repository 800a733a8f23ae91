"""A catalogue as a data package is what Frictionless, which knows nothing of us, calls valid."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from utpartners import bundled

if TYPE_CHECKING:
    from tests.conftest import Run

pytestmark = pytest.mark.slow

HOSTILE = Path(__file__).parent.parent / "hostile" / "catalogue.toml"

VALIDATE = """
import json, sys
from frictionless import validate
print(json.dumps([validate(path).flatten(["path", "type"]) for path in sys.argv[1:]]))
"""


def faults(*paths: Path) -> list[list[list[str]]]:
    """File and type of each error, for each package."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", VALIDATE, *map(str, paths)],
        capture_output=True, check=True, text=True,
    )  # fmt: skip
    found: list[list[list[str]]] = json.loads(done.stdout)
    return found


def test_valid(run: Run, tmp_path: Path, small_path: Path) -> None:
    """Folders and zip files of the bundled, an awkward and a hostile catalogue have no error."""
    paths = []
    for name, catalogue in (("u", bundled.TOML), ("s", str(small_path)), ("h", str(HOSTILE))):
        for target in (f"{name}/", f"{name}.zip"):
            assert run("export", "--data", catalogue, "-o", target, cwd=tmp_path).returncode == 0
        paths += [tmp_path / name / "datapackage.json", tmp_path / f"{name}.zip"]
    assert faults(*paths) == [[]] * 6


def test_invalid(run: Run, tmp_path: Path) -> None:
    """The keys are declared: a row that refers to nothing, or stands twice, is found."""
    assert run("export", "-o", "c/", cwd=tmp_path).returncode == 0
    for name, row in (("link", b"nobody,gs-eng\r\n"), ("phase", b"1,2014,2016,\r\n")):
        with (tmp_path / "c" / f"{name}.csv").open("ab") as file:
            file.write(row)
    (found,) = faults(tmp_path / "c" / "datapackage.json")
    assert sorted(type for _, type in found) == ["foreign-key", "primary-key"]
