"""State a column of an answer together with the SQL of its value.

A question lists its :class:`SqlColumn` values once. Its columns, the SELECT, the JSON of nested
rows and the reading of that JSON all follow from this list, so that their order cannot differ.
:class:`~utpartners.answers.Column` itself knows no SQL: it is what an answer shows of a field.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from ..answers import Column

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from ..answers import Row, View
    from ..store.store import Store


class SqlColumn:
    """A column of an answer, and where its value comes from.

    ``sql`` is an expression; of a list, names or records one that gives their JSON. It may have
    placeholders of :meth:`str.format`, such as ``{where}``, that :func:`read` fills.
    """

    # Not a NamedTuple: to make such a class takes longer than all fields of an answer together.
    def __init__(self, column: Column, sql: str) -> None:
        self.column = column
        self.sql = sql


def table_columns(record: str, *columns: Column) -> tuple[SqlColumn, ...]:
    """Return a field for each column that a table has by the same name.

    ``record`` is what the statement calls a row of that table.
    """
    # Quoted because of ``when``, an SQL keyword. With the record before it, SQLite does not take
    # a name that it does not know for a text, as it does with a quoted name alone.
    return tuple(SqlColumn(column, f'{record}."{column.key}"') for column in columns)


def list_of(value: str, rest: str) -> str:
    """Return SQL for the JSON of a list: a value of each row of ``FROM …``, in its order."""
    return f"(SELECT json_group_array(value) FROM (SELECT {value} AS value {rest}))"  # noqa: S608


def names_of(kind: str, record: str) -> str:
    """Return SQL for the JSON of the other names of a record, by language."""
    return f"""(SELECT json_group_object(language, text) FROM (
  SELECT language, text, position FROM translation
  WHERE kind = '{kind}' AND record = {record}.pk ORDER BY position))"""  # noqa: S608


def aliases_of(kind: str, record: str) -> str:
    """Return SQL for the JSON of the aliases of a record."""
    rest = f"FROM alias WHERE kind = '{kind}' AND record = {record}.pk ORDER BY position"
    return list_of("text", rest)


def evidence_of(kind: str, record: str) -> str:
    """Return SQL for the JSON of the evidence of a record."""
    rest = f"FROM evidence WHERE kind = '{kind}' AND record = {record} ORDER BY position"
    return list_of("text", rest)


def records_of(
    key: str,
    fields: Sequence[SqlColumn],
    rest: str,
    heading: str = "",
    view: tuple[View, ...] = (),
    instead: str = "",
) -> SqlColumn:
    """Return a field of nested records: its fields of each row of ``FROM …``, in its order.

    Key, heading, view and ``instead`` are those of its column.
    """
    # The inner SELECT sorts, the outer one makes JSON: rows made JSON first would be parsed again.
    # JSON from a subquery is a mere text to json_array(), unless json() says otherwise.
    values = ", ".join(f"{field.sql} AS c{n}" for n, field in enumerate(fields))
    cells = ", ".join(
        f"json(c{n})" if field.column.kind in _JSON_KINDS else f"c{n}"
        for n, field in enumerate(fields)
    )
    sql = f"(SELECT json_group_array(json_array({cells})) FROM (SELECT {values} {rest}))"  # noqa: S608
    return SqlColumn(Column(key, "records", heading, columns_of(fields), view, instead), sql)


COUNTRIES = SqlColumn(
    Column("countries", "list"),
    list_of(
        "i.country",
        """FROM member m JOIN institution i ON i.pk = m.institution
        WHERE m.partnership = p.pk GROUP BY i.country ORDER BY min(m.position)""",
    ),
)
"""The countries of the members of a partnership ``p``, each once, in the order of the members."""

DEPARTMENTS = SqlColumn(
    Column("departments", "list"),
    list_of(
        "d.code",
        """FROM link l JOIN department d ON d.pk = l.department
        WHERE l.partnership = p.pk ORDER BY l.position""",
    ),
)
"""The codes of the departments of a partnership ``p``."""

ACTIVITIES = SqlColumn(
    Column("activities", "number"),
    "(SELECT count(*) FROM activity a WHERE a.partnership = p.pk)",
)
"""The number of activities of a partnership ``p``."""


def columns_of(fields: Sequence[SqlColumn]) -> tuple[Column, ...]:
    """Return the columns of fields, in their order."""
    return tuple(field.column for field in fields)


def read(
    store: Store,
    fields: Sequence[SqlColumn],
    statement: str,
    bound: Mapping[str, Any] | None = None,
    most: int | None = None,
    /,
    **parts: str,
) -> Iterator[Row]:
    """Return the rows of a statement that has ``{fields}`` for what it selects, at most ``most``.

    ``parts`` fill the other placeholders of the statement and of the fields.
    """
    if most is not None:
        # SQLite then computes the lists within a row only for the rows that it keeps.
        statement, bound = f"{statement} LIMIT :most", {**(bound or {}), "most": most}
    selected = ", ".join(field.sql for field in fields).format(**parts)
    rows = store.rows(statement.format(fields=selected, **parts), bound)
    return _decoded(columns_of(fields), rows)


_JSON_KINDS = ("list", "names", "records")


def _in_json(text: str) -> Any:
    """Return the value of JSON as SQLite writes it, without blanks."""
    # Most are lists of texts in which nothing is escaped. These need no decoder, whose import takes
    # longer than all rows of a short list.
    if text == "[]":
        return []
    if text.startswith('["') and text.endswith('"]') and "\\" not in text:
        texts = text[2:-2].split('","')
        if text.count('"') == 2 * len(texts):  # no number and no null stands between them
            return texts
    value, _ = _decoder()(text)
    return value


@cache
def _decoder() -> Callable[[str], tuple[Any, int]]:
    from json import JSONDecoder

    # json.loads would look for blanks around the value.
    return JSONDecoder().raw_decode


def _decoded(columns: Sequence[Column], rows: Iterator[Row]) -> Iterator[Row]:
    """Return rows as SQL gives them, with lists read from JSON and booleans from 0 and 1."""
    nested = [index for index, column in enumerate(columns) if column.kind in _JSON_KINDS]
    records = [index for index in nested if columns[index].kind == "records"]
    flags = [index for index, column in enumerate(columns) if column.kind == "boolean"]
    return _rewritten(columns, rows, nested, records, flags) if nested or flags else rows


def _rewritten(
    columns: Sequence[Column],
    rows: Iterator[Row],
    nested: list[int],
    records: list[int],
    flags: list[int],
) -> Iterator[Row]:
    for row in rows:
        values: list[Any] = list(row)
        for index in nested:
            values[index] = _in_json(values[index])
        for index in records:
            values[index] = _nested(columns[index], values[index])
        for index in flags:
            values[index] = bool(values[index])
        yield tuple(values)


def _nested(column: Column, value: Any) -> Any:
    """Return a value read from JSON as a cell of its column: records become rows."""
    if column.kind == "records":
        return [
            tuple(_nested(inner, cell) for inner, cell in zip(column.columns, row, strict=True))
            for row in value
        ]
    if column.kind == "boolean":
        return bool(value)
    return value
