"""Build hook: put the bundled catalogue into a wheel as a database.

Questions start sooner from ``utokyo.db`` than from ``utokyo.toml``, so a wheel carries both. The
package's own code makes the database while the wheel is built, which pyproject.toml cannot say.
It is written to a temporary folder, as the folder of the sources may be read-only.

An editable install and a checkout have no database: they read the TOML file, so that an edit of it
shows at once. A wheel that is built where SQLite has no full-text search (FTS5), or is too old for
the program, has none either.

An older pip, such as that of Ubuntu 22.04, looks at ``requires-python`` after the dependencies, and
complains of one that has no version for its Python. This module is imported before that, and says
what is needed.
"""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

if sys.version_info < (3, 11):  # noqa: UP036 - it runs before an old pip looks at requires-python
    sys.exit(
        "utpartners needs Python 3.11 or later, and this is Python "
        f"{sys.version_info.major}.{sys.version_info.minor}. Where a later one is installed beside "
        "it, type its name, such as python3.11, in place of python3."
    )


class DatabaseHook(BuildHookInterface[Any]):
    """Writes ``utpartners/data/utokyo.db`` into a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the database and have it included; ``version`` is that of the wheel's kind."""
        if version == "editable":
            return
        if not can_write_database():
            self.app.display_warning(
                f"no utokyo.db: SQLite {sqlite3.sqlite_version} of this Python has no FTS5, "
                "or is older than 3.37"
            )
            return
        self._folder = TemporaryDirectory(prefix="utpartners-build-")
        database = Path(self._folder.name, "utokyo.db")
        write_database(Path(self.root), database)
        build_data["force_include"][str(database)] = "utpartners/data/utokyo.db"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the temporary folder."""
        if hasattr(self, "_folder"):
            self._folder.cleanup()


def can_write_database() -> bool:
    """Return whether the SQLite of this Python has full-text search and STRICT tables."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("CREATE VIRTUAL TABLE found USING fts5(text)")
            connection.execute("CREATE TABLE strict (text TEXT) STRICT")
        except sqlite3.OperationalError:
            return False
    return True


def write_database(root: Path, target: Path) -> None:
    """Write the catalogue of the source folder ``root`` as a database."""
    sys.dont_write_bytecode = True  # leave no __pycache__ in somebody's source folder
    sys.path.insert(0, str(root / "src"))  # the sources that are built, not an older installation
    from utpartners.formats.toml import records
    from utpartners.store.database import write_database as write

    write(records(str(root / "data" / "utokyo.toml")), str(target))
