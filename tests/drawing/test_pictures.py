"""What every picture has in common."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import pytest
from tests.drawing.conftest import SVG
from tests.slow import quick_are

from utpartners import model
from utpartners.answers import picked
from utpartners.api import Catalogue
from utpartners.cli.global_options import GlobalOptions
from utpartners.cli.output import write_answer
from utpartners.drawing.canvas import MARGIN, SIZES
from utpartners.drawing.text import plain, width
from utpartners.errors import UsageError, UtpartnersError
from utpartners.render import Screen, format_named, renderer

if TYPE_CHECKING:
    from tests.conftest import Built
    from tests.drawing.conftest import See

    from utpartners.answers import Table

QUESTIONS = ("matrix", "timeline", "places")

STARTS = {"svg": b"<?xml", "png": b"\x89PNG\r\n", "pdf": b"%PDF-"}

A4 = (210 / 25.4 * 72, 297 / 25.4 * 72)
"""Points."""


def drawn(table: Table, format: str, **screen: Any) -> bytes:
    pieces = renderer(format_named(format))(table, Screen(**screen))
    return b"".join(piece for piece in pieces if isinstance(piece, bytes))


def of(
    names: tuple[str, ...], *, coordinates: bool = True, activities: bool = True
) -> model.Catalogue:
    """A catalogue with a partnership, an institution and a department of each name."""
    places: list[dict[str, Any]] = [
        {"latitude": 10.0 * (n % 12) - 40, "longitude": (30.0 * n - 150) % 360 - 180}
        for n in range(len(names))
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


FORMS = [(question, format) for format in STARTS for question in QUESTIONS]


@pytest.mark.parametrize(
    ("question", "format"),
    quick_are([("matrix", "svg"), ("matrix", "png"), ("timeline", "pdf")], FORMS),
)
def test_forms(catalogue: Catalogue, question: str, format: str) -> None:
    """Every picture comes in every form, and the same one has the same bytes."""
    first = drawn(getattr(catalogue, question)(), format)
    assert first.startswith(STARTS[format])
    assert drawn(getattr(catalogue, question)(), format) == first


@pytest.mark.parametrize("format", quick_are(["svg"], ["svg", "png"]))
def test_bytes_of_another_day(catalogue: Catalogue, clean_env: dict[str, str], format: str) -> None:
    """Neither the time nor the process changes a byte."""
    first = drawn(catalogue.matrix(status=["primary"]), format)
    env = {**clean_env, "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "utpartners", "matrix", "--status", "primary", "-f", format],
        capture_output=True,
        check=True,
        env=env,
    )
    assert done.stdout == first


@pytest.mark.parametrize("size", quick_are(["slide"], SIZES))
@pytest.mark.parametrize("question", QUESTIONS)
def test_sizes(catalogue: Catalogue, seen: See, question: str, size: str) -> None:
    """A picture keeps to its size, and all of its text lies within it."""
    if (question, size) == ("timeline", "slide"):
        table = catalogue.timeline(partner=["tum", "ntu", "snu"])
    else:
        table = getattr(catalogue, question)()
    found = seen(table, size)
    assert found.canvas.width <= SIZES[size].width
    assert found.canvas.height <= SIZES[size].height
    for start, end, y in extents(found.root):
        assert -MARGIN <= start < end <= found.canvas.width + MARGIN
        assert -MARGIN <= y <= found.canvas.height + MARGIN


def extents(root: ET.Element) -> list[tuple[float, float, float]]:
    """Start, end and base line of each text that is not empty and not turned."""
    found = []
    for group in (root, *root.iterfind(f"{SVG}g")):
        moved = re.findall(r"[-\d.]+", group.get("transform", "")) or ["0", "0"]
        for text in group.iterfind(f"{SVG}text"):
            if not text.text or "transform" in text.attrib:
                continue
            bold = text.get("font-weight") == "bold"
            wide = width(text.text, float(text.attrib["font-size"]), is_bold=bold)
            share = {"start": 0.0, "middle": 0.5, "end": 1.0}[text.get("text-anchor", "start")]
            start = float(moved[0]) + float(text.attrib["x"]) - share * wide
            found.append((start, start + wide, float(moved[1]) + float(text.attrib["y"])))
    return found


def test_a4() -> None:
    """Each size but that of a slide fits an A4 page with its margins."""
    for size in (SIZES["a4"], SIZES["column"]):
        assert size.width + 2 * MARGIN < A4[0] - 50
        assert size.height + 2 * MARGIN < A4[1] - 50


LONG = tuple(f"University {n} " + "W" * 190 for n in range(12))


@pytest.mark.parametrize("question", QUESTIONS)
def test_long_names(built: Built, seen: See, question: str) -> None:
    """Names without end are whole, in the list or the key; letters stay large enough to read."""
    found = seen(getattr(Catalogue(built(of(LONG[:3]))), question)())
    assert "".join(found.texts).count("W") >= 3 * 190
    assert all(end <= found.canvas.width + MARGIN for _, end, _ in extents(found.root))
    sizes = [float(text.attrib["font-size"]) for text in found.root.iter(f"{SVG}text")]
    assert min(sizes) >= 6


@pytest.mark.parametrize("question", ["matrix", "timeline"])
def test_too_many_long_names(built: Built, seen: See, question: str) -> None:
    """Where so many of them have no room, the picture is refused, and none of them is cut."""
    with pytest.raises(UtpartnersError, match="would be unreadable"):
        seen(getattr(Catalogue(built(of(LONG))), question)())


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
def test_text_is_text(built: Built, seen: See, question: str) -> None:
    """No name is markup, and what would act is written out."""
    found = seen(getattr(Catalogue(built(of(INERT))), question)())
    told = " ".join([*found.texts, *(title for *_, title in found.marks)])
    for name in INERT[:-1]:
        assert plain(name) in told
    svg = found.canvas.svg()
    assert "<script" not in svg
    assert re.search("[\x00-\x08\x0b-\x1f\u202e]", svg) is None


@pytest.mark.parametrize("format", quick_are(["png"], ["pdf", "png"]))
def test_text_is_text_to_typst(built: Built, format: str) -> None:
    """What is a command in Typst is text in a picture, in its title and in its letters."""
    hostile = '#import "/etc/passwd" \\ $x$ ] #panic() `raw`'
    catalogue = Catalogue(built(of((hostile,))))
    assert drawn(catalogue.places(), format).startswith(STARTS[format])
    assert drawn(catalogue.places(), "svg", outlines=True).startswith(b"<?xml")


def test_outlines(catalogue: Catalogue) -> None:
    """With outlines there is no text left, but the title and description are."""
    root = ET.fromstring(drawn(catalogue.matrix(), "svg", outlines=True))  # noqa: S314
    assert list(root.iter(f"{SVG}text")) == []
    assert len(list(root.iter(f"{SVG}use"))) > 500
    assert root.findtext(f"{SVG}title") == catalogue.matrix().title


@pytest.mark.parametrize("question", ["matrix", "timeline"])
@pytest.mark.parametrize("names", [(), ("Only",)])
@pytest.mark.parametrize("more", [{}, {"activities": False}])
def test_little(built: Built, question: str, names: tuple[str, ...], more: dict[str, bool]) -> None:
    """With no partnership, or one, and without activities, there is still a picture."""
    table = getattr(Catalogue(built(of(names, **more))), question)()
    assert drawn(table, "svg").startswith(b"<?xml")


@pytest.mark.parametrize("names", [(), ("Only",)])
def test_an_empty_map(built: Built, names: tuple[str, ...]) -> None:
    """A map without any partner is refused, and the error says what is missing."""
    table = Catalogue(built(of(names, coordinates=False))).places()
    with pytest.raises(UtpartnersError, match="the map would be empty") as error:
        drawn(table, "svg")
    assert "latitude and longitude" in (error.value.hint or "")


@pytest.mark.parametrize("question", QUESTIONS)
def test_too_much(built: Built, question: str) -> None:
    """What would be unreadable is refused, with how to take a part."""
    many = of(tuple(f"University {n}" for n in range(500)))
    with pytest.raises(UtpartnersError, match="would be unreadable") as error:
        drawn(getattr(Catalogue(built(many)), question)(), "png")
    assert "Select a part with --" in (error.value.hint or "")


@pytest.mark.parametrize("format", ["svg", "png", "dot", "graphml", "gexf", "mermaid"])
def test_answers_without_a_picture(catalogue: Catalogue, format: str) -> None:
    """A format of some answers is refused for any other, and says what it is for."""
    for answer in (catalogue.list(), catalogue.show("ANU"), picked(catalogue.matrix(), ["anu"])):
        with pytest.raises(UsageError, match=f"cannot be written as {format}") as error:
            write_answer(answer, GlobalOptions(format=format))
        assert "export" in (error.value.hint or "")


@pytest.mark.parametrize(("module", "package"), [("typst", "typst"), ("fontTools", "fonttools")])
def test_without_typst(
    catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch, module: str, package: str
) -> None:
    """SVG needs no package; without Typst, the error of the others says how to install it."""
    monkeypatch.setitem(sys.modules, module, None)
    assert drawn(catalogue.matrix(), "svg").startswith(b"<?xml")
    with pytest.raises(UtpartnersError, match=f"pdf needs {package}") as error:
        drawn(catalogue.matrix(), "pdf")
    assert f"pip install {package}" in (error.value.hint or "")
