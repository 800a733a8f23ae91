"""Writes the message catalogues: every heading of the program, and what it is in a language.

Run it as ``python docs/make_translations.py`` with utpartners installed. Texts that are new get an
empty ``msgstr`` in each ``.po`` file and are listed, to be translated there; run it again then.
"""

from __future__ import annotations

import ast
import io
import json
import pkgutil
import re
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin

from babel.messages import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from documented import help_texts

from utpartners import api, i18n, model, questions
from utpartners.answers import Card, Column, Matrix, Table, Tree, View
from utpartners.checks.shape import expected
from utpartners.cli import commands
from utpartners.cli.session import chosen
from utpartners.drawing.map_regions import REGIONS
from utpartners.errors import REASONS
from utpartners.fields import bare, fields_of, is_record
from utpartners.questions.columns import SqlColumn
from utpartners.questions.filter import ALL
from utpartners.questions.filters import filters_of
from utpartners.vocabulary import PATTERNS, VOCABULARY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from utpartners.answers import Answer

SOURCE = Path(i18n.__file__).parent
LOCALE = Path(i18n.LOCALE)

HEAD = "# docs/make_translations.py adds the new texts; translate them here, and run it again."
"""The comment at the top of a ``.po`` file."""

_FIELD = re.compile(r"\{(\w+)\|?")
_LITERAL = re.compile(r'\b_\(("[^"\n]+")\)')
"""A text that a template translates."""


def collected() -> list[str]:
    """Every text that the program translates, sorted."""
    modules = (
        module.name
        for package in (commands, questions)
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}.")
    )
    constants = (vars(import_module(name)).values() for name in modules)
    found = {text for values in constants for value in values for text in texts(value)}
    with api.open_catalogue() as catalogue:
        for answer in answers(catalogue):
            found.update(headings(answer, ids(catalogue)))
        found.update(said_words(catalogue))
    filters = (filter for subject in ALL for filter in filters_of(subject).values())
    found.update(filter.phrase for filter in filters)
    for file in SOURCE.rglob("*.py"):
        found.update(literals(file.read_text("utf-8")))
    for file in SOURCE.rglob("templates/*.html"):
        found.update(map(ast.literal_eval, _LITERAL.findall(file.read_text("utf-8"))))
    found.update((*VOCABULARY, *PATTERNS, *(region.name for region in REGIONS)))
    found.update(help_texts())
    found.update((*REASONS, *words_of_fields()))
    return sorted(found)


def literals(source: str) -> Iterator[str]:
    """The texts that a module translates: the literals in its calls of ``translated``."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translated":
            text = node.args[0]
            if isinstance(text, ast.Constant):
                yield str(text.value)


def words_of_fields() -> Iterator[str]:
    """What a message calls records, fields and values: keys of the model, and what types are."""
    waiting: list[type[model.Record]] = [model.Catalogue]
    while waiting:
        for field in fields_of(waiting.pop()).values():
            yield field.attribute.replace("_", " ").capitalize()
            yield from (expected(type_) for type_ in types_in(field.type))
            if field.form in ("record", "records"):
                yield field.key
                waiting.append(field.item)


def types_in(type_: Any) -> Iterator[Any]:
    """A type of a field, and those of what it holds, but for records and words to choose from."""
    plain = bare(type_)
    inner = get_args(plain)
    if get_origin(plain) is Literal or is_record(plain):
        return
    if not inner or get_origin(plain) in (list, dict):
        yield type_ if get_origin(type_) is Annotated else plain
    for one in inner:
        yield from types_in(one)


def texts(value: object) -> Iterator[str]:
    """The texts in what describes an answer, wherever it is in tuples and mappings."""
    if isinstance(value, Column):
        yield value.heading or value.key.replace("_", " ").capitalize()
    elif isinstance(value, View):
        yield from filter(None, [value.heading])
        yield from (piece for line in value.lines for piece in line if has_words(piece))
        yield from filter(has_words, [value.unit, value.unit_of_one])
    elif isinstance(value, Matrix):
        yield from (value.corner, value.total)
    elif isinstance(value, Tree):
        yield from (piece for line in value.levels for piece in line if has_words(piece))
    for part in inside(value):
        yield from texts(part)


def inside(value: object) -> Iterable[object]:
    """Return what a value is made of."""
    if isinstance(value, SqlColumn):
        return (value.column,)
    if isinstance(value, dict):
        return value.values()
    return value if isinstance(value, tuple) else ()


def has_words(piece: str) -> bool:
    """Whether a piece of a line says anything but the value in its braces."""
    return any(letter.isalpha() for letter in _FIELD.sub("", piece))


def answers(catalogue: api.Catalogue) -> Iterator[Answer]:
    """Answers of which a text is made when they are: sections, the shape of one, columns."""
    yield catalogue.list()
    yield catalogue.timeline()
    yield catalogue.stats()
    yield catalogue.matrix()
    yield catalogue.compare("anu", "cambridge")
    yield catalogue.compare("GS Eng", "GS Sci")
    yield chosen(catalogue.list(), "")


_NAMING = ("id", "name", "abbreviation")
"""The columns that may head what a partnership has in common with another."""


def ids(catalogue: api.Catalogue) -> set[str]:
    """What partnerships and departments are called in the heads of columns."""
    named = [record[key] for record in catalogue.list().records() for key in _NAMING]
    return {*named, *(record["code"] for record in catalogue.depts().records())}


def headings(answer: Answer, names: set[str]) -> Iterator[str]:
    """The texts of an answer: of columns that are no record, of its shape and its sections."""
    yield from texts(tuple(column for column in answer.columns if column.heading not in names))
    if isinstance(answer, Card):
        return
    yield from texts((answer.view, answer.brief, answer.shape))
    yield from _sections(answer)


NAMING = "Activity Highlights: "
"""How a source begins that goes on with the name of a partner, which is no word."""

ON = "2026"
"""The day on which the agreements of the bundled catalogue are counted."""

OF_STATS = ("totals", "by status", "by kind of activity", "by state", "by kind")
"""The groups of ``stats`` whose items are words, and no names."""


def said_words(catalogue: api.Catalogue) -> Iterator[str]:
    """The words of the bundled catalogue that people see in their language."""
    cards = [catalogue.about(), *(catalogue.show(row["id"]) for row in catalogue.list().records())]
    tables = (
        catalogue.list(),
        catalogue.depts(),
        catalogue.agreements(),
        catalogue.tree("country"),
    )
    for card in cards:
        yield from words_of(card.columns, card.row)
    for table in tables:
        for row in table:
            yield from words_of(table.columns, row)
    counts = (catalogue.stats(), catalogue.agreement_stats(on=ON))
    for fact in (fact for table in counts for fact in table.records()):
        yield from (fact["group"], fact["unit"])
        yield from [fact["item"]] if fact["group"] in OF_STATS else []


def words_of(columns: Sequence[Column], row: Sequence[Any]) -> Iterator[str]:
    """The words in the cells of a row, and in the rows that it holds."""
    for column, value in zip(columns, row, strict=True):
        if column.kind == "records":
            for inner in value:
                yield from words_of(column.columns, inner)
        elif column.means and value:
            for text in value if isinstance(value, list) else [value]:
                yield from _PARTS.get(column.means, _none)(text)


def _none(_: str) -> list[str]:
    return []


def _parts(text: str) -> list[str]:
    """The parts of a text that are translated one by one."""
    parts = text.split(", ")
    return [] if " times a year" in text else parts if set(parts) <= {*VOCABULARY} else [text]


_PARTS: dict[str, Callable[[str], list[str]]] = {
    "word": _parts,
    "named": lambda text: (
        [text.partition(": ")[0]] if text.startswith(NAMING) else text.split(": ")
    ),
    "figure": lambda of: [f"{{count}} {of}"],
}
"""What is translated of a value, by what it means."""


def _sections(table: Table) -> Iterator[str]:
    section = table.section
    if not isinstance(section, str):  # none, or what gives the headings and translates them itself
        return
    for record in table.records():
        value: Any = record[section]
        if isinstance(value, str) and not value.isdigit():
            yield value


class Messages(Catalog):
    """A message catalogue whose header has only what gettext reads.

    Babel's own header has its version and the time as well, which would change the files each time
    that they are written.
    """

    # Babel's property has a setter too, of which a catalogue that is only written has no use.
    @property  # type: ignore[misc]
    def mime_headers(self) -> list[tuple[str, str]]:
        """The lines of the header, as pairs of a name and a value."""
        return [
            ("Project-Id-Version", "utpartners"),
            ("Language", str(self.locale)),
            ("MIME-Version", "1.0"),
            ("Content-Type", f"text/plain; charset={self.charset}"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", f"{self.plural_forms}\n"),
        ]


def read(po: str) -> Catalog:
    """Return the messages of a ``.po`` file."""
    return read_po(io.StringIO(po), abort_invalid=True)


def updated(known: Catalog, wanted: Iterable[str]) -> Messages:
    """Return the wanted messages and no others; what is new has no translation yet."""
    found = Messages(known.locale, header_comment=HEAD, fuzzy=False)
    for text in wanted:
        old = known.get(text) or Message(text)
        found.add(text, old.string, flags=old.flags, user_comments=old.user_comments)
    return found


def written(messages: Catalog) -> str:
    """Return the ``.po`` file of messages, each text on one line."""
    file = io.BytesIO()
    write_po(file, messages, width=0)
    return file.getvalue().decode()


def compiled(messages: Catalog) -> bytes:
    """Return the ``.mo`` file of messages; a text without a translation is left out."""
    file = io.BytesIO()
    write_mo(file, messages)
    return file.getvalue()


def main() -> int:
    """Bring every catalogue up to date; the exit status is 1 if a translation is missing."""
    wanted = collected()
    missing = 0
    for path in sorted(LOCALE.glob("*/LC_MESSAGES/utpartners.po")):
        messages = updated(read(path.read_text("utf-8")), wanted)
        path.write_text(written(messages), encoding="utf-8", newline="\n")
        path.with_suffix(".mo").write_bytes(compiled(messages))
        for message in messages:
            if not message.string or message.fuzzy:
                text = json.dumps(message.id, ensure_ascii=False)
                print(f"{path}: no translation of {text}", file=sys.stderr)
                missing += 1
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
