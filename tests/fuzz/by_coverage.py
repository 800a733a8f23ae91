"""Fuzzes one reader by coverage with atheris, the front end of libFuzzer for Python.

Inputs that reach new code are kept and changed further. One on which the program fails is kept in
the current folder, once for each place where it fails, and the run goes on.
"""

from __future__ import annotations

import hashlib
import os
import resource
import sys
import traceback
from pathlib import Path
from random import Random
from shutil import rmtree
from tempfile import mkdtemp
from time import monotonic, process_time
from typing import TYPE_CHECKING

import atheris

if TYPE_CHECKING:
    from .targets import Target

MOST_MEMORY = 4_000_000_000
"""Bytes of address space that a run may take."""

PATIENCE, END = 10, 60
"""Seconds of processor time from which an input is a fault; seconds after which the run stops."""


class Run:
    """The inputs of one target, and the places where the program failed on them."""

    def __init__(self, name: str, target: Target, folder: Path, end: float) -> None:
        self.name, self.target, self.folder, self.end = name, target, folder, end
        self.count = 0
        self.faults: dict[str, int] = {}

    def try_one(self, content: bytes) -> None:
        """Try an input; a fault is told and kept where it is the first of its place."""
        if monotonic() > self.end:
            self._finish()
        self.count += 1
        start = process_time()
        try:
            self.target.run(content, self.folder)
        except Exception as error:
            self._keep(_place(error), content)
        if process_time() - start > PATIENCE:
            self._keep("slow", content)

    def change(self, content: bytes, most: int, seed: int) -> bytes:
        """Return another input: changed as slips and attacks are, or as libFuzzer does."""
        random = Random(seed)  # noqa: S311
        if random.random() < 0.3:
            return bytes(atheris.Mutate(content, most))
        return self.target.changed(content, random)[:most]

    def _finish(self) -> None:
        """Print what was tried, and end: libFuzzer returns to nobody."""
        print(f"{self.name}: {self.count} inputs, {len(self.faults)} faults", file=sys.stderr)
        for place, count in self.faults.items():
            print(f"  {count} times: {place}", file=sys.stderr)
        rmtree(self.folder, ignore_errors=True)
        os._exit(1 if self.faults else 0)

    def _keep(self, place: str, content: bytes) -> None:
        self.faults[place] = self.faults.get(place, 0) + 1
        if self.faults[place] > 1:
            return
        kept = Path(f"fuzz-{self.name}-{hashlib.sha256(content).hexdigest()[:8]}")
        kept.write_bytes(content)
        print(f"\n{kept}: {place}", file=sys.stderr)
        traceback.print_exc(limit=-6)


def _place(error: BaseException) -> str:
    """Return the kind of an error and the line of ours that raised it."""
    frames = [one for one in traceback.extract_tb(error.__traceback__) if "atheris" not in one[0]]
    ours = [one for one in frames if "utpartners" in one.filename or "fuzz" in one.filename]
    last = ours[-1]
    return f"{type(error).__name__} at {os.path.basename(last.filename)}:{last.lineno}"


def run(name: str, seconds: int) -> int:
    """Fuzz a target for a time. The process ends with it: status 1 where there were faults."""
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    folder = Path(mkdtemp())
    corpus = folder / "corpus"
    corpus.mkdir()
    # Modules that are imported on first use are instrumented as well: the run is inside.
    with atheris.instrument_imports(include=["utpartners"], enable_loader_override=False):
        from .inputs import Inputs
        from .targets import TARGETS

        target = TARGETS[name]
        for number, seed in enumerate(target.seeds(Inputs(folder))):
            (corpus / str(number)).write_bytes(seed)
        tried = Run(name, target, folder, monotonic() + seconds)
        arguments = [f"-timeout={END}", "-rss_limit_mb=3000", "-max_len=600000", str(corpus)]
        atheris.Setup([sys.argv[0], *arguments], tried.try_one, custom_mutator=tried.change)
        atheris.Fuzz()
    return 0
