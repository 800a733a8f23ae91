"""When a pager shows an answer, and which."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from utpartners.cli import pager
from utpartners.errors import UtpartnersError

LONG = "line\n" * 100


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((80, 24)))
    monkeypatch.setattr(sys, "stdout", sys.__stdout__)
    monkeypatch.delenv("PAGER", raising=False)
    monkeypatch.delenv("UTPARTNERS_PAGER", raising=False)


def test_long(screen: None, monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """What is longer than the screen goes through the reader's pager, whole."""
    out = f"{tmp_path}/out"
    script = "import sys; open(sys.argv[1], 'w').write(sys.stdin.read())"
    monkeypatch.setenv("UTPARTNERS_PAGER", f'"{sys.executable}" -c "{script}" {out}')
    assert pager.show(LONG)
    with open(out, encoding="utf-8") as file:
        assert file.read() == LONG


def test_short(screen: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """What fits needs no pager."""
    monkeypatch.setenv("PAGER", "false")
    assert not pager.show("line\n" * 10)


@pytest.mark.parametrize("height", [1, 2, 24])
def test_exactly_a_screenful(screen: None, monkeypatch: pytest.MonkeyPatch, height: int) -> None:
    """A text fits that leaves one line of the screen to the prompt; with one more it is paged."""
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((80, height)))
    monkeypatch.setenv("PAGER", f'"{sys.executable}" -c ""')
    assert not pager.show("line\n" * (height - 1))
    assert pager.show("line\n" * height)


def test_a_terminal_without_a_size(screen: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that does not tell its height gets what is printed as it is."""
    monkeypatch.setattr(os, "get_terminal_size", lambda *_: os.terminal_size((0, 0)))
    monkeypatch.setenv("PAGER", f'"{sys.executable}" -c ""')
    assert not pager.show(LONG)


@pytest.mark.parametrize("none", ["cat", ""])
def test_none_wanted(screen: None, monkeypatch: pytest.MonkeyPatch, none: str) -> None:
    """cat, or nothing, turns it off; the program's own variable comes first."""
    monkeypatch.setenv("PAGER", "false")
    monkeypatch.setenv("UTPARTNERS_PAGER", none)
    assert not pager.show(LONG)


def test_not_there(screen: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pager that is not there is done without."""
    monkeypatch.setenv("PAGER", "no-such-pager-anywhere")
    assert not pager.show(LONG)


def test_no_command(screen: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no command is told."""
    monkeypatch.setenv("PAGER", "'unclosed")
    with pytest.raises(UtpartnersError, match="PAGER is not a valid command"):
        pager.show(LONG)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")
def test_ctrl_c(screen: None, monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """Ctrl-C is the pager's own: the program waits until the reader leaves the pager."""
    out = f"{tmp_path}/out"
    script = (
        "import os, signal, sys, time; signal.signal(signal.SIGINT, lambda *_: None);"
        "os.kill(os.getppid(), signal.SIGINT); time.sleep(0.5);"
        "open(sys.argv[1], 'w').write(sys.stdin.read())"
    )
    monkeypatch.setenv("UTPARTNERS_PAGER", f'"{sys.executable}" -c "{script}" {out}')
    before = signal.getsignal(signal.SIGINT)
    assert pager.show(LONG * 10_000)
    assert signal.getsignal(signal.SIGINT) is before
    with open(out, encoding="utf-8") as file:
        assert file.read() == LONG * 10_000


def test_a_reader_who_leaves_early(screen: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A pager that ends before it has read the whole text has shown it."""
    monkeypatch.setenv("PAGER", f'"{sys.executable}" -c ""')
    assert pager.show(LONG * 10_000)
