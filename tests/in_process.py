"""The program in the process of the tests, where very many runs of it are needed."""

from __future__ import annotations

import io
import sys
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple, Protocol

import pytest

from utpartners import i18n
from utpartners.cli import app, error_handler

if TYPE_CHECKING:
    from collections.abc import Iterator


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
