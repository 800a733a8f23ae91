"""The canvas that a picture is drawn on, the marks of its kinds, and its legend.

Places are measured in points (1/72 inch) from the top left corner. Text is measured before it is
drawn, so that every picture knows what fits on its page.
"""

from __future__ import annotations

import io
from functools import cache, lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties

from ..errors import UtpartnersError
from ..i18n import translated
from ..visible import visible
from .fonts import drawable, families

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from matplotlib.axes import Axes

SETTINGS: dict[str, Any] = {
    "svg.hashsalt": "utpartners",  # without a fixed salt, an SVG has other ids in each run
    "svg.fonttype": "path",  # outlines look the same where the font is not installed
    "pdf.fonttype": 3,
    "text.parse_math": False,  # a "$" in a name is a dollar sign, not the start of a formula
    "path.simplify": False,
    "lines.solid_capstyle": "round",
    "hatch.linewidth": 0.6,
}

SHORT, LONG, MARGIN = 520.0, 760.0, 8.0
"""Sides of a picture that fits an A4 page, and the empty margin around it, in points."""
DOTS_PER_INCH = 300
"""Resolution of a PNG."""

INK, GREY, LINE, SHADE = "#1a1a1a", "#5a5a5a", "#c9c9c9", "#f2f2f2"
"""Colours of text, secondary text, lines, and shaded areas."""

SMALL, TEXT, HEADING = 6.0, 7.0, 11.0
"""Font sizes, in points."""
HALF_CAPITAL = 0.36
"""Half the height of a capital letter, as a share of the font size."""
TOP, BOTTOM = 26.0, 18.0
"""Points that the title above and the source below need."""

PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#D55E00", "#56B4E9", "#000000")
"""The colours of Okabe and Ito, which people with any colour vision can tell apart, without yellow,
which is hard to see on white. Colour is never the only sign: the shape of a mark, the style of a
line or a position says the same.
"""
MARKS = ("o", "s", "^", "D", "v", "P", "X", "*", "<", ">", "d", "p")
"""Shapes of marks, as matplotlib calls them."""

OF_PARTNERSHIPS = ("--status", "--country", "--dept")
"""The options that narrow most answers down."""

T = TypeVar("T")


class Mark(NamedTuple):
    """Colour and shape of the mark of one kind."""

    colour: str
    marker: str


def marks(kinds: list[str]) -> dict[str, Mark]:
    """Return a mark for each kind: different in shape, and in colour until the palette runs out.

    Raises UtpartnersError for more kinds than there are MARKS.
    """
    # A thirteenth kind would need the shape of another one.
    if len(kinds) > len(MARKS):
        raise too_much(translated("{count} kinds of marks", count=len(MARKS)))
    return {
        kind: Mark(PALETTE[place % len(PALETTE)], MARKS[place]) for place, kind in enumerate(kinds)
    }


class Canvas:
    """A page with a title above and the source below."""

    def __init__(self, width: float, height: float, title: str, source: str) -> None:
        self.width, self.height = width, height
        self._sides = width + 2 * MARGIN, height + 2 * MARGIN
        self.figure = Figure(figsize=(self._sides[0] / 72, self._sides[1] / 72))
        self.axes = self.frame(-MARGIN, -MARGIN, *self._sides)
        # y grows down the page, as the lines of a text do.
        self.axes.set(xlim=(-MARGIN, width + MARGIN), ylim=(height + MARGIN, -MARGIN))
        shown = fitting(title, width, HEADING, weight="bold")
        self.text(0, 0, shown, HEADING, va="top", weight="bold")
        if source:
            heading = translated("Source")
            said = fitting(f"{heading}: {source}", width, SMALL)
            self.text(0, height, said, SMALL, va="bottom", color=GREY)

    def frame(self, x: float, y: float, width: float, height: float) -> Axes:
        """Add an area that has coordinates of its own."""
        across, down = self._sides
        left, bottom = (x + MARGIN) / across, 1 - (y + MARGIN + height) / down
        axes = self.figure.add_axes((left, bottom, width / across, height / down))
        axes.set_axis_off()
        return axes

    def text(self, x: float, y: float, text: str, size: float = TEXT, **style: Any) -> None:
        """Draw one line of text, by default with the middle of its left end at the point."""
        shown = plain(text)
        settings = {"ha": "left", "va": "baseline", "color": INK, **style}
        if "va" not in style:
            # va="center" would depend on the letters of the text; this is the same for all texts.
            y += size * HALF_CAPITAL
        self.axes.text(x, y, shown, size=size, family=list(families(shown)), **settings)

    def mark(self, x: float, y: float, mark: Mark, size: float = 4.5, **style: Any) -> None:
        """Draw a mark; it is hollow with ``fillstyle="none"``."""
        self.axes.plot(
            [x], [y], marker=mark.marker, color=mark.colour, markersize=size, clip_on=False, **style
        )

    def line(self, x: Sequence[float], y: Sequence[float], **style: Any) -> None:
        """Draw a line through points."""
        self.axes.plot(x, y, **{"color": LINE, "linewidth": 0.5, "clip_on": False, **style})


def plain(text: str) -> str:
    """Return text as one line without control characters or characters that no font can have."""
    return drawable(visible(" ".join(text.split())))


FINE = 10
"""How many times larger text is measured, so that rounding to whole pixels matters less."""


@cache
def _ruler() -> Any:
    from matplotlib.backends.backend_agg import RendererAgg

    renderer: Any = RendererAgg
    return renderer(1, 1, 72 * FINE)


@lru_cache(maxsize=10_000)
def width(text: str, size: float = TEXT, weight: str = "normal") -> float:
    """Return the width of a line of text in points."""
    shown = plain(text)
    if not shown:
        return 0.0
    font = FontProperties(family=list(families(shown)), size=size, weight=weight)
    return float(_ruler().get_text_width_height_descent(shown, font, ismath=False)[0]) / FINE


def fitting(text: str, room: float, size: float = TEXT, weight: str = "normal") -> str:
    """Return a line of text, cut with an ellipsis where it is wider than its room."""
    shown = plain(text)[:400]  # no line has room for more, and measuring takes time
    if width(shown, size, weight) <= room:
        return shown
    # Letters differ in width, so the longest start that fits is found by halving.
    low, high = 0, len(shown)
    while low < high:
        middle = (low + high + 1) // 2
        if width(f"{shown[:middle].rstrip()}…", size, weight) <= room:
            low = middle
        else:
            high = middle - 1
    return f"{shown[:low].rstrip()}…"


def at_most(
    most: int, limit: str, items: Iterable[T], options: Sequence[str] = OF_PARTNERSHIPS
) -> list[T]:
    """Return the items as a list. Raises UtpartnersError for more than ``most``.

    ``limit`` says how many of what, in the language in use.
    """
    kept = list(islice(items, most + 1))
    if len(kept) > most:
        raise too_much(limit, options)
    return kept


def too_much(limit: str, options: Sequence[str] = OF_PARTNERSHIPS) -> UtpartnersError:
    """Return the error for an answer that does not fit a page; ``options`` narrow it down."""
    return UtpartnersError(
        translated("a picture with more than {limit} would be unreadable", limit=limit),
        translated(
            "Select a part with {options}, or use another format, such as -f csv.",
            options=translated(", ").join(options[:-1]) + translated(" or ") + options[-1],
        ),
    )


def saved(canvas: Canvas, format: str) -> bytes:
    """Return a canvas as ``svg``, ``png`` or ``pdf``; the same drawing gives the same bytes."""
    # matplotlib writes the date and its own version into a file, which would differ at each run.
    undated = {"svg": {"Date": None}, "pdf": {"CreationDate": None}, "png": {"Software": None}}
    file = io.BytesIO()
    canvas.figure.savefig(file, format=format, dpi=DOTS_PER_INCH, metadata=undated[format])
    return file.getvalue()


LEGEND_LINE = 11.0
"""Points from one line of the legend to the next."""
LEGEND_SPACE = 18.0
"""Points between two entries."""
LEGEND_WIDEST = 160.0
"""Points of the longest text."""
STROKE = 16.0
"""Points of the line of an entry."""

DASH = Mark(INK, "_")
"""A mark that is a line."""


class LegendEntry(NamedTuple):
    """A mark or a line, and what it means."""

    text: str
    look: Mark | float
    """A mark, or the width of a line in points."""
    size: float = 5.5

    @property
    def lead(self) -> float:
        """Points from the start of the entry to its text."""
        return 11.0 if isinstance(self.look, Mark) else STROKE + 6


class Legend:
    """Entries side by side, on as many lines as the width of the picture needs."""

    def __init__(self, entries: Iterable[LegendEntry], wide: float) -> None:
        self._placed: list[tuple[float, int, LegendEntry]] = []
        x, row = 0.0, 0
        for entry in entries:
            entry = entry._replace(text=fitting(entry.text, LEGEND_WIDEST))
            needed = entry.lead + width(entry.text)
            if x and x + needed > wide:
                x, row = 0.0, row + 1
            self._placed.append((x, row, entry))
            x += needed + LEGEND_SPACE
        self.height = LEGEND_LINE * (row + 1)

    def draw(self, canvas: Canvas, top: float) -> None:
        """Draw the legend at the left of a canvas."""
        for x, row, entry in self._placed:
            y = top + LEGEND_LINE * (row + 0.5)
            if isinstance(entry.look, Mark):
                edge = 1.0 if entry.look == DASH else 0
                canvas.mark(x + 4, y, entry.look, entry.size, markeredgewidth=edge)
            else:
                canvas.line((x, x + STROKE), (y, y), color=INK, linewidth=entry.look)
            canvas.text(x + entry.lead, y, entry.text)
