"""Cut a partner's name out of a cell: schools, campuses, cities, countries and marks beside it."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from .. import normalize
from .countries import country, fold


class CutName(NamedTuple):
    """What a cell says of a partner."""

    name: str
    """The name without what stands beside it."""
    whole: str
    """The name as it stands there, without marks."""
    others: tuple[str, ...] = ()
    """Names in another script, or former ones, beside it."""
    abbreviation: str | None = None
    school: str | None = None
    country: str | None = None
    city: str | None = None
    marks: tuple[str, ...] = ()
    """Marks of footnotes."""
    several: tuple[str, ...] = ()
    """The partners, where the cell seems to name more than one."""


_MARKS = re.compile(
    r"(?:\s*(?:\*{1,3}|†|‡|§|※\d*|[¹²³⁴⁵⁶⁷⁸⁹]|\(\*\d?\)|\[\d{1,2}\]|\(注\s?\d*\)|（注\s?\d*）|(?<=\D)\d\)))+$"
)
_ONE_MARK = re.compile(
    r"\*{1,3}|†|‡|§|※\d*|[¹²³⁴⁵⁶⁷⁸⁹]|\(\*\d?\)|\[\d{1,2}\]|[(（]注\s?\d*[)）]|\d\)"
)

_BRACKETS = re.compile(r"\s*[(（\[【]([^()（）\[\]【】]*)[)）\]】]")

_ABBREVIATION = re.compile(r"[A-Z][A-Za-z&+.-]{0,11}")

_SCHOOL = re.compile(
    r"(?:(?:graduate |grad\.? |business |law |medical )?school(?: of| for)?\b|faculty(?: of)?\b|"
    r"fac\.? of|fac\. |dept\.?\b|department(?: of)?\b|college of\b|division of|graduate school|"
    r"institute (?:of|for)\b|centre for|center for|laboratory\b|fakultät|fachbereich|"
    r"institut für|facult[ée]\b|ufr\b|d[ée]partement|facultad|departamento|escuela de|fakulteten|"
    r"institutionen|dipartimento|facolt[àa]\b|faculdade|wydzia[łl]\b|facultatea|departament\w*|"
    r"fakult[aä]t\b|fakulta\b)",
    re.IGNORECASE,
)
_SCHOOL_BEHIND = re.compile(
    r"\b(?:faculty|school|department|dept\.?|division|laboratory|fakultät|fakulteten|fak[üu]ltesi)$",
    re.IGNORECASE,
)
_CAMPUS = re.compile(r"\bcampus\b|キャンパス|校区|캠퍼스", re.IGNORECASE)

_UNIVERSITY = re.compile(
    r"universi|\buniv\b|hochschule|college|institut|polytech|école|ecole|högskol|academy|escuela|politec|school",
    re.IGNORECASE,
)

_JAPANESE_SCHOOL = re.compile(
    r"^(?P<name>.{1,20}?(?:大学校|大学|大學))[\s　・]*(?P<school>(?:大学院)?[^\s　大]{0,12}?"
    r"(?:学部|学院|研究科|学科|研究院|研究所|大学院|学系))$"
)

_FORMER = re.compile(
    r"(?:formerly|former|ex|previously|旧(?:称)?|ehem\.?|ehemals|anciennement|antes|tidigare)"
    r"[:： ]+(.+)",
    re.IGNORECASE,
)


def cut(text: str, city: str | None = None) -> CutName:
    """Return the name in a cell, and what stands beside it; ``city`` is that of the row.

    >>> cut("School of Law, University of Seestadt (USE), Austria*")[3:]
    ('USE', 'School of Law', 'AT', None, ('*',), ())
    """
    whole, marks = _without_marks(text)
    several = _several(whole)
    if several:
        return CutName(whole, whole, marks=marks, several=several)
    lines = [line for line in whole.split("\n") if line.strip()]
    whole = " ".join(whole.split())
    found = CutName(whole, whole, marks=marks)
    if len(lines) > 1 and len({_is_latin(line) for line in lines}) == 2:
        name, *others = lines
        found = found._replace(
            name=" ".join(name.split()), others=tuple(" ".join(o.split()) for o in others)
        )
    else:
        found = found._replace(name=whole)
    found = _without_brackets(found, city)
    found = _without_parts(found, city)
    if match := _JAPANESE_SCHOOL.match(found.name):
        found = found._replace(name=match["name"], school=found.school or match["school"])
    return found


def _without_marks(text: str) -> tuple[str, tuple[str, ...]]:
    text = _in_usual_width(text.strip())
    match = _MARKS.search(text)
    marks: list[str] = []
    # In "(Campus 2)" the bracket is no mark of a footnote, as it has been opened.
    is_closing = match is not None and "(" not in match[0] and ")" in match[0]
    if match and match.start() > 0 and not (is_closing and "(" in text[: match.start()]):
        marks = _ONE_MARK.findall(match[0])
        text = text[: match.start()]
    if lead := re.match(r"(?:\*{1,3}|†|‡|※\d*)\s*(?=\w)", text):
        marks.append(lead[0].strip())
        text = text[lead.end() :]
    return unicodedata.normalize("NFC", text.strip()), tuple(marks)


_WIDE = re.compile("[\uff01-\uff5e\u3000]+")
_NARROW = re.compile("[\uff61-\uff9f]+")


def _in_usual_width(text: str) -> str:
    """Return a text with Latin letters in half width, and kana in full width."""
    if _NARROW.search(text):
        text = _NARROW.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    letters = re.search("[\uff21-\uff3a\uff41-\uff5a]", text)
    if letters:
        text = _WIDE.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    return text


_SEPARATE = re.compile(r"\s*(?:;|；|\s/\s|\n|\s\+\s|\s(?:and|und|et|och)\s|、)\s*")


def _several(text: str) -> tuple[str, ...]:
    """Return the parts of a text of which each looks like a university; none where not all do."""
    parts = [part for part in _SEPARATE.split(text) if part.strip()]
    if len(parts) < 2 or not all(_looks_like_partner(part) for part in parts):
        return ()
    if len({_is_latin(part) for part in parts}) == 2 and len(parts) == 2:
        return ()  # the same one in two scripts
    return tuple(parts)


def is_school(text: str) -> bool:
    """Return whether a part of a name is a school, a faculty or a campus."""
    patterns = _SCHOOL.match, _SCHOOL_BEHIND.search, _CAMPUS.search
    return any(found(text.strip()) for found in patterns)


def before_school(text: str) -> tuple[str, str] | None:
    """Return the name and the school of a text without a comma between them.

    >>> before_school("University of Seestadt School of Law")
    ('University of Seestadt', 'School of Law')
    """
    for match in _SCHOOL.finditer(text):
        name, school = text[: match.start()], text[match.start() :]
        if name.endswith(" ") and _UNIVERSITY.search(name):
            return name.strip(), school
    return None


def _looks_like_partner(text: str) -> bool:
    if _SCHOOL.match(text.strip()):
        return False
    return (
        _UNIVERSITY.search(text) is not None or re.search("大学|大學|대학|学院", text) is not None
    )


def _is_latin(text: str) -> bool:
    letters = [one for one in text if one.isalpha()]
    return sum(one < "\u0250" for one in letters) * 2 > len(letters)


def _without_brackets(found: CutName, city: str | None) -> CutName:
    """Take apart what stands in brackets; what says nothing known stays in the name."""
    name = found.name
    for match in _BRACKETS.finditer(found.name):
        inner = match[1].strip()
        taken = _taken(inner, found, city)
        if taken is not None:
            found = taken
            name = name.replace(match[0], "", 1)
    name = " ".join(name.split()).strip(" ,")
    return found._replace(name=name) if name else found


def _taken(inner: str, found: CutName, city: str | None) -> CutName | None:
    if not normalize.words(inner):
        return found
    if code := _country(inner):
        return found._replace(country=code)
    if city and fold(inner) == fold(city):
        return found._replace(city=inner)
    if _ABBREVIATION.fullmatch(inner) and sum(map(str.isupper, inner)) * 2 > len(inner) - 1:
        return found if found.abbreviation else found._replace(abbreviation=inner)
    if match := _FORMER.match(inner):
        return found._replace(others=(*found.others, match[1].strip()))
    if is_school(inner):
        return found._replace(school=inner)
    if _is_latin(inner) != _is_latin(found.name) and len(inner) > 1:
        return found._replace(others=(*found.others, inner))
    return None


def _without_parts(found: CutName, city: str | None) -> CutName:
    """Cut countries, the city, schools and campuses that stand between commas or dashes."""
    parts = [
        part.strip()
        for part in re.split(r",(?=\s)|，|、|\s[-–—]\s|\s/\s", found.name)
        if part.strip()
    ]
    while len(parts) > 1:
        last = parts[-1]
        if code := _country(last):
            found = found._replace(country=found.country or code)
        elif (city and fold(last) == fold(city)) or _is_in(last, parts[0]):
            found = found._replace(city=last)
        elif is_school(last):
            found = found._replace(school=found.school or last)
        else:
            break
        parts.pop()
    while len(parts) > 1 and _SCHOOL.match(parts[0]) and any(map(_looks_like_partner, parts[1:])):
        school = parts.pop(0)
        found = found._replace(school=found.school or school)
    if len(parts) > 1 and found.name.count(" / ") and len(parts) == 2:
        first, second = parts
        if _is_latin(first) != _is_latin(second):
            return found._replace(name=first, others=(*found.others, second))
    return found._replace(name=", ".join(parts)) if ", ".join(parts) != found.name else found


def _is_in(part: str, name: str) -> bool:
    """Return whether a name has the words of a part already, as that of its city."""
    words = normalize.words(part)
    return bool(words) and set(words) <= set(normalize.words(name))


def _country(text: str) -> str | None:
    """Return the country that a part of a name is; codes of two letters may be anything."""
    if len(text) < 3 and text.isascii() and text not in ("UK", "US"):
        return None
    found = country(text)
    # Georgia may be the state, Korea is the Republic in names, too.
    return None if found.is_likely and found.code != "KR" else found.code
