"""Texts of the program itself in the reader's language; a catalogue has its own translations."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

LOCALE = os.path.join(os.path.dirname(__file__), "locale")
"""Where the gettext catalogues are: ``LOCALE/ja/LC_MESSAGES/utpartners.mo``."""

_translate: Callable[[str], str] | None = None
_language = "en"


def available() -> list[str]:
    """Return the languages in which there are texts of the program, English included."""
    return ["en", *sorted(os.listdir(LOCALE))]


def set_language(language: str | None) -> None:
    """Set the language of the texts; English for None, or where there is no gettext catalogue."""
    global _translate, _language  # one run of the program has one language
    _translate, _language = None, "en"
    if language is not None:
        import gettext  # slow to import, and most runs are in English

        tag = language.replace("-", "_")
        tags = [tag, tag.partition("_")[0]]  # pt_BR is better served by pt than by English
        found = gettext.translation("utpartners", LOCALE, tags, fallback=True)
        _translate, _language = found.gettext, language


def language() -> str:
    """Return the language in use, as a BCP 47 tag."""
    return _language


def translated(text: str) -> str:
    """Return a heading or a piece of a view in the language in use, else as it is."""
    # gettext answers the empty text with the header of its catalogue.
    return _translate(text) if _translate is not None and text else text
