"""Where the rows of each relation stand in a document, as a TOML file has it."""

from __future__ import annotations

from typing import Literal, NamedTuple


class Part(NamedTuple):
    """The keys that lead to the rows, without the indices; and what a row is there."""

    keys: tuple[str, ...]
    form: Literal["table", "tables", "values", "names"] = "tables"
    """The only table, one in a list of tables or of values, or a key and its value."""


_KINDS = ("country", "institution", "department", "initiative", "partnership")

PARTS = {
    "catalogue": Part(("catalogue",), "table"),
    "aim": Part(("catalogue", "aims"), "values"),
    "note": Part(("catalogue", "notes"), "values"),
    "source": Part(("catalogue", "source")),
    **{kind: Part((kind,)) for kind in ("phase", *_KINDS)},
    **{f"{kind}_name": Part((kind, "names"), "names") for kind in _KINDS},
    **{f"{kind}_alias": Part((kind, "aliases"), "values") for kind in _KINDS},
    **{f"{kind}_evidence": Part((kind, "evidence"), "values") for kind in _KINDS},
    "initiative_figure": Part(("initiative", "figures")),
    "member": Part(("partnership", "members"), "values"),
    "link": Part(("partnership", "departments"), "values"),
    "agreement": Part(("partnership", "agreement")),
    "activity": Part(("partnership", "activity")),
    "activity_figure": Part(("partnership", "activity", "figures")),
    "activity_department": Part(("partnership", "activity", "departments"), "values"),
    "activity_other": Part(("partnership", "activity", "others"), "values"),
}
"""By the names of the relations."""
