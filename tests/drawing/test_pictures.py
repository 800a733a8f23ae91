"""What every picture has in common."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest

from utpartners import model
from utpartners.answers import picked
from utpartners.api import Catalogue
from utpartners.cli.global_options import GlobalOptions
from utpartners.cli.output import write_answer
from utpartners.drawing.canvas import plain
from utpartners.errors import UsageError, UtpartnersError
from utpartners.render import Screen, format_named, renderer

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Built
    from tests.drawing.conftest import Seen

    from utpartners.answers import Table

QUESTIONS = ("matrix", "timeline", "places", "network")

STARTS = {"svg": b"<?xml", "png": b"\x89PNG\r\n", "pdf": b"%PDF-"}

A4 = (210 / 25.4 * 72, 297 / 25.4 * 72)
"""Points."""


def drawn(table: Table, format: str) -> bytes:
    pieces = renderer(format_named(format))(table, Screen())
    return b"".join(piece for piece in pieces if isinstance(piece, bytes))


def of(
    names: tuple[str, ...], *, coordinates: bool = True, activities: bool = True
) -> model.Catalogue:
    """A catalogue with a partnership, an institution and a department of each name."""
    places: list[dict[str, Any]] = [
        {"latitude": 10.0 * n - 40, "longitude": 30.0 * n - 150} for n in range(len(names))
    ]
    return model.Catalogue(
        about=model.About(names[0] if names else "T", "home"),
        countries=[model.Country("JP", "Japan")],
        institutions=[model.Institution(id="home", name="Home", country="JP")]
        + [
            model.Institution(id=f"i{n}", name=name, country="JP", **where if coordinates else {})
            for n, (name, where) in enumerate(zip(names, places, strict=True))
        ],
        departments=[model.Department(code=f"D{n}", id=f"d{n}", name=name)
                     for n, name in enumerate(names)],
        partnerships=[
            model.Partnership(
                id=f"p{n}", name=name, status="primary", members=[f"i{n}"], departments=[f"d{n}"],
                activities=[model.Activity(name, "exchange", when=f"{2000 + n}")]
                if activities else [],
            )
            for n, name in enumerate(names)
        ],
    )  # fmt: skip


@pytest.mark.parametrize("format", STARTS)
@pytest.mark.parametrize("question", QUESTIONS)
def test_forms(catalogue: Catalogue, question: str, format: str) -> None:
    """Every picture comes in every form, and the same one has the same bytes."""
    first = drawn(getattr(catalogue, question)(), format)
    assert first.startswith(STARTS[format])
    assert drawn(getattr(catalogue, question)(), format) == first


def test_bytes_of_another_day(catalogue: Catalogue, clean_env: dict[str, str]) -> None:
    """Neither the time nor the process changes a byte, nor do somebody's own settings."""
    first = drawn(catalogue.matrix(status=["primary"]), "svg")
    env = {**clean_env, "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1", "MPLBACKEND": "svg"}
    done = subprocess.run(
        [sys.executable, "-m", "utpartners", "matrix", "--status", "primary", "-f", "svg"],
        capture_output=True,
        check=True,
        env=env,
    )
    assert done.stdout == first


@pytest.mark.parametrize("question", QUESTIONS)
def test_fits_a_page(catalogue: Catalogue, seen: Callable[[Table], Seen], question: str) -> None:
    """A picture is no larger than an A4 page, upright or on its side, and says its source."""
    found = seen(getattr(catalogue, question)())
    sides = sorted(side * 72 for side in found.canvas.figure.get_size_inches())
    assert sides[0] <= A4[0]
    assert sides[1] <= A4[1]
    assert any(text.startswith("Source: Strategic Partnerships") for text in found.texts)


LIMITS = {"matrix": 28, "timeline": 40, "places": 74, "network": 27}
"""The most partnerships, institutions or both that each picture takes."""


@pytest.mark.parametrize("long", [False, True])
@pytest.mark.parametrize("question", QUESTIONS)
def test_at_the_limit(
    built: Built, seen: Callable[[Table], Seen], question: str, long: bool
) -> None:
    """With as much as it takes, a picture still fits a page, in letters that can be read."""
    names = tuple(f"University {n} " + "W" * 190 * long for n in range(LIMITS[question]))
    records = of(names, coordinates=question != "places")
    if question in ("matrix", "network"):
        extra = range(len(names), 70)
        records.departments += [
            model.Department(code=f"D{n}", id=f"d{n}", name=f"{n} " + "W" * 190 * long)
            for n in extra
        ]
    canvas = seen(getattr(Catalogue(built(records)), question)()).canvas
    sides = sorted(side * 72 for side in canvas.figure.get_size_inches())
    assert (sides[0] <= A4[0], sides[1] <= A4[1]) == (True, True)
    assert min(float(text.get_fontsize()) for text in canvas.axes.texts) >= 6
    canvas.figure.draw_without_rendering()
    right = max(text.get_window_extent().x1 for text in canvas.axes.texts)
    assert right <= canvas.figure.bbox.x1


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_is_outside(
    catalogue: Catalogue, seen: Callable[[Table], Seen], question: str
) -> None:
    """All text lies within the picture."""
    canvas = seen(getattr(catalogue, question)()).canvas
    canvas.figure.draw_without_rendering()
    page = canvas.figure.bbox
    boxes = [text.get_window_extent() for text in canvas.axes.texts]
    assert all(
        page.x0 <= box.x0 and box.x1 <= page.x1 and page.y0 <= box.y0 and box.y1 <= page.y1
        for box in boxes
    )


INERT = (
    "$\\frac{1}{2}$ and $x_1",
    "</script><script>alert(1)</script>",
    "\x1b[31m\u202eevil\nname",
    "جامعة القاهرة",
    "אוניברסיטת תל אביב",
    "]]><!-- & &lt;",
    "%s {0} \\N",
    "W" * 200,
)


@pytest.mark.parametrize("question", QUESTIONS)
def test_text_is_text(built: Built, seen: Callable[[Table], Seen], question: str) -> None:
    """No name is mathematics or markup, and what would act is written out."""
    table = getattr(Catalogue(built(of(INERT))), question)()
    texts = seen(table).texts
    for name in INERT[:-1]:
        assert plain(name) in texts
    assert not any(text.get_parse_math() for text in seen(again(built, question)).canvas.axes.texts)
    svg = drawn(again(built, question), "svg").decode()
    assert "<script" not in svg
    assert re.search("[\x00-\x08\x0b-\x1f\u202e]", svg) is None
    ET.fromstring(svg)  # noqa: S314


def again(built: Built, question: str) -> Any:
    """The same answer anew, as its rows are read once."""
    return getattr(Catalogue(built(of(INERT))), question)()


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("names", [(), ("Only",)])
@pytest.mark.parametrize("more", [{}, {"coordinates": False}, {"activities": False}])
def test_little(built: Built, question: str, names: tuple[str, ...], more: dict[str, bool]) -> None:
    """With no partnership, or one, without coordinates or activities, there is still a picture."""
    table = getattr(Catalogue(built(of(names, **more))), question)()
    assert drawn(table, "svg").startswith(b"<?xml")


@pytest.mark.parametrize("question", QUESTIONS)
def test_too_much(built: Built, question: str) -> None:
    """What would be unreadable is refused, with how to take a part."""
    many = of(tuple(f"University {n}" for n in range(80)), coordinates=False)
    with pytest.raises(UtpartnersError, match="would be unreadable") as error:
        drawn(getattr(Catalogue(built(many)), question)(), "png")
    assert "Select a part with --" in (error.value.hint or "")


@pytest.mark.parametrize("format", [*STARTS, "dot", "graphml", "gexf", "mermaid"])
def test_answers_without_a_picture(catalogue: Catalogue, format: str) -> None:
    """A format of some answers is refused for any other, and says what it is for."""
    for answer in (catalogue.list(), catalogue.show("ANU"), picked(catalogue.matrix(), ["anu"])):
        with pytest.raises(UsageError, match=f"cannot be written as {format}") as error:
            write_answer(answer, GlobalOptions(format=format))
        assert "export" in (error.value.hint or "")


def test_without_matplotlib(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without matplotlib the error says how to install it, before anything is written."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    with pytest.raises(UtpartnersError, match="svg needs matplotlib") as error:
        drawn(catalogue.matrix(), "svg")
    assert "pip install matplotlib" in (error.value.hint or "")
