"""Characters that nobody sees or a shell reads, and names longer than what is looked up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..diagnostics import Problem, brief_repr, meaning
from ..fields import bare
from ..i18n import translated
from ..normalize import LONGEST_NAME, slug
from .walk import values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..fields import Field
    from ..model import Catalogue

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b\u200e\u200f"
    "\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e007f]"
    # Arabic and the scripts of India join and part letters with these two, Latin does not.
    "|(?<=[A-Za-z])[\u200c\u200d]"
)
"""Characters that show nothing and do not belong into a text: soft hyphens, zero-width blanks,
changes of direction, control characters other than tab and line end."""


def invisible_characters(catalogue: Catalogue) -> Iterator[Problem]:
    """A text has no characters that nobody sees: soft hyphens, zero-width or control characters.

    They come along when a name is copied from a web page or a PDF. Names are found in spite of
    them, but other programs take the text for another one.
    """
    for visit, field, index, value in values(catalogue, _is_text):
        for language, text in value.items() if isinstance(value, dict) else [(index, value)]:
            found = (
                _INVISIBLE.search(text) if not text.isascii() or not text.isprintable() else None
            )
            if found is not None:
                character = f"U+{ord(found.group()):04X}"
                what = translated(
                    "{key}: {text} has an invisible character, {character}",
                    key=field.key,
                    text=brief_repr(text),
                    character=character,
                )
                without = _INVISIBLE.sub("", text)
                hint = meaning(without) if without else ""
                path = visit.path_to(field.key, language)
                yield Problem(path, visit.name, what, "invisible-character", hint)


def long_names(catalogue: Catalogue) -> Iterator[Problem]:
    """A name, id or alias has at most 300 characters: a longer one is not found by its whole."""
    for visit, field, index, value in values(catalogue, _is_looked_up):
        for language, text in value.items() if isinstance(value, dict) else [(index, value)]:
            if len(text) > LONGEST_NAME:
                what = translated(
                    "{key}: {text} has {count:,} characters, more than {most}",
                    key=field.key,
                    text=brief_repr(text),
                    count=len(text),
                    most=LONGEST_NAME,
                )
                yield Problem(visit.path_to(field.key, language), visit.name, what, "long-name")


def unusual_ids(catalogue: Catalogue) -> Iterator[Problem]:
    """An id consists of letters, digits, hyphens, underscores and full stops.

    It is typed on command lines and stands in web addresses, where characters such as `;`, `&`, `$`
    and `'` have other meanings.
    """
    for visit, field, index, value in values(catalogue, _is_id):
        if not _PLAIN_ID.fullmatch(value):
            what = translated(
                "{key}: {value} has characters other than letters, digits, -_.",
                key=field.key,
                value=brief_repr(value),
            )
            plain = slug(value)
            hint = meaning(plain) if plain else ""
            yield Problem(visit.path_to(field.key, index), visit.name, what, "unusual-id", hint)


_PLAIN_ID = re.compile(r"[\w.-]+")


def _is_id(field: Field) -> bool:
    return field.key == "id"


def _is_text(field: Field) -> bool:
    # An invisible character in an address is a problem of another rule.
    is_value = field.form in ("value", "values") and bare(field.item) is str
    return (is_value or field.form == "names") and not field.is_url and field.key != "ror"


_LOOKED_UP = frozenset({"id", "code", "name", "names", "abbreviation", "aliases"})


def _is_looked_up(field: Field) -> Any:
    return field.key in _LOOKED_UP
