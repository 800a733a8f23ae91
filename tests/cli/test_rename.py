"""``utpartners rename`` and ``merge``, as an office uses them."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING

import pytest

from utpartners.formats.template import template

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

FORMER = '{ name = "Example Department", until = "2025" }'
SECOND = """
# The other one.
[[department]]
code = "EX2"
id = "ex2"
name = "Second Department"
website = "https://second.example" # moved
"""


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    """A catalogue with two departments and comments."""
    path = tmp_path / "ours.toml"
    text = template().replace("\n# A partnership with", f"{SECOND}\n# A partnership with", 1)
    path.write_text(text.replace('departments = ["ex"]', 'departments = ["ex2", "ex"]'), "utf-8")
    return path


def test_a_dry_run_writes_nothing(run: Run, ours: Path) -> None:
    """Without --write the change is shown, and the file stays."""
    before = ours.read_bytes()
    done = run("rename", "ex", "Department of Examples", "--data", str(ours))
    assert done.returncode == 0
    assert done.stdout.startswith("renamed: department Department of Examples: renamed (was ")
    assert done.stderr == "Nothing was written. To write this change, add --write.\n"
    assert ours.read_bytes() == before


def test_rename(run: Run, ours: Path) -> None:
    """Only the name changes; the old one is kept with its year, and is found."""
    before = ours.read_text("utf-8").splitlines()
    line = ("rename", "EX", "New", "--year", "2025", "--write", "--data", str(ours))
    assert run(*line).returncode == 0
    after = ours.read_text("utf-8").splitlines()
    new = [one for one in after if one not in before]
    assert new == ['name = "New"', "former = [", f"    {FORMER},", "]"]
    found = run("dept", "Example Department", "--data", str(ours), "-f", "csv")
    assert found.returncode == 0
    assert run(*line).stderr == "Nothing to do: the catalogue says this already.\n"


def test_merge(run: Run, ours: Path) -> None:
    """References follow, each once; comments and values that contradict are kept as comments."""
    done = run("merge", "ex2", "ex", "--write", "--data", str(ours))
    assert (done.returncode, "merged: department Second Department" in done.stdout) == (0, True)
    text = ours.read_text("utf-8")
    assert "ex2" not in text
    assert 'departments = ["ex"]' in text
    assert "# moved" in text
    assert "# The other one." in text
    assert run("check", str(ours), "--strict").stderr == "no problems\n"


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["rename", "exx", "New"], "there is no department, institution or partnership 'exx'"),
        (["rename", "ex"], "the new name is missing"),
        (["rename", "ex", "Second Department"], "merge ex ex2 --kind department"),
        (["rename", "ex", "New", "--year", "last"], "--year: 'last' is not a date"),
        (["rename", "ex", "New", "--kind", "dean"], "--kind: there is no 'dean'"),
        (["rename", "example-partner-university", "New"], "--kind institution,partnership"),
        (["merge", "ex"], "only one record is named"),
        (["merge", "nobody", "ex"], "'nobody'"),
    ],
)
def test_refused(run: Run, ours: Path, args: list[str], message: str) -> None:
    """What is not clear, or taken, is refused with a line to type."""
    before = ours.read_bytes()
    done = run(*args, "--write", "--data", str(ours))
    assert done.returncode in (1, 2)
    assert message in done.stderr
    assert ours.read_bytes() == before


@pytest.mark.parametrize(
    "args",
    [
        ["rename", "ex", "Second Department"],
        ["rename", "example-partner-university", "New"],
    ],
)
def test_a_proposed_line_can_be_typed(run: Run, ours: Path, args: list[str]) -> None:
    """Each line that is proposed names the catalogue as well, and is understood."""
    told = run(*args, "--data", str(ours)).stderr
    lines = re.findall(r"utpartners (--data .*? --kind [\w,]+)", told)
    assert lines
    for line in lines:
        done = run(*shlex.split(line))
        assert "is the name of records of several kinds" not in done.stderr
        assert done.stderr.endswith("To write this change, add --write.\n"), done.stderr


def test_only_a_catalogue_of_ones_own(run: Run, tmp_path: Path, ours: Path) -> None:
    """The bundled catalogue and other forms say how to get a TOML file."""
    assert "utpartners export -o ours.toml" in run("rename", "ANU", "New").stderr
    assert run("export", "--data", str(ours), "-o", "c.json", cwd=tmp_path).returncode == 0
    done = run("rename", "ex", "New", "--data", "c.json", cwd=tmp_path)
    assert "utpartners export --data c.json -o catalogue.toml" in done.stderr


def test_a_folder_of_parts(run: Run, tmp_path: Path) -> None:
    """Only the files that say something else are written; a file is called as its partnership."""
    run("init", "ours", "--folder", cwd=tmp_path)
    shared = tmp_path / "ours" / "catalogue.toml"
    before = shared.read_bytes()
    args = ("rename", "example-partner-university", "epu", "--id", "--kind", "partnership")
    done = run(*args, "--data", "ours", "--write", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert [path.name for path in (tmp_path / "ours/partnerships").iterdir()] == ["epu.toml"]
    assert shared.read_bytes() == before
    assert run("check", "ours/partnerships/epu.toml", "--strict", cwd=tmp_path).returncode == 0


ORDER = """# The order of our page, agreed in 2024.
minami

# first in the next edition
example-partner-university
# nishi closed
"""


def test_comments_of_the_order_stay(run: Run, tmp_path: Path) -> None:
    """order.txt says the new id where the old one stood, and keeps what people wrote around it."""
    run("init", "ours", "--folder", cwd=tmp_path)
    order = tmp_path / "ours" / "order.txt"
    order.write_text(ORDER, "utf-8")
    args = ("rename", "example-partner-university", "epu", "--id", "--kind", "partnership")
    done = run(*args, "--data", "ours", "--write", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert order.read_text("utf-8") == ORDER.replace("example-partner-university", "epu")
