"""Streams that end early, as the systems say it."""

from __future__ import annotations

import errno
import io
import os
import sys

import pytest

from utpartners.cli.output import write_to_stdout
from utpartners.errors import ReaderGone, UtpartnersError


class Broken(io.StringIO):
    """A stdout that refuses whatever is written."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number

    def write(self, text: str) -> int:
        raise OSError(self.number, os.strerror(self.number))


@pytest.mark.parametrize(("system", "number"), [("posix", errno.EPIPE), ("nt", errno.EINVAL)])
def test_a_reader_who_has_gone(monkeypatch: pytest.MonkeyPatch, system: str, number: int) -> None:
    """Nobody reads on: that is no error, and Windows says EINVAL for it."""
    monkeypatch.setattr(os, "name", system)
    monkeypatch.setattr(sys, "stdout", Broken(number))
    with pytest.raises(ReaderGone):
        write_to_stdout(["text"], is_safe=True)


@pytest.mark.parametrize(("system", "number"), [("posix", errno.EINVAL), ("nt", errno.ENOSPC)])
def test_a_stream_that_fails(monkeypatch: pytest.MonkeyPatch, system: str, number: int) -> None:
    """Any other fault of stdout is an error with its reason."""
    monkeypatch.setattr(os, "name", system)
    monkeypatch.setattr(sys, "stdout", Broken(number))
    with pytest.raises(UtpartnersError, match="cannot write to standard output: "):
        write_to_stdout(["text"], is_safe=True)
