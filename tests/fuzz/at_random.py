"""Tries mutated catalogues of all forms in turn, and says what became of them.

An input on which the program fails is kept, and the exit status is then 1.
"""

from __future__ import annotations

import signal
import sys
import traceback
from collections import Counter
from pathlib import Path
from random import Random
from shutil import copytree
from tempfile import TemporaryDirectory
from time import monotonic, time_ns

from .agreement import outcome
from .inputs import FORMS, Inputs

PATIENCE = 20
"""Seconds that any input may take."""


def run(seconds: int, forms: list[str]) -> int:
    """Try inputs until the time is over. Print how many of each form there were."""
    forms = forms or list(FORMS)
    start = time_ns()
    signal.signal(signal.SIGALRM, _too_long)
    counts: dict[str, Counter[str]] = {name: Counter() for name in forms}
    with TemporaryDirectory() as folder:
        inputs = Inputs(Path(folder))
        end = monotonic() + seconds
        seed = start
        while monotonic() < end:
            for name in forms:
                seed += 1
                counts[name][_tried(inputs, name, seed)] += 1
    failed = 0
    for name, counter in counts.items():
        told = ", ".join(f"{count} {what}" for what, count in sorted(counter.items()))
        print(f"{name}: {counter.total()} inputs: {told}")
        failed += counter["failed"]
    print(f"{sum(counter.total() for counter in counts.values())} inputs in all")
    return 1 if failed else 0


def _tried(inputs: Inputs, name: str, seed: int) -> str:
    path = inputs.make(name, Random(seed))  # noqa: S311
    signal.alarm(PATIENCE)
    try:
        return outcome(str(path))
    except Exception:
        kept = Path(f"fuzz-{seed}-{path.name}")
        if path.is_dir():
            copytree(path, kept)
        else:
            kept.write_bytes(path.read_bytes())
        print(f"{kept}:", file=sys.stderr)
        traceback.print_exc(limit=-4)
        return "failed"
    finally:
        signal.alarm(0)


def _too_long(*_: object) -> None:
    raise TimeoutError(f"an input took more than {PATIENCE} s")
