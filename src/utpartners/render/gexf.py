"""GEXF 1.3, the format of Gephi."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .graph import DEGREES, graph
from .xml import text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..answers import Answer, Column
    from . import Screen
    from .graph import Record

_NODE = ("id", "label")
_LINK = ("source", "target")


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """A piece for each node and each link."""
    network = graph(answer)
    facts = [column for column in network.node_columns if column.key not in _NODE]
    link_facts = [column for column in network.link_columns if column.key not in _LINK]
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    yield f"<meta><description>{text(network.title)}</description></meta>\n"
    yield '<graph mode="static" defaultedgetype="undirected">\n'
    yield from _attributes("node", facts)
    yield from _attributes("edge", link_facts)
    yield "<nodes>\n"
    for node in network.nodes:
        start = f'<node id="{text(node["id"])}" label="{text(node["label"])}">'
        yield f"{start}{_values(facts, node)}</node>\n"
    yield "</nodes>\n<edges>\n"
    for number, link in enumerate(network.links):
        ends = f'source="{text(link["source"])}" target="{text(link["target"])}"'
        yield f'<edge id="{number}" {ends}>{_values(link_facts, link)}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _attributes(of: str, columns: Iterable[Column]) -> Iterator[str]:
    yield f'<attributes class="{of}">\n'
    for column in columns:
        yield f'<attribute id="{column.key}" title="{column.key}" type="{_type(column)}"/>\n'
    yield "</attributes>\n"


def _type(column: Column) -> str:
    if column.kind != "number":
        return "string"
    return "double" if column.key in DEGREES else "integer"


def _values(columns: Iterable[Column], record: Record) -> str:
    values = "".join(
        f'<attvalue for="{column.key}" value="{text(record[column.key])}"/>'
        for column in columns
        if column.key in record
    )
    return f"<attvalues>{values}</attvalues>"
