"""A catalogue to start from."""

from __future__ import annotations

import os
import re

from ..errors import UsageError
from ..i18n import translated
from ..normalize import slug

PATH = os.path.join(os.path.dirname(__file__), "template.toml")

HOME = "Our University"
PARTNERS = ("Example Partner University", "Another Partner University")
"""Names of the example; the second is for a home institution that has the first."""

LONGEST_ID = 100

BLANKS = " \t\xa0\u3000"
"""What is left out at both ends of a title or name: check warns of it."""

PARTNERSHIP = "# A partnership with one institution,"
"""How the part of the example begins that is about a partnership."""

_VALUE = re.compile("@([a-z_]+)@")


def template(title: str | None = None, home: str | None = None) -> str:
    """Return a commented catalogue with an example of everything, as TOML.

    Raises UsageError for a title or name that a catalogue cannot have.
    """
    home = HOME if home is None else home.strip(BLANKS)
    title = f"Partnerships of {home}" if title is None else title.strip(BLANKS)
    _refuse("--title", title, is_empty=not title.strip())
    _refuse("--home", home, is_empty=not slug(home))
    partner = next(name for name in PARTNERS if slug(name) != slug(home))
    values = {
        "title": title,
        "home": home,
        "home_id": _id(home),
        "partner": partner,
        "partner_id": _id(partner),
    }
    with open(PATH, encoding="utf-8") as file:
        return _VALUE.sub(lambda match: quoted(values[match[1]]), file.read())


def template_parts(title: str | None = None, home: str | None = None) -> dict[str, str]:
    """Return the same catalogue as files of a folder, by name; see :func:`template`."""
    from .parts import file_name
    from .parts_folder import FOLDER, SHARED
    from .toml import SYNTAX

    text = template(title, home)
    (partnership,) = SYNTAX.parse(text)["partnership"]
    shared, mark, rest = text.partition(PARTNERSHIP)
    where = f"# The partnerships are in the folder {FOLDER}, a file for each.\n"
    return {
        SHARED: shared + where,
        f"{FOLDER}/{file_name(partnership['id'], ())}": mark + rest,
    }


def quoted(text: str) -> str:
    """Return a basic string of TOML, in which whatever cannot be seen is escaped.

    >>> print(quoted('a "name"'))
    "a \\"name\\""
    """
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(character: str) -> str:
    if character in '"\\':
        return f"\\{character}"
    if character.isprintable():
        return character
    return f"\\U{ord(character):08X}"


def _id(name: str) -> str:
    return slug(name)[:LONGEST_ID].strip("-") or "home"


def _refuse(option: str, text: str, is_empty: bool) -> None:
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise UsageError(translated("{option}: the text is not UTF-8", option=option))
    if "\0" in text:
        raise UsageError(translated("{option}: the text contains a NUL character", option=option))
    if is_empty:
        raise UsageError(
            translated("{option}: the text is empty", option=option),
            translated(
                "It needs a letter or digit: {example}", example=f"{option} 'Kita University'"
            ),
        )
