"""Printed documents: any answer as PDF, on pages with numbers, date, university and sources.

:mod:`.document` has the parts that documents are made of. ``listing`` makes one of any answer,
``briefing`` of one partnership, ``department`` of those of a department, ``agreements`` and
``search`` of what these commands find, ``yearly`` of a year.
``typesetting`` gives them to the templates of Typst, as data and never as markup. This room asks
questions, as the page does; a picture comes from ``drawing``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from ..answers import Card, Map

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..answers import Answer
    from ..render import Render, Screen
    from ..store.store import Store
    from .document import Document

    Make = Callable[[Store, Answer], Document]

MODULES = {
    "show": "briefing",
    "dept": "department",
    "agreements": "agreements",
    "search": "search",
    "report": "yearly",
}
"""The module that makes the document of a command, where it is not that of any answer."""


def printer(store: Store | None, command: str) -> Render:
    """Return what renders the answer of a command to questions about a store as PDF.

    It raises UtpartnersError where a package or a font is missing.
    """

    def render(answer: Answer, screen: Screen) -> Iterator[bytes]:
        if not isinstance(answer, Card) and isinstance(answer.shape, Map):
            from .. import drawing

            return drawing.render(answer, screen, format="pdf")
        from .letterhead import letterhead
        from .typesetting import typeset

        made = _document(store, command, answer)
        return iter([typeset(made, letterhead(store), screen.size)])

    return render


def render(answer: Answer, screen: Screen) -> Iterator[bytes]:
    """Return an answer of no known catalogue as PDF, which does not say whose it is."""
    return cast("Iterator[bytes]", printer(None, "")(answer, screen))


def _document(store: Store | None, command: str, answer: Answer) -> Document:
    name = MODULES.get(command, "listing") if store is not None else "listing"
    make = cast("Make", import_module(f"{__name__}.{name}").document)
    return make(cast("Store", store), answer)
