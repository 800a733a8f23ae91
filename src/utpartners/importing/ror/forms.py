"""The forms of a name in which its general words are the same in every language."""

from __future__ import annotations

import re
import unicodedata
from itertools import product

from ... import normalize
from ...names.university_words import ABBREVIATED

_WORDS = {
    "university": (
        "universitat universite universidad universita universitas universitet universitetet "
        "universiteit universidade uniwersytet univerzita univerzitet univerza univerzitetu "
        "universitate universitatea universiti universitesi universiteti yliopisto egyetem "
        "ulikool haskoli universitario universitaet universities u"
    ),
    "technical": (
        "technische technischen technischer tekniska teknisk tecnica tecnico technique techniczna "
        "technicka technicke teknik tehnicka tehnica technicznej"
    ),
    "technology": (
        "technologie technologies tecnologia technologii teknologi tehnologie tecnologico "
        "tecnologica technologique technologiczny teknologiske technologisch technol"
    ),
    "institute": "institut instituto istituto instituut institutt instytut institutet",
    "national": "nacional nationale nazionale nasional nationala natl nat",
    "academy": "akademie academie academia accademia akademia akademi akademija",
    "polytechnic": (
        "polytechnique politecnico politecnica politechnika polytechnical polytekniska "
        "polytechnische politecnic politehnica polytechnics polytech"
    ),
    "catholic": "katholische catolica catholique cattolica katholieke katolicki",
    "free": "freie vrije libre libera livre",
    "saint": "st ste sankt",
    "medical": "medizinische medicina medica medicale medyczny medicinska medizin",
    "science": "sciences ciencias wissenschaften scienze",
    "college": "colleges collegium",
    "federal": "federale eidgenossische",
    "school": "sch",
}
"""Words of names, as each language has them, by the English one."""

_SAME = {word: one for one, words in _WORDS.items() for word in words.split()}

_NO_WORDS = frozenset((
    "de", "la", "le", "les", "du", "di", "der", "des", "fur", "at", "in", "zu", "del", "della",
    "dello", "dell", "do", "da", "dos", "das", "van", "von", "i", "av", "for", "d", "l", "el",
    "los", "las", "e", "y", "et", "und", "och", "em", "en", "a", "to", "on",
    "din", "ve", "na", "nad",
))  # fmt: skip
"""Words that no name is told by."""

_WRITTEN_OUT = {
    "tu": ("technical university",),
    "fu": ("free university",),
    "uc": ("university california",),
    "suny": ("state university new york",),
    "cuny": ("city university new york",),
    "iit": ("indian institute technology",),
    "iim": ("indian institute management",),
    "nit": ("national institute technology",),
    "iiser": ("indian institute science education research",),
    "tech": ("technical", "technology"),
    "techn": ("technical", "technology"),
}
"""What people write for words that stand beside a place, and what each may mean."""

MOST_FORMS = 8


def forms(name: str) -> set[str]:
    """Return the forms of a name: its telling words, each once, in the order of the alphabet.

    >>> forms("TU München") & forms("Technische Universität München")
    {'munchen technical university'}
    """
    return {form for text in _spellings(name) for form in _forms(text)}


_DIGRAPHS = str.maketrans({
    "ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa",
    "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Ø": "Oe", "Å": "Aa",
})  # fmt: skip
"""What is typed for letters that a keyboard lacks."""

_GENITIVE = re.compile(r"(\w{3,})s(?= (?:universitet|högskola))", re.IGNORECASE)
"""The place in a Swedish or Norwegian name: Göteborgs universitet is in Göteborg."""


def _spellings(name: str) -> set[str]:
    """Return a name as it is and as it may be typed."""
    name = unicodedata.normalize("NFC", name)
    return {name, name.translate(_DIGRAPHS), _GENITIVE.sub(r"\1", name)}


def _forms(name: str) -> set[str]:
    found = set()
    choices = [_meanings(word) for word in normalize.words(name)]
    for number, words in enumerate(product(*choices)):
        if number == MOST_FORMS:
            break
        telling = {word for text in words for word in text.split()} - _NO_WORDS
        if len(telling) > 1:
            found.add(" ".join(sorted(telling)))
    return found


def _meanings(word: str) -> tuple[str, ...]:
    one = ABBREVIATED.get(word, word)
    one = _SAME.get(one, one)
    return (one, *_WRITTEN_OUT.get(word, ()))
