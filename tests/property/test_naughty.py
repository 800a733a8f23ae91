"""A catalogue whose texts are naughty strings goes through every answer, format and completion."""

from __future__ import annotations

import csv
import io
import json
import re
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from utpartners import model
from utpartners.api import Catalogue
from utpartners.cli.completion import named
from utpartners.errors import UtpartnersError
from utpartners.render import Screen, format_named, renderer
from utpartners.store.fill import in_memory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from utpartners.answers import Answer

NAUGHTY = (
    "$(touch pwned)", "`id`", "a;b", "a&b", "a|b", "'\"", "\\", "%s%n", "{}", "{name}",
    "{0.__class__}",
    "[bold]x[/]", "[/red]", "\x1b[31mred\x1b[0m", "\x1b]8;;http://x\x07y", "a\rb", "a\nb", "a\tb",
    "a\u2028b", "a\x85b", "\u202egnp.exe", "\u200b", "a\u00adb", "\ufeffx", "e\u0301", "\u212b",
    "<script>alert(1)</script>", "</style>", "<!--", "-->", "]]>", "&amp;", "javascript:alert(1)",
    "=1+1", "+1", "-1", "@x", "=HYPERLINK(\"x\")", "#N/A", "TRUE", "null", "None", "NaN", "1e999",
    "'; DROP TABLE partnership; --", "\"; --", "*", "?", "~", "-rf", "--help", "-", ".", "..", "/",
    "| a | b |", "# x", "```", "http://a_b?x=1&y=2", "\U0001f469\u200d\U0001f4bb", "\U00020000",
    "\u0627\u0644", "\u6771\u4eac", "\uff21\uff2e\uff35", "\uff76\uff9e", "\u0130", "\u00df",
    "x" * 300, " x ", ":-)",
)  # fmt: skip

TEXTS = ("table", "csv", "tsv", "json", "jsonl", "markdown", "html")
"""The formats that are text; tests/hostile reads workbooks back."""

ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""Control characters but line feed, and what reorders text."""


@st.composite
def catalogues(draw: st.DrawFn) -> model.Catalogue:
    """A catalogue with a record of every kind and a naughty text wherever there is any."""

    def text() -> str:
        return draw(st.sampled_from(NAUGHTY))

    status, kind = text(), text()
    agreement = model.Agreement(
        kind=text(), title=text(), note=text(), people=["p"], document=text()
    )
    activity = model.Activity(text(), kind, summary=text(), place=text(), others=[text()])
    former = [model.FormerName(text())]
    return model.Catalogue(
        model.About(text(), "home", about=text(), aims=[text()], notes=[text()]),
        statuses=[model.Status(status, name=text())],
        countries=[model.Country("DE", text(), aliases=[text()])],
        institutions=[
            model.Institution(id=id, name=text(), country="DE", city=text(), former=former)
            for id in ("home", "other")
        ],
        departments=[model.Department(code=text(), id="dept", name=text(), kind=text())],
        people=[model.Person(id="p", name=text(), role=text(), email=text(), department="dept")],
        partnerships=[
            model.Partnership(
                id="one", name=text(), abbreviation=text(), status=status, members=["other"],
                departments=["dept"], coordinators=["p"], note=text(), collaboration=text(),
                agreements=[agreement], activities=[activity],
            )
        ],
    )  # fmt: skip


def answers(asked: Catalogue) -> Iterator[Answer]:
    """The answer of every question, some of them asked with what the catalogue itself says."""
    yield from (asked.about(), asked.show("one"), asked.list(all=True), asked.depts(all=True))
    yield from (asked.tree(by) for by in ("status", "country", "dept", "partner"))
    yield from (asked.dept("dept"), asked.matrix(all=True), asked.timeline(), asked.stats())
    yield from (asked.agreements(), asked.agreement_stats(), asked.people(), asked.schema())
    yield asked.sql("SELECT * FROM partnership JOIN institution")
    for text in (asked.show("one").record()["name"], next(asked.people().records())["name"]):
        yield asked.match([text])
        for ask in (asked.search, asked.list, asked.people, asked.show, asked.dept):
            with suppress(UtpartnersError):  # a name of nothing but marks is none
                yield ask(text)


def written(answer: Answer, format: str, screen: Screen) -> str:
    return "".join(map(str, renderer(format_named(format))(answer, screen)))


def is_safe(text: str, format: str) -> bool:
    """Whether nothing of a text acts on who reads the format."""
    if format == "json":
        return bool(json.loads(text)) or True
    if format == "csv":
        return bool(list(csv.reader(io.StringIO(text, newline=""))))
    if format == "html" and ("<script" in text or 'href="javascript' in text):
        return False
    return format not in ("table", "markdown", "html") or not ACTING.search(text)


FEW = settings(
    max_examples=3,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=list(HealthCheck),
    deadline=None,
)
"""Each example has dozens of texts in every place, so few of them try all."""


@FEW
@given(catalogues())
def test_every_answer(records: model.Catalogue) -> None:
    """Text comes out as text: nothing acts on a terminal or page, and data can be read back."""
    with closing(Catalogue(in_memory(records, "naughty"))) as asked:
        for answer in answers(asked):
            for format in TEXTS:
                assert is_safe(written(answer, format, Screen()), format), (answer.title, format)
            for screen in (Screen(terminal=True), Screen(terminal=True, long=True)):
                assert is_safe(written(answer, "table", screen), "table"), answer.title


@FEW
@given(catalogues())
def test_completion(records: model.Catalogue) -> None:
    """What completes a name or a word is a name or word of the catalogue, as it is."""
    with closing(Catalogue(in_memory(records, "naughty"))) as asked:
        kinds = ["partnership", "institution", "department", "country"]
        spelled = {text for (text,) in asked.store.rows("SELECT text FROM spelling")}
        found = named.names(asked.store, kinds, "")
        spelled |= {text for (text,) in asked.store.rows("SELECT text FROM spelling")}
        assert {one.value for one in found} <= spelled
        for value in ("status", "kind", "agreement kind", "department kind", "person"):
            assert named.vocabulary(asked.store, value, "")
