"""Writes the message catalogues: every heading of the program, and what it is in a language.

Run it as ``python docs/make_translations.py`` with utpartners installed. Texts that are new get an
empty ``msgstr`` in each ``.po`` file and are listed, to be translated there; run it again then.
"""

from __future__ import annotations

import ast
import json
import pkgutil
import re
import struct
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from utpartners import i18n, questions
from utpartners.answers import Card, Column, Matrix, Table, Tree, View
from utpartners.api import Catalogue, open_catalogue
from utpartners.cli import commands
from utpartners.cli.session import chosen
from utpartners.page.map import REGIONS
from utpartners.page.wording import VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from utpartners.answers import Answer

SOURCE = Path(i18n.__file__).parent
LOCALE = Path(i18n.LOCALE)

_FIELD = re.compile(r"\{(\w+)\|?")
_LITERAL = re.compile(r'\b(?:translated|_)\(("[^"\n]+")\)')


def collected() -> list[str]:
    """Every text that the program translates, sorted."""
    modules = (
        module.name
        for package in (commands, questions)
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    )
    constants = (vars(import_module(name)).values() for name in modules)
    found = {text for values in constants for value in values for text in texts(value)}
    with open_catalogue() as catalogue:
        for answer in answers(catalogue):
            found.update(headings(answer, ids(catalogue)))
    for file in (*SOURCE.rglob("*.py"), *SOURCE.rglob("templates/*.html")):
        found.update(map(ast.literal_eval, _LITERAL.findall(file.read_text("utf-8"))))
    found.update((*VOCABULARY, *(region.name for region in REGIONS)))
    return sorted(found)


def texts(value: object) -> Iterator[str]:
    """The texts in what describes an answer, wherever it is in tuples and mappings."""
    if isinstance(value, Column):
        yield value.heading or value.key.replace("_", " ").capitalize()
    elif isinstance(value, View):
        yield from filter(None, [value.heading])
        yield from (piece for line in value.lines for piece in line if has_words(piece))
    elif isinstance(value, Matrix):
        yield from (value.corner, value.total)
    elif isinstance(value, Tree):
        yield from (piece for line in value.levels for piece in line if has_words(piece))
    inner: Iterable[object] = ()
    if isinstance(value, dict):
        inner = value.values()
    elif isinstance(value, tuple):
        inner = value
    for part in inner:
        yield from texts(part)


def has_words(piece: str) -> bool:
    """Whether a piece of a line says anything but the value in its braces."""
    return any(letter.isalpha() for letter in _FIELD.sub("", piece))


def answers(catalogue: Catalogue) -> Iterator[Answer]:
    """Answers of which a text is made when they are: sections, the shape of one, columns."""
    yield catalogue.list()
    yield catalogue.timeline()
    yield catalogue.stats()
    yield catalogue.matrix()
    yield catalogue.compare("anu", "cambridge")
    yield catalogue.compare("GS Eng", "GS Sci")
    yield chosen(catalogue.list(), "")


def ids(catalogue: Catalogue) -> set[str]:
    """What partnerships and departments are called in the heads of columns."""
    partnerships = {record["id"] for record in catalogue.list().records()}
    return partnerships | {record["code"] for record in catalogue.depts().records()}


def headings(answer: Answer, names: set[str]) -> Iterator[str]:
    """The texts of an answer: of columns that are no record, of its shape and its sections."""
    yield from texts(tuple(column for column in answer.columns if column.heading not in names))
    if isinstance(answer, Card):
        return
    yield from texts((answer.view, answer.shape))
    yield from _sections(answer)


def _sections(table: Table) -> Iterator[str]:
    for record in table.records() if table.section else ():
        value: Any = record[str(table.section)]
        if isinstance(value, str) and not value.isdigit():
            yield value


def read(po: str) -> dict[str, str]:
    """The messages of a ``.po`` file by their text; its header is that of the empty text."""
    found: dict[str, list[str]] = {}
    parts: list[str] = []
    for line in po.splitlines():
        keyword, quote, _ = line.partition('"')
        if not quote or line.startswith("#"):
            continue
        text = json.loads(line[len(keyword) :])
        if keyword == "msgid ":
            parts = [text]
            continue
        if keyword == "msgstr ":
            parts = found.setdefault("".join(parts), [])
        parts.append(text)
    return {text: "".join(translation) for text, translation in found.items()}


def written(messages: dict[str, str]) -> str:
    """The ``.po`` file of messages."""
    header, *rest = messages.items()
    entries = [f"msgid {_quoted(text)}\nmsgstr {_quoted(said)}\n" for text, said in rest]
    lines = "".join(f"{_quoted(line)}\n" for line in header[1].splitlines(keepends=True))
    return "\n".join([f'msgid ""\nmsgstr ""\n{lines}', *entries])


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def updated(po: str, wanted: Iterable[str]) -> str:
    """A ``.po`` file with the wanted texts and no others; what is new has no translation yet."""
    known = read(po)
    return written({"": known[""]} | {text: known.get(text, "") for text in wanted})


def compile(po: str) -> bytes:
    """The ``.mo`` file of a ``.po`` file, as GNU gettext's manual describes it.

    A text without a translation is left out, as it is its own.
    """
    messages = sorted((text.encode(), said.encode()) for text, said in read(po).items() if said)
    heads = HEADER.size
    place = heads + 2 * len(messages) * ENTRY.size
    tables, strings = [b"", b""], b""
    for pair in messages:
        for table, text in enumerate(pair):
            tables[table] += ENTRY.pack(len(text), place + len(strings))
            strings += text + b"\0"
    originals, translations = heads, heads + len(tables[0])
    head = HEADER.pack(MAGIC, 0, len(messages), originals, translations, 0, place)
    return head + b"".join(tables) + strings


MAGIC = 0x950412DE
HEADER = struct.Struct("<7I")
"""Magic number, version, messages, places of both tables, size and place of a hash table."""
ENTRY = struct.Struct("<2I")
"""Length and place of a text."""


def main() -> int:
    """Bring every catalogue up to date; the exit status is 1 if a translation is missing."""
    wanted = collected()
    missing = 0
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/utpartners.po")):
        po = updated(path.read_text("utf-8"), wanted)
        path.write_text(po, encoding="utf-8", newline="\n")
        path.with_suffix(".mo").write_bytes(compile(po))
        for text in (text for text, said in read(po).items() if not said):
            print(f"{path}: no translation of {_quoted(text)}", file=sys.stderr)
            missing += 1
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
