"""Where an answer goes: a terminal, a pipe, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any, TextIO, cast

from .errors import UsageError, UtpartnersError
from .render import Screen, format_named, format_of_suffix, renderer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .table import Answer, Row


def write(
    answer: Answer,
    *,
    format: str | None = None,
    path: str | None = None,
    colour: bool = True,
    header: bool = True,
    excel: bool = False,
    pager: bool = True,
    force: bool = False,
) -> None:
    """Write an answer to stdout, or to the file at ``path``.

    The format is the one named, else that of the path's suffix, else ``table``. Raises
    UtpartnersError where the answer cannot be written; the file is then as it was before.
    """
    form = format_named(format or (format_of_suffix(path) if path else None) or "table")
    to_stdout = path is None or path == "-"
    if not form.is_text and to_stdout:
        raise UsageError(f"{form.name} is written to a file", f"Give one: -o answer.{form.name}")
    to_terminal = to_stdout and is_terminal(sys.stdout)
    drawn = to_terminal and form.name == "table"
    screen = Screen(drawn, drawn and colour and not _plain_wanted(), header, excel)
    pieces = renderer(form)(answer, screen)
    if drawn and pager:
        pieces = _paged(cast("Iterator[str]", pieces))
    deliver(pieces, path, force=force, safe=drawn)
    if not drawn:
        remark(answer.footnotes)


def _paged(pieces: Iterable[str]) -> Iterator[str]:
    """What is left to write after a pager has shown what is longer than the screen."""
    text = "".join(pieces)
    from .pager import show

    if not show(text):
        yield text


def deliver(
    pieces: Iterable[str] | Iterable[bytes],
    path: str | None,
    *,
    force: bool = False,
    safe: bool = False,
) -> None:
    """Write to stdout, or to the file at ``path``. ``safe`` is as in :func:`to_stdout`."""
    if path is None or path == "-":
        to_stdout(cast("Iterable[str]", pieces), safe=safe)
    else:
        to_file(path, pieces, force)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person looks at a stream."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def _plain_wanted() -> bool:
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"


def to_stdout(pieces: Iterable[str], *, safe: bool = True) -> None:
    """Write text to stdout. ``safe`` says that it holds no control character but the form's own."""
    stream: TextIO | None = sys.stdout
    if stream is None:
        raise UtpartnersError("stdout is closed", "Give a file with -o instead.")
    if is_terminal(stream):
        if not safe:
            pieces = map(_harmless, pieces)
    elif hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        for piece in pieces:
            stream.write(piece)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UtpartnersError(f"cannot write to stdout: {error.strerror or error}") from error


def _harmless(text: str) -> str:
    """Text for a terminal in which only line feeds and tabs still act."""
    from .render.text import visible

    lines = (visible(line).replace("\\t", "\t") for line in text.split("\n"))
    return "\n".join(lines)


def to_file(path: str, pieces: Iterable[str] | Iterable[bytes], force: bool = False) -> None:
    """Write a file: all of it under its name, or nothing."""
    folder = os.path.dirname(path) or "."
    if os.path.isdir(path):
        raise UtpartnersError(f"cannot write {path}: it is a folder")
    if os.path.exists(path) and not force:
        raise UtpartnersError(f"{path} exists already", "Give --force to replace it.")
    if not os.path.isdir(folder):
        raise UtpartnersError(
            f"cannot write {path}: there is no folder {folder}", f"Make it first: mkdir -p {folder}"
        )
    try:
        _replace(path, folder, pieces)
    except OSError as error:
        raise UtpartnersError(f"cannot write {path}: {error.strerror or error}") from error


def _replace(path: str, folder: str, pieces: Iterable[str] | Iterable[bytes]) -> None:
    from tempfile import NamedTemporaryFile

    prefix = f".{os.path.basename(path)[:50]}."
    file = NamedTemporaryFile(dir=folder, prefix=prefix, suffix=".part", delete=False)  # noqa: SIM115
    try:
        with file:
            _write(file, pieces)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(file.name, _mode(path))
        os.replace(file.name, path)
    except BaseException:
        os.unlink(file.name)
        raise


def _write(file: IO[Any], pieces: Iterable[str] | Iterable[bytes]) -> None:
    for piece in pieces:
        file.write(piece.encode("utf-8", "backslashreplace") if isinstance(piece, str) else piece)


def _mode(path: str) -> int:
    """The permissions of the file that is replaced, or those of any new file."""
    try:
        return os.stat(path).st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def with_progress(rows: Iterable[Row], total: int, doing: str) -> Iterator[Row]:
    """Rows as they are, with a progress bar where a person looks at stderr."""
    if not is_terminal(sys.stderr):
        yield from rows
        return
    from .progress import tracked

    yield from tracked(rows, total, doing)


def remark(notes: Iterable[str]) -> None:
    """Tell on stderr what the data itself does not say."""
    from .render.text import visible

    for note in notes:
        if sys.stderr is not None:
            with suppress(OSError, ValueError):
                print(visible(note), file=sys.stderr)


def complain(error: UtpartnersError) -> None:
    """Tell an error on stderr: what is wrong, then what to do next."""
    from .render.text import visible

    if sys.stderr is None:
        return
    lines = [visible(line) for line in error.message.split("\n")]
    hint = [visible(line) for line in error.hint.split("\n")] if error.hint else []
    text = "\n".join([f"utpartners: {lines[0]}", *lines[1:], *hint])
    with suppress(OSError, ValueError):
        print(text.encode("utf-8", "backslashreplace").decode("utf-8"), file=sys.stderr)
