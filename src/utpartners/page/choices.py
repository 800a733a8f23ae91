"""What can be chosen in the filters of the page, each with how many partnerships it leaves."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..i18n import translated

if TYPE_CHECKING:
    from .asked import Asked

Choice = tuple[str, str, int]
"""The value in the address of the page, what people read, the number of partnerships."""


def choices(asked: Asked) -> dict[str, list[Choice]]:
    """The choices of each filter: status, country, dept, kind."""
    shown = asked.partnerships
    countries = Counter(code for record in shown for code in record["countries"])
    kinds = Counter(
        kind for record in shown for kind in {activity["kind"] for activity in record["activities"]}
    )
    return {
        "status": [(name, translated(name), count) for name, count in asked.statuses.items()],
        "country": [(code, name, countries[code]) for code, name in asked.countries.items()],
        "dept": [
            (record["anchor"][2:], f"{record['code']} · {record['name']}", record["partnerships"])
            for record in asked.departments
            if record["partnerships"]
        ],
        "kind": sorted((kind, translated(kind), count) for kind, count in kinds.items()),
    }
