"""What many tests need: catalogues as stores, and the program as a user runs it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest
from hypothesis import settings
from tests.warm import Warm, can_fork, is_cold

from utpartners import bundled, model
from utpartners.api import Catalogue
from utpartners.formats.toml import records
from utpartners.render import Screen, format_named, renderer
from utpartners.store.database import write_database
from utpartners.store.fill import in_memory
from utpartners.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from utpartners.answers import Answer

for name, examples in (("quick", 10), ("ci", 100)):
    # The same examples at each run: a change is what makes a test fail.
    settings.register_profile(
        name, max_examples=examples, derandomize=True, database=None, deadline=None
    )
settings.load_profile("quick")  # until --hypothesis-profile says otherwise

SMALL = Path(__file__).parent / "golden" / "small.toml"
KYOTO = Path(__file__).parent / "golden" / "kyoto.toml"

PERSONAL = (
    "NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TTY_COMPATIBLE", "COLUMNS", "LINES", "TERM",
    "COLORTERM", "PAGER", "UTPARTNERS_PAGER", "UTPARTNERS_DATA", "PYTHONIOENCODING", "PYTHONUTF8",
    "UTPARTNERS_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG",
)  # fmt: skip
"""Settings of the one who runs the tests that would change what the program prints."""

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # As in the background of a shell. What the tests start would ignore Ctrl-C, too.
    signal.signal(signal.SIGINT, signal.default_int_handler)

for name in PERSONAL[-5:]:
    os.environ.pop(name, None)  # tests that run the program in this process are in English too


SECONDS = 60
"""Seconds after which a run of the program is ended, as one that hangs."""


class Run(Protocol):
    """Runs the program with arguments in a process of its own (see :mod:`tests.warm`)."""

    def __call__(
        self, *args: str, env: dict[str, str] | None = None, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Its exit status, and what it wrote on stdout and stderr with the line ends unchanged."""
        ...


class Rendered(Protocol):
    """Gives an answer the form of a name."""

    def __call__(self, answer: Answer, format: str, **screen: Any) -> str:
        """The text; ``screen`` are the fields of a Screen."""
        ...


class Built(Protocol):
    """Puts records into tables in memory, which are closed after the test."""

    def __call__(self, catalogue: model.Catalogue) -> Store:
        """The store of the records."""
        ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")
    parser.addoption(
        "--cold", action="store_true", help="start an interpreter for each run of the program"
    )


@pytest.fixture(scope="session")
def clean_env() -> dict[str, str]:
    """The environment without anybody's own settings."""
    return {name: value for name, value in os.environ.items() if name not in PERSONAL}


@pytest.fixture(scope="session")
def program() -> list[str]:
    """The program as a user starts it: the console script, or the module where there is none."""
    script = Path(sys.executable).with_name("utpartners")
    return [str(script)] if script.exists() else [sys.executable, "-m", "utpartners"]


@pytest.fixture(scope="session")
def warm(request: pytest.FixtureRequest) -> Iterator[Warm | None]:
    """What starts the program without its imports; None where that cannot be, or is not wanted."""
    if request.config.getoption("--cold") or not can_fork():
        yield None
        return
    warm = Warm()
    yield warm
    warm.close()


@pytest.fixture(scope="session")
def run(program: list[str], clean_env: dict[str, str], warm: Warm | None) -> Run:
    def running(
        *args: str, env: dict[str, str] | None = None, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        settings = {**clean_env, **(env or {})}
        if warm and not is_cold(settings, os.environ):
            done = warm.run(args, settings, str(cwd or os.getcwd()), SECONDS)
        else:
            done = subprocess.run(
                [*program, *args],
                capture_output=True,
                check=False,
                stdin=subprocess.DEVNULL,
                env=settings,
                cwd=cwd,
                timeout=SECONDS,
            )
        out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
        return subprocess.CompletedProcess(done.args, done.returncode, out, err)

    return running


@pytest.fixture(scope="session")
def rendered() -> Rendered:
    def rendering(answer: Answer, format: str, **screen: Any) -> str:
        pieces = renderer(format_named(format))(answer, Screen(**screen))
        return "".join(str(piece) for piece in pieces)

    return rendering


@pytest.fixture
def built() -> Iterator[Built]:
    stores: list[Store] = []

    def building(catalogue: model.Catalogue) -> Store:
        stores.append(in_memory(catalogue, "test"))
        return stores[-1]

    yield building
    for store in stores:
        store.connection.close()


@pytest.fixture(scope="session")
def utokyo() -> model.Catalogue:
    """The records of the bundled catalogue."""
    return records(bundled.TOML)


@pytest.fixture(scope="session")
def written_database(tmp_path_factory: pytest.TempPathFactory, utokyo: model.Catalogue) -> Path:
    """The bundled catalogue as a database that all tests read."""
    path = tmp_path_factory.mktemp("written") / "utokyo.db"
    write_database(utokyo, str(path))
    return path


@pytest.fixture
def database(tmp_path: Path, written_database: Path) -> Path:
    """The bundled catalogue as a database that a test may damage."""
    return Path(shutil.copy(written_database, tmp_path / "utokyo.db"))


@pytest.fixture(scope="session")
def store(utokyo: model.Catalogue) -> Iterator[Store]:
    """The tables of the bundled catalogue."""
    store = in_memory(utokyo, "bundled")
    yield store
    store.connection.close()


@pytest.fixture(scope="session")
def catalogue(store: Store) -> Catalogue:
    """The bundled catalogue, to be asked."""
    return Catalogue(store)


@pytest.fixture(scope="session")
def kyoto() -> model.Catalogue:
    """The records of another home, which shares a partner with the bundled catalogue."""
    return records(str(KYOTO))


@pytest.fixture(scope="session")
def small_path() -> Path:
    """A catalogue of four partnerships with every kind of awkward text."""
    return SMALL


@pytest.fixture(scope="session")
def small() -> Iterator[Catalogue]:
    """The same, to be asked."""
    store = in_memory(records(str(SMALL)), "small")
    yield Catalogue(store)
    store.connection.close()
