"""The errors of a name that does not mean exactly one record, with what may be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import normalize
from ..errors import Ambiguous, NotFound
from .label import labels, plural, quoted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..store.store import Store
    from .match import Match

MOST_CANDIDATES = 12


def ambiguous(store: Store, matches: Sequence[Match], text: str) -> Ambiguous:
    """The error that lists what a text may mean."""
    lines = _listed(store, matches[:MOST_CANDIDATES])
    if len(matches) > MOST_CANDIDATES:
        lines.append(f"  … and {len(matches) - MOST_CANDIDATES} more")
    return Ambiguous(
        f"{quoted(text)} may mean {len(matches)} {plural(matches[0].kind)}",
        "\n".join(["Say which, by its id or more of its name:", *lines]),
    )


def not_found(store: Store, kinds: Sequence[str], text: str) -> NotFound:
    """The error that suggests the nearest names."""
    what = " or ".join(kinds)
    if not normalize.words(text):
        return NotFound(f"{quoted(text)} is not a name of a {what}", "Type at least one letter.")
    from .nearest import nearest

    near = nearest(store, kinds, text)
    lines = ["Did you mean:", *_listed(store, near)] if near else []
    return NotFound(f"there is no {what} {quoted(text)}", "\n".join(lines) or None)


def without_partnership(store: Store, match: Match) -> NotFound:
    """The error for an institution that is in the catalogue, yet no partner."""
    (label,) = labels(store, [match])
    return NotFound(
        f"{label.name} ({label.id}) is in the catalogue, but no partnership has it as a member"
    )


def _listed(store: Store, matches: Sequence[Match]) -> list[str]:
    """A line for each record: its id, and the name that is told apart by."""
    known = list(dict.fromkeys(labels(store, matches)))
    width = max(len(label.full_id) for label in known)
    return [f"  {label.full_id:<{width}}  {label.name}" for label in known]
