"""How words are quoted on the line of a POSIX shell: reading what is typed, writing what follows.

A catalogue may come from anyone, and a completion is text that the shell reads again. Nothing in a
name may end the word that it stands in, and so start a command.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from ...visible import INVISIBLE

SEPARATORS = ";|&\n()"
"""What ends a command on the line, and so begins the next one."""

BLANKS = " \t"
BREAKS = " \t\n\"'><=;|&(:"
"""The characters at which bash begins a new word to complete (COMP_WORDBREAKS), as is usual."""

_NEEDS_BACKSLASH = re.compile(r"[^\w@%+=:,./-]")
_NEEDS_BACKSLASH_IN_QUOTES = re.compile(r'[\\"$`]')


class Word(NamedTuple):
    """A word of the line."""

    text: str
    """What the program gets: without quotation marks and backslashes."""
    quote: str = ""
    """The quotation mark that is still open, if one is."""
    head: str = ""
    """The start of the text that the shell keeps when it replaces the word."""
    is_redirected: bool = False
    """Whether the word is the file of a redirection, after ``>`` or ``<``."""


def words_of(line: str, breaks: str = BREAKS) -> list[Word]:
    """Return the words of the last command of a line; the last one is that at the cursor.

    It is empty where the line ends with a blank.
    """
    reader = _Reader(breaks)
    for letter in line:
        reader.take(letter)
    return [*reader.words, reader.word()]


class _Reader:
    """Reads a line letter by letter."""

    def __init__(self, breaks: str) -> None:
        self.breaks = breaks
        self.words: list[Word] = []
        self.is_redirected = False
        self._clear()

    def _clear(self) -> None:
        self.text, self.quote, self.head = "", "", ""
        self.is_escaped = self.is_begun = False

    def word(self) -> Word:
        return Word(self.text, self.quote, self.head, self.is_redirected)

    def take(self, letter: str) -> None:
        if self.is_escaped:
            self._take_escaped(letter)
        elif self.quote:
            self._take_quoted(letter)
        else:
            self._take_bare(letter)

    def _take_escaped(self, letter: str) -> None:
        # Between double quotes, a backslash stays where the next letter has no meaning there.
        kept = "\\" if self.quote == '"' and letter not in '\\"$`' else ""
        self.text += kept + letter
        self.is_escaped = False

    def _take_quoted(self, letter: str) -> None:
        if letter == self.quote:
            self.quote = ""
            self.head = self.text
        elif letter == "\\" and self.quote == '"':
            self.is_escaped = True
        else:
            self.text += letter

    def _take_bare(self, letter: str) -> None:
        if letter in BLANKS or letter in SEPARATORS:
            self._end()
            if letter in SEPARATORS:
                self.words.clear()
        elif letter in "<>":
            if not self.text.isdigit():  # as in 2>errors.txt
                self._end()
            self._clear()
            self.is_redirected = True
        else:
            self._begin(letter)

    def _begin(self, letter: str) -> None:
        self.is_begun = True
        if letter in "'\"":
            self.quote = letter
            self.head = self.text
        elif letter == "\\":
            self.is_escaped = True
        else:
            self.text += letter
            if letter in self.breaks:
                self.head = self.text

    def _end(self) -> None:
        if self.is_begun:
            if not self.is_redirected:
                self.words.append(self.word())
            self.is_redirected = False
        self._clear()


def is_plain(text: str) -> bool:
    """Return whether text is shown as it is: without control and invisible characters."""
    return text.isprintable() or re.search(INVISIBLE, text) is None


def in_bash(text: str, word: Word) -> str | None:
    """Return what bash is to put in the place of a word so that it means a text.

    That is the text after the head of the word, quoted as the rest of it is. None where there is no
    safe way.
    """
    if not text.startswith(word.head):
        return None
    rest = text[len(word.head) :]
    if word.quote and rest.endswith(word.quote):
        return None  # readline would take it for the quotation mark that closes the word
    if word.quote == "'":
        return rest.replace("'", "'\\''")
    if word.quote == '"':
        # An exclamation mark is looked up in the history there, and no backslash prevents it.
        return None if "!" in rest else _NEEDS_BACKSLASH_IN_QUOTES.sub(r"\\\g<0>", rest)
    return _NEEDS_BACKSLASH.sub(r"\\\g<0>", rest)


_PLAIN_IN_POWERSHELL = re.compile(r"[\w./-]+")
_QUOTES_OF_POWERSHELL = re.compile("[\u2018-\u201f]")


def in_powershell(text: str) -> str | None:
    """Return a text as a word of PowerShell; None for one with what it takes for quotes, too."""
    if _PLAIN_IN_POWERSHELL.fullmatch(text):
        return text
    if _QUOTES_OF_POWERSHELL.search(text):
        return None
    doubled = text.replace("'", "''")
    return f"'{doubled}'"
