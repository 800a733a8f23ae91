"""A document as tagged PDF (PDF/UA-1), by Typst: its texts go in as data, and none as markup."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from ..agreement_state import today
from ..drawing.fonts import families
from ..drawing.text import plain
from ..drawing.typesetting import embeddable, typst_module
from ..errors import UsageError
from ..i18n import language, translated
from .document import Beside, Entries, Picture

if TYPE_CHECKING:
    from .document import Block, Document, Letterhead

PAPERS = {"a4": "a4", "letter": "us-letter"}
"""The papers, by the name of the size, as Typst calls them."""

STANDARDS = ["ua-1", "a-2a"]
"""What a document conforms to: PDF/UA-1 for readers with assistive technology, PDF/A to be kept."""

_TEMPLATES = os.path.join(os.path.dirname(__file__), "templates")


def typeset(document: Document, head: Letterhead, size: str = "a4") -> bytes:
    """Return a document as PDF on the paper of a size.

    Raises UsageError for the size of no paper, UtpartnersError where Typst or fontTools is missing
    or no font has a character.
    """
    if size not in PAPERS:
        raise UsageError(
            translated("a document cannot be printed at --size {size}", size=size),
            translated("Choose from: {values}.", values=translated(", ").join(PAPERS)),
        )
    typst = typst_module("pdf")
    files = _files()
    blocks = [_data(block, files) for block in document.blocks]
    data: Any = _plain(
        {
            # An answer of SQL has no title, and PDF/UA wants one.
            "title": plain(document.title) or plain(head.catalogue) or "utpartners",
            "aside": document.aside,
            "blocks": blocks,
            "is_wide": document.is_wide,
            "head": head._asdict(),
            "words": _words(),
            "paper": PAPERS[size],
            "lang": language()[:2],
        }
    )
    data["fonts"] = families("".join(_texts(data)))
    files["document.json"] = json.dumps(data).encode()
    day = datetime.fromisoformat(today()).replace(tzinfo=UTC)
    made = typst.compile(
        files, format="pdf", pdf_standards=STANDARDS, timestamp=int(day.timestamp())
    )
    return bytes(made)


def _files() -> dict[str, bytes]:
    """Return the templates by their names; the document is the one that is called main."""
    found = {}
    for name in os.listdir(_TEMPLATES):
        with open(os.path.join(_TEMPLATES, name), "rb") as file:
            found[name] = file.read()
    return found


def _data(block: Block, files: dict[str, bytes]) -> dict[str, Any]:
    """Return a block as data; a picture becomes one more file."""
    kind = type(block).__name__.lower()
    if isinstance(block, Beside):
        blocks, picture = [_data(one, files) for one in block.blocks], _data(block.picture, files)
        return {"kind": kind, "blocks": blocks, "picture": picture, "share": block.share}
    if isinstance(block, Entries):
        return {"kind": kind, "items": [one._asdict() for one in block.items]}
    if not isinstance(block, Picture):
        return {"kind": kind, **block._asdict()}
    name = f"picture-{len(files)}.svg"
    files[name] = embeddable(block.canvas.without_frame())
    return {
        "kind": kind,
        "file": name,
        "alternative": block.alternative,
        "height": block.height,
    }


def _plain(value: Any) -> Any:
    """Return data in which no text has a control character or one that no font can have."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(inner) for inner in value]
    return value


def _texts(value: Any) -> list[str]:
    """Return all texts of data."""
    if isinstance(value, str):
        return [value]
    values = value.values() if isinstance(value, dict) else value
    if isinstance(value, (dict, list)):
        return [text for inner in values for text in _texts(inner)]
    return []


def _words() -> dict[str, str]:
    """Return the texts of the templates themselves, in the language in use."""
    return {
        "page": translated("Page {page} of {pages}"),
        "printed": translated("Printed on {day}"),
        "source": translated("Source: {source}"),
        "none": translated("None."),
    }
