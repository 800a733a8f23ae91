"""The statements that give a relation from the store, and that load it into one."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .form import Link, Relation

STAGED = "temp.staged"
"""Where the rows of a relation are, with their lines, before they are loaded."""

NUMBERED = """CREATE TEMP TABLE numbered (
  pk INTEGER NOT NULL, partnership TEXT NOT NULL, number INTEGER NOT NULL,
  PRIMARY KEY (partnership, number)
) WITHOUT ROWID"""
"""Keys of the activities that were loaded, by what others call them."""

_NUMBER = """(SELECT count(*) FROM main.activity b
  WHERE b.partnership = {activity}.partnership AND b.pk <= {activity}.pk)"""

_ACTIVITIES = f"""(SELECT a.pk, p.id AS partnership, {_NUMBER.format(activity="a")} AS number
  FROM main.activity a JOIN main.partnership p ON p.pk = a.partnership)"""  # noqa: S608


def quoted(name: str) -> str:
    """A name that may be a word of SQL."""
    return f'"{name}"'


def select(relation: Relation) -> str:
    """The query that gives the rows of a relation, in order."""
    values = ", ".join(_given(relation, column.name) for column in relation.columns)
    joins = "".join(
        f" LEFT JOIN {_ACTIVITIES if link.relation == 'activity' else f'main.{link.relation}'} r{n}"
        f" ON r{n}.pk = t.{link.stored}"
        for n, link in enumerate(relation.links)
        if link.stored
    )
    kind = [f"t.{name} = {value}" for name, value in relation.constants if name == "kind"]
    where = f" WHERE {kind[0]}" if kind else ""
    order = ", ".join(f"t.{name}" for name in relation.order.split(", "))
    return f"SELECT {values} FROM main.{relation.table} t{joins}{where} ORDER BY {order}"  # noqa: S608


def _given(relation: Relation, column: str) -> str:
    for n, link in enumerate(relation.links):
        if link.stored and column in link.columns:
            return f"r{n}.{quoted(link.target[link.columns.index(column)])}"
    if relation.name == "activity" and column == "number":
        return _NUMBER.format(activity="t")
    return f"t.{quoted(column)}"


def staging(relation: Relation) -> str:
    """The statement that makes the table for the rows of a relation as they come."""
    columns = ", ".join(
        f"{quoted(column.name)} {'TEXT' if column.kind == 'string' else 'NUMERIC'}"
        for column in relation.columns
    )
    return f"CREATE TEMP TABLE staged (line INTEGER PRIMARY KEY, {columns})"


def loading(relation: Relation) -> list[str]:
    """The statements that load what is staged; the first leaves out what refers to nothing."""
    values = dict(relation.constants)
    for column in relation.columns:
        if column.name == "number" and relation.name == "activity":
            continue
        link = relation.link_of(column.name)
        if link is None or link.stored is None:
            values[quoted(column.name)] = _loaded(relation, column.name)
        else:
            values[link.stored] = f"r{relation.links.index(link)}.pk"
    if relation.owner:
        by = values[relation.owner]
        values["position"] = f"row_number() OVER (PARTITION BY {by} ORDER BY s.line) - 1"
    if relation.name == "activity":
        values |= {day: f'{day}(s."when", s.calendar, r1.first, r1.last)' for day in DAYS}
    insert = f"INSERT INTO main.{relation.table} ({', '.join(values)})"
    first = f"{insert} SELECT {', '.join(values.values())} {_joined(relation)}"
    return [first, _NUMBERING] if relation.name == "activity" else [first]


DAYS = ("first_day", "last_day")
"""Functions that give the days of an activity, from its own time or else that of its phase."""

_NUMBERING = f"""INSERT INTO temp.numbered
SELECT row_number() OVER (ORDER BY p.pk, s.number), s.partnership, s.number
FROM {STAGED} s JOIN main.partnership p ON p.id = s.partnership"""  # noqa: S608


def _loaded(relation: Relation, column: str) -> str:
    default = relation.column(column).default
    cell = f"s.{quoted(column)}"
    return cell if default is None else f"coalesce({cell}, {default!r})"


def _joined(relation: Relation) -> str:
    """Where the staged rows come from, in the order in which they are loaded."""
    joins, conditions = "", []
    for n, link in enumerate(relation.links):
        optional = not all(relation.column(column).required for column in link.columns)
        if optional:
            conditions.append(f"(s.{link.columns[0]} IS NULL OR r{n}.{link.target[0]} IS NOT NULL)")
        joins += (
            f" {'LEFT' if optional else 'CROSS'} JOIN {_target(link)} r{n} ON {_meeting(link, n)}"
        )
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    order = {"activity": "r0.pk, s.number", "phase": "s.number"}.get(relation.name, "s.line")
    if relation.owner:
        order = f"{_owner_key(relation)}, s.line"
    return f"FROM {STAGED} s{joins}{where} ORDER BY {order}"


def _owner_key(relation: Relation) -> str:
    owner = next(
        (n for n, link in enumerate(relation.links) if link.stored == relation.owner), None
    )
    return "1" if owner is None else f"r{owner}.pk"


def _target(link: Link) -> str:
    return "temp.numbered" if link.relation == "activity" else f"main.{link.relation}"


def _meeting(link: Link, n: int) -> str:
    pairs = zip(link.columns, link.target, strict=True)
    return " AND ".join(f"r{n}.{quoted(target)} = s.{quoted(column)}" for column, target in pairs)


def dangling(relation: Relation, link: Link) -> str:
    """The query for the lines that refer to nothing, with what they say."""
    asked = " AND ".join(f"s.{quoted(column)} IS NOT NULL" for column in link.columns)
    return (
        f"SELECT line, s.{quoted(link.columns[-1])} FROM {STAGED} s WHERE {asked} AND NOT EXISTS ("  # noqa: S608
        f"SELECT 1 FROM {_target(link)} r0 WHERE {_meeting(link, 0)}) ORDER BY line"
    )


def repeated(columns: tuple[str, ...]) -> str:
    """The query for the lines that say the same in some columns as one before."""
    names = ", ".join(map(quoted, columns))
    return f"""SELECT line, {quoted(columns[-1])}, before FROM (
  SELECT line, {quoted(columns[-1])}, row_number() OVER same AS n, min(line) OVER same AS before
  FROM {STAGED} WINDOW same AS (PARTITION BY {names} ORDER BY line)
) WHERE n > 1 ORDER BY line"""  # noqa: S608
