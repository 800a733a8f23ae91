"""Words of a command line as the reader's shell takes them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def word(text: str) -> str:
    """Return a text as one word, quoted where the shell would see more in it.

    On Windows that is for PowerShell and, unless a ``$`` or a quotation mark is in it, for cmd too.
    """
    if os.name == "nt":
        return _on_windows(text)
    from shlex import quote  # most answers propose no command with such words

    return quote(text)


def line(words: Iterable[str]) -> str:
    """Return words as one line."""
    return " ".join(map(word, words))


def words(line: str) -> list[str]:
    """Return the words of a line, such as PAGER. Raises ValueError where a quotation is not closed.

    On Windows a backslash separates folders, and an apostrophe is a letter.
    """
    from shlex import shlex

    split = shlex(line, posix=True, punctuation_chars=False)
    split.whitespace_split = True
    split.commenters = ""
    if os.name == "nt":
        split.escape, split.quotes = "", '"'
    return list(split)


def make_folder(path: str) -> str:
    """Return the command that makes a folder and those above it."""
    return f"{'mkdir' if os.name == 'nt' else 'mkdir -p'} {word(path)}"


def move(path: str, target: str) -> str:
    """Return the command that gives a file or folder another path."""
    return f"{'move' if os.name == 'nt' else 'mv'} {word(path)} {word(target)}"


def _on_windows(text: str) -> str:
    import re

    if re.fullmatch(r"[\w.:/\\-]+", text):
        return text
    # PowerShell takes printed quotation marks for its own, too.
    if not re.search('[$`"\u201c-\u201f]', text):
        # A backslash before the last quotation mark would make it a part of the word.
        return f'"{text}{_backslashes_at_end(text)}"'
    return "'{}'".format(re.sub("['\u2018-\u201b]", r"\g<0>\g<0>", text))


def _backslashes_at_end(text: str) -> str:
    return "\\" * (len(text) - len(text.rstrip("\\")))
