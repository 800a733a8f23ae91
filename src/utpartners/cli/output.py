"""Where an answer goes: a terminal, a pipe, or a file that is written whole or not at all."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from errno import EINVAL
from typing import TYPE_CHECKING, Any, TextIO, TypeVar, cast

from ..errors import ReaderGone, UsageError, UtpartnersError, reason
from ..i18n import translated
from .terminal import is_colour_forced, is_colour_unwanted, is_terminal, is_utf8, replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..answers import Answer
    from ..render import Format, Reach, Render
    from .global_options import GlobalOptions


Item = TypeVar("Item")


def write_answer(
    answer: Answer, options: GlobalOptions, command: str = "", render: Render | None = None
) -> None:
    """Write an answer to stdout or to a file, as the options say.

    The format is the one named, else that of the path's extension, else ``table``; ``command`` is
    what an error calls the answer, and ``render`` what renders it, if not its format alone. Raises
    UtpartnersError where the answer cannot be written; the file is then as it was before.
    """
    from ..answers import Card
    from ..render import Screen, format_named, format_of_path, renderer

    form = format_named(options.chosen_format or format_of_path(options.output))
    destination = _destination(options)
    if not form.shows(answer):
        raise form.refusal(command)
    _require_fitting(form, destination, options)
    is_seen = destination == "terminal"
    is_forced = destination == "pipe" and is_colour_forced() and not options.no_color
    is_drawn = form.name == "table" and (is_seen or is_forced)
    has_colour = is_drawn and not options.no_color and not is_colour_unwanted()
    screen = Screen(
        is_drawn,
        has_colour,
        not options.no_header,
        options.excel,
        options.size,
        options.outlines,
        options.long,
        options.program if is_drawn else "",
    )
    answer, count = (answer, str) if options.is_to_stdout else _counted(answer)
    pieces = (render or renderer(form))(answer, screen)
    if is_drawn and is_seen and not options.no_pager:
        pieces = _paged(cast("Iterator[str]", pieces))
    write_pieces(pieces, options.output, force=options.force, is_safe=is_drawn)
    confirm_written(options.output, count())
    if not (is_drawn or (isinstance(answer, Card) and form.name in NOTES_BELOW_A_CARD)):
        # A drawn table has its footnotes below it; other forms are data, in which they would be
        # taken for a row.
        print_notes(answer.footnotes)


NOTES_BELOW_A_CARD = ("table", "markdown", "html")
"""The formats that have the footnotes of a card below it, wherever it goes."""


def _counted(answer: Answer) -> tuple[Answer, Callable[[], str]]:
    """Return an answer whose rows are counted as they are read, and what tells their number."""
    from ..answers import Card

    if isinstance(answer, Card):
        return answer, str
    rows, number = answer.rows, 0

    def counting() -> Iterator[Any]:
        nonlocal number
        for number, row in enumerate(rows, 1):  # noqa: B007
            yield row

    def said() -> str:
        rows = translated("{count} row") if number == 1 else translated("{count} rows")
        return rows.format(count=number)

    return answer.with_rows(counting()), said


def _destination(options: GlobalOptions) -> Reach:
    """Return where the options send an answer; a pipe is any stdout that is no terminal."""
    if not options.is_to_stdout:
        return "file"
    return "terminal" if is_terminal(sys.stdout) else "pipe"


_ALLOWED: dict[Reach, tuple[Reach, ...]] = {
    "terminal": ("terminal", "pipe", "file"),
    "pipe": ("pipe", "file"),
    "file": ("file",),
}
"""Where a form may go by its reach: what is no text, such as a picture, would upset a terminal."""


def _require_fitting(form: Format, destination: Reach, options: GlobalOptions) -> None:
    """Raise UsageError where a form cannot do what the options ask, or cannot go there."""
    if options.excel and form.name != "csv":
        raise UsageError(
            translated("--excel applies to csv, not to {name}", name=form.name),
            translated("Use -f csv. xlsx files do not need it."),
        )
    if options.no_header and form.name not in ("csv", "tsv"):
        raise UsageError(
            translated("--no-header applies to csv and tsv, not to {name}", name=form.name),
            translated("Use -f csv or -f tsv."),
        )
    if options.outlines and form.name != "svg":
        raise UsageError(
            translated("--outlines applies to svg, not to {name}", name=form.name),
            translated("Use -o picture.svg."),
        )
    if options.size != "a4" and form.name not in ("svg", "png", "pdf"):
        raise UsageError(
            translated("--size applies to pictures and documents, not to {name}", name=form.name),
            translated("Use -o picture.svg or -o document.pdf."),
        )
    if destination not in _ALLOWED[form.reach]:
        raise UsageError(
            translated("{name} can only be written to a file", name=form.name),
            translated("Name it: {command}", command=f"-o answer.{form.name}"),
        )


def _paged(pieces: Iterable[str]) -> Iterator[str]:
    """Yield what is left to write after the pager: nothing, or a text that needed no pager."""
    text = "".join(pieces)
    from .pager import show

    if not show(text):
        yield text


def write_pieces(
    pieces: Iterable[str] | Iterable[bytes],
    path: str | None,
    *,
    force: bool = False,
    is_safe: bool = False,
) -> None:
    """Write text or bytes to a file, or to stdout for no path and for ``-``.

    ``is_safe`` is the same as in :func:`write_to_stdout`.
    """
    if path is None or path == "-":
        write_to_stdout(pieces, is_safe=is_safe)
    else:
        from .files import write_file

        write_file(path, pieces, force)


def confirm_written(path: str | None, what: str = "") -> None:
    """Say to whoever watches the terminal that a file is written, and what it has."""
    if path not in (None, "-") and is_terminal(sys.stderr):
        wrote = translated("Wrote {path}: {what}") if what else translated("Wrote {path}")
        print_notes([wrote.format(path=path, what=what)])


def announce_stdin(what: str) -> None:
    """Say to whoever sits at the terminal that the program waits for what they type."""
    if is_terminal(sys.stdin):
        end = "Ctrl-Z" if os.name == "nt" else "Ctrl-D"
        waiting = translated("Reading {what} from standard input; {key} ends it.")
        print_notes([waiting.format(what=what, key=end)])


def write_to_stdout(pieces: Iterable[str] | Iterable[bytes], *, is_safe: bool) -> None:
    """Write text, or bytes as they are, to stdout.

    ``is_safe`` says that the text has no control characters but those that its form put there;
    otherwise they are written out on a terminal. Raises ReaderGone where nobody reads on.
    """
    stream: TextIO | None = sys.stdout
    if stream is None:
        raise UtpartnersError(
            translated("standard output is closed"), translated("Write to a file: -o answer.txt")
        )
    _set_encoding(stream)
    if is_terminal(stream) and not is_safe:
        pieces = map(_without_controls, cast("Iterable[str]", pieces))
    try:
        for piece in pieces:
            _put(stream, piece)
        # Errors of the last piece would otherwise come when the interpreter ends, and untold.
        stream.flush()
    except OSError as error:
        if _is_reader_gone(error):
            raise ReaderGone from error
        raise UtpartnersError(
            translated("cannot write to standard output: {reason}", reason=reason(error))
        ) from error


def _is_reader_gone(error: OSError) -> bool:
    """Return whether nobody reads a pipe any more, for which Windows has an error of its own."""
    return isinstance(error, BrokenPipeError) or (os.name == "nt" and error.errno == EINVAL)


def _set_encoding(stream: TextIO) -> None:
    """Let a stream take every letter: a terminal gets what it can show."""
    if not hasattr(stream, "reconfigure"):
        return
    if not is_terminal(stream):
        # A pipe gets the same bytes in every locale and on every system. Only a surrogate, which
        # stands for a byte of a file name that is no UTF-8, cannot be encoded.
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    elif not is_utf8(stream):
        stream.reconfigure(errors=replacing())


def _put(stream: TextIO, piece: str | bytes) -> None:
    if isinstance(piece, bytes):
        stream.buffer.write(piece)
    else:
        stream.write(piece)


def _without_controls(text: str) -> str:
    """Return a text whose control characters are written out, except line feeds and tabs."""
    from ..visible import visible

    lines = (visible(line).replace("\\t", "\t") for line in text.split("\n"))
    return "\n".join(lines)


_is_quiet = False


def be_quiet(is_quiet: bool) -> None:
    """Print no notes and no progress from now on, only answers and errors."""
    global _is_quiet  # one run of the program has one stderr
    _is_quiet = is_quiet


def with_progress(items: Iterable[Item], total: int, doing: str) -> Iterator[Item]:
    """Return the items, with a progress bar where stderr is a terminal."""
    if _is_quiet or not is_terminal(sys.stderr):
        return iter(items)
    from .progress import tracked

    return tracked(items, total, doing)


def counted_errors(count: int) -> str:
    """Return a number of errors in words: ``2 errors``."""
    pattern = translated("{count} error") if count == 1 else translated("{count} errors")
    return pattern.format(count=count)


def print_notes(notes: Iterable[str]) -> None:
    """Print lines to stderr: what an answer does not say itself."""
    from ..visible import visible

    for note in notes:
        if sys.stderr is not None and not _is_quiet:
            # A closed stderr changes neither the answer nor the exit status.
            with suppress(OSError, ValueError):
                print(visible(note), file=sys.stderr)
