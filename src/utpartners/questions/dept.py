"""``dept``: the partnerships of one or several departments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import names
from ..i18n import translated
from .list import Filters, partnerships

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..answers import Table
    from ..store.store import Store


def dept(store: Store, words: Sequence[str], any: bool = False, limit: int | None = None) -> Table:
    """The partnerships of all (or ``any``) of the departments that the words name in a row.

    Raises NotFound or Ambiguous.
    """
    found = names.resolve_sequence(store, ["department"], words)
    labels = [f"{label.name} ({label.full_id})" for label in names.labels(store, found)]
    joined = (translated(" or ") if any else translated(" and ")).join(labels)
    title = translated("Partnerships of {departments}").format(departments=joined)
    departments = [match.record for match in found]
    filters = Filters(departments=departments, all_departments=not any)
    return partnerships(store, filters, title, limit)
