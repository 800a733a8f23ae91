"""The same answer is in the same words in every format that people read."""

from __future__ import annotations

import re
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pytest
from tests.slow import quick_are

from utpartners import i18n
from utpartners.api import Catalogue, open_catalogue
from utpartners.render import Screen, format_named, renderer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from utpartners.answers import Answer, Table

ASKED: dict[str, Callable[[Catalogue], Table]] = {
    "list": lambda asked: asked.list(),
    "agreements": lambda asked: asked.agreements(on="2026-11-29"),
    "timeline": lambda asked: asked.timeline(),
    "depts": lambda asked: asked.depts(),
}


@pytest.fixture(params=quick_are(["ja"], ["en", "ja"]))
def asked(request: pytest.FixtureRequest) -> Iterator[Catalogue]:
    """The bundled catalogue and the program in a language."""
    i18n.set_language(None if request.param == "en" else request.param)
    with open_catalogue(language=request.param) as catalogue:
        yield catalogue
    i18n.set_language(None)


def text_in(answer: Answer, format: str) -> str:
    """Return an answer as one text of a format, with the escapes of the format undone."""
    pieces = renderer(format_named(format))(answer, Screen())
    if format == "html":
        html = "".join(map(str, pieces))
        return " ".join(unescape(re.sub(r"<[^>]*>", " ", html)).split())
    return " ".join(re.sub(r"\\(\W)", r"\1", "".join(map(str, pieces))).split())


def in_workbook(answer: Answer) -> list[list[str]]:
    """Return the cells of the first sheet of a workbook, the header first."""
    data = b"".join(p if isinstance(p, bytes) else p.encode() for p in renderer(
        format_named("xlsx"))(answer, Screen()))  # fmt: skip
    rows = openpyxl.load_workbook(BytesIO(data)).worksheets[0].values
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


@pytest.mark.parametrize("question", ASKED)
def test_cells_are_the_same(asked: Catalogue, question: str) -> None:
    """Each cell of the workbook is in the pipe, in Markdown and in HTML, word for word.

    A value that is not known is empty in all of them, or has the same word in all of them.
    """
    for format in ("table", "markdown", "html"):
        answer = ASKED[question](asked)
        if format == "table":
            answer.names = {}  # a pipe has ids and codes, which can be typed
        cells = {cell for row in in_workbook(answer)[1:] for cell in row if cell.strip()}
        cells -= {"True", "False"}  # a workbook has a type for them
        text = text_in(ASKED[question](asked), format)
        missing = [cell for cell in cells if " ".join(cell.split()) not in text]
        assert missing == [], format


@pytest.mark.parametrize("format", ["table", "markdown", "html"])
def test_an_unknown_state_has_one_word(asked: Catalogue, format: str) -> None:
    """The state is "unknown" in a pipe, as ``--state`` takes it, and in documents says of what."""
    answer = ASKED["agreements"](asked)
    unknown = i18n.translated("unknown" if format == "table" else "no end recorded")
    text = text_in(answer, format)
    assert text.count(unknown) == len(list(answer))
    assert unknown in ("unknown", "不明") or i18n.translated("unknown") not in text.split()
