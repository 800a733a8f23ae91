"""Pictures, and what can be seen in them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree as ET

import pytest

from utpartners.drawing import drawn

if TYPE_CHECKING:
    from collections.abc import Callable

    from utpartners.answers import Table
    from utpartners.drawing.canvas import Canvas

    See = Callable[..., "Seen"]

SVG = "{http://www.w3.org/2000/svg}"


class Seen(NamedTuple):
    """What is in a picture."""

    canvas: Canvas
    root: ET.Element
    texts: list[str]
    marks: list[tuple[str, bool, str]]
    """Colour, whether it is hollow, and what it is told to be, of each mark."""


@pytest.fixture
def seen() -> See:
    return _seen


def _seen(table: Table, size: str = "a4") -> Seen:
    canvas = drawn(table, size)
    root = ET.fromstring(canvas.svg())  # noqa: S314 - our own
    texts = [text.text or "" for text in root.iter(f"{SVG}text")]
    marks = [
        (
            one.attrib["stroke"] if one.get("fill") == "#ffffff" else one.attrib["fill"],
            one.get("fill") == "#ffffff",
            one.findtext(f"{SVG}title", ""),
        )
        for one in root.iter(f"{SVG}path")
        if one.get("stroke-width") in ("1.1", "0.4")
    ]
    return Seen(canvas, root, texts, marks)
