"""Which facts an output has: the public ones, or the internal ones too; and what it says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import UsageError
from ..i18n import translated
from .commands import COMMANDS, KEEP

if TYPE_CHECKING:
    from ..store.public import LeftOut
    from .global_options import GlobalOptions


def require_catalogue(options: GlobalOptions, command: str) -> None:
    """Raise UsageError for ``--public`` or ``--internal`` with a command that asks no catalogue."""
    asks_none = [entry.name for entry in COMMANDS if entry.group == KEEP]
    if command in asks_none and (options.public or options.internal):
        raise UsageError(
            translated(
                "--{option} does not apply to {command}",
                option="public" if options.public else "internal",
                command=command,
            ),
            translated("Leave it out. It applies to what a catalogue answers, and to export."),
        )


def is_public(options: GlobalOptions, name: str, *, by_default: bool) -> bool:
    """Return whether an output has public facts only.

    ``name`` is that of its format, which shows only these ``by_default`` or not. Raises UsageError
    for ``--internal`` where it would change nothing.
    """
    if options.internal and not by_default:
        raise UsageError(
            translated(
                "--internal applies to pages, pictures and printed documents, not to {name}",
                name=name,
            ),
            translated("Leave it out: all facts are included anyway."),
        )
    return options.public or (by_default and not options.internal)


def counted(left_out: LeftOut, *, is_by_default: bool) -> list[str]:
    """Return the note on how many facts a whole catalogue lacks as they are internal."""
    patterns = (
        (translated("{count} note"), translated("{count} notes")),
        (translated("{count} document"), translated("{count} documents")),
        (translated("{count} person"), translated("{count} people")),
        (translated("{count} other fact"), translated("{count} other facts")),
    )
    said = [
        (one if count == 1 else several).format(count=f"{count:,}")
        for count, (one, several) in zip(left_out, patterns, strict=True)
        if count
    ]
    return _note(said, is_by_default=is_by_default, is_one=sum(left_out) == 1)


def named(left_out: LeftOut, *, is_by_default: bool) -> list[str]:
    """Return the note on what an answer may lack; which of it the answer would have is open."""
    words = (
        translated("notes"),
        translated("documents"),
        translated("people"),
        translated("other facts"),
    )
    said = [word for word, count in zip(words, left_out, strict=True) if count]
    return _note(said, is_by_default=is_by_default)


def _note(said: list[str], *, is_by_default: bool, is_one: bool = False) -> list[str]:
    if not said:
        return []
    note = translated("Left out as internal: {facts}.")
    if is_by_default:
        one = translated("Left out as internal: {facts}; --internal shows it.")
        several = translated("Left out as internal: {facts}; --internal shows them.")
        note = one if is_one else several
    return [note.format(facts=translated(", ").join(said))]
