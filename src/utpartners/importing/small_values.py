"""People, counts, periods and addresses in cells."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from .grid import text_of
from .languages import folded
from .term_words import NOTHING, NUMBERS, UNKNOWN, period

if TYPE_CHECKING:
    from .grid import Cell

_EMAIL = re.compile(r"[<(\[]?\s*(?:mailto:)?([\w.+-]+@[\w-]+(?:\.[\w-]+)+)\s*[>)\]]?")

_PEOPLE = re.compile(r"\s*(?:[;；\n、]|\s/\s|\s(?:and|und|et|och)\s|&)\s*")

_COUNT = re.compile(
    r"(\d{1,4})\s*(?:students?|persons?|people|places?|名|人|名/年|人/年|studierende|studenten|plätze|étudiants?|estudiantes|"
    r"studenter|명|个|(?:students? )?(?:per year|/ ?year|a year|p\.?a\.?))?",
    re.IGNORECASE,
)

YES = frozenset(
    (
        "yes", "y", "x", "✓", "✔", "√", "○", "◯", "〇", "◎", "●", "■", "v", "1", "true",
        "ja", "oui", "si", "有", "あり", "済", "是", "예", "유", "o", "はい",
    )
)  # fmt: skip
NO = frozenset(
    (
        "no", "n", "×", "✗", "✘", "0", "false", "nein", "non", "nej", "無", "なし", "否",
        "아니오", "무", "いいえ", "□",
    )
)  # fmt: skip


LONGEST_NOTHING = 50
"""Letters of the longest cell that may say that there is nothing, with blanks around it."""


def is_nothing(cell: Cell) -> bool:
    """Return whether a cell says that there is nothing, or that it is not known."""
    text = text_of(cell)
    return len(text) <= LONGEST_NOTHING and _is_nothing(text)


@lru_cache(maxsize=10_000)
def _is_nothing(text: str) -> bool:
    plain = folded(text).strip()
    return plain in NOTHING or plain in UNKNOWN


def is_yes(cell: Cell) -> bool:
    """Return whether a cell is a mark for yes."""
    return folded(text_of(cell)).strip() in YES


def is_no(cell: Cell) -> bool:
    """Return whether a cell is a mark for no, or says nothing."""
    return not is_yes(cell) and (is_nothing(cell) or folded(text_of(cell)).strip() in NO)


def people_in(cell: Cell, email: Cell = None) -> list[dict[str, str]]:
    """Return the people that a cell names, with their addresses; one from beside it for only one.

    >>> people_in("Prof. A. Mori <mori@example.org>; B. Lind")
    [{'name': 'Prof. A. Mori', 'email': 'mori@example.org'}, {'name': 'B. Lind'}]
    """
    found: list[dict[str, str]] = []
    for part in _PEOPLE.split("" if is_nothing(cell) else text_of(cell)):
        address = _EMAIL.search(part)
        name = " ".join(_EMAIL.sub(" ", part).split()).strip(" ,;:()-")
        if name:
            found.append({"name": name} | ({"email": address[1]} if address else {}))
        elif address and found and "email" not in found[-1]:
            found[-1]["email"] = address[1]
        elif address:
            found.append({"name": address[1], "email": address[1]})
    addresses = _EMAIL.findall("" if is_nothing(email) else text_of(email))
    if len(addresses) == len(found):
        for person, one in zip(found, addresses, strict=True):
            person.setdefault("email", one)
    elif not found:
        found = [{"name": one, "email": one} for one in addresses]
    return found


def count_in(cell: Cell) -> int | None:
    """Return the number of people in a cell; None where it says more or less than that."""
    match = _COUNT.fullmatch(unicodedata.normalize("NFKC", text_of(cell)).strip())
    return int(match[1]) if match else None


def period_in(cell: Cell) -> str | None:
    """Return a length of time as the catalogue writes it: ``6m`` for ``six months``."""
    text = folded(text_of(cell)).strip()
    match = period().search(text)
    if match is None:
        return None
    rest = (text[: match.start()] + text[match.end() :]).strip(" .()")
    if rest not in (
        "",
        "notice",
        "before",
        "before end",
        "prior",
        "before expiry",
        "prior notice",
        "written notice",
        "前",
        "before the end",
    ):
        return None
    number = match["number"]
    return f"{number if number.isdigit() else NUMBERS[number]}{'y' if match['y'] else 'm'}"


def address_in(cell: Cell) -> str | None:
    """Return a web address in full; None for what is none."""
    text = text_of(cell).strip()
    if re.fullmatch(r"https?://[^\s]+\.[^\s]+", text):
        return text
    if re.fullmatch(
        r"(?:www\.)[\w.-]+\.\w+(?:/\S*)?|[\w-]+(?:\.[\w-]+)*\.(?:edu|org|com|ac\.\w\w|\w\w)(?:/\S*)?",
        text,
    ):
        return f"https://{text}"
    return None


def ror_in(cell: Cell) -> str | None:
    """Return a ROR id as its address; None for what is none."""
    match = re.search(r"(?:^|/)(0[a-z0-9]{6}\d{2})$", text_of(cell).strip().lower())
    return f"https://ror.org/{match[1]}" if match else None
