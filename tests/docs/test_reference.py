"""The command reference and the man page: written from the program, and as it is now."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import utpartners
from utpartners.cli.commands import COMMANDS
from utpartners.render import NAMES

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

DOCS = Path(__file__).parents[2] / "docs"
SOURCE = Path(utpartners.__file__).parent


@cache
def written(page: Callable[[], str]) -> str:
    """A page as the program has it now, written once for all tests."""
    return page()


@pytest.fixture
def make_reference(script: Callable[[str], ModuleType]) -> Any:
    """The script that writes the reference and the man page."""
    return script("make_reference")


@pytest.fixture
def reference(script: Callable[[str], ModuleType]) -> str:
    return written(script("make_reference").reference)


@pytest.fixture
def manual(script: Callable[[str], ModuleType]) -> str:
    return written(script("manual_page").manual)


@pytest.mark.slow
def test_the_reference_is_that_of_the_program(reference: str) -> None:
    """docs/reference.md is what docs/make_reference.py writes now."""
    assert (DOCS / "reference.md").read_text("utf-8") == reference


@pytest.mark.slow
def test_the_man_page_is_that_of_the_program(manual: str) -> None:
    """docs/utpartners.1 is what docs/make_reference.py writes now."""
    assert (DOCS / "utpartners.1").read_text("utf-8") == manual


@pytest.mark.slow
@pytest.mark.parametrize("entry", COMMANDS, ids=lambda entry: entry.name)
def test_every_command_is_there(reference: str, manual: str, entry: Any) -> None:
    """A command of the registry has a section and its summary, in both."""
    assert f"\n## {entry.name}\n\n{entry.summary}.\n" in reference
    assert f"\n.SS {entry.name} " in manual


@pytest.mark.slow
def test_every_format_is_there(reference: str) -> None:
    """A format of the registry has a row."""
    assert [name for name in NAMES if f"\n| `{name}` | `." not in reference] == []


@pytest.mark.slow
def test_every_variable_of_the_program_is_there(reference: str, manual: str) -> None:
    """An environment variable of its own that the program reads is documented, in both."""
    texts = [path.read_text("utf-8") for path in SOURCE.rglob("*.py")]
    known = {name for text in texts for name in re.findall(r'"(UTPARTNERS_\w+)"', text)}
    assert known
    assert {name for name in known if f"\n| `{name}` |" not in reference} == set()
    assert {name for name in known if f"\n\\fB{name}\\fR\n" not in manual} == set()


@pytest.mark.slow
def test_the_keys_are_those_of_the_answers(reference: str) -> None:
    """A section of keys lists the columns that the answer has, nested ones with their path."""
    section = reference.partition("### `utpartners show ANU`\n")[2].partition("\n### ")[0]
    keys = re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)
    with utpartners.open_catalogue() as catalogue:
        card = catalogue.show("ANU")
    assert [key for key in keys if "[]" not in key] == [column.key for column in card.columns]
    nested = next(column for column in card.columns if column.key == "institutions").columns
    inside = [f"institutions[].{column.key}" for column in nested]
    assert [key for key in keys if key.startswith("institutions[].")] == inside


def test_roff_acts_on_nothing_in_a_text(script: Callable[[str], ModuleType]) -> None:
    """A backslash, a request at the start of a line, quotes and dashes are shown as they are."""
    roff = script("manual_page").roff
    assert roff(".TH") == "\\&.TH"
    assert roff("'a") == "\\(aqa"
    assert roff("a\\fB --x") == "a\\efB \\-\\-x"
    assert roff("清") == "\\[u6E05]"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("groff") is None, reason="groff is not installed")
def test_groff_has_nothing_to_warn_of(manual: str) -> None:
    """The man page is formatted without a warning, and shows what was escaped."""
    done = subprocess.run(
        ["groff", "-man", "-Tutf8", "-ww", "-P-cbou"],
        input=manual,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stderr == ""
    assert "utpartners show 清華大学" in done.stdout
    assert "'\"digital humanities\"'" in done.stdout


@pytest.mark.slow
def test_check_says_what_is_stale(
    make_reference: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    """--check writes nothing and fails for a file that is missing or differs."""
    monkeypatch.setattr(make_reference, "REFERENCE", tmp_path / "reference.md")
    monkeypatch.setattr(make_reference, "MAN", tmp_path / "utpartners.1")
    monkeypatch.setattr("sys.argv", ["make_reference.py", "--check"])
    assert make_reference.main() == 1
    assert list(tmp_path.iterdir()) == []
    monkeypatch.setattr("sys.argv", ["make_reference.py"])
    assert make_reference.main() == 0
    monkeypatch.setattr("sys.argv", ["make_reference.py", "--check"])
    assert make_reference.main() == 0
    (tmp_path / "utpartners.1").write_text("old")
    capsys.readouterr()
    assert make_reference.main() == 1
    assert capsys.readouterr().err.startswith("utpartners.1 is out of date")
