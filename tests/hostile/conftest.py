"""The program in this process, as very many runs of it are needed."""

from __future__ import annotations

import io
import re
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest

from utpartners import i18n
from utpartners.cli import app, error_handler
from utpartners.formats.toml import records
from utpartners.store.database import write_database

if TYPE_CHECKING:
    from collections.abc import Iterator

CATALOGUE = Path(__file__).parent / "catalogue.toml"

ACTING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)
"""Control characters but line feed and tab, and what reorders or hides text."""


class Done(NamedTuple):
    """What a run of the program came to."""

    status: int
    out: str
    err: str


class Ask(Protocol):
    """Runs the program on arguments, and lets any fault of it come out."""

    def __call__(self, *args: str) -> Done:
        """The exit status, stdout and stderr."""
        ...


@pytest.fixture
def ask(monkeypatch: pytest.MonkeyPatch, clean_env: dict[str, str]) -> Iterator[Ask]:
    for name in ("NO_COLOR", "UTPARTNERS_DATA", "COLUMNS", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv(error_handler.DEBUG, "1")
    monkeypatch.setattr(error_handler, "_discard_unwritten", lambda: None)

    def asking(*args: str) -> Done:
        out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8") for _ in range(2))
        with monkeypatch.context() as patch:
            patch.setattr(sys, "argv", ["utpartners", *args])
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            status = error_handler.run_with_error_handler(app.run)
        with closing(out), closing(err):
            out.flush()
            err.flush()
            contents = [stream.buffer.getvalue().decode() for stream in (out, err)]
        return Done(status, *contents)

    yield asking
    i18n.set_language(None)


@pytest.fixture(scope="session")
def hostile_db(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The hostile catalogue as a database, which opens quickly."""
    path = str(tmp_path_factory.mktemp("hostile") / "hostile.db")
    write_database(records(str(CATALOGUE)), path)
    return path


@pytest.fixture(scope="session")
def small_db(tmp_path_factory: pytest.TempPathFactory, small_path: Path) -> str:
    """A catalogue of awkward but honest text as a database."""
    path = str(tmp_path_factory.mktemp("small") / "small.db")
    write_database(records(str(small_path)), path)
    return path
