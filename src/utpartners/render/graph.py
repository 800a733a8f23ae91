"""What the graph formats share: a network as nodes and links, and text in XML."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple, cast
from xml.sax.saxutils import escape

from ..answers import is_empty
from ..visible import INVISIBLE, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..answers import Answer, Column, Facts, Network, Table


class Graph(NamedTuple):
    """A network; nodes and links have the facts that are not empty.

    Both may be lazy, and the nodes are read before the links.
    """

    title: str
    node_columns: tuple[Column, ...]
    nodes: Iterator[Facts]
    link_columns: tuple[Column, ...]
    links: Iterator[Facts]


def graph(answer: Answer) -> Graph:
    """Return the network of a table that has one."""
    table = cast("Table", answer)
    shape = cast("Network", table.shape)
    return Graph(
        shape.source,
        shape.nodes.columns,
        _filled(shape.nodes.records()),
        table.columns,
        _filled(table.records()),
    )


def _filled(records: Iterable[Facts]) -> Iterator[Facts]:
    for record in records:
        yield {key: value for key, value in record.items() if not is_empty(value)}


_CODED = re.compile(f'{INVISIBLE}|["\ufffe\uffff]')
_ALLOWED = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def xml_text(value: object) -> str:
    """Return a value as XML 1.0, for an attribute in double quotes or between tags.

    Invisible characters are character references; what XML 1.0 forbids, even as a reference, is
    written out (``\\x1b``).
    """
    return _CODED.sub(_coded, escape(str(value)))


def _coded(match: re.Match[str]) -> str:
    character = match.group()
    if _ALLOWED.match(character):
        return f"&#{ord(character)};"
    # visible() leaves the two noncharacters U+FFFE and U+FFFF, which XML forbids as well.
    return visible(character) if ord(character) < 0xFFFE else f"\\u{ord(character):x}"
