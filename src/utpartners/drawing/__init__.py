"""Drawing: the pictures of answers, for reports and for the page.

A picture fits an A4 page and is readable in grey and without seeing colours. There is one module
for each shape of a table; it draws with matplotlib on a :class:`~.canvas.Canvas`. Text from a
catalogue is always text, never mathematics, and the same answer gives the same bytes. This room
knows answers and nothing of SQL, questions or the other formats.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from ..answers import Map, Matrix, Network, Timeline
from ..extras import missing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..answers import Answer, Table
    from .canvas import Canvas

MODULES = {Matrix: "matrix", Timeline: "timeline", Map: "map", Network: "network"}
"""The module that draws each shape, imported only then: matplotlib takes long to start."""


def render(answer: Answer, screen: object, *, format: str) -> Iterator[bytes]:
    """Return the picture of a table of one of these shapes, as ``svg``, ``png`` or ``pdf``.

    Raises UtpartnersError where a page has no room for it, or where a font or matplotlib is
    missing.
    """
    try:
        import matplotlib
    except ImportError as error:
        raise missing(format, "matplotlib") from error
    table = cast("Table", answer)
    module = import_module(f"{__name__}.{MODULES[type(table.shape)]}")
    from .canvas import SETTINGS, saved

    draw = cast("Callable[[Table], Canvas]", module.draw)
    # From the defaults, as a matplotlibrc of the user would change the picture.
    settings: Any = {**matplotlib.rcParamsDefault, **SETTINGS}
    with matplotlib.rc_context(settings):
        return iter([saved(draw(table), format)])
