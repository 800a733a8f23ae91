"""Another name, code or id for a record, which keeps the old one as a name that it had."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from .. import normalize
from ..fields import fields_of
from ..model import Department, Institution, Partnership
from .references import with_ids

if TYPE_CHECKING:
    from .book import Document

Kind = Literal["department", "institution", "partnership"]
What = Literal["name", "code", "id"]

TYPES = {"department": Department, "institution": Institution, "partnership": Partnership}
"""The records that can be renamed and merged."""

CODES = {"department": "code", "institution": "abbreviation", "partnership": "abbreviation"}
"""The key of the short name of a record."""


class Renaming(NamedTuple):
    """What is to be called otherwise, and how."""

    kind: str
    id: str
    new: str
    what: What = "name"
    until: str | None = None
    """Until when it had the old name; None where that was a mistake, which is not kept."""


def renamed(document: Document, renaming: Renaming) -> Document:
    """Return a document in which a record has another name, code or id."""
    kind, id, new, what, _ = renaming
    if what == "id":
        document = with_ids(document, kind, {id: new})
    records = [
        _renamed(record, renaming) if record["id"] == id else record for record in document[kind]
    ]
    return {**document, kind: records}


def _renamed(record: Document, renaming: Renaming) -> Document:
    kind, _, new, what, until = renaming
    key = CODES[kind] if what == "code" else what
    old = record.get(key)
    result = {**record, key: new}
    if old == new or what == "id":
        return result
    if "aliases" in result:
        result["aliases"] = [one for one in result["aliases"] if one != new]
    if old and until is not None:
        keep_name(result, kind, old, until, is_name=what == "name")
    return result


def keep_name(record: Document, kind: str, name: str, until: str | None, *, is_name: bool) -> None:
    """Put a name into the former names of a record; without such, or for a code, into its aliases.

    A name by which the record is found already is not put there again.
    """
    own = [record["name"], record.get(CODES[kind]), *record.get("aliases", ())]
    own += [one["name"] for one in record.get("former", ())]
    if name in own:
        return
    if is_name and "former" in fields_of(TYPES[kind]):
        former: dict[str, Any] = {"name": name, **({"until": until} if until else {})}
        record["former"] = [*record.get("former", ()), former]
    elif not any(_key(name) == _key(one) for one in own if one):
        record["aliases"] = [*record.get("aliases", ()), name]


def _key(name: str) -> str:
    return normalize.key(normalize.words(name))
