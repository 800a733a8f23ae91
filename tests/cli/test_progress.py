"""The progress bar: there while something takes long, gone afterwards, and never in the way."""

from __future__ import annotations

import io
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from utpartners.cli import progress

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 10
"""Seconds after which a test fails that waits for a bar."""


WIPED, CURSOR_SHOWN = "\x1b[2K", "\x1b[?25h"


class Terminal(io.StringIO):
    """A terminal on which it can be waited for a text."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = threading.Event()
        self.awaited = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        count = super().write(text)
        if self.awaited and self.awaited in self.getvalue():
            self.shown.set()
        return count


def at_once(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal as stderr, on which a bar is shown at once; pytest sets a fixture's aside."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "PATIENCE", 0)
    monkeypatch.setattr(progress, "BETWEEN_LOOKS", 0.001)
    monkeypatch.setenv("TERM", "xterm-256color")
    return terminal


def bars() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if isinstance(thread, progress._Bar)]


def test_what_is_short_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Items that are soon done pass as they are, and no bar is drawn."""
    monkeypatch.setattr(sys, "stderr", terminal := Terminal())
    assert list(progress.tracked("abc", 3, "Reading")) == ["a", "b", "c"]
    assert terminal.getvalue() == ""
    assert bars() == []


def test_a_bar_while_one_item_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar does not wait for the first item, says what is done, and is wiped at the end."""
    terminal = at_once(monkeypatch)

    def items() -> Iterator[int]:
        terminal.awaited = "Reading"
        assert terminal.shown.wait(LONGEST)
        yield 1

    assert list(progress.tracked(items(), 1, "Reading")) == [1]
    *_, last = terminal.getvalue().split("Reading")
    assert last.endswith(WIPED)
    assert CURSOR_SHOWN in last
    assert bars() == []


def test_counting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bar shows how many of how many items are done."""
    terminal = at_once(monkeypatch)

    def items() -> Iterator[int]:
        yield 1
        terminal.awaited = "50%"
        assert terminal.shown.wait(LONGEST)
        yield 2

    assert list(progress.tracked(items(), 2, "Reading")) == [1, 2]


def test_interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    """A bar ends with what it shows, however that ends."""
    at_once(monkeypatch)

    def items() -> Iterator[int]:
        yield 1
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(progress.tracked(items(), 2, "Reading"))
    assert bars() == []
    tracked = progress.tracked([1, 2], 2, "Reading")
    next(tracked)
    del tracked
    assert bars() == []
