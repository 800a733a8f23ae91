"""Pictures for reports: what fits an A4 page, readable in grey and without seeing colours.

One module for each shape, drawn with matplotlib on a :class:`~.sheet.Sheet`. The same answer gives
the same bytes. Text from a catalogue is text: never mathematics, and nothing in it acts.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from ...answers import Map, Matrix, Network, Timeline
from ...errors import UtpartnersError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...answers import Answer, Table
    from .sheet import Sheet

MODULES = {Matrix: "matrix", Timeline: "timeline", Map: "places", Network: "network"}


def drawn(answer: Answer, format: str) -> Iterator[bytes]:
    """The picture of a table that has one, as ``svg``, ``png`` or ``pdf``.

    Raises UtpartnersError where it could not be read, or where a font or matplotlib is missing.
    """
    try:
        import matplotlib
    except ImportError as error:
        raise UtpartnersError(
            f"{format} needs matplotlib", "Install it: python -m pip install 'utpartners[pictures]'"
        ) from error
    table = cast("Table", answer)
    module = import_module(f"{__name__}.{MODULES[type(table.shape)]}")
    from .sheet import SETTINGS, saved

    draw = cast("Callable[[Table], Sheet]", module.draw)
    settings: Any = {**matplotlib.rcParamsDefault, **SETTINGS}  # none of the user's
    with matplotlib.rc_context(settings):
        return iter([saved(draw(table), format)])
