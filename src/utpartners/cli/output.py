"""Where an answer goes: a terminal, a pipe, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO, TypeVar, cast

from ..errors import ReaderGone, UsageError, UtpartnersError
from ..render import Screen, format_named, format_of_path, renderer

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..answers import Answer

Item = TypeVar("Item")


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
    form = format_named(format or format_of_path(path))
    if excel and form.name != "csv":
        raise UsageError(f"--excel is for csv, not for {form.name}", "xlsx needs no such help.")
    if not header and form.name not in ("csv", "tsv"):
        raise UsageError(f"--no-header is for csv and tsv, not for {form.name}")
    to_stdout = path is None or path == "-"
    if not form.shows(answer):
        raise UsageError(f"{form.name} cannot show this answer", f"It is {form.summary}.")
    to_terminal = to_stdout and is_terminal(sys.stdout)
    if to_stdout and (form.reach == "file" or (to_terminal and form.reach == "pipe")):
        raise UsageError(f"{form.name} is written to a file", f"Give one: -o answer.{form.name}")
    drawn = to_terminal and form.name == "table"
    screen = Screen(drawn, drawn and colour and not is_plain_wanted(), header, excel)
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
        to_stdout(pieces, safe=safe)
    else:
        from .files import write as write_file

        write_file(path, pieces, force)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a person looks at a stream."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:
        return False


def is_plain_wanted() -> bool:
    """Whether the environment asks for no colour."""
    return bool(os.environ.get("NO_COLOR")) or os.environ.get("TERM") == "dumb"


def to_stdout(pieces: Iterable[str] | Iterable[bytes], *, safe: bool = True) -> None:
    """Write text to stdout. ``safe`` says that it holds no control character but the form's own.

    Bytes are written as they are, to a pipe.
    """
    stream: TextIO | None = sys.stdout
    if stream is None:
        raise UtpartnersError("stdout is closed", "Give a file with -o instead.")
    if is_terminal(stream):
        if not safe:
            pieces = map(_without_controls, cast("Iterable[str]", pieces))
    elif hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        for piece in pieces:
            _put(stream, piece)
        stream.flush()
    except BrokenPipeError as error:
        raise ReaderGone from error
    except OSError as error:
        raise UtpartnersError(f"cannot write to stdout: {error.strerror or error}") from error


def _put(stream: TextIO, piece: str | bytes) -> None:
    if isinstance(piece, bytes):
        stream.buffer.write(piece)
    else:
        stream.write(piece)


def _without_controls(text: str) -> str:
    """Text for a terminal in which only line feeds and tabs still act."""
    from ..visible import visible

    lines = (visible(line).replace("\\t", "\t") for line in text.split("\n"))
    return "\n".join(lines)


def with_progress(items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
    """Items as they are, with a progress bar where a person looks at stderr."""
    if not is_terminal(sys.stderr):
        return iter(items)
    from .progress import tracked

    return tracked(items, total, doing)


def remark(notes: Iterable[str]) -> None:
    """Tell on stderr what the data itself does not say."""
    from ..visible import visible

    for note in notes:
        if sys.stderr is not None:
            with suppress(OSError, ValueError):
                print(visible(note), file=sys.stderr)


LONGEST_LINE = 1000
"""Characters of a line of an error, which may repeat whatever was typed."""


def _shortened(line: str) -> str:
    half = LONGEST_LINE // 2
    return line if len(line) <= LONGEST_LINE else f"{line[:half]} … {line[-half:]}"


def complain(error: UtpartnersError) -> None:
    """Tell an error on stderr: what is wrong, then what to do next."""
    from ..visible import visible

    if sys.stderr is None:
        return
    told = f"{error.message}\n{error.hint}" if error.hint else error.message
    text = "\n".join(_shortened(visible(line)) for line in f"utpartners: {told}".split("\n"))
    with suppress(OSError, ValueError):
        print(text.encode("utf-8", "backslashreplace").decode("utf-8"), file=sys.stderr)
