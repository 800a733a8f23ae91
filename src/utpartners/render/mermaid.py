"""Mermaid, which GitHub, GitLab and many wikis draw inside a page of Markdown."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

from ..errors import UtpartnersError
from ..i18n import translated
from ..visible import visible
from .graph import graph
from .json import encoded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..answers import Answer
    from . import Screen

MOST_LINKS = 500
MOST_LETTERS = 50_000
"""The limits of Mermaid itself; a page may raise them, but GitHub's does not."""

BRACKETS = {"department": '("{}")', "partnership": '["{}"]', "institution": '(["{}"])'}
LINES = {"coordinates": "===", "member": "-.-"}


def render(answer: Answer, screen: Screen) -> Iterator[str]:
    """Return the network of an answer, a line for each node and each link.

    Raises UtpartnersError for more than Mermaid draws.
    """
    lines = list(_lines(answer))
    # Checked before anything is written: of a graph that is too large, Mermaid draws nothing.
    if sum(map(len, lines)) > MOST_LETTERS:
        raise _too_much(translated("{count:,} letters", count=MOST_LETTERS))
    return iter(lines)


def _too_much(limit: str) -> UtpartnersError:
    return UtpartnersError(
        translated("too large for Mermaid, which draws at most {limit}", limit=limit),
        translated("Select a part, such as --country Germany, or use another format: -f dot"),
    )


def _lines(answer: Answer) -> Iterator[str]:
    network = graph(answer)
    # The front matter is YAML, of which a JSON string is a part.
    yield f"---\ntitle: {encoded(visible(network.title))}\n---\nflowchart LR\n"
    for node in network.nodes:
        bracket = BRACKETS.get(node["kind"], '["{}"]')
        yield f"  {node_id(node['id'])}{bracket.format(_label(node['label']))}\n"
    numbers = count(1)
    for link in network.links:
        if next(numbers) > MOST_LINKS:
            raise _too_much(translated("{count} links", count=MOST_LINKS))
        line = LINES.get(link["kind"], "---")
        yield f"  {node_id(link['source'])} {line} {node_id(link['target'])}\n"


def node_id(id: str) -> str:
    """Return an id of letters that have no meaning in Mermaid, different for different ids."""
    # The kind comes first, as a bare id may be a keyword of Mermaid, such as "end".
    kind, _, rest = id.partition("/")
    return f"{kind}_{_UNSAFE.sub(lambda found: f'_{ord(found.group()):x}_', rest)}"


_UNSAFE = re.compile(r"[^A-Za-z0-9-]|-(?![A-Za-z0-9])")

_CODED = re.compile(r"[^A-Za-z0-9 ,.\-\x80-\U0010ffff]|(?<![A-Za-z])[-.]|[-.](?![A-Za-z])")
"""What Mermaid, HTML or the Markdown in a label could take for markup."""


def _label(text: str) -> str:
    """Return text in which all that could be markup is written as Mermaid's entity codes."""
    lines = (_CODED.sub(_code, visible(line)) for line in text.split("\n"))
    return "<br/>".join(lines)


def _code(found: re.Match[str]) -> str:
    return f"#{ord(found.group())};"
