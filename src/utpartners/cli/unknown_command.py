"""What to type instead of a command, or a topic of the help, that there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import shell
from ..errors import UsageError, UtpartnersError
from ..i18n import translated
from .commands import COMMANDS
from .synonyms import EDITING, SYNONYMS
from .topics import TOPICS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .session import Session

ALIKE_COMMAND = 72
"""Score from which a word is a mistyped command: ``lst`` is, ``anu`` for ``about`` is not."""

LONGEST_WORD = 60
"""Characters of a word that an error repeats."""


def no_such_command(session: Session, words: Sequence[str]) -> UsageError:
    """Return the error for words that begin with no command, with the line that was meant.

    That is the line of a synonym, else what the catalogue has under this name, else the command
    that is spelt most like the word.
    """
    from ..names import quoted

    name = words[0]
    message = translated("there is no command {name}").format(name=quoted(name))
    if name.casefold() in EDITING:
        edit = translated("A catalogue is a text file: change it in an editor, then run: {command}")
        return UsageError(message, edit.format(command="utpartners check FILE"))
    from ..names import other_kinds

    lines = _meant(name, words[1:]) or _of_catalogue(session, words, is_exact=True)
    lines = lines or _nearest(name, words[1:]) or _of_catalogue(session, words)
    if not lines:
        return UsageError(message, translated("'utpartners help' lists the commands."))
    return UsageError(message, other_kinds.hint(lines))


def no_such_help(name: str) -> UsageError:
    """Return the error for a name that is neither a command nor a topic of the help."""
    from ..names import other_kinds, quoted
    from ..similarity import nearest_texts

    message = translated("there is no help on {name}").format(name=quoted(name))
    known = [*_names(), *TOPICS, *SYNONYMS]
    near = nearest_texts(name.casefold()[:LONGEST_WORD], known, 1, ALIKE_COMMAND)
    meant = _synonym(near[0] if near else name) or "".join(near)
    meant = meant.removeprefix("help ").partition(" ")[0]
    if meant in _names() or meant in TOPICS:
        return UsageError(message, other_kinds.hint([f"help {meant}"]))
    return UsageError(
        message,
        translated("Choose a command, or a topic: {names}.").format(names=", ".join(TOPICS)),
    )


def _names() -> list[str]:
    return [entry.name for entry in COMMANDS]


def _synonym(word: str) -> str | None:
    """Return the line that a word means, without the name of the program."""
    word = word.casefold()
    return word if word in _names() else SYNONYMS.get(word)


def _meant(name: str, rest: Sequence[str]) -> list[str]:
    """Return the line that a word means, with the words after it where they have a place there."""
    line = _synonym(name)
    if line is None:
        return []
    command, _, value = line.partition(" ")
    if not rest or value.startswith("-"):
        return [line]
    return [shell.line([command, *rest])]


def _nearest(name: str, rest: Sequence[str]) -> list[str]:
    """Return the line of the command or synonym that is spelt most like a word."""
    from ..similarity import nearest_texts

    word = name.casefold()[:LONGEST_WORD]
    # A command is meant rather than a synonym that is as much alike.
    for known in (_names(), list(SYNONYMS)):
        if found := nearest_texts(word, known, 1, ALIKE_COMMAND):
            return _meant(found[0], rest)
    return []


def _of_catalogue(session: Session, words: Sequence[str], *, is_exact: bool = False) -> list[str]:
    """Return the lines that show what the catalogue has under a name."""
    from ..names.other_kinds import commands_for

    try:
        return commands_for(session.catalogue().store, " ".join(words), is_exact=is_exact)
    except UtpartnersError:  # the word is what is wrong, not the catalogue
        return []
