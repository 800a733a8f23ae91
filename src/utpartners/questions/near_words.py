"""What to say where a search finds nothing: the nearest words, or which of them are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import names
from ..i18n import translated
from ..similarity import ALIKE_WORD, nearest_texts
from ..store.store import KINDS
from ..store.text_index import require_terms
from .search import count_hits, wanted_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..store.store import Store
    from .excerpt import Wanted

FEW_RECORDS, MANY_RECORDS = 5_000, 200_000
"""Records up to which every word of the index is compared, and up to which one letter at the start
of a word is taken to be typed right; beyond, two are."""

MOST_COUNTED = 1_000
"""Records up to which it is counted how many have a word."""

_SIZE = "SELECT max(pk) FROM search_text"

_TERMS = """
SELECT term FROM temp.search_row WHERE term >= :start AND term <= :start || char(0x10ffff)
"""


def notes_of_nothing(store: Store, wanted: Sequence[Wanted], typed: str) -> tuple[str, ...]:
    """Return what to say where no record has all of the words."""
    counts = [count_hits(store, [one], MOST_COUNTED) for one in wanted]
    if all(counts):
        alone = translated(", ").join(
            f"{' '.join(one.words)} ({_shown(count)})"
            for one, count in zip(wanted, counts, strict=True)
        )
        return (
            translated("No record contains all of these words."),
            translated("Records with each of them: {counts}").format(counts=alone),
        )
    missing = [one for one, count in zip(wanted, counts, strict=True) if not count]
    nothing = translated("No record contains {words}.").format(words=names.quoted(typed))
    near = [_nearest(store, one) for one in missing]
    if None in near:
        return (nothing,)
    meant = dict(zip(missing, near, strict=True))
    words = " ".join(meant.get(one) or " ".join(one.words) for one in wanted)
    if not count_hits(store, wanted_words(words), 1):
        return (nothing,)
    from ..shell import line

    did = translated("Did you mean: {command}").format(
        command=f"utpartners search {line(words.split())}"
    )
    return nothing, did


def _shown(count: int) -> str:
    return f"{MOST_COUNTED:,}+" if count == MOST_COUNTED else f"{count}"


def _nearest(store: Store, wanted: Wanted) -> str | None:
    """Return the words of the index nearest to some, None where one has none near."""
    if not all(map(str.isascii, wanted.words)):
        from ..names.nearest import nearest

        # Letters of Han and kana are words of the index; names are longer, and can be near.
        found = nearest(store, KINDS, "".join(wanted.words), 1)
        return found[0].text if found else None
    near = [nearest_texts(one, _terms(store, one), 1, ALIKE_WORD) for one in wanted.words]
    return " ".join(one[0] for one in near) if all(near) else None


def _terms(store: Store, word: str) -> Iterator[str]:
    """Return the words of the index that may be near a word."""
    require_terms(store.connection)
    (size,) = store.one(_SIZE) or (0,)
    sure = 0 if size <= FEW_RECORDS else 1 if size <= MANY_RECORDS else 2
    rows = store.rows(_TERMS, {"start": word[:sure]})
    return (term for (term,) in rows if len(term) > 1 and not term.isdigit())
