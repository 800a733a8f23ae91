"""Drawing: the pictures of answers as SVG, for reports and for the page.

There is one module for each shape of a table; it draws on a :class:`~.canvas.Canvas`. A picture is
readable in grey and without seeing colours, its text is real text, and the same answer gives the
same bytes. ``typesetting`` makes PNG and PDF of it. This room knows answers and nothing of SQL,
questions or the other formats.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol, cast

from ..answers import Map, Matrix, Timeline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..answers import Answer, Shape, Table
    from .canvas import Canvas, Size

MODULES: dict[type[Shape], str] = {Matrix: "matrix", Timeline: "timeline", Map: "map"}
"""The module that draws each shape, imported only then."""


class PictureScreen(Protocol):
    """What a picture has to know of where it goes."""

    @property
    def size(self) -> str:
        """The name of its size, one of those of ``canvas``."""
        ...

    @property
    def outlines(self) -> bool:
        """Whether the letters of an SVG are outlines."""
        ...


def drawn(table: Table, size: str = "a4") -> Canvas:
    """Return the picture of a table of one of these shapes, in one of the sizes of ``canvas``.

    Raises UtpartnersError where the picture would be unreadable.
    """
    from .canvas import SIZES

    module = import_module(f"{__name__}.{MODULES[type(cast('Any', table.shape))]}")
    draw = cast("Callable[[Table, Size], Canvas]", module.draw)
    return draw(table, SIZES[size])


def render(answer: Answer, screen: PictureScreen, *, format: str) -> Iterator[bytes]:
    """Return the picture of a table as ``svg``, ``png`` or ``pdf``.

    Raises UtpartnersError where the picture would be unreadable, or where a package or a font is
    missing.
    """
    picture = drawn(cast("Table", answer), screen.size)
    if format == "svg" and not screen.outlines:
        return iter([picture.svg().encode()])
    from .typesetting import outlined, typeset

    if format == "svg":
        return iter([outlined(picture).encode()])
    return iter([typeset(picture, format)])
