"""``show``: everything about one partnership."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import names
from ..answers import Card, Column, View
from .activity import ACTIVITY, ACTIVITY_CELLS, ACTIVITY_LINES, IN_ORDER_OF_TIME
from .cells import cells
from .multi_home import with_home

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..names import Match
    from ..store.store import Store

INSTITUTION = (
    Column("id", is_id=True),
    Column("name", heading="Institution"),
    Column("names", "names"),
    Column("country"),
    Column("city"),
    Column("latitude", "number"),
    Column("longitude", "number"),
    Column("website"),
    Column("ror", heading="ROR"),
    Column("country_name", heading="Country name"),
)

DEPARTMENT = (
    Column("code", is_id=True),
    Column("id", is_id=True),
    Column("name", heading="Department"),
    Column("names", "names"),
)

AGREEMENT = (
    Column("kind"),
    Column("signed"),
    Column("ends"),
    Column("renews"),
    Column("note"),
    Column("source"),
)

_INSTITUTION_VIEW = (
    View("Id", (("{id}",),), is_id=True),
    View(
        "Institution",
        (
            ("{name}",),
            ("{names}",),
            ("{city}", ", {country_name}", " ({country})", " · {latitude}", ", {longitude}"),
            ("{website}", " · {ror}"),
        ),
    ),
)

_DEPARTMENT_VIEW = (
    View("Code", (("{code}",),), is_id=True),
    View("Department", (("{name}",), ("{names}",))),
)

_AGREEMENT_VIEW = (
    View("Kind", (("{kind}",),)),
    View("Signed", (("{signed}",),)),
    View("Ends", (("{ends|unknown}",),)),
    View("Renews", (("{renews|unknown}",),)),
    View("Note", (("{note}",),)),
)

_ACTIVITY_VIEW = (
    View("When", (("{when}", " ({calendar} year)"), ("phase {phase}",), ("{planned}",))),
    View("Activity", ACTIVITY_LINES),
)

CARD = (
    Column("id", is_id=True),
    Column("name"),
    Column("abbreviation"),
    Column("names", "names", heading="Other names"),
    Column("status"),
    Column("countries", "list"),
    Column("since"),
    Column("note"),
    Column("agreements", "records", columns=AGREEMENT, view=_AGREEMENT_VIEW),
    Column("institutions", "records", columns=INSTITUTION, view=_INSTITUTION_VIEW),
    Column(
        "departments",
        "records",
        columns=DEPARTMENT,
        view=_DEPARTMENT_VIEW,
        instead="collaboration",
    ),
    Column("activities", "records", columns=ACTIVITY, view=_ACTIVITY_VIEW),
    Column("collaboration", heading="Runs as"),
    Column("coordinator"),
    Column("aliases", "list", heading="Also"),
    Column("source"),
)

_NAMES = """(SELECT json_group_object(language, text) FROM (
  SELECT language, text, position FROM translation
  WHERE kind = '{kind}' AND record = {record} ORDER BY position))"""

_SHOW = f"""
SELECT p.id, p.name, p.abbreviation, {_NAMES.format(kind="partnership", record="p.pk")}, p.status,
  (SELECT json_group_array(code) FROM (
    SELECT i.country AS code FROM member m JOIN institution i ON i.pk = m.institution
    WHERE m.partnership = p.pk GROUP BY i.country ORDER BY min(m.position))),
  p.since, p.note,
  (SELECT json_group_array(json_array(kind, signed, ends, renews, note, source)) FROM (
    SELECT * FROM agreement WHERE partnership = p.pk ORDER BY position)),
  (SELECT json_group_array(json(cells)) FROM (
    SELECT json_array(
      i.id, i.name, json({_NAMES.format(kind="institution", record="i.pk")}), i.country, i.city,
      i.latitude, i.longitude, i.website, i.ror, c.name) AS cells
    FROM member m JOIN institution i ON i.pk = m.institution JOIN country c ON c.code = i.country
    WHERE m.partnership = p.pk ORDER BY m.position)),
  (SELECT json_group_array(json(cells)) FROM (
    SELECT json_array(
      d.code, d.id, d.name, json({_NAMES.format(kind="department", record="d.pk")})) AS cells
    FROM link l JOIN department d ON d.pk = l.department
    WHERE l.partnership = p.pk ORDER BY l.position)),
  (SELECT json_group_array(json(cells)) FROM (
    SELECT json_array({ACTIVITY_CELLS}) AS cells FROM activity a
    WHERE a.partnership = p.pk ORDER BY {IN_ORDER_OF_TIME})),
  p.collaboration,
  (SELECT d.code FROM department d WHERE d.pk = p.coordinator),
  (SELECT json_group_array(text) FROM (
    SELECT text FROM alias WHERE kind = 'partnership' AND record = p.pk ORDER BY position)),
  p.source
FROM partnership p WHERE p.pk = :partnership
"""  # noqa: S608

_OF_INSTITUTION = """
SELECT partnership FROM member WHERE institution = :institution ORDER BY partnership
"""

_INSTITUTION_ID = "SELECT id FROM institution WHERE pk = :institution"


def show(store: Store, name: str) -> Card:
    """The partnership that a name means; the name of a member means the partnership it is in.

    Where several homes have one with the same institution, that institution, with all of them.
    Raises NotFound or Ambiguous.
    """
    partnerships, institution = meant(store, name)
    if len(partnerships) > 1 and institution is not None:
        from .partner import partner

        return partner(store, institution, partnerships)
    return card(store, partnerships[0], institution)


def card(store: Store, partnership: int, member: int | None = None) -> Card:
    """The partnership with a key; ``member`` is the key of the institution asked for."""
    columns, _, sql = with_home(store, CARD, (), _SHOW)
    (row,) = cells(columns, store.rows(sql, {"partnership": partnership}))
    told = dict(zip((column.key for column in columns), row, strict=True))
    abbreviation = f" ({told['abbreviation']})" if told["abbreviation"] else ""
    return Card(
        columns,
        row,
        title=f"{told['name']}{abbreviation}",
        subtitle=str(told["status"]),
        hidden=("name", "abbreviation", "status", "countries"),
        marked=_marked(store, member),
    )


def meant(store: Store, name: str) -> tuple[list[int], int | None]:
    """Keys of the partnerships that a name means, and of the member institution that was named.

    There is one, unless several homes have a partnership with that institution.
    """
    matches = names.find(store, ["partnership", "institution"], name)
    found = settled(store, matches)
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
        raise names.not_found(store, ["partnership", "institution"], name)
    named_a_member = len(members) == len(matches) == 1
    return partnerships, members[0] if named_a_member else None


def _shared(store: Store, partnerships: Sequence[int], members: Sequence[int]) -> int | None:
    if len(store.homes) < 2:
        return None
    from .partner import shared

    return shared(store, partnerships, members)


def settled(store: Store, matches: Sequence[Match]) -> list[Match]:
    """Matches in which an institution stands for the partnerships that it is a member of."""
    found: dict[tuple[str, int], Match] = {}
    for match in matches:
        if match.kind != "institution":
            found.setdefault((match.kind, match.record), match)
            continue
        for (partnership,) in store.rows(_OF_INSTITUTION, {"institution": match.record}):
            of_it = names.Match("partnership", partnership, match.text)
            found.setdefault(("partnership", partnership), of_it)
    return list(found.values())


def _marked(store: Store, member: int | None) -> tuple[str, str] | None:
    if member is None:
        return None
    row = store.one(_INSTITUTION_ID, {"institution": member})
    return ("institutions", str(row[0])) if row else None
