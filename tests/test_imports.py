"""What each command imports, in a process of its own: an import costs time at every start."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.slow import quick_are

import utpartners
from utpartners.formats.toml import records
from utpartners.store.database import write_database

if TYPE_CHECKING:
    from collections.abc import Iterable

RUN = """\
import sys
from utpartners.__main__ import main
sys.argv[0] = "utpartners"
try:
    main()
except SystemExit:
    pass
finally:
    print(*sys.modules, sep="\\n", file=sys.stderr)
"""


def imported(
    code: str, args: Iterable[str], env: dict[str, str], interpreter: Iterable[str] = ()
) -> set[str]:
    """The modules that were imported when a process ended, where nothing measures its coverage."""
    unmeasured = {name: value for name, value in env.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(
        [sys.executable, *interpreter, "-c", code, *args],
        capture_output=True,
        check=True,
        env=unmeasured,
        encoding="utf-8",
    )
    return set(done.stderr.splitlines())


def existing(names: str) -> set[str]:
    """The modules of some names. One that is gone fails here, as nothing could ever import it."""
    assert [name for name in names.split() if find_spec(name) is None] == []
    return set(names.split())


SLOW = {"typing", "re", "enum", "contextlib", "collections", "functools", "importlib.util"}


def test_until_the_program_runs(clean_env: dict[str, str]) -> None:
    """What is imported before Ctrl-C is handled takes no time in which anybody could type it."""
    code = (
        "import sys, utpartners.__main__ as main; print(*sys.modules, sep='\\n', file=sys.stderr)"
    )
    source = str(Path(utpartners.__file__).parents[1])
    found = imported(f"import sys; sys.path.insert(0, {source!r}); {code}", [], clean_env, ["-S"])
    assert "utpartners.__main__" in found
    assert not found & SLOW


@pytest.fixture
def database(tmp_path: Path, small_path: Path) -> Path:
    path = tmp_path / "small.db"
    write_database(records(str(small_path)), str(path))
    return path


@pytest.mark.parametrize(
    ("args", "forbidden"),
    [
        ("list -f json", "rich rapidfuzz msgspec tomli utpartners.model"),
        pytest.param("list -f csv", "rich rapidfuzz msgspec tomli", marks=pytest.mark.slow),
        pytest.param("show kita -f json", "rich rapidfuzz msgspec tomli", marks=pytest.mark.slow),
        ("dept a&s --json", "rich rapidfuzz msgspec tomli"),
        ("list", "rich.console rich.table rapidfuzz msgspec"),
        pytest.param("matrix", "rich.console rapidfuzz msgspec", marks=pytest.mark.slow),
        ("tree", "rich.console rich.tree rapidfuzz msgspec"),
        ("export", "jinja2 utpartners.page"),
        pytest.param("about", "rich.console rapidfuzz msgspec", marks=pytest.mark.slow),
    ],
)
def test_of_a_database(
    database: Path, clean_env: dict[str, str], args: str, forbidden: str
) -> None:
    """A question of a database imports neither TOML nor its checks; a pipe needs no console."""
    modules = imported(RUN, [*args.split(), "--data", str(database)], clean_env)
    assert "sqlite3" in modules
    assert sorted(modules & existing(forbidden)) == []


@pytest.mark.parametrize(
    ("args", "needless"),
    [
        (
            ["list", "-f", "csv"],
            "json.decoder calendar utpartners.vocabulary",
        ),
        (["list", "-f", "json"], "csv calendar utpartners.vocabulary utpartners.time_words"),
        (["list"], "json.decoder calendar csv"),
        (["compare", "-h"], "json.decoder calendar utpartners.store.store utpartners.api"),
    ],
)
def test_what_is_not_needed(
    database: Path, clean_env: dict[str, str], args: list[str], needless: str
) -> None:
    """A pipe needs nothing that screens show, and texts without escapes need no JSON."""
    modules = imported(RUN, [*args, "--data", str(database)], clean_env)
    assert modules & existing(needless) == set()


@pytest.mark.parametrize(
    "args", quick_are([["list"]], [["list"], ["show", "Kita"], ["dept", "umi"], ["export"]])
)
def test_of_a_toml_file(small_path: Path, clean_env: dict[str, str], args: list[str]) -> None:
    """A TOML file is validated; lines are only looked for where something is wrong."""
    modules = imported(RUN, [*args, "--data", str(small_path)], clean_env)
    assert "msgspec" in modules
    assert modules & existing("rapidfuzz utpartners.checks rich.console") == set()


def test_of_an_unknown_name(small_path: Path, clean_env: dict[str, str]) -> None:
    """Only a name that was not found imports what suggests the nearest."""
    modules = imported(RUN, ["show", "Kitta", "--data", str(small_path)], clean_env)
    assert "rapidfuzz" in modules
    assert "rich" not in modules


@pytest.mark.parametrize("args", [["--version"], ["--help"], []])
def test_of_the_program_itself(clean_env: dict[str, str], args: list[str]) -> None:
    """What is no question opens no database and draws nothing."""
    modules = imported(RUN, args, clean_env)
    unwanted = existing("sqlite3 msgspec rapidfuzz rich.console utpartners.api")
    assert modules & unwanted == set()


@pytest.mark.parametrize(
    "args", quick_are([["show", "x"]], [["list", "-f", "csv"], ["--version"], ["show", "x"]])
)
def test_slow_modules(database: Path, clean_env: dict[str, str], args: list[str]) -> None:
    """Modules of the standard library that start slowly stay out of the way."""
    modules = imported(RUN, [*args, "--data", str(database)], clean_env)
    slow = {"importlib.metadata", "importlib.resources", "asyncio", "pydantic", "tomllib"}
    assert modules & slow == set()


def test_of_the_package(clean_env: dict[str, str]) -> None:
    """To import the package for use from Python imports no command line."""
    code = "import sys, utpartners\nprint(*sys.modules, sep='\\n', file=sys.stderr)"
    modules = imported(code, [], clean_env)
    assert modules & existing("typer rich sqlite3 msgspec utpartners.cli.app") == set()


def test_public_names(clean_env: dict[str, str]) -> None:
    """Every public name of the package is there, and no other."""
    import utpartners

    assert all(getattr(utpartners, name) is not None for name in utpartners.__all__)
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = utpartners.nothing
