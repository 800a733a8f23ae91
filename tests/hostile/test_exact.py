"""What a hostile catalogue says is neither lost nor changed where it is shown as text."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from utpartners.api import Catalogue
from utpartners.formats import read

from .conftest import ACTING, CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Rendered, Run

    from utpartners.answers import Answer, Card, Table

FILE = str(CATALOGUE)
NAME = "Evil"


@pytest.mark.parametrize("question", ["list", "depts", "about", "tree", "matrix", "export"])
def test_nothing_acts_on_a_terminal(
    hostile: Catalogue, rendered: Rendered, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No control or bidi character reaches a terminal, and markup is shown as it is."""
    monkeypatch.setenv("COLUMNS", "500")
    text = rendered(getattr(hostile, question)(), "table", terminal=True)
    assert ACTING.search(text) is None
    if question in ("list", "about", "tree"):
        assert "[bold red]T[/]" in text


def test_the_card_on_a_terminal(
    hostile: Catalogue, rendered: Rendered, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A card shows every text, with what would act written out."""
    monkeypatch.setenv("COLUMNS", "500")
    text = rendered(hostile.show(NAME), "table", terminal=True)
    assert ACTING.search(text) is None
    for shown in (
        "Evil \\x1b[31mPartner\\u202e [/bold] <i>",
        "[/] [red]\\x1b[31m :bomb:",
        "<b>Arts",
    ):
        assert shown in text


@pytest.fixture
def hostile() -> Iterator[Catalogue]:
    store = read(FILE)
    yield Catalogue(store)
    store.connection.close()


def plain(value: Any) -> str:
    return "; ".join(value) if isinstance(value, list) else "" if value is None else str(value)


@pytest.mark.parametrize(("format", "delimiter"), [("csv", ","), ("tsv", "\t")])
@pytest.mark.parametrize("question", ["list", "depts", "export"])
def test_delimited_text_is_exact(
    hostile: Catalogue, run: Run, question: str, format: str, delimiter: str
) -> None:
    """CSV and TSV give every text letter by letter, control characters and formulas too."""
    done = run(question, "--data", FILE, "-f", format)
    _, *rows = csv.reader(io.StringIO(done.stdout, newline=""), delimiter=delimiter)
    table: Table = getattr(hostile, question)()
    assert rows == [[plain(value) for value in row] for row in table]


def test_cards_as_csv_are_exact(hostile: Catalogue, run: Run) -> None:
    """So does the CSV of a card, line ends included."""
    done = run("show", NAME, "--data", FILE, "-f", "csv")
    rows = dict(csv.reader(io.StringIO(done.stdout, newline="")))
    card: Card = hostile.show(NAME)
    assert rows["name"] == card.record()["name"]
    assert rows["note"] == card.record()["note"]
    assert rows["activities.1.place"] == "\b\b\bplace"
    assert rows["activities.1.frequency"] == "\rover"


@pytest.mark.parametrize("question", ["list", "depts", "about", "tree", "matrix"])
def test_json_is_exact(hostile: Catalogue, run: Run, question: str) -> None:
    """JSON gives every text letter by letter, though it escapes some."""
    done = run(question, "--data", FILE, "--json")
    answer: Answer = getattr(hostile, question)()
    expected = answer.record() if question == "about" else list(answer.records())  # type: ignore[union-attr]
    assert json.loads(done.stdout) == expected


def test_markdown_is_text(run: Run) -> None:
    """In Markdown no text is HTML, a link, an image, a heading or a further cell."""
    text = run("about", "--data", FILE, "-f", "markdown").stdout
    assert not re.search(r"(?<!\\)<(?!br>)", text)
    assert "\n# Heading" not in text
    assert "](" not in text.replace("\\]", "")
    columns = {len(re.findall(r"(?<!\\)\|", line)) for line in text.splitlines() if line[:1] == "|"}
    assert columns <= {3, 4}


def test_errors_are_text(run: Run) -> None:
    """Names in errors, typed ones and those of the catalogue, do not act on a terminal either."""
    for name in ("no\x1b[31mbody", "Evil", "=A&S"):
        done = run("dept", name, "--data", FILE)
        assert ACTING.search(done.stderr) is None
    done = run("show", "x\x1b]0;t\x07\u202e", "--data", FILE)
    assert done.returncode == 1
    assert "\\x1b]0;t\\x07\\u202e" in done.stderr
