"""Texts of the program itself in the reader's language; a catalogue has its own translations."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

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

        tag = language.partition(".")[0].partition("@")[0].replace("-", "_")
        tags = [tag, tag.partition("_")[0]]  # pt_BR is better served by pt than by English
        found = gettext.translation("utpartners", LOCALE, tags, fallback=True)
        _translate, _language = found.gettext, language


@contextmanager
def speaking(language: str | None) -> Iterator[None]:
    """Set the language of the texts for a while."""
    global _translate, _language
    before = _translate, _language
    set_language(language)
    try:
        yield
    finally:
        _translate, _language = before


def language() -> str:
    """Return the language in use, as a BCP 47 tag."""
    return _language


def from_environment(environment: Mapping[str, str]) -> str | None:
    """Return the language that an environment asks for, None for English or one without texts.

    UTPARTNERS_LANG stands above the variables of a locale, of which LANGUAGE lists several. What a
    locale asks for is a wish: where there are no texts in it, the next one counts.
    """
    if own := environment.get("UTPARTNERS_LANG"):
        return own
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((value for name in names if (value := environment.get(name))), "")
    # As gettext has it: a locale C asks for no language at all, whatever LANGUAGE says.
    if not locale or locale.partition(".")[0] in ("C", "POSIX"):
        return None
    wished = [*environment.get("LANGUAGE", "").split(":"), locale]
    tags = (wish.partition(".")[0].partition("@")[0].replace("_", "-") for wish in wished if wish)
    known = available()
    for tag in tags:
        if tag.partition("-")[0] in known:
            return None if tag.partition("-")[0] == "en" else tag
    return None


def in_other_languages(text: str) -> list[str]:
    """Return a word of the program in every language but English, where it has another one."""
    import gettext  # only an index of search needs all languages

    found = [
        gettext.translation("utpartners", LOCALE, [tag]).gettext(text) for tag in available()[1:]
    ]
    return [said for said in found if text and said != text]


def alternatives(texts: Sequence[str]) -> str:
    """Return texts as a choice: ``a, b or c``."""
    first = [translated(", ").join(texts[:-1])] if texts[1:] else []
    return translated(" or ").join([*first, *texts[-1:]])


def translated(text: str, /, **values: object) -> str:
    """Return a text of the program in the language in use, with values in its places.

    >>> translated("there is no column '{name}'", name="city")
    "there is no column 'city'"

    What is said of a value is a whole sentence: languages put their words in other orders. A text
    without a translation is its own; one without values is taken as it is, braces and all.
    """
    # gettext answers the empty text with the header of its catalogue.
    said = _translate(text) if _translate is not None and text else text
    return said.format(**values) if values else said
