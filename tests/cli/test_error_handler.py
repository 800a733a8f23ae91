"""What a user sees of an error that nobody foresaw."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
import weakref
from typing import TYPE_CHECKING

import pytest

from utpartners.cli import error_handler
from utpartners.cli.error_handler import run_with_error_handler

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _unharmed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Leave the stdout and the signals of the tests as they are."""
    monkeypatch.setattr(error_handler, "_discard_unwritten", lambda: None)
    ending = [getattr(signal, name) for name in error_handler.ENDING if hasattr(signal, name)]
    before = {number: signal.getsignal(number) for number in ending}
    monkeypatch.setattr(sys, "unraisablehook", sys.unraisablehook)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def failing() -> int:
    raise LookupError("no such thing")


def test_an_internal_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An internal error is called one, says what it is and what to do, and shows no traceback."""
    monkeypatch.delenv(error_handler.DEBUG, raising=False)
    assert run_with_error_handler(failing) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.splitlines() == [
        "utpartners: internal error: LookupError: no such thing",
        "Please report it with the traceback that UTPARTNERS_DEBUG=1 shows.",
    ]


def test_an_internal_error_without_words(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An exception that says nothing is named by its type alone."""
    monkeypatch.delenv(error_handler.DEBUG, raising=False)

    def speechless() -> int:
        raise ZeroDivisionError

    assert run_with_error_handler(speechless) == 1
    first, _ = capsys.readouterr().err.splitlines()
    assert first == "utpartners: internal error: ZeroDivisionError"


def test_a_traceback_for_whoever_looks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """With UTPARTNERS_DEBUG the exception comes out, where the interpreter shows it."""
    monkeypatch.setenv(error_handler.DEBUG, "1")
    with pytest.raises(LookupError):
        run_with_error_handler(failing)


NO_SQLITE = """
import sys
sys.modules["_sqlite3"] = None
sys.argv = ["utpartners", "list"]
from utpartners.__main__ import start
start()
"""


def test_a_python_without_sqlite(clean_env: dict[str, str]) -> None:
    """Where Python was built without SQLite, that is told, with what to do, and no traceback."""
    command = [sys.executable, "-c", NO_SQLITE]
    # What measures coverage imports SQLite before the program does.
    env = {name: value for name, value in clean_env.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=60, env=env)
    assert (done.returncode, done.stdout) == (1, "")
    message, hint = done.stderr.splitlines()
    assert message.startswith("utpartners: this Python has no SQLite: ")
    assert hint.startswith("utpartners needs SQLite 3.37 or later. ")


@pytest.mark.parametrize("name", error_handler.ENDING)
def test_an_ignored_signal_stays_ignored(name: str) -> None:
    """What nohup, or a shell for a command in the background, ignores does not end the program."""
    number = getattr(signal, name, None)
    if number is None:
        pytest.skip("Windows has no such signal")
    signal.signal(number, signal.SIG_IGN)

    def raised() -> int:
        signal.raise_signal(number)
        return 0

    assert run_with_error_handler(raised) == 0
    signal.signal(number, signal.SIG_DFL)
    assert run_with_error_handler(raised) == 128 + number


class Kept:
    """Something that a weak reference can lead to."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no timer that interrupts")
def test_an_interruption_that_python_ignores(capfd: pytest.CaptureFixture[str]) -> None:
    """Ctrl-C in the function of a weak reference interrupts what comes after it, without a word."""

    def interrupted() -> int:
        kept = Kept()
        reference = weakref.ref(kept, lambda _: signal.raise_signal(signal.SIGINT))
        del kept
        time.sleep(60)
        return int(reference() is None)

    assert run_with_error_handler(interrupted) == 130
    assert capfd.readouterr() == ("", "")


LAST_MOMENT = """
import signal, sys
from utpartners import __main__
from utpartners.cli.error_handler import run_with_error_handler

class Interrupted:
    def flush(self):
        signal.raise_signal(signal.{name})

__main__.main = lambda: sys.exit(run_with_error_handler(lambda: 0))
sys.stdout = Interrupted()
__main__.start()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows ends a process otherwise")
@pytest.mark.parametrize(("name", "status"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_the_last_moment(name: str, status: int) -> None:
    """A signal while the last of an answer is written ends the program without a traceback."""
    command = [sys.executable, "-c", LAST_MOMENT.format(name=name)]
    done = subprocess.run(command, capture_output=True, check=False, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (status, "")
