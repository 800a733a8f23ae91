"""Which partnerships a name means: one of their own, or that of a member."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import names
from ..errors import Ambiguous, NotFound
from .multi_home import has_several
from .selection import EVERYTHING
from .show_selected import passing
from .successors import succeeding

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..names import Match
    from ..store.store import Store
    from .selection import Selection

KINDS = ("partnership", "institution")
"""The kinds of record that a name may mean."""

_OF_INSTITUTION = """
SELECT partnership FROM member WHERE institution = :institution ORDER BY partnership
"""


def resolve_partnerships(
    store: Store, name: str, selection: Selection = EVERYTHING
) -> tuple[list[int], int | None]:
    """Return the keys of the partnerships that a name means, and of the member that it names.

    There is one partnership, unless several homes have one with that institution. Of those that
    are called so, only the ones of a selection count. Raises NotFound or Ambiguous.
    """
    matches = names.matches(store, KINDS, name)
    if matches and not expand_members(store, matches):
        matches = succeeding(store, matches)
    found = passing(store, expand_members(store, matches), selection)
    partnerships = [match.record for match in found]
    members = [match.record for match in matches if match.kind == "institution"]
    if len(found) > 1:
        institution = _shared(store, partnerships, members)
        if institution is None:
            raise names.ambiguous(store, found, name)
        return partnerships, institution
    if not found and matches:
        raise names.without_partnership(store, matches[0])
    if not found:
        raise _not_found(store, name)
    if found[0].former_of is not None:
        names.tell_former(store, found[0])
    elif not names.exact(store, KINDS, name):
        names.tell_part(store, found[0], name)
    # A text that names the partnership as well as a member asks for the partnership.
    named_a_member = len(members) == len(matches) == 1
    return partnerships, members[0] if named_a_member else None


def _not_found(store: Store, name: str) -> NotFound:
    """Return the error for what names no partnership; to several names it proposes ``compare``."""
    from .. import shell  # only for this error
    from ..names.other_kinds import hint

    error = names.not_found(store, KINDS, name)
    words, notes = name.split(), len(store.notes)
    try:
        found = names.resolve_sequence(store, KINDS, words, expand_members)
    except (NotFound, Ambiguous):
        return error
    finally:
        del store.notes[notes:]  # how the names were read is of no use to an error
    if len(found) > 1:
        error.hint = hint([f"compare {shell.line(words)}"])
    return error


def _shared(store: Store, partnerships: Sequence[int], members: Sequence[int]) -> int | None:
    if not has_several(store):
        return None
    from .partner import shared_institution

    return shared_institution(store, partnerships, members)


def expand_members(store: Store, matches: Sequence[Match]) -> list[Match]:
    """Return matches with each institution replaced by the partnerships that it is a member of."""
    found: dict[tuple[str, int], Match] = {}
    for match in matches:
        if match.kind != "institution":
            found.setdefault((match.kind, match.record), match)
            continue
        for (partnership,) in store.rows(_OF_INSTITUTION, {"institution": match.record}):
            of_it = match._replace(kind="partnership", record=partnership)
            found.setdefault(("partnership", partnership), of_it)
    return list(found.values())
