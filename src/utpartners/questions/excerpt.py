"""The part of a text around what was searched for, with the hits marked.

FTS5 has such functions too. They compare each hit with each, which takes minutes where a long text
repeats a word, and they know no letters but those that they index.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from .. import normalize
from ..store.text_index import UNSPACED, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARKS = ("‹", "›")
"""What stands around a hit."""

LENGTH, BEFORE = 160, 40
"""Letters of an excerpt, and at most how many of them stand before its first hit."""

MOST_HITS = 200
"""Hits of a text that are looked at."""

PIECE, OVERLAP = 20_000, 1_000
"""Letters of a long text that are looked at in one go, until there is a hit in them."""

_IN_WORD = f"[^\\W_{UNSPACED}]"
"""A letter or digit of a script with blanks."""


class Wanted(NamedTuple):
    """Words in a row that are searched for."""

    words: tuple[str, ...]
    """As the index has them."""
    is_open: bool
    """Whether the last of them may be the start of a word."""


def pattern(wanted: Sequence[Wanted]) -> re.Pattern[str]:
    """Return the expression that finds the wanted in a folded text, each as a group of its own."""
    return re.compile("|".join(f"({_expression(one)})" for one in wanted))


def _expression(wanted: Wanted) -> str:
    found = "" if _is_unspaced(wanted.words[0][0]) else f"(?<!{_IN_WORD})"
    for word, before in zip(wanted.words, ("", *wanted.words), strict=False):
        parted = before and not (_is_unspaced(before[-1]) or _is_unspaced(word[0]))
        found += (r"[\W_]+" if parted else r"[\W_]*" if before else "") + re.escape(word)
    if _is_unspaced(wanted.words[-1][-1]):
        return found
    return found + (f"{_IN_WORD}*" if wanted.is_open else f"(?!{_IN_WORD})")


def _is_unspaced(letter: str) -> bool:
    return normalize.is_unspaced(letter)


def excerpt(texts: Sequence[str | None], wanted: re.Pattern[str]) -> str:
    """Return the part with most of the wanted, of the first text that has it."""
    found = [_best(text, wanted) for text in texts if text]
    if not found:
        return ""
    return max(found, key=lambda one: one.different).marked()


class _Excerpt(NamedTuple):
    text: str
    hits: list[tuple[int, int]]
    """Where each hit starts and ends in the text."""
    different: int
    """How many of the wanted are among them."""

    def marked(self) -> str:
        """Return the letters around the hits, with marks and without line breaks."""
        first = self.hits[0][0] if self.hits else 0
        length = LENGTH // 2 if self.hits and _is_unspaced(self.text[first]) else LENGTH
        start = _start(self.text, first)
        end = start + length
        marked, place = "", start
        for hit_start, hit_end in self.hits:
            if hit_start < end:
                marked += f"{self.text[place:hit_start]}{MARKS[0]}{self.text[hit_start:hit_end]}"
                marked += MARKS[1]
                place = hit_end
        end = _end(self.text, start, max(end, place), place)
        marked = " ".join((marked + self.text[place:end]).split())
        is_cut = start and not self.text.endswith(PARTED, 0, start)
        goes_on = end < len(self.text) and not self.text.startswith(PARTED, end)
        return f"{'…' if is_cut else ''}{marked}{'…' if goes_on else ''}"


PARTED = " · "
"""What stands between the values that a text is put together from."""

ENOUGH = 60
"""Letters of an excerpt to which no further value is added."""


def _start(text: str, first: int) -> int:
    """Return where an excerpt starts: a value or a word, shortly before the first hit."""
    start = max(first - BEFORE, 0)
    parted = text.rfind(PARTED, start, first)
    if parted >= 0:
        return parted + len(PARTED)
    blank = text.find(" ", start - 1, first) if start else -1
    return start if blank < 0 else blank + 1


def _end(text: str, start: int, end: int, least: int) -> int:
    """Return where an excerpt ends that may end at ``end``, and not before ``least``."""
    parted = text.find(PARTED, max(start + ENOUGH, least), end)
    return parted if parted >= 0 else _after_word(text, end)


LONGEST_END = 20
"""Letters by which an excerpt is longer where its end would be inside a word."""


def _after_word(text: str, end: int) -> int:
    if end >= len(text):
        return len(text)
    if _is_unspaced(text[end]):
        return end
    blank = text.find(" ", end, end + LONGEST_END)
    return end if blank < 0 else blank


def _best(text: str, wanted: re.Pattern[str]) -> _Excerpt:
    for start in range(0, max(len(text), 1), PIECE - OVERLAP):
        piece = text[start : start + PIECE]
        if hits := _hits(piece, wanted):
            return _most_different(text, [(start + a, start + b, group) for a, b, group in hits])
    return _Excerpt(text, [], 0)


def _hits(text: str, wanted: re.Pattern[str]) -> list[tuple[int, int, int]]:
    """Return start and end of each hit, and which of the wanted it is."""
    folded, places = _folded(text)
    found = islice(wanted.finditer(folded), MOST_HITS)
    return [(places[hit.start()], places[hit.end()], hit.lastindex or 0) for hit in found]


def _most_different(text: str, hits: list[tuple[int, int, int]]) -> _Excerpt:
    """Return the excerpt that begins before the hit that is followed by most different ones."""
    best, most = 0, 0
    for number, (start, _, _) in enumerate(hits):
        near = {group for place, _, group in hits[number : number + 50] if place < start + LENGTH}
        if len(near) > most:
            best, most = number, len(near)
    return _Excerpt(text, [(start, end) for start, end, _ in hits[best:]], most)


_ACCOMPANYING = "".join(f"{first}-{last}" for first, last in normalize.DROPPED)
_CLUSTER = re.compile(f"[\\s\\S][{_ACCOMPANYING}\u1161-\u11ff\u3099\u309a\uff9e\uff9f]*")
"""A letter with what is part of it, which can be folded by itself."""


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Return a text folded, and for each letter of that (and its end) where it is in the text."""
    letters: list[str] = []
    places: list[int] = []
    if text.isascii():
        letters, places = [text.lower()], list(range(len(text) + 1))
    else:
        for start, cluster in _clusters(text):
            folded = normalize.folded(cluster)
            letters.append(folded)
            places.extend([start] * len(folded))
        places.append(len(text))
    folded = "".join(letters)
    if joiners := {joiner.start() for joiner in normalize.JOINER.finditer(folded)}:
        places = [one for place, one in enumerate(places) if place not in joiners]
    return normalize.JOINER.sub("", folded), places


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    return ((cluster.start(), cluster.group()) for cluster in _CLUSTER.finditer(text))


def wanted_in(text: str, *, is_phrase: bool) -> Wanted | None:
    """Return what a typed word or phrase asks for, None where it has no letter or digit."""
    words = tuple(tokens(text))
    return Wanted(words, not is_phrase and not _is_unspaced(words[-1][-1])) if words else None
