"""Paths that lead to no catalogue: refused at once, in a few lines, and never waited for."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from tests.slow import quick_are

from utpartners.errors import UtpartnersError
from utpartners.formats import check, read
from utpartners.progress import no_progress

from .conftest import ACTING, CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .conftest import Ask

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def a_socket(path: Path) -> None:
    """A socket of that name, bound from its folder, as names of sockets must be short."""
    os.chdir(path.parent)
    with socket.socket(socket.AF_UNIX) as one:
        one.bind(path.name)


def package(path: Path, descriptor: Callable[[Path], object]) -> None:
    path.mkdir()
    descriptor(path / "datapackage.json")


PATHS: dict[str, Callable[[Path], object]] = {
    "nothing": lambda path: None,
    "pipe": os.mkfifo,
    "socket": a_socket,
    "endless": lambda path: path.symlink_to("/dev/zero"),
    "nowhere": lambda path: path.symlink_to("missing"),
    "to itself": lambda path: path.symlink_to(path.name),
    "empty folder": lambda path: path.mkdir(),
    "folder of a pipe": lambda path: package(path, os.mkfifo),
    "folder of a folder": lambda path: package(path, lambda inner: inner.mkdir()),
    "folder that leads out": lambda path: package(path, lambda inner: inner.symlink_to(CATALOGUE)),
    "folder of nothing": lambda path: package(path, lambda inner: inner.touch()),
    "folder of a bomb": lambda path: package(path, lambda inner: inner.write_text("[" * 100_000)),
    "start of a zip": lambda path: path.write_bytes(b"PK\x03\x04"),
    "start of a database": lambda path: path.write_bytes(b"SQLite format 3\0"),
    "start of JSON": lambda path: path.write_text("{"),
    "bytes": lambda path: path.write_bytes(bytes(range(256)) * 100),
    "zeros": lambda path: path.write_bytes(bytes(100_000)),
    "UTF-16": lambda path: path.write_text(CATALOGUE.read_text("utf-8"), "utf-16"),
    "a name that acts": lambda path: path.touch(),
}


@pytest.mark.parametrize("kind", PATHS)
def test_refused(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, hostile_db: str
) -> None:
    """List, check, diff, export and match say what it is that they cannot read."""
    monkeypatch.chdir(tmp_path)
    name = "\x1b[31m\u202e.toml" if kind == "a name that acts" else "c.toml"
    PATHS[kind](tmp_path / name)
    commands = [
        ["list", "--data", name], ["check", name], ["check", name, "--json"],
        ["export", "--data", name, "-o", "new.db"],
    ]  # fmt: skip
    if kind != "pipe":  # diff reads a pipe to its end, as <(…) of a shell is one
        commands.append(["diff", hostile_db, name])
    for args in commands:
        done = ask(*args)
        assert done.status == 1, args
        assert ACTING.search(done.err + done.out) is None
        assert 1 <= len(done.err.splitlines()) <= 4
    assert not (tmp_path / "new.db").exists()


@pytest.mark.parametrize("name", ["c.json", "c/", "c.zip", "c.xlsx", "c.db"])
@pytest.mark.parametrize("size", quick_are([0.3], [0, 0.3, 0.9]))
def test_cut_off_while_read(
    ask: Ask, hostile_db: str, tmp_path: Path, name: str, size: float
) -> None:
    """A file that is cut off while it is read is refused, or read as it was or as it is."""
    assert ask("export", "--data", hostile_db, "-o", f"{tmp_path}/{name}").status == 0
    target = tmp_path / name
    files = list(target.iterdir()) if target.is_dir() else [target]

    def progress(items: Iterable[object], total: int, doing: str) -> Iterator[object]:
        for file in files:
            os.truncate(file, int(file.stat().st_size * size))
        yield from items

    read_it = lambda: read(str(target), progress).close()  # type: ignore[arg-type]  # noqa: E731
    for use in (read_it, lambda: check(str(target), no_progress)):
        assert str(tmp_path / name.rstrip("/")) in _refusal(use, str(target))


def _refusal(use: Callable[[], object], otherwise: str) -> str:
    try:
        use()
    except UtpartnersError as error:
        return error.message
    return otherwise


def test_links_that_are_followed(ask: Ask, tmp_path: Path) -> None:
    """A link to a catalogue is read, and written to where it leads."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link.toml").symlink_to("real/c.toml")
    assert ask("export", "-o", f"{tmp_path}/real/c.toml").status == 0
    assert ask("list", "--data", f"{tmp_path}/link.toml").status == 0
    done = ask("export", "--data", str(CATALOGUE), "-o", f"{tmp_path}/link.toml", "--force")
    assert done.status == 0
    assert (tmp_path / "link.toml").is_symlink()
    assert "Evil" in (tmp_path / "real" / "c.toml").read_text("utf-8")


@pytest.mark.parametrize("name", ["CON", "NUL.csv", "aux.json", "..", "a:b.csv", "-", " .csv"])
def test_names_to_write(
    ask: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hostile_db: str, name: str
) -> None:
    """A name that means something elsewhere is a file here, or is refused; no other is made."""
    monkeypatch.chdir(tmp_path)
    done = ask("list", "--data", hostile_db, "-f", "csv", f"-o{name}")
    assert os.listdir(tmp_path) == ([name] if done.status == 0 and not done.out else [])
