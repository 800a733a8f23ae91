"""What a reader of ``--lang ja`` sees is Japanese: the pieces of text that are not are counted.

A piece is what stands between two tags of HTML, or in an attribute that people see or hear. It may
be without Japanese only if it is the name of something in its own language, an id or code, a web
address or a number: exactly those that the catalogue has.
"""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from utpartners import i18n
from utpartners.api import Catalogue, open_catalogue
from utpartners.page import page
from utpartners.render import Screen, format_named, renderer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from utpartners.answers import Answer

JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
WORD = re.compile("[A-Za-z]{2,}")
ADDRESS = re.compile(r"https?://\S+")
PARTS = re.compile(r" · |; |, |、|[()]|/\d+$|\[[a-z-]+\]|: ")
"""What parts several names in one piece, and the language of a name: ``[en]``."""
SEEN = ("title", "aria-label", "placeholder", "alt")
NAMES = (
    "id", "name", "names", "former", "abbreviation", "aliases", "code", "title", "publisher",
    "language", "country", "home", "ror", "city",
)  # fmt: skip
"""Keys of a catalogue that hold names, ids and codes."""
PROGRAM = {"utpartners", "GitHub", "ROR", "CSV", "JSON", "Excel", "SQLite", "TOML", "HTML", "ID",
           "URL"}  # fmt: skip
"""Names of programs, and of forms of files."""

SCREENS: dict[str, Callable[[Catalogue], list[Answer]]] = {
    "list": lambda asked: [asked.list(), asked.list(since=2015), asked.list("Germany")],
    "show": lambda asked: [asked.show(row["id"]) for row in asked.list().records()],
    "depts": lambda asked: [asked.depts()],
    "tree": lambda asked: [asked.tree(by) for by in ("status", "country", "dept")],
    "stats": lambda asked: [asked.stats(), asked.agreement_stats()],
    "about": lambda asked: [asked.about()],
    "timeline": lambda asked: [asked.timeline()],
    "agreements": lambda asked: [asked.agreements()],
    "people": lambda asked: [asked.people()],
    "search": lambda asked: [asked.search("共同研究"), asked.search("量子")],
    "compare": lambda asked: [asked.compare("anu", "ethz"), asked.compare("GS Eng", "GS Sci")],
    "matrix": lambda asked: [asked.matrix(), asked.matrix("Germany")],
}


class Pieces(HTMLParser):
    """The pieces of text of a document, in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self._within = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._within = tag
        self.found += [value for name, value in attrs if name in SEEN and value]

    def handle_endtag(self, tag: str) -> None:
        self._within = ""

    def handle_data(self, data: str) -> None:
        if self._within not in ("style", "script"):
            self.found.append(data)


def names_in(value: Any, key: str = "") -> Iterator[str]:
    """Every name, id and code in a catalogue as plain values."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from names_in(inner, key if key in NAMES else name)
    elif isinstance(value, list):
        for inner in value:
            yield from names_in(inner, key)
    elif isinstance(value, str) and key in NAMES:
        yield value


@pytest.fixture(scope="module")
def japanese() -> Iterator[Catalogue]:
    """The bundled catalogue and the program in Japanese."""
    i18n.set_language("ja")
    with open_catalogue(language="ja") as asked:
        yield asked
    i18n.set_language(None)


@pytest.fixture(scope="module")
def known(japanese: Catalogue) -> set[str]:
    """What needs no Japanese: the parts of the names, ids and codes of the catalogue."""
    plain = json.loads(msgspec.json.encode(japanese.records()))
    names = {*names_in(plain), *PROGRAM}
    return {part.strip() for name in names for part in (name, *PARTS.split(name))}


def foreign(html: str, known: set[str]) -> list[str]:
    """The pieces with a word, but without Japanese, that are no names."""
    pieces = [ADDRESS.sub("", piece) for piece in Pieces(html).found]
    return [
        piece.strip()
        for piece in pieces
        if WORD.search(piece) and not JAPANESE.search(piece) and not is_named(piece, known)
    ]


def is_named(piece: str, known: set[str]) -> bool:
    """Whether a piece is a name, or several of them."""
    return piece.strip() in known or all(
        part.strip() in known or not WORD.search(part) for part in PARTS.split(piece)
    )


@pytest.mark.parametrize("screen", SCREENS)
def test_no_piece_of_a_screen_is_without_japanese(
    japanese: Catalogue, known: set[str], screen: str
) -> None:
    """There is none but names, ids, codes and addresses."""
    for answer in SCREENS[screen](japanese):
        html = "".join(map(str, renderer(format_named("html"))(answer, Screen())))
        notes = "".join(f"<p>{note}</p>" for note in answer.footnotes)
        assert foreign(html + notes, known) == []


def test_no_piece_of_the_page_is_without_japanese(japanese: Catalogue, known: set[str]) -> None:
    """There is none but names, ids, codes and addresses."""
    html = "".join(page(japanese.store))
    assert len(Pieces(html).found) > 1000
    assert foreign(html, known) == []


def test_english_is_found(known: set[str]) -> None:
    """A sentence, a heading or a description in English is found, and a name is not."""
    html = "<h1>Departments</h1><p>オランダ</p><i>GS Eng, GS Sci</i><g aria-label='World map'>x</g>"
    assert foreign(html, known) == ["Departments", "World map"]
