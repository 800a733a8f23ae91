"""A language that nobody speaks: whatever is still in English on a screen is shown by it.

The texts of the program are in it, in letters of full width, and so is the catalogue. What then
has words in plain letters was not translated, but for ids, codes, names and web addresses.
"""

from __future__ import annotations

import json
import re
from html import unescape
from typing import TYPE_CHECKING, Any

import msgspec
import pytest

from utpartners import i18n, model
from utpartners.api import Catalogue, open_catalogue
from utpartners.render import Screen, format_named, renderer
from utpartners.store.fill import in_memory
from utpartners.store.language import languages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from utpartners.answers import Answer

WIDE = {code: code + 0xFEE0 for code in range(ord("!"), ord("~") + 1)}
WORDS_OF_TEXT = re.compile(r"(?<=\|)[^{}]+(?=\})|[^{}]+(?![^{]*\})")
"""What stands outside braces, and what they show for an empty value: ``{ends|unknown}``."""
WORD = re.compile(r"[A-Za-z]*[a-z]{2,}")
NO_TEXT = re.compile(r"https?://\S+|<br>|'utpartners [^']*'|utpartners [^·\n]*")
"""Web addresses, what a form writes for a character or a line, and commands."""
CODES = ("id", "code", "language", "country", "home", "calendar", "url", "website", "ror", "when")
WORDS = ("status", "kind", "format", "renews", "placement")

SCREENS: dict[str, Callable[[Catalogue], list[Answer]]] = {
    "list": lambda catalogue: [catalogue.list(), catalogue.list(since=2015)],
    "show": lambda catalogue: [catalogue.show(id) for id in ids(catalogue)],
    "depts": lambda catalogue: [catalogue.depts(), catalogue.depts(without=True)],
    "tree": lambda catalogue: [catalogue.tree(by) for by in ("status", "country", "dept")],
    "stats": lambda catalogue: [catalogue.stats(), catalogue.agreement_stats()],
    "about": lambda catalogue: [catalogue.about()],
    "timeline": lambda catalogue: [catalogue.timeline()],
    "agreements": lambda catalogue: [
        catalogue.agreements(),
        catalogue.agreements(on="2020"),
        catalogue.agreements(expiring="12m"),
    ],
}


def ids(catalogue: Catalogue) -> list[str]:
    return [row["id"] for row in catalogue.list().records()]


def wide(text: str) -> str:
    return WORDS_OF_TEXT.sub(lambda found: found[0].translate(WIDE), text)


def widened(value: Any, key: str = "") -> Any:
    """A catalogue as plain values with every text in full width, but for codes and words."""
    if isinstance(value, dict):
        return {name: widened(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [widened(inner, key) for inner in value]
    kept = (*CODES, *WORDS, "signed", "ends", "since", "as_of", "participants", "count", "members",
            "departments", "coordinator", "evidence")  # fmt: skip
    return value.translate(WIDE) if isinstance(value, str) and key not in kept else value


@pytest.fixture(scope="module")
def spoken() -> Iterator[Catalogue]:
    """The bundled catalogue in full width, and the program in a language of such letters."""
    with open_catalogue() as bundled:
        plain = json.loads(msgspec.json.encode(bundled.records()))
    records = msgspec.convert(widened(plain), model.Catalogue)
    records.about.language = "xx"
    i18n._translate, i18n._language = wide, "xx"
    with Catalogue(in_memory(records, "wide")) as catalogue:
        yield catalogue
    i18n.set_language(None)


@pytest.mark.parametrize("format", ["table", "markdown", "terminal", "html"])
@pytest.mark.parametrize("screen", SCREENS)
def test_nothing_is_left_in_english(
    spoken: Catalogue, screen: str, format: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every word on a screen is in the language, and so is every note below it."""
    monkeypatch.setenv("COLUMNS", "1000")  # a web address stands on one line
    codes = {row["code"] for row in spoken.depts().records()}
    known = {*ids(spoken), *(row["id"] for row in spoken.export("institutions").records())}
    known |= {row["id"] for row in spoken.depts().records()} | codes | {"utokyo"}
    known |= {*languages(spoken.store.connection)}
    words = {word for code in known for word in WORD.findall(code)}
    for answer in SCREENS[screen](spoken):
        is_drawn = format == "terminal"
        form = format_named("table" if is_drawn else format)
        text = "".join(map(str, renderer(form)(answer, Screen(terminal=is_drawn))))
        if format == "html":
            text = re.sub(r"<[^>]*>", " ", re.sub("<style>.*?</style>", "", text, flags=re.S))
            text = unescape(text)
        text = NO_TEXT.sub(" ", " ".join([text, *answer.footnotes]))
        assert set(WORD.findall(text)) - words == set()
