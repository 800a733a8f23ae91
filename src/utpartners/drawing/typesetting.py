"""PNG, PDF and outlines of a picture, by Typst, which embeds the fonts."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from ..extras import missing
from ..i18n import language
from .fonts import family
from .looks import INK

if TYPE_CHECKING:
    from .canvas import Canvas

DOTS_PER_INCH = 300
"""Resolution of a PNG."""

SVG = "{http://www.w3.org/2000/svg}"

DOCUMENT = b"""\
#set document(title: sys.inputs.title, date: none)
#set page(width: auto, height: auto, margin: 0pt)
#set text(lang: sys.inputs.lang)
#image("picture.svg", alt: sys.inputs.alt)
"""
"""The page in Typst. Texts come in as inputs: what a catalogue says is never taken for markup."""


def typeset(canvas: Canvas, format: str) -> bytes:
    """Return a picture as PNG or tagged PDF.

    Raises UtpartnersError without Typst or fontTools, and where no font has a character.
    """
    typst = typst_module(format)
    files = {"main.typ": DOCUMENT, "picture.svg": embeddable(canvas)}
    title, description = canvas.told
    inputs = {"title": title, "alt": f"{title}. {description}", "lang": language()[:2]}
    found = typst.compile(files, format=format, ppi=DOTS_PER_INCH, sys_inputs=inputs, timestamp=0)
    return bytes(found)


def embeddable(canvas: Canvas) -> bytes:
    """Return a picture as SVG for Typst: each text names a font that has its letters.

    Raises UtpartnersError where no font has a character.
    """
    root = ET.fromstring(canvas.svg())  # noqa: S314 - our own
    for text in root.iter(f"{SVG}text"):
        text.set("font-family", f"'{family(text.text or '')}'")
    ET.register_namespace("", SVG.strip("{}"))
    return ET.tostring(root)


def typst_module(what: str) -> Any:
    """Return the module of Typst. Raises UtpartnersError where it or fontTools is missing."""
    try:
        import fontTools  # noqa: F401 - asked by fonts.py for the letters of a font
        import typst
    except ImportError as error:
        raise missing(what, "fonttools" if error.name == "fontTools" else "typst") from error
    return typst


OUTLINES = b"""\
#set page(width: eval(sys.inputs.width), height: eval(sys.inputs.height), margin: 0pt, fill: none)
#set text(top-edge: "baseline", bottom-edge: "baseline", lang: sys.inputs.lang)
#for one in json("texts.json") {
  let letters = text.with(font: one.font, size: one.size * 1pt, weight: one.weight, one.text)
  // A halo is a line around the letters, below them.
  let layers = if one.halo > 0 { (letters(stroke: one.halo * 1pt + white), ) } else { () }
  for layer in (..layers, letters(fill: rgb(one.fill))) {
    place(top + left, dx: one.x * 1pt, dy: one.y * 1pt, rotate(
      one.turn * 1deg, origin: top + left, context {
        let share = (start: 0, middle: 0.5, end: 1).at(one.anchor)
        move(dx: -share * measure(layer).width, layer)
      }))
  }
}
"""
"""The texts of a picture alone, each with its base line at its point."""


def outlined(canvas: Canvas) -> str:
    """Return a picture as SVG whose letters are outlines, for programs without its fonts.

    Raises UtpartnersError as :func:`typeset` does.
    """
    typst = typst_module("svg")
    root = ET.fromstring(canvas.svg())  # noqa: S314 - our own
    left, top, wide, high = map(float, root.attrib["viewBox"].split())
    texts = []
    for group in (root, *root.iterfind(f"{SVG}g")):
        x, y = _moved(group)
        for text in group.findall(f"{SVG}text"):
            group.remove(text)
            texts.append(_placed(text, x - left, y - top))
    files = {"main.typ": OUTLINES, "texts.json": json.dumps(texts).encode()}
    inputs = {"width": f"{wide}pt", "height": f"{high}pt", "lang": language()[:2]}
    letters = typst.compile(files, format="svg", sys_inputs=inputs, timestamp=0)
    added = ET.SubElement(root, f"{SVG}g", transform=f"translate({left:g} {top:g})")
    added.extend(ET.fromstring(letters))  # noqa: S314 - of Typst, from texts alone
    ET.register_namespace("", SVG.strip("{}"))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'


def _moved(group: ET.Element) -> tuple[float, float]:
    """Return by how much a group is moved."""
    numbers = re.findall(r"[-\d.]+", group.get("transform", ""))
    return (float(numbers[0]), float(numbers[1])) if numbers else (0.0, 0.0)


def _placed(text: ET.Element, x: float, y: float) -> dict[str, object]:
    """Return what Typst is told of a text."""
    turn = re.match(r"rotate\(([-\d.]+)", text.get("transform", ""))
    letters = text.text or ""
    return {
        "text": letters,
        "x": x + float(text.attrib["x"]),
        "y": y + float(text.attrib["y"]),
        "font": family(letters),
        "size": float(text.attrib["font-size"]),
        "weight": text.get("font-weight", "regular"),
        "fill": text.get("fill", INK),
        "halo": float(text.get("stroke-width", "0")),
        "anchor": text.get("text-anchor", "start"),
        "turn": float(turn[1]) if turn else 0.0,
    }
