"""The parts that a printed document is made of: plain values, which the templates set.

A document is a list of blocks, from top to bottom. Nothing here is markup: every text is set as it
stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..drawing.canvas import Canvas


class Heading(NamedTuple):
    """The heading of a part; the ``number`` of what stands below it is set faintly beside it."""

    text: str
    number: str = ""


class Paragraph(NamedTuple):
    """A text; what is ``faint`` is a note that explains, or says what is missing."""

    text: str
    is_faint: bool = False


class Pairs(NamedTuple):
    """What a thing is, in a line for each fact: its name, and one or several values."""

    rows: Sequence[tuple[str, Sequence[str]]]


class Figures(NamedTuple):
    """A few large numbers side by side, each with what it counts."""

    items: Sequence[tuple[str, str]]


class Bars(NamedTuple):
    """Counts with bars: what is counted, the count, and its share of the largest one."""

    rows: Sequence[tuple[str, str, float]]


Cell = list[str]
"""The lines of a cell; all but the first are faint."""


class Grid(NamedTuple):
    """A table under headings, which are repeated on each page."""

    headings: Sequence[str]
    aligns: Sequence[Literal["left", "right"]]
    rows: Sequence[Sequence[Cell]]
    shares: Sequence[float] = ()
    """The share of the width that each column takes."""


class Entry(NamedTuple):
    """An event: when it was, what it is called, what it was, and what is told of it."""

    time: str
    title: str
    what: str = ""
    text: str = ""


class Entries(NamedTuple):
    """Events below each other, their times in the margin."""

    items: Sequence[Entry]


class Picture(NamedTuple):
    """A picture of :mod:`utpartners.drawing`."""

    canvas: Canvas
    alternative: str
    """What the picture shows, for who cannot see it."""
    height: float = 0.0
    """The most that it takes, in points; 0 for as high as it is at the width of the page."""


class Beside(NamedTuple):
    """Blocks with a picture at their right, which takes a ``share`` of the width."""

    blocks: Sequence[Block]
    picture: Picture
    share: float


Block = Heading | Paragraph | Pairs | Figures | Bars | Grid | Entries | Picture | Beside


class Letterhead(NamedTuple):
    """Whose document it is, and where its facts come from."""

    university: str
    catalogue: str
    as_of: str
    sources: tuple[str, ...]
    day: str
    """The day on which it is printed, as people write it."""


class Document(NamedTuple):
    """A printed document; ``aside`` is what stands with the title, such as a status."""

    title: str
    blocks: Sequence[Block]
    aside: str = ""
    is_wide: bool = False
    """Whether its pages are in landscape."""
