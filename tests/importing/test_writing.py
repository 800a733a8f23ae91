"""What ``import --write`` writes is old or new at any moment, and the work shows how far it is."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from utpartners.importing.importer import Import, Options

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")

HOME = ("--home", "Kita University, Japan")

COUNT = 300


def _list(until: str) -> str:
    rows = [f"University of Town {n},Canada,MoU,2015-04-01,{until}" for n in range(COUNT)]
    return "\n".join(["Partner,Country,Type,Signed,Until", *rows, ""])


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize("sent", ["SIGKILL", "SIGINT"])
def test_stopped_at_any_moment(
    program: list[str], clean_env: dict[str, str], tmp_path: Path, sent: str
) -> None:
    """Killed or interrupted at any moment, an import leaves the old catalogue or the new one.

    Whichever it is, the next import completes what the stopped one began.
    """
    words = [*program, "import", "list.csv", "--into", "ours.toml", *HOME, "--write"]

    def start() -> subprocess.Popen[bytes]:
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            words, cwd=tmp_path, env=clean_env, stdout=quiet, stderr=subprocess.PIPE
        )

    catalogue, path = tmp_path / "ours.toml", tmp_path / "list.csv"
    path.write_text(_list("2020-03-31"))
    began = time.monotonic()
    start().communicate()
    duration = time.monotonic() - began
    old = catalogue.read_bytes()
    new = old.replace(b"2020-03-31", b"2030-03-31")
    path.write_text(_list("2030-03-31"))
    moments = random.Random(sent)  # noqa: S311 no secret
    for _ in range(8):
        process = start()
        time.sleep(duration * moments.uniform(0.2, 1.0))
        process.send_signal(getattr(signal, sent))
        _, errors = process.communicate()
        assert b"Traceback" not in errors
        assert catalogue.read_bytes() in (old, new)
        if sent == "SIGINT":  # who is killed cannot clear up
            assert not [name for name in os.listdir(tmp_path) if name.endswith(".part")]
    last = start()
    last.communicate()
    assert last.returncode == 0
    assert catalogue.read_bytes() == new
    assert b"Nothing to do" in start().communicate()[1]


def test_progress(tmp_path: Path) -> None:
    """Each stage tells how many rows or partners it has, and takes each of them once."""
    (tmp_path / "list.csv").write_text(_list("2020-03-31"))
    told: list[tuple[str, int, int]] = []

    def progress(items: Iterable[Any], total: int, doing: str) -> Iterator[Any]:
        count = 0
        for item in items:
            yield item
            count += 1
        told.append((doing, total, count))

    options = Options(home="Kita University, Japan")
    Import(str(tmp_path / "list.csv"), str(tmp_path / "ours.toml"), options, progress)
    assert told == [
        ("Reading the rows", COUNT, COUNT),
        ("Comparing the names of partners", COUNT, COUNT),
        ("Reading the agreements", COUNT, COUNT),
        ("Comparing with the catalogue", COUNT, COUNT),
    ]
