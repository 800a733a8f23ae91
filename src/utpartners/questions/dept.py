"""``dept``: the partnerships of one or several departments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import names
from ..i18n import translated
from .list import partnerships
from .selection import EVERYTHING
from .successors import tell_successor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..answers import Table
    from ..store.store import Store
    from .selection import Selection

_OTHER_NAME = """
SELECT text FROM translation WHERE kind = 'department' AND record = :department
ORDER BY position LIMIT 1
"""


def dept(
    store: Store, words: Sequence[str], any: bool = False, selection: Selection = EVERYTHING
) -> Table:
    """Return the partnerships of all (or ``any``) of the departments that the words name in a row.

    They are those of a selection.
    Raises NotFound or Ambiguous.
    """
    found = names.resolve_sequence(store, ["department"], words)
    for one in found:
        tell_successor(store, one)
    labels = names.labels(store, found)
    said = [f"{label.name} ({label.full_id})" for label in labels]
    if len(found) == 1:
        title = " · ".join([*said, *_other_name(store, found[0].record)])
    else:
        joined = (translated(" or ") if any else translated(" and ")).join(said)
        title = translated("Partnerships of {departments}").format(departments=joined)
    asked = [] if any and len(found) > 1 else [label.id for label in labels]
    # As if list had been given these departments, which are known by key already.
    values = {"dept": [match.record for match in found], **({} if any else {"all_depts": True})}
    found_here = partnerships(store, selection.with_values(**values), title, asked)
    found_here.subjects = tuple(label.full_id for label in labels)
    return found_here


def _other_name(store: Store, department: int) -> list[str]:
    """Return the first name of a department in another language, if it has one."""
    return [name for (name,) in store.rows(_OTHER_NAME, {"department": department})]
