"""A language that nobody speaks: whatever is still in English on a screen is shown by it.

The texts of the program are in it, in letters of full width, and so is the catalogue. What then
has words in plain letters was not translated, but for ids, codes, names and web addresses.
"""

from __future__ import annotations

import json
import re
from html import unescape
from importlib import import_module
from typing import TYPE_CHECKING, Any

import msgspec
import pytest
import typer

from utpartners import i18n, model
from utpartners.api import Catalogue, open_catalogue
from utpartners.cli import app
from utpartners.cli import commands as registry
from utpartners.cli.explanation import explained
from utpartners.cli.global_options import parameters
from utpartners.cli.topics import TOPICS, topic_help
from utpartners.errors import UtpartnersError
from utpartners.formats.problems import in_toml
from utpartners.page import page
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

WORDS_OF_CATALOGUE = ("primary", "prospective")
"""Statuses, which are in the catalogue and in no list of words."""

KEYS = {"when", "since", "country", "name", "id", "status", "website", "departments", "kind"}
"""Keys of a catalogue, which a problem names as the file has them."""

FAULTY = """
[catalogue]
title = "T"
home = "home"
titel = "T"
[[institution]]
id = "home"
name = "Home "
country = "JP"
website = "nowhere"
[[institution]]
id = "home"
name = "Other"
country = "ZZ"
[[partnership]]
id = "p"
status = "primary"
members = ["nobody"]
since = "04/2019"
departments = ["none"]
[[partnership.activity]]
title = "A"
kind = "lecture"
when = "2021/2019"
"""

SCREENS: dict[str, Callable[[Catalogue], list[Answer]]] = {
    "list": lambda catalogue: [catalogue.list(), catalogue.list(since=2015)],
    "show": lambda catalogue: [catalogue.show(id) for id in ids(catalogue)],
    "depts": lambda catalogue: [catalogue.depts(), catalogue.depts(without=True)],
    "tree": lambda catalogue: [catalogue.tree(by) for by in ("status", "country", "dept")],
    "stats": lambda catalogue: [catalogue.stats(), catalogue.agreement_stats()],
    "about": lambda catalogue: [catalogue.about()],
    "report": lambda catalogue: [catalogue.report(), catalogue.report(year=2015, academic=True)],
    "timeline": lambda catalogue: [catalogue.timeline()],
    "people": lambda catalogue: [catalogue.people()],
    "compare": lambda catalogue: [catalogue.compare("anu", "ethz")],
    "matrix": lambda catalogue: [catalogue.matrix(), catalogue.matrix(status="primary")],
    "diff": lambda catalogue: [catalogue.changes_since(catalogue.part(status="primary"))],
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
    known |= {*languages(spoken.store.connection), spoken.store.origin}
    words = {word for code in known for word in WORD.findall(code)}
    # A cell that says yes or no is JSON's word in a pipe and in Markdown.
    words |= {"true", "false"} if format in ("table", "markdown") else set()
    for answer in SCREENS[screen](spoken):
        is_drawn = format == "terminal"
        form = format_named("table" if is_drawn else format)
        text = "".join(map(str, renderer(form)(answer, Screen(terminal=is_drawn))))
        if format == "html":
            text = re.sub(r"<[^>]*>", " ", re.sub("<style>.*?</style>", "", text, flags=re.S))
            text = unescape(text)
        text = NO_TEXT.sub(" ", " ".join([text, *answer.footnotes]))
        assert set(WORD.findall(text)) - words == set()


QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|\u2026|--[a-z-]+|utpartners [^\n]*|^ +--.*$", re.M)
"""What an error repeats or proposes to type: values, options, command lines."""

WRONG: dict[str, Callable[[Catalogue], object]] = {
    "a name": lambda catalogue: catalogue.show("xyzzy"),
    "a name of something else": lambda catalogue: catalogue.show("gs-eng"),
    "an ambiguous name": lambda catalogue: catalogue.dept("\uff27\uff33"),
    "no name": lambda catalogue: catalogue.show("&"),
    "a status": lambda catalogue: catalogue.list(status="xyzzy"),
    "a country": lambda catalogue: catalogue.list(country="xyzzy"),
    "a word": lambda catalogue: catalogue.list("xyzzy"),
    "a kind": lambda catalogue: catalogue.timeline(kind="anu"),
    "a date": lambda catalogue: catalogue.timeline(since="04/2019"),
    "two dates": lambda catalogue: catalogue.timeline(since=2020, until=2019),
    "a state": lambda catalogue: catalogue.agreements(state="xyzzy"),
    "a period": lambda catalogue: catalogue.agreements(expiring="soon"),
    "one of two": lambda catalogue: catalogue.compare("anu"),
    "two kinds": lambda catalogue: catalogue.compare("anu", "gs-eng"),
    "a column": lambda catalogue: catalogue.list(sort="xyzzy"),
    "no query": lambda catalogue: catalogue.sql("drop table x"),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_no_error_is_in_english(spoken: Catalogue, wrong: str) -> None:
    """What is wrong and what to type next is said in the language; only values are as typed."""
    with pytest.raises(UtpartnersError) as raised:
        WRONG[wrong](spoken)
    said = QUOTED.sub(" ", f"{raised.value}\n{raised.value.hint or ''}")
    words = [word for word, *_ in spoken.sql("SELECT kind FROM activity")]
    words += ["sql", *ids(spoken), *WORDS_OF_CATALOGUE, *(one.key for one in spoken.list().columns)]
    words += [row[key] for row in spoken.depts().records() for key in ("id", "code")]
    known = {word for text in words for word in WORD.findall(text)}
    assert set(WORD.findall(said)) - known == set()


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("name", [entry.name for entry in registry.COMMANDS])
def test_no_help_is_in_english(name: str) -> None:
    """What the help says of a command, its options and its examples is in the language."""
    group = app.program()
    command = group.get_command(typer.Context(group, info_name="utpartners"), name)
    assert command is not None
    entry = next(one for one in registry.COMMANDS if one.name == name)
    told = explained(entry, command, import_module(f"{registry.__name__}.{name}"), parameters())
    texts = [told.summary, *told.details, *(word for _, word in told.examples)]
    texts += [part.help for part in (*told.arguments, *told.options)]
    defaults = {value for _, value in told.choices} | {str(one.default) for one in command.params}
    assert {word for text in texts for word in WORD.findall(text)} - defaults == set()


@pytest.mark.usefixtures("spoken")
@pytest.mark.parametrize("name", TOPICS)
def test_no_topic_is_in_english(name: str) -> None:
    """A topic of the help is in the language, but for what is typed: the column on the left."""
    topic = TOPICS[name]
    texts = [topic.title, *topic.paragraphs, *(text for _, text in topic.rows)]
    assert all(i18n.translated(text) in " ".join(topic_help(name).split()) for text in texts[:1])


@pytest.mark.usefixtures("spoken")
def test_no_problem_is_in_english() -> None:
    """What check finds is said in the language; keys, values and ids are as in the file."""
    found = in_toml("c.toml", FAULTY)
    assert len({one.problem.rule for one in found}) >= 5
    for one in found:
        said = QUOTED.sub(" ", f"{one.problem.record}\n{one.problem.what}\n{one.problem.hint}")
        assert set(WORD.findall(said)) - KEYS == set()


def test_the_page_has_no_english(spoken: Catalogue) -> None:
    """No text of the page is in English but names, ids, codes and addresses."""
    html = "".join(page(spoken.store))
    html = re.sub(r"<(style|script)\b.*?</\1>", "", html, flags=re.S)
    text = NO_TEXT.sub(" ", unescape(re.sub(r"<[^>]*>", " ", html)))
    codes = {row["code"] for row in spoken.depts().records()}
    ids_known = {*ids(spoken), *(row["id"] for row in spoken.export("institutions").records())}
    words = {word for code in codes | ids_known for word in WORD.findall(code)}
    assert set(WORD.findall(text)) - words - {"utpartners", "csv", "json", "xlsx"} == set()
