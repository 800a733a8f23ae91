"""Mutated catalogues in each form that is read."""

from __future__ import annotations

import io
import os
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path
from shutil import copytree, rmtree
from typing import TYPE_CHECKING

from utpartners.formats import find_form, read, write

from .mutate import damaged, mutated
from .statements import disobey

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

HERE = Path(__file__).parent.parent
SEEDS = (HERE / "golden" / "small.toml", HERE / "hostile" / "catalogue.toml")

FORMS = ("toml", "json", "package", "zip", "xlsx", "db", "sql")


class Inputs:
    """Makes inputs in a folder; the catalogues that they start from are written there first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seeds: dict[str, list[Path]] = {}
        """The catalogues by the end of their paths."""
        for number, seed in enumerate(SEEDS):
            for suffix in (".toml", ".json", "/", ".zip", ".xlsx", ".db"):
                self.seeds.setdefault(suffix, []).append(_written(seed, folder, number, suffix))

    def make(self, name: str, random: Random) -> Path:
        """A mutated catalogue of a form of FORMS."""
        return MAKERS[name](self, random)

    def _content(self, suffix: str, random: Random) -> bytes:
        return random.choice(self.seeds[suffix]).read_bytes()

    def _file(self, name: str, content: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content)
        return path

    def toml(self, random: Random) -> Path:
        return self._file("c.toml", mutated(self._content(".toml", random), random))

    def json(self, random: Random) -> Path:
        return self._file("c.json", mutated(self._content(".json", random), random))

    def package(self, random: Random) -> Path:
        target = self.folder / "c"
        if target.exists():
            rmtree(target)
        copytree(random.choice(self.seeds["/"]), target)
        for name in random.sample(sorted(os.listdir(target)), random.choice((1, 1, 2, 4))):
            path = target / name
            path.write_bytes(mutated(path.read_bytes(), random))
        return target

    def zip(self, random: Random) -> Path:
        return self._file("c.zip", self._packed(".zip", random))

    def xlsx(self, random: Random) -> Path:
        return self._file("c.xlsx", self._packed(".xlsx", random))

    def _packed(self, suffix: str, random: Random) -> bytes:
        """A zip file with damage to its bytes, or with changed text in its members."""
        content = self._content(suffix, random)
        if random.choice((True, False)):
            return damaged(content, random)
        packed = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
            chosen = random.choice(old.namelist())
            for name in old.namelist():
                inner = old.read(name)
                new.writestr(name, mutated(inner, random) if name == chosen else inner)
        return packed.getvalue()

    def db(self, random: Random) -> Path:
        return self._file("c.db", damaged(self._content(".db", random), random))

    def sql(self, random: Random) -> Path:
        """A database that another program wrote to, heeding nothing."""
        path = self._file("c.db", self._content(".db", random))
        with closing(sqlite3.connect(path, isolation_level=None)) as connection:
            disobey(connection, random)
        return path


MAKERS: dict[str, Callable[[Inputs, Random], Path]] = {
    name: getattr(Inputs, name) for name in FORMS
}


def _written(seed: Path, folder: Path, number: int, suffix: str) -> Path:
    target = folder / f"seed{number}{suffix}"
    form = find_form(None, str(target) + ("/" if suffix == "/" else ""))
    assert form is not None
    with closing(read(str(seed))) as store:
        write(store, str(target), form)
    return target
