"""The sheet that a picture is drawn on, measured in points (1/72 inch) from its top left corner."""

from __future__ import annotations

import io
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from ...errors import UtpartnersError
from ...i18n import translated
from ..text import visible
from .fonts import drawable, families

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes

SETTINGS: dict[str, Any] = {
    "svg.hashsalt": "utpartners",  # the ids of an SVG are else made anew each time
    "svg.fonttype": "path",  # letters that look the same where their font is not installed
    "pdf.fonttype": 3,
    "text.parse_math": False,
    "path.simplify": False,
    "lines.solid_capstyle": "round",
    "hatch.linewidth": 0.6,
}

SHORT, LONG, MARGIN = 520.0, 760.0, 8.0
"""The sides of a picture that fits an A4 page, and what is left empty around it, in points."""
DOTS = 300
"""To the inch, in a PNG."""

INK, GREY, LINE, SHADE = "#1a1a1a", "#5a5a5a", "#c9c9c9", "#f2f2f2"
"""Text, further text, lines, and areas behind something."""

SMALL, TEXT, HEADING = 6.0, 7.0, 11.0
"""Sizes of letters, in points."""
HALF = 0.36
"""Half the height of a capital letter, as a share of the size."""
TOP, BOTTOM = 26.0, 18.0
"""What the title and the source take."""

PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#000000")
"""The colours of Okabe and Ito, which people tell apart however they see colours; without yellow,
which is lost on white. None of them says anything alone: a mark, a line or a place says it too.
"""
MARKS = ("o", "s", "^", "D", "v", "P", "X", "*", "<", ">", "d", "p")


OF_PARTNERSHIPS = "--status, --country or --dept"
"""What takes a part of most answers."""

T = TypeVar("T")


class Mark(NamedTuple):
    """How one of several kinds is drawn."""

    colour: str
    marker: str


def marks(kinds: list[str]) -> dict[str, Mark]:
    """A mark for each kind, in their order: different in shape, and in colour as far as these go.

    Raises UtpartnersError for more kinds than there are MARKS.
    """
    if len(kinds) > len(MARKS):
        raise too_much(f"{len(MARKS)} kinds of marks")
    return {
        kind: Mark(PALETTE[place % len(PALETTE)], MARKS[place]) for place, kind in enumerate(kinds)
    }


class Sheet:
    """A page of its own with a title above and the source below."""

    def __init__(self, width: float, height: float, title: str, source: str) -> None:
        self.width, self.height = width, height
        self._sides = width + 2 * MARGIN, height + 2 * MARGIN
        self.figure = Figure(figsize=(self._sides[0] / 72, self._sides[1] / 72))
        self.axes = self.frame(-MARGIN, -MARGIN, *self._sides)
        self.axes.set(xlim=(-MARGIN, width + MARGIN), ylim=(height + MARGIN, -MARGIN))
        shown = fitting(title, width, HEADING, weight="bold")
        self.text(0, 0, shown, HEADING, va="top", weight="bold")
        if source:
            heading = translated("Source")
            said = fitting(f"{heading}: {source}", width, SMALL)
            self.text(0, height, said, SMALL, va="bottom", color=GREY)

    def frame(self, x: float, y: float, width: float, height: float) -> Axes:
        """An area with coordinates of its own."""
        across, down = self._sides
        left, bottom = (x + MARGIN) / across, 1 - (y + MARGIN + height) / down
        axes = self.figure.add_axes((left, bottom, width / across, height / down))
        axes.set_axis_off()
        return axes

    def text(self, x: float, y: float, text: str, size: float = TEXT, **style: Any) -> None:
        """Draw one line of text, by default with the middle of its left end at a place."""
        shown = plain(text)
        settings = {"ha": "left", "va": "baseline", "color": INK, **style}
        if "va" not in style:
            y += size * HALF  # the same for every text, whichever letters it has
        self.axes.text(x, y, shown, size=size, family=list(families(shown)), **settings)

    def mark(self, x: float, y: float, mark: Mark, size: float = 4.5, **style: Any) -> None:
        """Draw the mark of a kind; hollow with ``fillstyle="none"``."""
        self.axes.plot(
            [x], [y], marker=mark.marker, color=mark.colour, markersize=size, clip_on=False, **style
        )

    def line(self, x: Sequence[float], y: Sequence[float], **style: Any) -> None:
        """Draw a line from place to place."""
        self.axes.plot(x, y, **{"color": LINE, "linewidth": 0.5, "clip_on": False, **style})


def plain(text: str) -> str:
    """Text as one line in which nothing acts, and which a font can have."""
    return drawable(visible(" ".join(text.split())))


FINE = 10
"""Text is measured so many times larger, where the fitting of letters to dots matters less."""


@cache
def _ruler() -> Any:
    from matplotlib.backends.backend_agg import RendererAgg

    renderer: Any = RendererAgg
    return renderer(1, 1, 72 * FINE)


@lru_cache(maxsize=10_000)
def width(text: str, size: float = TEXT, weight: str = "normal") -> float:
    """The width of a line of text in points."""
    shown = plain(text)
    if not shown:
        return 0.0
    font = FontProperties(family=list(families(shown)), size=size, weight=weight)
    return float(_ruler().get_text_width_height_descent(shown, font, ismath=False)[0]) / FINE


def fitting(text: str, room: float, size: float = TEXT, weight: str = "normal") -> str:
    """A line of text, cut with an ellipsis where it is wider than its room."""
    shown = plain(text)[:400]
    if width(shown, size, weight) <= room:
        return shown
    low, high = 0, len(shown)
    while low < high:
        middle = (low + high + 1) // 2
        if width(f"{shown[:middle].rstrip()}…", size, weight) <= room:
            low = middle
        else:
            high = middle - 1
    return f"{shown[:low].rstrip()}…"


def at_most(most: int, what: str, found: Iterable[T], options: str = OF_PARTNERSHIPS) -> list[T]:
    """What there is, if a page has room for it. Raises UtpartnersError for more than ``most``."""
    kept = list(islice(found, most + 1))
    if len(kept) > most:
        raise too_much(f"{most} {what}", options)
    return kept


def too_much(limit: str, options: str = OF_PARTNERSHIPS) -> UtpartnersError:
    """What to say of an answer that a page has no room for; the options take a part of it."""
    return UtpartnersError(
        f"a picture of more than {limit} could not be read on a page",
        f"Take a part, with {options}, or another format, such as -f csv.",
    )


def saved(sheet: Sheet, format: str) -> bytes:
    """The bytes of a sheet, which are the same for the same drawing."""
    undated = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}
    file = io.BytesIO()
    sheet.figure.savefig(file, format=format, dpi=DOTS, metadata=undated[format])
    return file.getvalue()
