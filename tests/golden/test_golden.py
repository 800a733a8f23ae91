"""Every format of every answer, byte for byte. After a wanted change: pytest --update-golden.

So that a person can read them, what all HTML documents share is kept once, with the list, and
colours for two screens: a table and a card.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Rendered

    from utpartners.answers import Answer
    from utpartners.api import Catalogue

FOLDER = Path(__file__).parent / "expected"
FORMATS = ("table", "csv", "tsv", "json", "jsonl", "markdown", "html")
QUESTIONS = (
    "list", "show", "tree", "matrix", "depts", "dept", "about", "export", "timeline", "stats",
    "search", "compare", "agreements", "report",
)  # fmt: skip
WHOLE = "list"
COLOURED = ("list", "show")
STYLE = re.compile(r"\x1b\[[0-9;]*m")


def answer(catalogue: Catalogue, question: str) -> Answer:
    match question:
        case "show":
            return catalogue.show("Kita")
        case "dept":
            return catalogue.dept("a&s")
        case "search":
            return catalogue.search("exchange")
        case "compare":
            return catalogue.compare("Kita", "Minami")
        case "agreements":
            return catalogue.agreements(on="2020")
        case "report":
            return catalogue.report(year=2018)
        case _:
            answer: Answer = getattr(catalogue, question)()
            return answer


def compare(text: str, name: str, update: bool) -> None:
    file = FOLDER / name
    if update:
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(text.encode("utf-8"))
    assert text.encode("utf-8") == file.read_bytes()


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update-golden"))


@pytest.fixture
def of_80_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"COLUMNS": "80", "LINES": "24", "TERM": "xterm-256color"}.items():
        monkeypatch.setenv(name, value)
    for name in ("NO_COLOR", "COLORTERM", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)


def parts(document: str) -> tuple[str, str]:
    """What comes before the body of an HTML document but its title, and the body."""
    head, body = document.split("<body>")
    return re.sub("<title>.*</title>", "", head), body


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("format", FORMATS)
def test_pipe(
    small: Catalogue, rendered: Rendered, question: str, format: str, update: bool
) -> None:
    """What a pipe or file gets; of an HTML document only the body, except for one."""
    text = rendered(answer(small, question), format)
    if format == "html" and question != WHOLE:
        text = parts(text)[1]
    compare(text, f"{question}.{format}", update)


@pytest.mark.parametrize("question", QUESTIONS)
def test_head(small: Catalogue, rendered: Rendered, question: str) -> None:
    """Every HTML document has the head of the one that is kept whole, with a title of its own."""
    text = rendered(answer(small, question), "html")
    assert parts(text)[0] == parts((FOLDER / f"{WHOLE}.html").read_text("utf-8"))[0]
    assert re.findall("<title>(.+)</title>", text)


@pytest.mark.usefixtures("of_80_cells")
@pytest.mark.parametrize("question", QUESTIONS)
def test_terminal(small: Catalogue, rendered: Rendered, question: str, update: bool) -> None:
    """What a terminal of 80 cells gets without colour."""
    text = rendered(answer(small, question), "table", terminal=True)
    compare(text, f"{question}.terminal", update)


@pytest.mark.usefixtures("of_80_cells")
@pytest.mark.parametrize("question", COLOURED)
def test_colour(small: Catalogue, rendered: Rendered, question: str, update: bool) -> None:
    """What a terminal of 80 cells gets with colour, for a table and a card."""
    text = rendered(answer(small, question), "table", terminal=True, colour=True)
    compare(text, f"{question}.colour", update)


@pytest.mark.usefixtures("of_80_cells")
@pytest.mark.parametrize("question", QUESTIONS)
def test_colour_changes_no_text(small: Catalogue, rendered: Rendered, question: str) -> None:
    """Colour adds styles to what is printed without it, each of which ends on its line."""
    text = rendered(answer(small, question), "table", terminal=True, colour=True)
    assert STYLE.sub("", text) == (FOLDER / f"{question}.terminal").read_text("utf-8")
    assert STYLE.search(text)
    for line in text.splitlines():
        assert not STYLE.search(line) or STYLE.findall(line)[-1] == "\x1b[0m"


def test_no_stale_files() -> None:
    """Every golden file belongs to a question and a form of its answer."""
    forms = [*FORMATS, "terminal"]
    expected = {f"{question}.{form}" for question in QUESTIONS for form in forms}
    expected |= {f"{question}.colour" for question in COLOURED}
    assert {file.name for file in FOLDER.iterdir()} == expected
