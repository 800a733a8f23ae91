"""A card on a terminal in few lines: what it is, then a line for each of its records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..visible import visible
from .cells import cells, dotted, wrapped
from .grid import Grid
from .paint import FAINT, STRONG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Block, Card, CardBrief
    from .paint import Paint

FARTHEST = 120
"""Cells within which what stands beside the title ends, if both have room."""

INDENT = 2
"""Cells by which the records of a card are moved to the right."""


def brief_card(card: Card, brief: CardBrief, width: int, paint: Paint) -> Iterator[str]:
    """Yield the lines of a card that says how it is seen in brief."""
    title, aside = visible(card.title), visible(brief.aside)
    needed = cells(title) + cells(aside)
    if needed + INDENT <= width:
        # On a wide screen, what stands at its end would be far away.
        room = max(min(width, FARTHEST) - needed, INDENT)
        yield f"{paint(title, STRONG)}{' ' * room}{aside}".rstrip(" ")
    else:
        yield from (paint(line, STRONG) for line in wrapped(title, width))
        yield from wrapped(aside, width)
    for text in brief.lines:
        yield from dotted([visible(text)], width)
    for block in brief.blocks:
        yield ""
        yield from _block(block, width, paint)
    if brief.sources:
        yield ""
        yield from (paint(line, FAINT) for line in dotted([visible(brief.sources)], width))


def _block(block: Block, width: int, paint: Paint) -> Iterator[str]:
    yield from (paint(line, STRONG) for line in wrapped(visible(block.heading), width))
    if block.rows:
        grid = Grid(
            (), block.views, block.rows, is_brief=True, below=block.below, marked=block.marked
        )
        yield from grid.lines(width, paint, INDENT)
    for note in block.notes:
        for line in wrapped(visible(note), width - INDENT):
            yield " " * INDENT + line
