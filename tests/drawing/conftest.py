"""Pictures, and what can be seen in them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

import matplotlib
import pytest

from utpartners.drawing import MODULES
from utpartners.drawing.canvas import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from utpartners.answers import Table
    from utpartners.drawing.canvas import Canvas


class Seen(NamedTuple):
    """What is on a canvas."""

    canvas: Canvas
    texts: list[str]
    marks: list[tuple[float, float, str, str]]
    """Place, marker and colour of the face."""
    curves: int


@pytest.fixture
def seen() -> Iterator[Callable[[Table], Seen]]:
    settings: Any = {**matplotlib.rcParamsDefault, **SETTINGS}
    with matplotlib.rc_context(settings):
        yield _seen


def _seen(table: Table) -> Seen:
    canvas = import_module(f"utpartners.drawing.{MODULES[type(table.shape)]}").draw(table)
    axes = canvas.axes
    found = [
        (line.get_xdata()[0], line.get_ydata()[0], line.get_marker(), line.get_markerfacecolor())
        for line in axes.lines
        if line.get_marker() not in ("None", None, "")
    ]
    curves = sum(1 for patch in axes.patches if not patch.get_fill())
    return Seen(canvas, [text.get_text() for text in axes.texts], found, curves)
