"""The same questions as other tools are asked them, of the same data."""

from __future__ import annotations

import sys
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from measure import Command

if TYPE_CHECKING:
    from collections.abc import Iterator

LIST = """
SELECT p.id, p.name, p.abbreviation, p.status,
  (SELECT group_concat(country, '; ') FROM (
    SELECT i.country FROM member m JOIN institution i ON i.pk = m.institution
    WHERE m.partnership = p.pk GROUP BY i.country ORDER BY min(m.position))) AS countries,
  (SELECT group_concat(id, '; ') FROM (
    SELECT i.id FROM member m JOIN institution i ON i.pk = m.institution
    WHERE m.partnership = p.pk ORDER BY m.position)) AS institutions,
  (SELECT group_concat(code, '; ') FROM (
    SELECT d.code FROM link l JOIN department d ON d.pk = l.department
    WHERE l.partnership = p.pk ORDER BY l.position)) AS departments,
  (SELECT count(*) FROM activity a WHERE a.partnership = p.pk) AS activities, p.collaboration
FROM partnership p ORDER BY p.pk
"""
"""What ``list -f csv`` gives, column for column."""

EXPORT = """
SELECT p.id AS partnership_id, p.name AS partnership, p.status,
  (SELECT group_concat(country, '; ') FROM (
    SELECT i.country FROM member m JOIN institution i ON i.pk = m.institution
    WHERE m.partnership = p.pk GROUP BY i.country ORDER BY min(m.position))) AS countries,
  d.code AS department_code, d.name AS department
FROM partnership p
LEFT JOIN link l ON l.partnership = p.pk LEFT JOIN department d ON d.pk = l.department
ORDER BY p.pk, l.position
"""
"""What ``export -f csv`` gives, column for column."""

DEPT = LIST.replace(
    "ORDER BY p.pk",
    "WHERE p.pk IN (SELECT l.partnership FROM link l JOIN department d ON d.pk = l.department "
    "WHERE d.id = 'rare') ORDER BY p.pk",
)

SEARCH = """
SELECT kind, id, partnership, title, snippet(search, -1, '‹', '›', '…', 24) AS excerpt
FROM search WHERE search MATCH '"{word}"*' ORDER BY rank LIMIT 20
"""

_DUCKDB = "import duckdb; print(duckdb.sql('''{sql}'''))"


def whole(database: Path) -> Iterator[tuple[str, Command, Command]]:
    """Name, our command and that of the sqlite3 shell for all rows as CSV."""
    ours = program(database)
    shell = [needed("sqlite3"), "-readonly", "-header", "-csv", str(database)]
    yield "list -f csv", Command([*ours, "list", "-f", "csv"]), Command([*shell, LIST])
    yield "export -f csv", Command([*ours, "export", "-f", "csv"]), Command([*shell, EXPORT])


def asked(database: Path, links: Path, word: str) -> dict[str, dict[str, Command]]:
    """The commands that answer each question, by tool; ``links`` is the exported CSV."""
    dept, search = program(database, "dept", "rare"), program(database, "search", word)
    by_sql = {"dept": DEPT, "search": SEARCH.format(word=word)}
    found = {"dept": {"utpartners": Command(dept)}}
    found["search"] = {"utpartners": Command([*search, "--limit", "20"])}
    for question, sql in by_sql.items():
        found[question] |= {
            "sqlite3": Command([needed("sqlite3"), "-readonly", "-table", str(database), sql]),
            "sqlite-utils": Command([needed("sqlite-utils"), str(database), sql, "--table"]),
            "datasette": Command(_datasette(database, sql)),
        }
    one = ["-c", "department_code", "-m", "Rare", str(links)]
    of_rare = f"SELECT * FROM read_csv('{links}') WHERE department_code = 'Rare'"  # noqa: S608
    code = _DUCKDB.format(sql=of_rare.replace("'", "\\'"))
    found["dept"] |= {
        "csvgrep (CSV)": Command([needed("csvgrep"), *one]),
        "DuckDB (CSV)": Command([python_of_peers(), "-c", code]),
    }
    return found


def _datasette(database: Path, sql: str) -> list[str]:
    query = urlencode({"sql": sql, "_shape": "array"})
    settings = ["--setting", "sql_time_limit_ms", "600000"]
    page = f"/{database.stem}.json?{query}"
    return [needed("datasette"), "serve", str(database), *settings, "--get", page]


def program(database: Path, *words: str) -> list[str]:
    """A command of ours that asks a database."""
    return [str(Path(sys.executable).with_name("utpartners")), "--data", str(database), *words]


def needed(name: str) -> str:
    """Where a tool is. Exits where it is not installed."""
    return which(name) or sys.exit(f"{name} is not installed: scale.py says how to")


def python_of_peers() -> str:
    """The Python that has duckdb: the one that csvgrep runs with."""
    return str(Path(needed("csvgrep")).with_name("python"))
