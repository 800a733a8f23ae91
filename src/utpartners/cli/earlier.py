"""Catalogues that are not files on the disk: standard input, a pipe, a file of a git revision."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from typing import TYPE_CHECKING, NamedTuple

from ..errors import CatalogueError, UnreadableError, reason
from ..formats.parts_folder import FOLDER, ORDER, SHARED
from ..i18n import translated
from ..unreadable import cannot_read

if TYPE_CHECKING:
    from collections.abc import Iterator

STDIN = "-"


class Content(NamedTuple):
    """The content of a catalogue, and the name by which it was asked for."""

    name: str
    content: bytes


class FolderContent(NamedTuple):
    """The files of a catalogue in parts, and the name by which it was asked for."""

    name: str
    files: dict[str, bytes | UnreadableError]


def content_of(name: str) -> Content | FolderContent | None:
    """Return what a name means that is no file or folder; None where it is one, or nothing.

    ``-`` is standard input, ``REV:FILE`` a file or folder of a git revision; a pipe is read to its
    end.
    Raises CatalogueError where that cannot be read.
    """
    if name == STDIN:
        return Content(translated("standard input"), _stdin())
    try:
        mode = os.stat(name).st_mode
    except (OSError, ValueError):
        return _in_git(name) if _is_revision(name) else None
    if stat.S_ISFIFO(mode):
        return Content(name, _pipe(name))
    return None


def _stdin() -> bytes:
    try:
        content = sys.stdin.buffer.read() if sys.stdin is not None else b""
    except OSError as error:
        raise CatalogueError(
            translated("cannot read standard input: {reason}", reason=reason(error))
        ) from error
    if not content.strip():
        raise CatalogueError(
            translated("standard input is empty"),
            translated("Pipe a catalogue into the command, or name a file in place of -."),
        )
    return content


def _pipe(name: str) -> bytes:
    try:
        with open(name, "rb") as file:
            return file.read()
    except OSError as error:
        raise cannot_read(name, error, CatalogueError) from error


def _is_revision(name: str) -> bool:
    """Return whether a name can be REV:FILE; ``C:`` is a drive of Windows, ``-x`` an option."""
    revision, colon, file = name.partition(":")
    is_drive = os.name == "nt" and len(revision) == 1
    is_odd = is_drive or name.startswith("-") or "\0" in name
    return bool(colon and revision and file) and not is_odd


def _in_git(name: str) -> Content | FolderContent:
    """Return the file or the folder of parts that git keeps as ``REV:FILE``.

    A relative FILE is looked for in the current folder first, as the file beside it would be, then
    from the top of the repository, as git itself does.
    """
    revision, _, file = name.partition(":")
    file = file.rstrip("/") or "."
    folder = ""
    wanted = [f"./{file}", file]
    if os.path.isabs(file):
        folder, base = os.path.split(file)
        wanted = [f"./{base}"]
    for path in wanted:
        # An id first, then its content: neither runs a filter that a repository may define.
        if id := _git(name, folder, "rev-parse", "--verify", "--quiet", f"{revision}:{path}"):
            if parts := _parts(name, folder, f"{revision}:{path}"):
                return FolderContent(name, parts)
            content = _git(name, folder, "cat-file", "blob", id.decode().strip())
            if content is None:
                what = translated("{file} is a folder in that revision", file=file)
                raise CatalogueError(
                    translated("cannot read {path}: {reason}", path=name, reason=what)
                )
            return Content(name, content)
    raise _not_there(name, folder, revision, file)


def _parts(name: str, folder: str, place: str) -> dict[str, bytes | UnreadableError]:
    """Return the files of a catalogue in parts; none where there is another thing at a place.

    The place is that of its folder, or of its shared file.
    """
    above, _, last = place.rpartition("/")
    place = f"{above}/" if last == SHARED else place
    listed = _git(name, folder, "ls-tree", "-r", "-z", "--full-tree", place) or b""
    entries = [entry.partition("\t") for entry in listed.decode("utf-8", "replace").split("\0")]
    ids = {path: mode.split() for mode, _, path in entries if _is_part(path)}
    if SHARED not in ids or len(ids) < 2:
        return {}
    contents = _blobs(name, folder, [id for _, _, id in ids.values()])
    link = translated("this is a link to another file")
    return {
        path: UnreadableError(f"{name}/{path}", link) if mode == LINK else content
        for (path, (mode, *_)), content in zip(ids.items(), contents, strict=True)
    }


LINK = "120000"
"""The mode of a symbolic link in git."""


def _blobs(name: str, folder: str, ids: list[str]) -> Iterator[bytes]:
    """Yield the contents of ids, which git gives at once: a process for each takes too long."""
    asked = "".join(f"{id}\n" for id in ids).encode()
    rest = _git(name, folder, "cat-file", "--batch", given=asked) or b""
    for _ in ids:
        head, _, rest = rest.partition(b"\n")  # its id, what it is, and its size
        size = int(head.split()[-1])
        yield rest[:size]
        rest = rest[size + 1 :]


def _is_part(path: str) -> bool:
    folder, _, base = path.rpartition("/")
    is_partnership = folder == FOLDER and base.endswith(".toml") and not base.startswith(".")
    return is_partnership or path in (SHARED, ORDER)


def _not_there(name: str, folder: str, revision: str, file: str) -> CatalogueError:
    """Return the error for a file that git does not have: no repository, revision or file."""
    if not _git(name, folder, "rev-parse", "--is-inside-work-tree"):
        return CatalogueError(
            translated(
                "cannot read {path}: there is no such file, and this folder is not in a git "
                "repository",
                path=name,
            ),
            translated("REV:FILE is read with git: go to a folder of its repository."),
        )
    if not _git(name, folder, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"):
        hint = translated("See which there are: git log --oneline")
        if _git(name, folder, "rev-parse", "--is-shallow-repository") == b"true\n":
            hint = translated(
                "This clone lacks the earlier revisions. Fetch them: git fetch --unshallow"
            )
        what = translated("git has no revision '{revision}'", revision=revision)
        return CatalogueError(
            translated("cannot read {path}: {reason}", path=name, reason=what), hint
        )
    what = translated("the revision '{revision}' has no file {file}", revision=revision, file=file)
    return CatalogueError(
        translated("cannot read {path}: {reason}", path=name, reason=what),
        translated("See what it has: {command}", command=f"git ls-tree -r --name-only {revision}"),
    )


def _git(name: str, folder: str, *arguments: str, given: bytes = b"") -> bytes | None:
    """Return what git answers, None where it refuses. Raises CatalogueError without git."""
    try:
        done = subprocess.run(  # noqa: S603 no shell
            ["git", *arguments],  # noqa: S607 the git that a shell would run
            input=given,
            capture_output=True,
            check=False,
            cwd=folder or None,
        )
    except FileNotFoundError as error:
        if folder and not os.path.isdir(folder):
            return None
        raise CatalogueError(
            translated(
                "cannot read {path}: there is no such file, and git is not installed", path=name
            ),
            translated("REV:FILE is read with git: install it, or name a file."),
        ) from error
    return done.stdout if done.returncode == 0 else None
