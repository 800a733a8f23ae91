"""Files and folders are written whole or not at all."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from tests.disk import Disk, inodes

from utpartners.cli import folders
from utpartners.cli.files import create, write_file
from utpartners.errors import UtpartnersError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals")


def folder_of(*names: str) -> Callable[[str], None]:
    def make(path: str) -> None:
        os.mkdir(path)
        for name in names:
            with open(os.path.join(path, name), "w", encoding="utf-8") as file:
                file.write("new")

    return make


def contents(folder: Path) -> dict[str, str]:
    return {file.name: file.read_text("utf-8") for file in folder.iterdir()}


def test_a_folder(tmp_path: Path) -> None:
    """A folder appears with all that is in it, and the folder around it has nothing else."""
    create(str(tmp_path / "package") + os.sep, folder_of("a", "b"))
    assert contents(tmp_path / "package") == {"a": "new", "b": "new"}
    assert os.listdir(tmp_path) == ["package"]


def test_existing_folder(tmp_path: Path) -> None:
    """A folder that is there stays as it is, unless it may be replaced."""
    package = tmp_path / "package"
    package.mkdir()
    (package / "a").write_text("old")
    with pytest.raises(UtpartnersError, match="already exists") as error:
        create(str(package), folder_of("a", "b"))
    assert "--force" in str(error.value)
    assert contents(package) == {"a": "old"}
    create(str(package), folder_of("a", "b"), force=True)
    assert contents(package) == {"a": "new", "b": "new"}
    assert os.listdir(tmp_path) == ["package"]


def test_what_is_not_ours(tmp_path: Path) -> None:
    """A folder that also has other files is never replaced, as they would be lost."""
    package = tmp_path / "package"
    package.mkdir()
    (package / "thesis.docx").write_text("mine")
    with pytest.raises(UtpartnersError, match=r"it also contains thesis\.docx"):
        create(str(package), folder_of("a"), force=True)
    assert contents(package) == {"thesis.docx": "mine"}
    assert os.listdir(tmp_path) == ["package"]


def test_a_read_only_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing can be written, the folder is named, whatever makes the file."""
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(UtpartnersError) as error:
        create(str(tmp_path / "c.db"), folder_of("a"))
    assert str(error.value) == (
        f"cannot write {tmp_path}/c.db: the folder {tmp_path} is read-only for you\n"
        "Choose another folder, such as your home folder."
    )


@pytest.mark.parametrize(
    "write", [lambda path: write_file(path, ["a"]), lambda path: create(path, folder_of())]
)
def test_no_name(write: Callable[[str], None]) -> None:
    """An empty name, such as that of a variable without a value, is not the current folder."""
    with pytest.raises(UtpartnersError, match="the name of a file is empty"):
        write("")


def test_another_kind(tmp_path: Path) -> None:
    """A file does not take the place of a folder, nor a folder that of a file."""
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UtpartnersError, match="it is a folder"):
        write_file(str(tmp_path / "folder"), ["text"], force=True)
    with pytest.raises(UtpartnersError, match="it is a folder"):
        create(
            str(tmp_path / "folder"), lambda path: os.rename(tmp_path / "file", path), force=True
        )
    (tmp_path / "file").write_text("mine")
    with pytest.raises(UtpartnersError, match="it is a file"):
        create(str(tmp_path / "file"), folder_of("a"), force=True)
    assert sorted(os.listdir(tmp_path)) == ["file", "folder"]


def test_without_an_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot exchange two folders at once, one is moved aside."""
    monkeypatch.setattr(folders, "_exchange", lambda *_: False)
    test_existing_folder(tmp_path)


@POSIX
def test_exchange_at_once(tmp_path: Path) -> None:
    """Where the system can, there is no moment without a folder."""
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "x").touch()
    assert folders._exchange(str(tmp_path / "a"), str(tmp_path / "b"))
    assert os.listdir(tmp_path / "a") == ["x"]


@pytest.mark.parametrize("fault", [OSError(errno.ENOSPC, "No space left"), KeyboardInterrupt()])
def test_nothing_is_left(tmp_path: Path, fault: BaseException) -> None:
    """A full disk or Ctrl-C leaves the old file alone, and nothing of the new one."""
    (tmp_path / "old").write_text("old")

    def pieces() -> Iterator[str]:
        yield "new"
        raise fault

    def make(path: str) -> None:
        folder_of("a")(path)
        raise fault

    expected = UtpartnersError if isinstance(fault, OSError) else KeyboardInterrupt
    with pytest.raises(expected):
        write_file(str(tmp_path / "old"), pieces(), force=True)
    with pytest.raises(expected):
        create(str(tmp_path / "package"), make)
    assert contents(tmp_path) == {"old": "old"}


@pytest.mark.slow
@POSIX
@pytest.mark.parametrize("name", ["c.toml", "c.db", "c.zip", "c.xlsx", "c/", "c.parquet"])
def test_full_disk(
    program: list[str], clean_env: dict[str, str], tmp_path: Path, name: str
) -> None:
    """A disk that is full is an error with its reason; the old file stays, and nothing else."""
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    import resource

    def limited() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))

    is_file = not name.endswith(("/", "parquet"))
    if is_file:
        (tmp_path / name).write_text("old")
    done = subprocess.run(
        [*program, "export", "-o", name, "--force"],
        preexec_fn=limited, cwd=tmp_path, env=clean_env, capture_output=True, text=True,
        check=False, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith(f"utpartners: cannot write {name}: "), done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert contents(tmp_path) == ({name: "old"} if is_file else {})


def write_new(path: str) -> None:
    with open(path, "w", encoding="utf-8") as file:
        file.write("new")


@POSIX
@pytest.mark.parametrize("make", [write_new, folder_of("a", "b")], ids=["file", "folder"])
@pytest.mark.parametrize("is_there", [False, True])
def test_contents_reach_the_disk_before_the_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, make: Callable[[str], None], is_there: bool
) -> None:
    """All that was made is flushed, then gets its name, then the folder around it is flushed."""
    target = tmp_path / "target"
    if is_there:
        make(str(target))
    disk = Disk(monkeypatch)
    create(str(target), make, force=is_there)
    assert disk.before["target"] == inodes(target)
    assert disk.flushed == {tmp_path.stat().st_ino}


@pytest.mark.parametrize("fails_at", [1, 2])
def test_another_folder_stays_where_a_step_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    """Where folders are exchanged in steps, the old one is back after whichever fails, alone."""
    package = tmp_path / "package"
    package.mkdir()
    (package / "a").write_text("old")
    steps: list[str] = []
    rename = os.rename

    def failing(*paths: str) -> None:
        steps.append(paths[0])
        if len(steps) == fails_at:
            raise OSError(errno.EIO, "I/O error")
        rename(*paths)

    monkeypatch.setattr(folders, "_exchange", lambda *_: False)
    monkeypatch.setattr(os, "rename", failing)
    with pytest.raises(UtpartnersError, match=r"cannot write .*package: "):
        create(str(package), folder_of("a", "b"), force=True)
    assert contents(package) == {"a": "old"}
    assert os.listdir(tmp_path) == ["package"]


class Moved:
    """Renames as the system does, with something else after or in the place of some of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.instead: dict[int, BaseException] = {}
        """What comes in the place of a rename, by its number."""
        self.afterwards: dict[int, BaseException] = {}
        """What comes right after it."""
        self.count = 0
        self.rename = os.rename
        monkeypatch.setattr(folders, "_exchange", lambda *_: False)
        monkeypatch.setattr(os, "rename", self)

    def __call__(self, *paths: str) -> None:
        self.count += 1
        if self.count in self.instead:
            raise self.instead[self.count]
        self.rename(*paths)
        if self.count in self.afterwards:
            raise self.afterwards[self.count]


def old_package(folder: Path) -> str:
    """Make a folder with a file that says that it is old, and return its path."""
    (folder / "package").mkdir()
    (folder / "package" / "a").write_text("old")
    return str(folder / "package")


def test_a_folder_that_cannot_be_moved_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the way back fails too, the error says where the old contents are, and they are."""
    package = old_package(tmp_path)
    fault = OSError(errno.EIO, "Input/output error")
    Moved(monkeypatch).instead = {2: fault, 3: fault}
    with pytest.raises(UtpartnersError) as error:
        create(package, folder_of("a"), force=True)
    (left,) = tmp_path.iterdir()
    assert contents(left) == {"a": "old"}
    assert str(error.value) == (
        f"cannot write {package}: input/output error\n"
        f"What was there before is now in {left}. Move it back: mv {left} {package}"
    )


@pytest.mark.parametrize(("step", "found"), [(1, "old"), (2, "new")])
def test_ctrl_c_between_two_steps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int, found: str
) -> None:
    """Interrupted after any step, the old folder or the new one is there, and nothing else."""
    package = old_package(tmp_path)
    Moved(monkeypatch).afterwards = {step: KeyboardInterrupt()}
    with pytest.raises(KeyboardInterrupt):
        create(package, folder_of("a"), force=True)
    assert contents(tmp_path / "package") == {"a": found}
    assert os.listdir(tmp_path) == ["package"]


@pytest.mark.parametrize("is_exchanged", [False, True])
def test_a_replaced_folder_that_cannot_be_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_exchanged: bool
) -> None:
    """The new folder is in place then; the error says so, and where the old contents are."""
    package = old_package(tmp_path)
    if not is_exchanged:
        monkeypatch.setattr(folders, "_exchange", lambda *_: False)

    def refused(_: str) -> None:
        raise OSError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(shutil, "rmtree", refused)
    with pytest.raises(UtpartnersError) as error:
        create(package, folder_of("a"), force=True)
    assert contents(tmp_path / "package") == {"a": "new"}
    (left,) = set(tmp_path.iterdir()) - {tmp_path / "package"}
    assert contents(left) == {"a": "old"}
    assert str(error.value) == (
        f"{package} is written, but what was there before could not be removed: permission denied\n"
        f"Remove the folder {left}."
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux and macOS exchange folders")
def test_another_folder_is_never_away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder with other contents is exchanged in one step: nothing is renamed, none is left."""
    package = tmp_path / "package"
    package.mkdir()
    (package / "a").write_text("old")
    monkeypatch.setattr(folders, "_replace_in_steps", lambda *_: pytest.fail("it was away"))
    create(str(package), folder_of("a", "b"), force=True)
    assert contents(package) == {"a": "new", "b": "new"}
    assert os.listdir(tmp_path) == ["package"]


SLOW = """
import sys, time
from utpartners.cli.files import create
import os
kind, path = sys.argv[1:]
def make(target):
    if kind == "folder":
        os.mkdir(target)
    for number in range(100):
        with open(os.path.join(target, "a") if kind == "folder" else target, "a") as file:
            file.write("new")
        print(number, flush=True)
        time.sleep(0.01)
create(path, make, force=True)
"""


@POSIX
@pytest.mark.parametrize("kind", ["file", "folder"])
def test_killed(tmp_path: Path, kind: str) -> None:
    """Whoever is killed while writing leaves the old file or folder as it was."""
    target = tmp_path / "target"
    if kind == "folder":
        target.mkdir()
    old = target / "a" if kind == "folder" else target
    old.write_text("old")
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW, kind, str(target)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "0\n"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert old.read_text() == "old"


@pytest.mark.slow
@POSIX
def test_killed_at_any_moment(
    program: list[str], clean_env: dict[str, str], tmp_path: Path
) -> None:
    """Killed early or late, an export leaves the old folder or the new one, never a mixture."""
    target = tmp_path / "c"
    assert (
        subprocess.run([*program, "export", "-o", "c/"], cwd=tmp_path, env=clean_env).returncode
        == 0
    )
    whole = contents(target)
    for wait in (0.1, 0.14, 0.18, 0.22, 0.26, 0.3, 0.34, 0.4):
        process = subprocess.Popen(
            [*program, "export", "-o", "c/", "--force"], cwd=tmp_path, env=clean_env
        )
        time.sleep(wait)
        process.kill()
        process.wait()
        assert contents(target) == whole


@POSIX
@pytest.mark.slow
def test_ctrl_c(program: list[str], clean_env: dict[str, str], tmp_path: Path) -> None:
    """Ctrl-C while a catalogue is written leaves nothing behind."""
    for wait in (0.1, 0.14, 0.18, 0.22, 0.26):
        process = subprocess.Popen(
            [*program, "export", "-o", "c.db"], cwd=tmp_path, env=clean_env,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        time.sleep(wait)
        process.send_signal(signal.SIGINT)
        process.wait()
        assert os.listdir(tmp_path) in ([], ["c.db"])
        (tmp_path / "c.db").unlink(missing_ok=True)
