"""DOT, the language of Graphviz: departments on the left, partnerships, institutions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..visible import visible
from .graph import graph

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ..answers import Answer
    from . import Screen

NODES = {
    "department": {"shape": "box", "style": "rounded"},
    "partnership": {"shape": "box", "style": "filled", "fillcolor": "#cfe5f5"},
    "institution": {"shape": "ellipse"},
}
LINKS = {"coordinates": {"style": "bold"}, "member": {"style": "dashed"}}


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """Yield the network of an answer, a line for each node and each link."""
    network = graph(answer)
    title = _list({"label": network.title, "labelloc": "t", "rankdir": "LR", "ranksep": "2"})
    yield f"graph {{\n  graph {title}\n"
    yield '  graph [fontname="Helvetica"]\n  node [fontname="Helvetica"]\n'
    for node in network.nodes:
        id = node.pop("id")
        yield f"  {_quoted(id)} {_list(node | NODES.get(node['kind'], {}))}\n"
    for link in network.links:
        ends = f"{_quoted(link.pop('source'))} -- {_quoted(link.pop('target'))}"
        yield f"  {ends} {_list(link | LINKS.get(link['kind'], {}))}\n"
    yield "}\n"


def _list(attributes: Mapping[str, object]) -> str:
    pairs = (
        f"{key}={_label(str(value)) if key == 'label' else _quoted(str(value))}"
        for key, value in attributes.items()
    )
    return f"[{', '.join(pairs)}]"


def _label(text: str) -> str:
    # Graphviz reads HTML entities in a label, though it is no HTML: "&lt;" would become "<".
    lines = (_escaped(visible(line)) for line in text.replace("&", "&amp;").split("\n"))
    return '"' + "\\n".join(lines) + '"'


def _quoted(text: str) -> str:
    return '"' + "\n".join(_escaped(visible(line)) for line in text.split("\n")) + '"'


def _escaped(text: str) -> str:
    # A single backslash could escape the quote that ends the text. Graphviz draws two as one; in an
    # attribute that is not drawn, it keeps two, which is the lesser evil.
    return text.replace("\\", "\\\\").replace('"', '\\"')
