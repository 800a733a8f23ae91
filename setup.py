"""The one step of a build that pyproject.toml cannot say: the bundled catalogue as a database."""

import os
import sys

from setuptools import setup
from setuptools.command.build_py import build_py

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "src"))


class BuildWithDatabase(build_py):
    """Copies the package, then writes ``utokyo.db`` beside the copy of ``utokyo.toml``.

    An editable install has no copy: there the TOML file itself is read at every start.
    """

    def run(self) -> None:
        """Copy, then write."""
        super().run()
        if not self.editable_mode:
            self._write_database()

    def _write_database(self) -> None:
        from utpartners.formats.toml import records
        from utpartners.store.store import write_database

        folder = os.path.join(self.build_lib, "utpartners", "data")
        target = os.path.join(folder, "utokyo.db")
        if os.path.exists(target):
            os.unlink(target)
        write_database(records(os.path.join(folder, "utokyo.toml")), target)


setup(cmdclass={"build_py": BuildWithDatabase})
