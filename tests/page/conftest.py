"""Pages of catalogues, read as a browser reads them."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Protocol

import pytest

from utpartners import i18n
from utpartners.formats.toml import records
from utpartners.page import page
from utpartners.store.fill import in_memory
from utpartners.store.store import Store

HOSTILE = Path(__file__).parent / "hostile.toml"

HEAD = """
[catalogue]
title = "Test"
home = "home"
[[country]]
code = "JP"
name = "Japan"
[[institution]]
id = "home"
name = "Home"
country = "JP"
"""


class Read(HTMLParser):
    """What is in a page: elements with their attributes, and the text that people see."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.html = html
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.text = ""
        self.of: dict[str, str] = {}
        """Text of the style and the scripts, by element and type."""
        self._in = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.elements.append((tag, found))
        self._in = f"{tag} {found.get('type', '')}".strip() if tag in ("style", "script") else ""

    def handle_endtag(self, tag: str) -> None:
        self._in = ""

    def handle_data(self, data: str) -> None:
        if self._in:
            self.of[self._in] = self.of.get(self._in, "") + data
        else:
            self.text += f" {data}"

    def values(self, attribute: str) -> list[str]:
        """The values of an attribute, wherever it is."""
        return [found[attribute] for _, found in self.elements if attribute in found]

    def has(self, text: str) -> bool:
        """Whether people see a text, however its blanks stand."""
        return " ".join(text.split()) in " ".join(self.text.split())


class Paged(Protocol):
    """Writes the page of a catalogue."""

    def __call__(self, source: str | Path | Store, language: str | None = None) -> Read:
        """The page of a store, of a file, or of text that follows HEAD."""
        ...


@pytest.fixture
def paged(tmp_path: Path) -> Iterator[Paged]:
    stores: list[Store] = []

    def writing(source: str | Path | Store, language: str | None = None) -> Read:
        if isinstance(source, str):
            path = tmp_path / "catalogue.toml"
            path.write_text(HEAD + source, encoding="utf-8")
            source = path
        if isinstance(source, Path):
            stores.append(in_memory(records(str(source)), "test"))
            source = stores[-1]
            if language:
                source.set_language(language)
        i18n.set_language(language)
        return Read("".join(page(source)))

    yield writing
    i18n.set_language(None)
    for store in stores:
        store.close()


@pytest.fixture(scope="session")
def bundled(store: Store) -> Read:
    """The page of the bundled catalogue."""
    return Read("".join(page(store)))
