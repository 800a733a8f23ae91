"""The forms of a whole catalogue, as ``export`` writes them and ``--data`` reads them."""

from __future__ import annotations

import json
import os
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from tests.formats.conftest import PARTS
from tests.slow import quick_are

from utpartners.api import Catalogue
from utpartners.checks.rules import consistency_problems
from utpartners.formats import FORMS, read
from utpartners.store.records import records

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run
    from tests.formats.conftest import Written

READ = ["c.toml", "c.json", "c.db", "c/", "c.zip", "c.xlsx", PARTS]
"""Every form that is read back."""


@pytest.mark.parametrize("name", READ)
@pytest.mark.parametrize("which", quick_are(["small"], ["bundled", "small"]))
def test_round_trip(
    name: str, which: str, catalogue: Catalogue, small: Catalogue, written: Written
) -> None:
    """Every form is known by its content, and gives back all that went in."""
    store = (catalogue if which == "bundled" else small).store
    path = written(store, name)
    renamed = path.rename(path.with_name("anything"))
    with closing(read(str(renamed))) as again:
        assert records(again) == records(store)


@pytest.mark.parametrize("name", quick_are(["c.toml", "c.db"], READ))
def test_filters(run: Run, tmp_path: Path, name: str, catalogue: Catalogue) -> None:
    """What passes the filters of ``list`` is a catalogue of its own, whose records fit together."""
    args = ["--country", "Sweden", "--country", "JP", "--status", "primary", "--dept", "IOG"]
    form = ["-f", "parts"] if name == PARTS else []
    assert run("export", *args, *form, "-o", name, cwd=tmp_path).returncode == 0
    with closing(read(str(tmp_path / name.rstrip("/")))) as part:
        found = records(part)
    expected = catalogue.records(country=["Sweden", "JP"], status=["primary"], dept=["IOG"])
    assert found == expected
    assert [p.id for p in found.partnerships] == ["stockholm"]
    assert list(consistency_problems(found)) == []


@pytest.mark.parametrize("name", [name for name in READ if name != "c.toml"])
def test_same_bytes(name: str, small: Catalogue, written: Written, tmp_path: Path) -> None:
    """The same catalogue gives the same bytes."""
    first = written(small.store, name)
    content = contents(first)
    first.rename(tmp_path / "before")
    assert contents(written(small.store, name)) == content


def contents(path: Path) -> dict[str, bytes]:
    files = sorted(path.rglob("*")) if path.is_dir() else [path]
    return {str(file.relative_to(path)): file.read_bytes() for file in files if file.is_file()}


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_language(run: Run, tmp_path: Path, lang: str, catalogue: Catalogue) -> None:
    """A catalogue is written in its own language, whichever one the question is asked in."""
    for name in ("c.toml", "c.zip", "c.db"):
        assert run("export", "--lang", lang, "-o", name, cwd=tmp_path).returncode == 0
        with closing(read(str(tmp_path / name))) as again:
            assert records(again) == records(catalogue.store)


@pytest.mark.parametrize("name", sorted({form.name for form in FORMS if not form.is_text}))
@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_no_binary_on_stdout(run: Run, tmp_path: Path, name: str, output: list[str]) -> None:
    """What is no text asks for a file."""
    done = run("export", "-f", name, *output, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "can only be written to a file" in done.stderr
    assert ("-o site/" if name == "site" else "-o catalogue") in done.stderr
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("name", ["toml", "json"])
def test_text_on_stdout(run: Run, tmp_path: Path, name: str) -> None:
    """What is text goes to stdout, the same as to a file."""
    assert run("export", "-o", f"c.{name}", cwd=tmp_path).returncode == 0
    assert run("export", "-f", name).stdout == (tmp_path / f"c.{name}").read_text("utf-8")


@pytest.mark.parametrize("option", [["--fields", "id"], ["--excel"], ["--no-header"]])
def test_options_of_rows(run: Run, tmp_path: Path, option: list[str]) -> None:
    """What is for rows alone is refused, instead of being ignored."""
    done = run("export", "-o", "c.json", *option, cwd=tmp_path)
    assert done.returncode == 2
    assert "--table links" in done.stderr
    assert os.listdir(tmp_path) == []


def test_tables_are_as_before(run: Run, tmp_path: Path) -> None:
    """With --table, a suffix that a whole catalogue may have means the rows of that table."""
    done = run("export", "--table", "departments", "-o", "d.json", cwd=tmp_path)
    assert done.returncode == 0
    assert len(json.loads((tmp_path / "d.json").read_text("utf-8"))) == 32
