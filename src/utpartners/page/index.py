"""What the page is searched and filtered by: every name under its normal form, as in the program.

The script of the page folds what is typed by the rules of :mod:`utpartners.normalize`, which it is
given here, so that there is one list of them.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING, Any

from .. import normalize
from ..store.store import KINDS

if TYPE_CHECKING:
    from ..store.store import Store
    from .asked import Asked

_NAMES = "SELECT kind, record, text FROM spelling ORDER BY kind, record, pk"

_PARTS = """
SELECT partnership, 'institution', institution FROM member
UNION SELECT partnership, 'department', department FROM link
UNION SELECT m.partnership, 'country', c.pk FROM member m
  JOIN institution i ON i.pk = m.institution JOIN country c ON c.code = i.country
ORDER BY 1, 2, 3
"""

_PARTNERSHIPS = "SELECT pk FROM partnership ORDER BY pk"

LAST_FOLDED = 0xABC0
"""No letter above this one has another folded form than its lower case and its parts."""


def index(store: Store, asked: Asked) -> dict[str, Any]:
    """Rules, names and partnerships; ``of`` are places in the list of ``names``."""
    store.require_spellings(KINDS)
    names: dict[tuple[str, int], dict[str, None]] = {}
    for kind, record, text in store.rows(_NAMES):
        names.setdefault((kind, record), {})[" ".join(normalize.words(text))] = None
    records = {record: number for number, record in enumerate(names)}
    of: dict[int, list[int]] = {}
    for partnership, kind, record in store.rows(_PARTS):
        of.setdefault(partnership, []).append(records[kind, record])
    keys = [pk for (pk,) in store.rows(_PARTNERSHIPS)]
    anchors = {record["code"]: record["anchor"] for record in asked.departments}
    return {
        "rules": rules(),
        "names": [list(found) for found in names.values()],
        "partnerships": [
            {
                "anchor": record["anchor"],
                "of": [records["partnership", pk], *of.get(pk, ())],
                "status": record["status"],
                "country": record["countries"],
                "dept": [anchors[department["code"]][2:] for department in record["departments"]],
                "kind": sorted({activity["kind"] for activity in record["activities"]}),
            }
            for pk, record in zip(keys, asked.partnerships, strict=True)
        ],
    }


def rules() -> dict[str, Any]:
    """How text is folded: the tables of :mod:`utpartners.normalize`, and of Unicode's full folding.

    ``folds`` has the letters, by their code in hexadecimal digits, of which the folded form is not
    the lower case that a browser knows.
    """
    letters = (chr(code) for code in range(LAST_FOLDED) if not 0xD800 <= code < 0xE000)
    folds = {
        f"{ord(letter):x}": letter.casefold()
        for letter in letters
        if letter.casefold() != letter.lower() and unicodedata.normalize("NFKD", letter) == letter
    }
    return {
        "folds": folds,
        "letters": normalize.UNFOLDED,
        "fillers": sorted(normalize.FILLERS),
        "unspaced": [[ord(first), ord(last)] for first, last in normalize.UNSPACED],
    }
