"""The words of the program itself in the reader's language; those of a catalogue are its own."""

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
    """The languages that the program speaks, English included."""
    return ["en", *sorted(os.listdir(LOCALE))]


def use(language: str | None) -> None:
    """Speak a language from now on; where there is no catalogue of it, or for None, English."""
    global _translate, _language  # one run of the program speaks one language
    _translate, _language = None, "en"
    if language is not None:
        import gettext

        tag = language.replace("-", "_")
        tags = [tag, tag.partition("_")[0]]
        found = gettext.translation("utpartners", LOCALE, tags, fallback=True)
        _translate, _language = found.gettext, language


def language() -> str:
    """The language in use, as a BCP 47 tag."""
    return _language


def translated(text: str) -> str:
    """A heading or a piece of a view in the language in use."""
    return _translate(text) if _translate is not None and text else text
