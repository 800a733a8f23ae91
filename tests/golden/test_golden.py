"""Every format of every answer, byte for byte. After a wanted change: pytest --update-golden."""

from __future__ import annotations

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


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("format", FORMATS)
def test_pipe(
    small: Catalogue, rendered: Rendered, question: str, format: str, update: bool
) -> None:
    """What a pipe or file gets."""
    text = rendered(answer(small, question), format)
    compare(text, f"{question}.{format}", update)


@pytest.mark.parametrize("colour", [False, True], ids=["plain", "colour"])
@pytest.mark.parametrize("question", QUESTIONS)
def test_terminal(
    small: Catalogue,
    rendered: Rendered,
    question: str,
    colour: bool,
    update: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a terminal of 80 cells gets, without colour and with."""
    for name, value in {"COLUMNS": "80", "LINES": "24", "TERM": "xterm-256color"}.items():
        monkeypatch.setenv(name, value)
    for name in ("NO_COLOR", "COLORTERM", "FORCE_COLOR", "TTY_COMPATIBLE"):
        monkeypatch.delenv(name, raising=False)
    text = rendered(answer(small, question), "table", terminal=True, colour=colour)
    compare(text, f"{question}.{'colour' if colour else 'terminal'}", update)


def test_no_stale_files() -> None:
    """Every golden file belongs to a question and a form of its answer."""
    forms = [*FORMATS, "terminal", "colour"]
    expected = {f"{question}.{form}" for question in QUESTIONS for form in forms}
    assert {file.name for file in FOLDER.iterdir()} == expected
