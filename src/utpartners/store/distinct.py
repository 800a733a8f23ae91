"""Queries for the words that a column holds, each once, which do not read every row."""

from __future__ import annotations


def distinct_values(column: str, table: str) -> str:
    """Return the query for each value of a column that has an index, in its order.

    Each step seeks the next value in the index: DISTINCT would read every entry of it.
    """
    return f"""
WITH RECURSIVE known (value) AS (
  SELECT min({column}) FROM main.{table}
  UNION ALL
  SELECT (SELECT min(t.{column}) FROM main.{table} t WHERE t.{column} > known.value)
  FROM known WHERE known.value IS NOT NULL
)
SELECT value FROM known WHERE value IS NOT NULL"""  # noqa: S608


# The index has statuses in any case first: next is another spelling of the same word, or else the
# first spelling of the next word.
FOUND_STATUSES = """
WITH RECURSIVE found (value) AS (
  SELECT (SELECT status FROM main.partnership WHERE status COLLATE NOCASE >= ''
    ORDER BY status COLLATE NOCASE, status LIMIT 1)
  UNION ALL
  SELECT coalesce(
    (SELECT p.status FROM main.partnership p
      WHERE p.status COLLATE NOCASE = found.value AND p.status > found.value
      ORDER BY p.status COLLATE NOCASE, p.status LIMIT 1),
    (SELECT p.status FROM main.partnership p WHERE p.status COLLATE NOCASE > found.value
      ORDER BY p.status COLLATE NOCASE, p.status LIMIT 1))
  FROM found WHERE found.value IS NOT NULL
)
"""
"""The beginning of a query that has a table ``found`` of the statuses that partnerships have.

One row is NULL.
"""
