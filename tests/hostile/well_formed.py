"""What each format of an answer must be, whatever text is in it."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser


def well_formed_table(text: str) -> None:
    assert text.endswith("\n") or not text


def well_formed_json(text: str) -> None:
    json.loads(text)


def well_formed_lines(text: str) -> None:
    for line in text.splitlines():
        json.loads(line)


def well_formed_rows(text: str, delimiter: str = ",") -> None:
    rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    assert len({len(row) for row in rows}) <= 1


def well_formed_markdown(text: str) -> None:
    """No HTML but line breaks, no link but those of the program, no row of another width."""
    assert not re.search(r"(?<!\\)<(?!br>|https?://)", text)
    assert not re.search(r"(?<!\\)\]\((?!https?://)", text)
    assert not re.search(r"(?<!\\)!\[", text)
    for block in text.split("\n\n"):
        rows = [line for line in block.splitlines() if line.startswith("|")]
        assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) <= 1


def well_formed_html(text: str) -> None:
    page = Page()
    page.feed(text)
    page.close()
    assert page.tags <= SAFE_TAGS
    assert not [name for name in page.attributes if name.startswith("on")]
    assert all(url.startswith(("http://", "https://", "#")) for url in page.urls)
    assert not page.open


SAFE_TAGS = frozenset(
    """html head meta title style body main header section article footer h1 h2 h3 p table caption
    thead tbody tfoot tr th td ul ol li dl dt dd a b strong em mark span div br small time
    """.split()
)
VOID = {"meta", "br"}


class Page(HTMLParser):
    """What is in a page, as a browser takes it."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.urls: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.urls += [value or "" for name, value in attrs if name in ("href", "src")]
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


FORMS = {
    "table": well_formed_table,
    "json": well_formed_json,
    "jsonl": well_formed_lines,
    "csv": well_formed_rows,
    "tsv": lambda text: well_formed_rows(text, "\t"),
    "markdown": well_formed_markdown,
    "html": well_formed_html,
}
"""The check of each format that is text."""
