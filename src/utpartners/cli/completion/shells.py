"""The shells that ask: how each says what is typed, and how it wants the words that may follow."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

from ...errors import UtpartnersError
from ...visible import visible
from ..output import write_to_stdout
from . import VARIABLE
from .quoting import BREAKS, Word, in_bash, in_powershell, is_plain, words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from typer.core import TyperGroup

    from .line import Asked
    from .named import Candidate

NAMES_OF_FILES = 3
"""Exit status with which the shell is to complete the names of files itself."""


def answer(program: Callable[[], TyperGroup], arguments: Sequence[str]) -> int:
    """Write what completes the line that a shell asks about; return the exit status.

    Nothing is written where anything is wrong: it would stand in the line that is being typed.
    """
    environment = dict(os.environ)
    shell = SHELLS.get(os.environ.pop(VARIABLE))
    if shell is None:
        return 0
    read, write = shell
    words = read(environment, arguments)
    last = words.pop()
    if last.is_redirected:
        return NAMES_OF_FILES
    found, kept = _found(program(), [word.text for word in words[1:]], last.text)
    if found is None:
        return NAMES_OF_FILES
    shown = (one._replace(help=visible(one.help)) for one in found if is_plain(one.value))
    lines = (write(kept, one, last) for one in shown)
    write_to_stdout([f"{line}\n" for line in lines if line is not None], is_safe=True)
    return 0


def _found(
    program: TyperGroup, words: Sequence[str], last: str
) -> tuple[list[Candidate] | None, str]:
    """Return the candidates, or None for names of files, and what stands before each of them."""
    import typer

    from ..global_options import GlobalOptions
    from ..session import Session
    from .line import asked_for
    from .words import words_for

    asked = asked_for(program, words, last)
    given = asked.options
    session = Session(
        GlobalOptions(data=given.get("data"), lang=next(reversed(given.get("lang", [])), None))
    )
    with suppress(UtpartnersError, typer.TyperException, typer.Exit, OSError):
        try:
            found = words_for(asked, session)
            return found and [one for one in found if _is_no_option(one, asked)], asked.kept
        finally:
            session.close()
    return [], ""


def _is_no_option(found: Candidate, asked: Asked) -> bool:
    """Return whether a value cannot be taken for an option, as an id may begin with a hyphen."""
    return asked.what == "option" or bool(asked.kept) or not found.value.startswith("-")


def _line_of_bash(environment: Mapping[str, str], arguments: Sequence[str]) -> list[Word]:
    line = environment.get("_UTPARTNERS_LINE", "")
    return words_of(line, environment.get("_UTPARTNERS_BREAKS", BREAKS))


def _words_of_bash(environment: Mapping[str, str], arguments: Sequence[str]) -> list[Word]:
    """Return the words as the script of Typer passes them, which earlier editions installed."""
    words = words_of(environment.get("COMP_WORDS", "").replace("\n", " "))
    place = environment.get("COMP_CWORD", "")
    number = int(place) if place.isdigit() else len(words) - 1
    return [*words[:number], words[number] if number < len(words) else Word("")]


def _arguments(environment: Mapping[str, str], arguments: Sequence[str]) -> list[Word]:
    return [Word("utpartners"), *map(Word, arguments)]


def _arguments_of_fish(environment: Mapping[str, str], arguments: Sequence[str]) -> list[Word]:
    *words, last = arguments or ("",)
    return [Word("utpartners"), *map(Word, words), words_of(last)[-1]]


def _line_of_powershell(environment: Mapping[str, str], arguments: Sequence[str]) -> list[Word]:
    words = words_of(environment.get("_TYPER_COMPLETE_ARGS", ""))
    if environment.get("_TYPER_COMPLETE_WORD_TO_COMPLETE"):
        return words
    return words if words and not words[-1].text else [*words, Word("")]


def _for_bash(kept: str, found: Candidate, word: Word) -> str | None:
    return in_bash(kept + found.value, word)


def _with_help(kept: str, found: Candidate, word: Word) -> str:
    """Return a line for a shell that quotes what it inserts: the word, a tab, what it is."""
    return f"{kept}{found.value}\t{found.help}" if found.help else f"{kept}{found.value}"


def _for_powershell(kept: str, found: Candidate, word: Word) -> str | None:
    value = in_powershell(kept + found.value)
    return None if value is None else f"{value}:::{found.help or ' '}"


if TYPE_CHECKING:
    Shell = tuple[
        Callable[[Mapping[str, str], Sequence[str]], list[Word]],
        Callable[[str, Candidate, Word], str | None],
    ]

SHELLS: dict[str | None, Shell] = {
    "bash": (_line_of_bash, _for_bash),
    "zsh": (_arguments, _with_help),
    "fish": (_arguments_of_fish, _with_help),
    "complete_bash": (_words_of_bash, _for_bash),
    "complete_powershell": (_line_of_powershell, _for_powershell),
    "complete_pwsh": (_line_of_powershell, _for_powershell),
}
"""How the line is read and a word written, by the value of the variable.

Those that begin with ``complete_`` are the scripts of Typer. Its scripts for zsh and fish, which an
earlier edition installed, are not answered: zsh would run what it gets.
"""
