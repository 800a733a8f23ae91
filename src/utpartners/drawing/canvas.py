"""The canvas of a picture: an SVG with real text, of which a file and the page take one each.

Lengths are points (1/72 inch) from the upper left corner. Each element has a class; what it looks
like is said once, in :mod:`.looks`. A file gets the looks as plain attributes, which every program
reads. The page gets the classes, which its style sheet colours for light and dark.
"""

from __future__ import annotations

from copy import copy, deepcopy
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote
from xml.etree import ElementTree as ET

from ..i18n import language, translated
from .looks import HALF_CAPITAL, INK, LOOKS, SMALL, TEXT, TITLES
from .marks import Mark, outline
from .text import BOLD, balanced, fitting, plain, width, wrapped

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .land import Point


class Size(NamedTuple):
    """The most that a picture may take, in points."""

    width: float
    height: float


SIZES = {
    "a4": Size(510, 770), "letter": Size(527, 720), "column": Size(241, 770),
    "slide": Size(720, 405),
}  # fmt: skip
"""An upright page of A4 or Letter, a column of a report, a slide of 16 to 9; within margins."""

MARGIN = 8.0
"""The empty edge around a picture."""
TOP, BOTTOM = 24.0, 16.0
"""What the title above and the source below need."""


class Canvas:
    """A picture with a title above and the source below it.

    Draw on it from top to bottom, and call ``end`` when the height is known. ``description`` says
    in a sentence what the picture shows, for who cannot see it. A picture that is ``bare`` shows
    neither title nor source, as what it is put into has them.
    """

    def __init__(
        self, width: float, title: str, description: str, *, is_bare: bool = False
    ) -> None:
        self.width, self.height, self._is_bare = width, 0.0, is_bare
        self.root = ET.Element("svg", role="img")
        self.root.set("aria-labelledby", "picture-title picture-description")
        self._child("title", plain(title), id="picture-title")
        self._child("desc", plain(description), id="picture-description")
        self._group = self.root
        self._frame: list[ET.Element] = []
        if not is_bare:
            self._title(title)

    def _title(self, title: str) -> None:
        """Write the title on as many lines, and in letters as small, as it needs."""
        for most, look in enumerate(TITLES, 1):
            size = float(LOOKS[look]["font-size"])
            lines = balanced(title, self.width / BOLD, size, most)
            if "".join(lines).replace(" ", "") == plain(title).replace(" ", ""):
                break
        for n, line in enumerate(lines):
            self.text(0, size * (0.8 + 1.2 * n), line, look)
            self._frame.append(self.root[-1])

    @property
    def told(self) -> tuple[str, str]:
        """The title, and the description for who cannot see the picture."""
        return self.root.findtext("title", ""), self.root.findtext("desc", "")

    @property
    def top(self) -> float:
        """Where the picture begins below its title."""
        return 0.0 if self._is_bare else TOP

    def end(self, height: float, *sources: str) -> Canvas:
        """Write the sources below the picture, which is then so high; return the picture."""
        self._group = self.root
        if self._is_bare:
            self.height = height
            self.root.set("viewBox", f"0 0 {self.width:.1f} {height:.1f}")
            return self
        self._bottom = height
        self.height = height + BOTTOM - SMALL * 1.3
        said = translated("Source: {source}").format(source=". ".join(filter(None, sources)))
        for line in wrapped(said, self.width, SMALL, most=3) if any(sources) else ():
            self.height += SMALL * 1.3
            self.text(0, self.height, line, "faint")
            self._frame.append(self.root[-1])
        sides = self.width + 2 * MARGIN, self.height + 2 * MARGIN
        self.root.set("viewBox", f"{-MARGIN:g} {-MARGIN:g} {sides[0]:.1f} {sides[1]:.1f}")
        return self

    def _child(self, tag: str, text: str, **attributes: str) -> None:
        ET.SubElement(self.root, tag, attributes).text = text

    def group(self, transform: str = "", label: str = "") -> None:
        """Put what follows into a group, moved and labelled; without these, into none."""
        self._group = self.root
        if transform or label:
            self._group = ET.SubElement(self.root, "g", transform=transform)
            self._group.set("aria-label", plain(label))

    def clipped(self, path: str, scale: float, width: float, height: float, look: str) -> None:
        """Draw a path in units of ``scale``, of which nothing beyond a size is seen."""
        # An inner svg clips what it holds, without an id, which two pictures could share.
        inner = ET.SubElement(self._group, "svg", width=f"{width:.1f}", height=f"{height:.1f}")
        ET.SubElement(inner, "path", {"class": look, "d": path, "transform": f"scale({scale:g})"})

    def element(self, tag: str, look: str, attributes: dict[str, str], title: str = "") -> None:
        """Add an element of a class; ``title`` is told where the pointer rests on it."""
        added = ET.SubElement(self._group, tag, {"class": look, **attributes})
        if title:
            ET.SubElement(added, "title").text = plain(title)

    def text(
        self,
        x: float,
        y: float,
        text: str,
        look: str = "label",
        *,
        anchor: str = "start",
        turn: float = 0,
        is_middle: bool = False,
    ) -> None:
        """Draw a line of text from a point of its base line, or of its middle.

        ``anchor`` is what of the text is at the point: its start, middle or end. ``turn`` is in
        degrees against the clock.
        """
        if is_middle:
            y += float(LOOKS[look]["font-size"]) * HALF_CAPITAL
        attributes = {"class": look, "x": f"{x:.1f}", "y": f"{y:.1f}"}
        if anchor != "start":
            attributes["text-anchor"] = anchor
        if turn:
            attributes["transform"] = f"rotate({-turn:g} {x:.1f} {y:.1f})"
        ET.SubElement(self._group, "text", attributes).text = plain(text)

    def line(self, points: Sequence[Point], look: str = "line", **attributes: str) -> None:
        """Draw a line through points; ``attributes`` are those of SVG with ``_`` for ``-``."""
        path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        own = {name.replace("_", "-"): value for name, value in attributes.items()}
        self.element("path", look, {"d": path, **own})

    def rectangle(self, x: float, y: float, width: float, height: float, look: str) -> None:
        """Draw a rectangle."""
        sides = {"x": x, "y": y, "width": width, "height": height}
        self.element("rect", look, {name: f"{value:.1f}" for name, value in sides.items()})

    def mark(
        self,
        point: Point,
        mark: Mark,
        radius: float = 2.6,
        *,
        hollow: bool = False,
        title: str = "",
        links: Sequence[str] = (),
    ) -> None:
        """Draw a mark; it is hollow where its shape is, or where ``hollow`` asks for it.

        ``links`` are the ids of the partnerships that it leads to on a page.
        """
        is_hollow = hollow or mark.shape in ("ring", "home")
        painted = (
            {"fill": "#ffffff", "stroke": mark.colour, "stroke-width": "1.1"}
            if is_hollow
            else {"fill": mark.colour, "stroke": "#ffffff", "stroke-width": "0.4"}
        )
        look = f"mark t{mark.tone}{' hollow' if is_hollow else ''}"
        if links:
            painted[LINKS] = " ".join(links)
        self.element("path", look, {"d": outline(mark.shape, *point, radius), **painted}, title)

    def legend(self, entries: Sequence[tuple[str, Mark, bool]], top: float) -> float:
        """Draw what marks mean, side by side; return the height that it takes.

        Each entry is a text, its mark, and whether the mark is hollow.
        """
        x, y = 0.0, top
        for text, mark, hollow in entries:
            shown = fitting(text, self.width - 12, TEXT)
            needed = 11 + width(shown, TEXT)
            if x and x + needed > self.width:
                x, y = 0.0, y + LEGEND_LINE
            self.mark((x + 4, y + LEGEND_LINE / 2), mark, hollow=hollow)
            self.text(x + 11, y + LEGEND_LINE / 2, shown, is_middle=True)
            x += needed + LEGEND_SPACE
        return y + LEGEND_LINE - top if entries else 0.0

    def without_frame(self) -> Canvas:
        """Return the picture without title and source, for a document that has them itself."""
        if self._is_bare:
            return self
        same = copy(self)
        same.root = deepcopy(self.root)
        children = list(self.root)
        for one in reversed(self._frame):
            same.root.remove(same.root[children.index(one)])
        same.height = self._bottom - TOP
        box = f"{-MARGIN:g} {TOP - MARGIN:g} {self.width + 2 * MARGIN:.1f}"
        same.root.set("viewBox", f"{box} {same.height + 2 * MARGIN:.1f}")
        return same

    def svg(self) -> str:
        """Return the picture as an SVG file: looks as attributes, with a white ground."""
        root = ET.fromstring(ET.tostring(self.root))  # noqa: S314 - our own, and a copy to change
        for one in root.iter():
            one.attrib.pop(LINKS, None)
            looks = LOOKS.get(one.attrib.pop("class", "").partition(" ")[0], {})
            for name, value in looks.items():
                one.attrib.setdefault(name, value)
        root.attrib.update(_of_file(self.width + 2 * MARGIN, self.height + 2 * MARGIN))
        left, top, *_ = root.attrib["viewBox"].split()
        ground = ET.Element("rect", x=left, y=top, fill="#ffffff")
        ground.attrib.update(width="100%", height="100%")
        root.insert(2, ground)
        ET.indent(root, " ")
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'

    def markup(self, anchors: Mapping[str, str]) -> str:
        """Return the picture as a part of a page, whose style sheet gives the looks.

        Marks become links to the ``anchors`` of the partnerships, by their ids.
        """
        root = ET.fromstring(ET.tostring(self.root))  # noqa: S314 - our own, and a copy to change
        root.set("role", "group")  # an image has no links in it
        for text in root.iter("text"):
            if "halo" in text.get("class", ""):
                # An attribute, as the HTML checker does not know it as a property of CSS.
                text.set("paint-order", "stroke")
        for parent in list(root.iter()):
            for place, one in enumerate(list(parent)):
                found = [anchors[id] for id in one.attrib.pop(LINKS, "").split() if id in anchors]
                for name in _PAINT if "mark" in one.get("class", "") else ():
                    one.attrib.pop(name, None)
                if found:
                    link = ET.Element(
                        "a", {"href": f"#{quote(found[0])}", "data-p": " ".join(found)}
                    )
                    link.set("aria-label", one.findtext("title") or "")
                    link.append(one)
                    parent[place] = link
        return ET.tostring(root, "unicode")


LINKS = "data-links"
"""Attribute with the ids of what an element leads to; neither a file nor a page has it."""
_PAINT = ("fill", "stroke", "stroke-width")

LEGEND_LINE = 11.0
"""From one line of a legend to the next."""
LEGEND_SPACE = 14.0
"""Between two entries."""


def _of_file(wide: float, high: float) -> dict[str, str]:
    from .fonts import stack

    return {
        "xmlns": "http://www.w3.org/2000/svg",
        "width": f"{wide:.1f}pt",
        "height": f"{high:.1f}pt",
        "font-family": stack(),
        "fill": INK,
        "xml:lang": language(),
    }
