"""PNG and PDF of a picture: Typst sets the SVG on a page of its size, and embeds the fonts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal
from xml.etree import ElementTree as ET

from ..extras import missing
from ..i18n import language
from .fonts import family

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


def typeset(canvas: Canvas, format: Literal["png", "pdf"]) -> bytes:
    """Return a picture as PNG or tagged PDF.

    Raises UtpartnersError without Typst or fontTools, and where no font has a character.
    """
    try:
        import fontTools  # noqa: F401 - that it is there
        import typst
    except ImportError as error:
        raise missing(format, str(error.name)) from error
    root = ET.fromstring(canvas.svg())  # noqa: S314 - our own
    for text in root.iter(f"{SVG}text"):
        text.set("font-family", f"'{family(text.text or '')}'")
    ET.register_namespace("", SVG.strip("{}"))
    title, description = (root.findtext(f"{SVG}{name}", "") for name in ("title", "desc"))
    files = {"main.typ": DOCUMENT, "picture.svg": ET.tostring(root)}
    inputs = {"title": title, "alt": f"{title}. {description}", "lang": language()[:2]}
    return bytes(
        typst.compile(
            files, format=format, ppi=DOTS_PER_INCH, sys_inputs=inputs, timestamp=0
        )
    )
