"""What reaches the disk, and when what was made gets its name."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from utpartners.cli import folders

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest


class Disk:
    """Notes what is flushed to the disk, and when files and folders are renamed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.flushed: set[int] = set()
        """What was flushed since the last rename."""
        self.before: dict[str, set[int]] = {}
        """By name: what had been flushed when something got that name."""
        fsync = os.fsync

        def flushing(descriptor: int) -> None:
            fsync(descriptor)
            self.flushed.add(os.fstat(descriptor).st_ino)

        monkeypatch.setattr(os, "fsync", flushing)
        monkeypatch.setattr(os, "replace", self._noted(os.replace))
        monkeypatch.setattr(os, "rename", self._noted(os.rename))
        monkeypatch.setattr(folders, "_exchange", self._noted(folders._exchange))

    def _noted(self, own: Callable[[str, str], Any]) -> Callable[[str, str], Any]:
        def noted(source: str, target: str) -> Any:
            before = set().union(*self.before.values(), self.flushed)
            self.before.setdefault(os.path.basename(target), before)
            self.flushed = set()
            return own(source, target)

        return noted


def inodes(path: Path) -> set[int]:
    """Return the inodes of a file, or of a folder and what is in it."""
    return {one.stat().st_ino for one in (path, *path.rglob("*"))}
