"""What filters leave of a partnership that is shown: which one is meant, and of its activities."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import names
from ..errors import NotFound
from ..i18n import translated

if TYPE_CHECKING:
    from ..names import Match
    from ..store.store import Store
    from .selection import Selection

_COUNT = "SELECT count(*) FROM activity WHERE partnership = :partnership"

_PASSING = """
SELECT p.pk FROM partnership p WHERE p.pk IN (SELECT value FROM json_each(:named)) AND {where}
"""


def left_out(store: Store, partnership: int, selection: Selection, count: int) -> tuple[str, ...]:
    """Return the footnote on the activities that a selection leaves out."""
    if selection.activity_condition == "TRUE":
        return ()
    (total,) = store.one(_COUNT, {"partnership": partnership}) or (0,)
    said = translated("{selection}: {count} of {total}.")
    return (said.format(selection=selection.title(store), count=count, total=total),)


def passing(store: Store, found: list[Match], selection: Selection) -> list[Match]:
    """Return the matches that pass the filters of partnerships. Raises NotFound if none does."""
    where = selection.partnership_condition
    if where == "TRUE" or not found:
        return found
    bound = {**selection.values, "named": [match.record for match in found]}
    keys = {pk for (pk,) in store.rows(_PASSING.format(where=where), bound)}
    if not keys:
        (label, *_) = names.labels(store, found)
        message = translated("{name} ({id}) does not pass the filters")
        raise NotFound(
            message.format(name=label.name, id=label.full_id),
            translated("Without filters: {command}", command=f"utpartners show {label.full_id}"),
        )
    return [match for match in found if match.record in keys]
