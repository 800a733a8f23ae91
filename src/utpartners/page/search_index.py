"""What the page is searched and filtered by: names, places, and the choices of its filters.

The script of the page folds what is typed by the rules of :mod:`utpartners.normalize`. It gets them
from here, so that page and program find the same.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

from .. import normalize
from ..i18n import translated
from ..store.store import KINDS

if TYPE_CHECKING:
    from ..store.store import Store
    from .context import PageContext

_NAMES = "SELECT kind, record, text FROM spelling ORDER BY kind, record, pk"

_PARTS = """
SELECT partnership, 'institution', institution FROM member
UNION SELECT partnership, 'department', department FROM link
UNION SELECT m.partnership, 'country', c.pk FROM member m
  JOIN institution i ON i.pk = m.institution JOIN country c ON c.code = i.country
ORDER BY 1, 2, 3
"""

_PARTNERSHIPS = "SELECT pk FROM partnership ORDER BY pk"

_FIELDS = {
    "partnership": "names", "institution": "names", "country": "places",
    "department": "departments",
}  # fmt: skip
"""The field of the search in which the names of a kind of record are."""

LAST_FOLDED = 0xABC0
"""Above this code point, the folded form of every letter is its lower case or its parts."""


def search_index(store: Store, context: PageContext) -> dict[str, Any]:
    """Return the rules of folding, the names of records, and what each partnership has of them.

    ``names``, ``places`` and ``departments`` of a partnership are indices in the list of ``names``;
    titles and texts of activities are read from the page itself.
    """
    store.require_spellings(KINDS)
    names: dict[tuple[str, int], dict[str, str]] = {}
    for kind, record, text in store.rows(_NAMES):
        # Of spellings that fold to the same words one is enough: the last, as the first is the id.
        names.setdefault((kind, record), {})[" ".join(normalize.words(text))] = text
    records = {record: number for number, record in enumerate(names)}
    of: dict[int, dict[str, list[int]]] = {}
    for partnership, kind, record in store.rows(_PARTS):
        fields = of.setdefault(partnership, {})
        fields.setdefault(_FIELDS[kind], []).append(records[kind, record])
    keys = [pk for (pk,) in store.rows(_PARTNERSHIPS)]
    anchors = {record["code"]: record["anchor"] for record in context.departments}
    return {
        "rules": folding_rules(),
        "names": [list(found.values()) for found in names.values()],
        "partnerships": [
            {
                "anchor": record["anchor"],
                "id": record["id"],
                "names": [records["partnership", pk], *of.get(pk, {}).get("names", ())],
                "places": of.get(pk, {}).get("places", []),
                "cities": sorted({one["city"] for one in record["institutions"] if one["city"]}),
                "departments": of.get(pk, {}).get("departments", []),
                "status": record["status"],
                "country": record["countries"],
                "dept": [anchors[department["code"]][2:] for department in record["departments"]],
                "kind": sorted({activity["kind"] for activity in record["activities"]}),
            }
            for pk, record in zip(keys, context.partnerships, strict=True)
        ],
    }


def folding_rules() -> dict[str, Any]:
    """Return how text is folded: the tables of :mod:`utpartners.normalize`, and full case folding.

    ``folds`` has the letters, by their hexadecimal code point, whose folded form is not their lower
    case: JavaScript knows lower case, but no case folding.
    """
    # Surrogates are no letters, and JSON in UTF-8 cannot hold them.
    letters = (chr(code) for code in range(LAST_FOLDED) if not 0xD800 <= code < 0xE000)
    folds = {
        f"{ord(letter):x}": letter.casefold()
        for letter in letters
        if letter.casefold() != letter.lower() and unicodedata.normalize("NFKD", letter) == letter
    }
    return {
        "folds": folds,
        "letters": normalize.UNFOLDED,
        "dropped": [[ord(first), ord(last)] for first, last in normalize.DROPPED],
        "hiragana": [*map(ord, normalize.HIRAGANA), normalize.TO_KATAKANA],
        "acute": normalize.ACUTE,
        "fillers": sorted(normalize.FILLERS),
        "unspaced": [[ord(first), ord(last)] for first, last in normalize.UNSPACED],
    }


Choice = tuple[str, str, int]
"""The value in the URL of the page, what people read, and the number of partnerships."""


def choices(context: PageContext) -> dict[str, list[Choice]]:
    """Return the choices of each filter: status, country, dept, kind."""
    shown = context.partnerships
    countries = Counter(code for record in shown for code in record["countries"])
    kinds = Counter(
        kind for record in shown for kind in {activity["kind"] for activity in record["activities"]}
    )
    return {
        "status": [
            (name, context.said_status(name), count) for name, count in context.statuses.items()
        ],
        "country": [(code, name, countries[code]) for code, name in context.countries.items()],
        "dept": [
            (record["anchor"][2:], f"{record['code']} · {record['name']}", record["partnerships"])
            for record in context.departments
            if record["partnerships"]
        ],
        "kind": sorted((kind, translated(kind), count) for kind, count in kinds.items()),
    }
