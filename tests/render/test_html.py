"""Pages as a parser of HTML reads them."""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import count, islice
from typing import TYPE_CHECKING, Any

import pytest

from utpartners.answers import Card, Column, Table, View
from utpartners.render import Screen, format_named, renderer
from utpartners.render.html import SAMPLE
from utpartners.render.text import cell, names_first
from utpartners.render.words import in_words
from utpartners.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from utpartners.answers import Answer
    from utpartners.api import Catalogue

VOID = ("meta", "br")

HOSTILE = (
    "<script>alert(1)</script>",
    "</td></table><img src=x onerror=alert(1)>",
    "\"'><b>&amp;&lt;",
    "<!-- --> <![CDATA[ ]]> <?php ?>",
    "\x1b[31mred\x07\x00",
    "tail \u202e gpj.exe \u2066",
    "half \ud800 pair",
    "two\r\nlines\u2028",
    "</style><style>*{}",
    "javascript:alert(1)",
    "جامعة القاهرة 東京大学",
)


class Page(HTMLParser):
    """Elements in order: tag, attributes, and all text inside."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None], list[str]]] = []
        self.open: list[int] = []
        self.declarations: list[str] = []
        self.source = "".join(map(str, renderer(format_named("html"))(answer, Screen())))
        self.feed(self.source)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.elements.append((tag, dict(attrs), []))
        if tag not in VOID:
            self.open.append(len(self.elements) - 1)

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self.open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for place in self.open:
            self.elements[place][2].append(data)

    def handle_decl(self, decl: str) -> None:
        self.declarations.append(decl)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"comment: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"declaration: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"instruction: {data}")

    def texts(self, *tags: str, style: str | None = None) -> list[str]:
        return [
            "".join(data)
            for tag, attributes, data in self.elements
            if tag in tags and (style is None or attributes.get("class") == style)
        ]

    def attributes(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes, _ in self.elements if name == tag]


def said(value: Any) -> str:
    """What a cell says for a value."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else visible(cell(value))


def test_page() -> None:
    """A page is HTML with a language, a title, a character set and room for small screens."""
    page = Page(Table([Column("name")], [("x",)], title="All & sundry"))
    assert page.declarations == ["DOCTYPE html"]
    assert page.attributes("html") == [{"lang": "en"}]
    assert page.texts("title", "caption") == ["All & sundry"] * 2
    assert {"charset": "utf-8"} in page.attributes("meta")
    assert any(meta.get("name") == "viewport" for meta in page.attributes("meta"))


def test_policy() -> None:
    """The page forbids itself to load or run anything."""
    page = Page(Table([Column("name")], []))
    (policy,) = (
        meta["content"]
        for meta in page.attributes("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy is not None
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'")
    assert "url(" not in page.source
    assert "@import" not in page.source
    assert not {"script", "img", "link", "iframe", "form"} & {tag for tag, _, _ in page.elements}


def test_every_cell() -> None:
    """Each cell says what its value says, and hostile text is text; lists are joined as in CSV."""
    columns = (
        Column("text"),
        Column("n", "number"),
        Column("tags", "list"),
        Column("b", "boolean"),
    )
    rows = [(text, number, [text, "z"], number % 2 == 0) for number, text in enumerate(HOSTILE)]
    page = Page(Table(columns, [*rows, (None, None, [], False)], title=HOSTILE[0]))
    assert page.texts("th") == ["Text", "N", "Tags", "B"]
    expected = [said(value) for row in rows for value in row]
    assert page.texts("td") == [*expected, "", "", "", "no"]
    assert page.texts("td", style="number") == [*map(str, range(len(rows))), ""]
    assert page.texts("title") == [HOSTILE[0]]
    assert {tag for tag, _, _ in page.elements}.isdisjoint({"script", "img", "b"})


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_card(text: str) -> None:
    """Hostile text is text wherever a card has text: headings, facts, tables, notes."""
    inner = (Column("a", heading=text), Column("b", "list"))
    view = (View(text, (("{a}",), (f"{text.replace('{', '')} {{b}}",))),)
    card = Card(
        (
            Column("fact", heading=text),
            Column("list", "list"),
            Column("names", "names"),
            Column("seen", "records", text, inner, view),
            Column("all", "records", columns=inner),
            Column("none", "records", columns=inner, instead="fact"),
        ),
        (text, [text, text], {text: text}, [(text, [text])], [(text, [text])], []),
        title=text,
        subtitle=text,
        footnotes=(text,),
    )
    page = Page(card)
    shown = visible(text)
    assert page.texts("title", "h1") == [shown] * 2
    assert page.texts("li", "footer") == [shown] * 3
    assert page.texts("h2") == [f"{shown} 1", "All 1", "None"]
    assert page.texts("section")[2].split("\n")[2] == shown
    assert page.texts("td")[1:] == [shown] * 2
    assert {tag for tag, _, _ in page.elements}.isdisjoint({"script", "img", "b"})
    assert not any(character in page.source for character in "\x1b\x00\u202e\u2066\ud800\u2028\r")


@pytest.mark.parametrize(
    ("text", "is_link"),
    [
        ("https://www.kth.se", True),
        ("http://example.org/a?b=c&d='\"#e", True),
        ("see https://www.kth.se", False),
        ("https://www.kth.se and more", False),
        ("https://", False),
        ("javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("https://a\u202eb", False),
    ],
)
def test_links(text: str, is_link: bool) -> None:
    """A value that is an address of the web and nothing else is a link, which tells no referrer."""
    column = Column("x", "records", columns=(Column("site"),), view=(View("", (("{site}",),)),))
    for answer in (
        Table([Column("site")], [(text,)]),
        Card([Column("site")], (text,), title="T"),
        Card([column], ([(text,)],), title="T"),
    ):
        page = Page(answer)
        assert page.attributes("a") == ([{"href": text, "rel": "noreferrer"}] if is_link else [])
        assert page.texts("dd", "td") == [visible(text)]


def test_card() -> None:
    """A card has its plain facts first, neither hidden nor empty ones, and then its tables."""
    inner = (Column("code"), Column("name"), Column("site"))
    view = (View("Code", (("{code}",),)), View("Name", (("{name}",), ("{code}", " · {site}"))))
    card = Card(
        (
            Column("name"),
            Column("note"),
            Column("since"),
            Column("members", "records", columns=inner, view=view),
            Column("plain", "records", columns=inner),
            Column("none", "records", columns=inner),
        ),
        ("A", None, "2019", [("c", "n", "https://x.y")], [("d", None, "s")], []),
        title="Group (A)",
        subtitle="primary",
        hidden=("name",),
        footnotes=("A note.",),
    )
    page = Page(card)
    assert page.texts("h1", "p") == ["Group (A)", "primary", "A note."]
    assert page.texts("dt", "dd") == ["Since", "2019"]
    assert page.texts("h2") == ["Members 1", "Plain 1"]
    assert page.texts("th") == ["Code", "Name", "Code", "Name", "Site"]
    assert page.texts("td") == ["c", "nc · https://x.y", "d", "", "s"]
    assert page.texts("div", style="more") == ["c · https://x.y"]
    assert page.texts("a") == ["https://x.y"]


def test_instead(catalogue: Catalogue) -> None:
    """Where there are no departments, the page has what stands in their place, and only there."""
    page = Page(catalogue.show("princeton"))
    (section,) = (text for text in page.texts("section") if "\nDepartments\n" in text)
    assert "Princeton-UTokyo Teaching and Research Collaboration" in section
    assert "Runs as" not in page.texts("dt")


def test_instead_beside_rows() -> None:
    """What would stand in the place of rows is a fact like others where there are rows."""
    rows = Column("rows", "records", columns=(Column("n"),), instead="other")
    page = Page(Card([rows, Column("other")], ([("1",)], "text"), title="T"))
    assert page.texts("dt", "dd") == ["Other", "text"]


def test_marked_member(catalogue: Catalogue) -> None:
    """The member that was asked for is marked among those of its group."""
    page = Page(catalogue.show("KTH"))
    (marked,) = page.texts("tr", style="marked")
    assert marked.startswith("kth")


def test_matrix(catalogue: Catalogue) -> None:
    """In a matrix the first column heads the rows, and marks are words to whoever cannot see."""
    table = catalogue.matrix()
    rows = list(table)
    page = Page(Table(table.columns, rows, title=table.title, shape=table.shape))
    heads = [column.title for column in table.columns] + [row[0] for row in rows]
    assert page.texts("th") == heads
    assert page.texts("td") == [said(value) for row in rows for value in row[1:]]


@pytest.mark.parametrize("question", ["list", "timeline", "stats", "tree", "depts"])
def test_same_facts(catalogue: Catalogue, question: str) -> None:
    """A page says every value of every row as people say it, an id not before its name."""
    words = in_words(getattr(catalogue, question)())
    assert isinstance(words, Table)
    table = names_first(words)
    rows = list(table)
    page = Page(Table(table.columns, rows, title=table.title))
    assert page.texts("td") == [said(value) for row in rows for value in row]


@pytest.mark.parametrize("columns", [[Column("name")], []])
def test_empty(columns: list[Column]) -> None:
    """An empty table says so under its header."""
    page = Page(Table(columns, [], title="T"))
    assert page.texts("th", "td") == [column.title for column in columns]
    assert page.texts("p") == ["None."]


def test_nothing_but_a_title() -> None:
    """A card without facts is its title, and a table without title has no caption."""
    assert Page(Card([Column("a")], (None,), title="T")).texts("h1", "dl", "section") == ["T"]
    page = Page(Table([Column("a")], []))
    assert page.texts("title", "caption") == ["utpartners"]


def test_lazy() -> None:
    """A table without end is written while it is read."""
    endless: Iterator[tuple[Any, ...]] = ((number,) for number in count())
    pieces = renderer(format_named("html"))(Table([Column("n", "number")], endless), Screen())
    assert f">{SAMPLE * 3}<" in "".join(map(str, islice(pieces, SAMPLE * 4)))
