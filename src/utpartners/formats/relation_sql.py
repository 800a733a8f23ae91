"""The SQL statements that read a relation from the store, and that load one into it.

Rows are loaded in two steps, in bounded memory: as they come into the table ``staged``, then with
the keys of what they refer to into their own table.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any

from ..store.derived import DERIVED
from ..store.relation import CATALOGUE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..store.relation import Link, Relation

STAGED = "temp.staged"
"""The table that has the rows of a relation, with their lines, before they are loaded."""

NUMBERED = """CREATE TEMP TABLE numbered (
  relation TEXT NOT NULL, pk INTEGER NOT NULL, owner TEXT NOT NULL, number INTEGER NOT NULL,
  PRIMARY KEY (relation, owner, number)
) WITHOUT ROWID"""
"""The keys of the counted rows that were loaded, by what people call them: owner and number."""

_NUMBER = """(SELECT count(*) FROM main.{table} b
  WHERE b.{owner} = {row}.{owner} AND b.pk <= {row}.pk)"""


def quoted(name: str) -> str:
    """Return a name as SQL takes it even where it is one of its words, such as "when"."""
    return f'"{name}"'


def select(relation: Relation, further: Sequence[str] = ()) -> str:
    """Return the query that gives the rows of a relation, in order.

    ``further`` names columns of the table that the relation does not have.
    """
    given = (_given(relation, column.name) for column in relation.columns)
    values = ", ".join([*given, *(f"t.{name}" for name in further)])
    joins = "".join(
        f" LEFT JOIN {_given_target(relation, link)} r{n} ON r{n}.pk = t.{link.stored}"
        for n, link in enumerate(relation.links)
        if link.stored
    )
    where = f" WHERE t.kind = '{relation.constants['kind']}'" if relation.is_shared else ""
    order = ", ".join(f"t.{name}" for name in relation.order)
    return f"SELECT {values} FROM main.{relation.table} t{joins}{where} ORDER BY {order}"  # noqa: S608


def _given(relation: Relation, column: str) -> str:
    for n, link in enumerate(relation.links):
        if link.stored and column in link.columns:
            return f"r{n}.{quoted(link.target[link.columns.index(column)])}"
    if relation.is_counted and column == "number":
        return _NUMBER.format(table=relation.table, owner=relation.owner_column, row="t")
    return f"t.{quoted(column)}"


def _given_target(relation: Relation, link: Link) -> str:
    """Return the table that a link leads to; of counted rows, with their owners and numbers."""
    owner = relation.owner
    if owner is None or owner.owner is None or len(link.columns) == 1:
        return f"main.{link.relation}"
    (key, _) = link.target
    number = _NUMBER.format(table=owner.table, owner=owner.owner_column, row="a")
    return (
        f"(SELECT a.pk, p.{owner.owner.key[0]} AS {key}, {number} AS number"  # noqa: S608
        f" FROM main.{owner.table} a JOIN main.{owner.owner.table} p"
        f" ON p.pk = a.{owner.owner_column})"
    )


def staging(relation: Relation) -> str:
    """Return the statement that makes the table for the rows of a relation as they come."""
    columns = ", ".join(
        f"{quoted(column.name)} {'TEXT' if column.kind == 'string' else 'NUMERIC'}"
        for column in relation.columns
    )
    return f"CREATE TEMP TABLE staged (line INTEGER PRIMARY KEY, {columns})"


def loading(relation: Relation) -> list[str]:
    """Return the statements that load what is staged, but for what refers to nothing."""
    values = {name: repr(value) for name, value in relation.constants.items()}
    if relation.owner_column == "catalogue":
        values["catalogue"] = str(CATALOGUE)
    for column in relation.columns:
        if column.name == "number" and relation.is_counted:
            continue
        link = relation.link_of(column.name)
        if link in relation.links_to_itself:
            continue
        if link is None or link.stored is None:
            values[quoted(column.name)] = _loaded(relation, column.name)
        else:
            values[link.stored] = f"r{relation.links.index(link)}.pk"
    if relation.has_positions:
        by = values[relation.owner_column or ""]
        values["position"] = f"row_number() OVER (PARTITION BY {by} ORDER BY s.line) - 1"
    values |= _derived(relation)
    insert = f"INSERT INTO main.{relation.table} ({', '.join(values)})"
    first = f"{insert} SELECT {', '.join(values.values())} {_joined(relation)}"
    further = [_linking(relation, link) for link in relation.links_to_itself]
    return [first, *further, *([_numbering(relation)] if relation.is_counted else [])]


def _derived(relation: Relation) -> dict[str, str]:
    """Return the columns that are computed, each with its call of :func:`functions`."""
    if relation.table not in DERIVED:
        return {}
    arguments = []
    for field in DERIVED[relation.table].fields:
        link = relation.link_of(field)
        if link is None:
            arguments.append(f"s.{quoted(field)}")
        else:
            phase = f"r{relation.links.index(link)}"
            arguments += [f"{phase}.first", f"{phase}.last"]
    called = ", ".join(arguments)
    return {
        column: f"{relation.table}_{column}({called})" for column in DERIVED[relation.table].columns
    }


def functions() -> Iterator[tuple[str, Callable[..., str | None]]]:
    """Give the SQL functions that compute columns, by name."""
    for table, derivation in DERIVED.items():
        days = lru_cache(maxsize=10_000)(derivation.days)
        for place, column in enumerate(derivation.columns):
            yield f"{table}_{column}", partial(_day, days, place)


def _day(days: Callable[..., tuple[str | None, ...]], place: int, *arguments: Any) -> str | None:
    return days(*arguments)[place]


def _linking(relation: Relation, link: Link) -> str:
    """Return the statement that makes the links of rows to others of the same table.

    Those come later in the file as well as before, and so are linked when all are there.
    """
    (column,), (target,) = link.columns, link.target
    (key,) = relation.key
    return f"""UPDATE main.{relation.table} SET {quoted(column)} = r.pk
FROM {STAGED} s JOIN main.{relation.table} r ON r.{target} = s.{quoted(column)}
WHERE main.{relation.table}.{key} = s.{key} AND s.{quoted(column)} IS NOT NULL"""  # noqa: S608


def _numbering(relation: Relation) -> str:
    """Return the statement that remembers which keys the rows were given."""
    (link, *_) = relation.links
    (owner,), (target,) = link.columns, link.target
    return f"""INSERT INTO temp.numbered
SELECT '{relation.name}', row_number() OVER (ORDER BY p.pk, s.number), s.{owner}, s.number
FROM {STAGED} s JOIN main.{link.relation} p ON p.{target} = s.{owner}"""  # noqa: S608


def _loaded(relation: Relation, column: str) -> str:
    default = relation.column(column).default
    cell = f"s.{quoted(column)}"
    return cell if default is None else f"coalesce({cell}, {default!r})"


def _joined(relation: Relation) -> str:
    """Return the joins of the staged rows with what they refer to, and their order."""
    joins, conditions = "", []
    for n, link in enumerate(relation.links):
        if link in relation.links_to_itself:
            continue
        optional = not all(relation.column(column).required for column in link.columns)
        if optional:
            conditions.append(f"(s.{link.columns[0]} IS NULL OR r{n}.{link.target[0]} IS NOT NULL)")
        # CROSS JOIN keeps SQLite from reading the rows in the order of what they refer to.
        joins += (
            f" {'LEFT' if optional else 'CROSS'} JOIN {_target(link)} r{n} ON {_meeting(link, n)}"
        )
    where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
    return f"FROM {STAGED} s{joins}{where} ORDER BY {_order(relation)}"


def _order(relation: Relation) -> str:
    """Return the order in which rows are loaded."""
    # That of the table itself, which then only grows at its end.
    if relation.is_counted:
        return "r0.pk, s.number"
    if relation.has_positions:
        return "r0.pk, s.line" if relation.owner_column != "catalogue" else "s.line"
    return "s.line" if relation.has_key else ", ".join(f"s.{column}" for column in relation.key)


def _target(link: Link) -> str:
    """Return the table that a link leads to while rows are loaded."""
    if len(link.columns) == 1:
        return f"main.{link.relation}"
    return (
        f"(SELECT pk, owner AS {link.target[0]}, number FROM temp.numbered"  # noqa: S608
        f" WHERE relation = '{link.relation}')"
    )


def _meeting(link: Link, n: int) -> str:
    pairs = zip(link.columns, link.target, strict=True)
    return " AND ".join(f"r{n}.{quoted(target)} = s.{quoted(column)}" for column, target in pairs)


def dangling(relation: Relation, link: Link) -> str:
    """Return the query for the lines that refer to nothing, with what they say."""
    asked = " AND ".join(f"s.{quoted(column)} IS NOT NULL" for column in link.columns)
    return (
        f"SELECT line, s.{quoted(link.columns[-1])} FROM {STAGED} s WHERE {asked} AND NOT EXISTS ("  # noqa: S608
        f"SELECT 1 FROM {_target(link)} r0 WHERE {_meeting(link, 0)}) ORDER BY line"
    )


def repeated(columns: tuple[str, ...]) -> str:
    """Return the query for the lines that say the same in some columns as one before."""
    names = ", ".join(map(quoted, columns))
    return f"""SELECT line, {quoted(columns[-1])}, before FROM (
  SELECT line, {quoted(columns[-1])}, row_number() OVER same AS n, min(line) OVER same AS before
  FROM {STAGED} WHERE {quoted(columns[-1])} IS NOT NULL
  WINDOW same AS (PARTITION BY {names} ORDER BY line)
) WHERE n > 1 ORDER BY line"""  # noqa: S608
