"""What a person did that the parser of TOML stumbles over, in plain words and with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..i18n import translated
from .faults import Fault, conflict, start_of_line, typographic, unclosed
from .positions import unclosed_string

if TYPE_CHECKING:
    from collections.abc import Callable

    import tomli


LONGEST = 60
"""Characters of a key or header that a message repeats."""

_HEADER = re.compile(r"[ \t]*(\[\[?)[ \t]*([\w.-]+)[ \t]*(\]\]?)")
_PAIR = re.compile(r"[ \t]*([\w-]+)[ \t]*=[ \t]*(.*)")


def explain(error: tomli.TOMLDecodeError) -> Fault:
    """Return what an error of the parser comes from; the parser's own words where that is unclear.

    The words of the parser stand behind the plain ones.
    """
    text, position = error.doc, error.pos
    words = f"{error.msg[:1].lower()}{error.msg[1:]}"
    for look in _LOOKS:
        fault = look(text, min(position, len(text)))
        if fault is not None:
            return fault.with_words(words)
    return Fault(position, words)


def _line(text: str, position: int) -> str:
    start = start_of_line(text, position)
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)]


def _smart_quotes(text: str, position: int) -> Fault | None:
    pair = _PAIR.match(_line(text, position))
    return typographic(text, start_of_line(text, position) + pair.start(2)) if pair else None


def _unclosed(text: str, position: int) -> Fault | None:
    start = unclosed_string(text[:position])
    is_at_end_of_line = position >= len(text) or text[position] in "\r\n"
    return unclosed(start) if start is not None and is_at_end_of_line else None


def _bare(text: str, position: int) -> Fault | None:
    start = start_of_line(text, position)
    pair = _PAIR.match(text, start)
    if pair is None or pair.start(2) != position or not pair[2][:1].isalpha():
        return None
    if pair[2].strip().lower() in ("true", "false"):
        return Fault(position, translated("true and false are written in small letters"))
    return Fault(position, translated("a text must be in quotation marks"))


def _duplicate(text: str, position: int) -> Fault | None:
    start = start_of_line(text, position)
    pair = _PAIR.match(text, start)
    if pair is None:
        return None
    # Back to the header of the table: the same key in another table is none that stands twice.
    for number, line in enumerate(reversed(text[:start].split("\n")[:-1]), 1):
        if _HEADER.match(line):
            return None
        other = _PAIR.match(line)
        if other is not None and other[1] == pair[1]:
            key = pair[1][:LONGEST]
            first = text.count("\n", 0, start) + 1 - number
            return Fault(
                start,
                translated("duplicate key {key}", key=repr(key)),
                translated("the first is in line {first}; keep one of them", first=first),
            )
    return None


def _header(text: str, position: int) -> Fault | None:
    """Return the header that makes one table of what should be a list of records."""
    here = _HEADER.match(_line(text, position))
    if here is None:
        return None
    name = here[2]
    parts = name.split(".")
    prefixes = {".".join(parts[:length]) for length in range(1, len(parts) + 1)}
    lists = set(prefixes)
    start, offset = start_of_line(text, position), 0
    for line in text[: start + len(here[0])].split("\n"):
        header = _HEADER.match(line)
        if header is not None:
            known = header[2][:LONGEST]
            if header[1] == "[" and header[2] in prefixes and _is_list(header[2]):
                return Fault(
                    offset,
                    translated("{one} must be {many}", one=f"[{known}]", many=f"[[{known}]]"),
                    translated("use double brackets"),
                )
            owner = header[2].partition(".")[0]
            if owner in lists and owner != header[2] and _is_list(owner):
                what = translated(
                    "{header} comes before the first {owner}",
                    header=header[0].strip()[:LONGEST],
                    owner=f"[[{owner}]]",
                )
                hint = translated(
                    "move it below the {owner} that it belongs to", owner=translated(owner)
                )
                return Fault(offset, what, hint)
            if here[1] == header[1] == "[" and header[2] == name and offset < start:
                first = text.count("\n", 0, offset) + 1
                hint = translated(
                    "the first is in line {first}; put the keys of both into one", first=first
                )
                return Fault(start, translated("duplicate table {name}", name=f"[{known}]"), hint)
            if header[1] == "[[" and header[2] == owner and owner in lists:
                lists.discard(owner)  # what follows belongs to a record
        offset += len(line) + 1
    return None


def _is_list(name: str) -> bool:
    from ..store.tables import RELATIONS

    return any(
        relation.field.form == "records" and ".".join(relation.path) == name
        for relation in RELATIONS
    )


_LOOKS: tuple[Callable[[str, int], Fault | None], ...] = (
    conflict, _smart_quotes, _unclosed, _bare, _header, _duplicate,
)  # fmt: skip
