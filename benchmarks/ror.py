"""Measures how ROR is read and matched: ``python benchmarks/ror.py ror-education.zip``.

The dump is one of ROR's own, or a part of it. Printed are the processor time and memory of its
index, the same for a dump of 120,000 organisations that is made of it by repetition, and how many
of the names in each ``ror_*.tsv`` get the right id: names as people write them, each with its id,
or ``-`` where no single organisation is meant. The rules were made with ``ror_names.tsv`` in view;
the others are held out, and tell how they do with names that nobody had seen.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from utpartners.importing.ror.index import Index

FULL = 120_000
"""Organisations of a full dump."""

LISTS = sorted(Path(__file__).parent.glob("ror_*.tsv"))


def index(path: str) -> None:
    """Print processor time and memory of the index of a dump, made in this process."""
    from utpartners.importing.ror.cache import open_registry

    start = time.process_time()
    found = open_registry(path)
    spent = time.process_time() - start
    ((count,),) = found.rows("SELECT count(*) FROM organisation")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"index of {count:,}: {spent:.1f} s, {memory:.0f} MiB")


def match(path: str) -> None:
    """Print how many names of each list get the right id, and each that does not."""
    from utpartners.importing.ror.cache import open_registry

    registry = open_registry(path)
    for names in LISTS:
        print(f"{names.name}:")
        match_list(registry, names)


def match_list(registry: Index, names: Path) -> None:
    """Print how many names of a list get the right id, and each that does not."""
    from utpartners.importing.ror.find import find

    known = [line.split("\t") for line in names.read_text(encoding="utf-8").splitlines()]
    counts: Counter[str] = Counter()
    start = time.process_time()
    for text, truth in known:
        found = find(registry, text)
        ids = [one.id.removeprefix("https://ror.org/") for one in found.organisations]
        verdict = "no id, rightly" if truth == "-" else "candidate" if truth in ids else "missed"
        if found.state == "match":
            verdict = "right" if ids == [truth] else "WRONG"
        counts[verdict] += 1
        if verdict not in ("right", "no id, rightly"):
            print(f"  {verdict}: {text} ({found.reason})")
    spent = time.process_time() - start
    meant = sum(truth != "-" for _, truth in known)
    print(f"{len(known)} names, {meant} with an id: {dict(counts)}")
    print(f"recall {counts['right'] / meant:.2f}, {1000 * spent / len(known):.1f} ms a name")


def write_full(source: str, path: str) -> None:
    """Write a dump with the organisations of another one, again and again under other names."""
    with zipfile.ZipFile(source) as archive:
        name = next(one for one in archive.namelist() if one.endswith(".json"))
        records: list[dict[str, Any]] = json.loads(archive.read(name))
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("v2-ror-data.json", "w", force_zip64=True) as file,
    ):
        for number in range(FULL):
            record = dict(records[number % len(records)])
            turn = number // len(records)
            record["id"] = f"https://ror.org/0{number:08d}"
            record["names"] = [
                {**one, "value": f"{one['value']} {turn or ''}".strip()} for one in record["names"]
            ]
            file.write((b"," if number else b"[") + json.dumps(record).encode())
        file.write(b"]")


def main() -> None:
    """Run each measurement in a process and with a cache of its own."""
    steps: dict[str, Callable[..., None]] = {"full": write_full, "index": index, "match": match}
    if sys.argv[1] in steps:
        steps[sys.argv[1]](*sys.argv[2:])
        return
    (source,) = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        full = os.path.join(folder, "full.zip")
        env = {**os.environ, "XDG_CACHE_HOME": folder}
        # A process begins with the most memory that its parent had: this one reads nothing itself.
        for words in (
            ("index", source), ("full", source, full), ("index", full), ("match", source),
        ):  # fmt: skip
            subprocess.run([sys.executable, __file__, *words], env=env, check=True)


if __name__ == "__main__":
    main()
