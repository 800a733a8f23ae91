"""The five questions of docs/guides/parquet.md in DuckDB and in Spark, of large Parquet files.

    python benchmarks/catalogues.py 3000000 FOLDER.parquet
    python benchmarks/engines.py FOLDER.parquet duckdb OUT
    python benchmarks/engines.py FOLDER.parquet spark OUT [QUESTION ...]
    python benchmarks/engines.py --compare OUT

Each answer is written as Parquet into OUT, so that none has to fit into Python. Says what each took
of the clock and of the processor, its rows, and the most memory that the process has taken until
then. Spark runs on this machine alone, with two threads; ``--compare`` says whether both engines
gave the same answers. Needs duckdb, and pyspark with Java.
"""

from __future__ import annotations

import re
import resource
import shutil
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import duckdb

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

DOCS = Path(__file__).parents[1] / "docs"
MEMORY = "8g"
"""What Spark may take; DuckDB takes what it needs, up to four fifths of the machine."""


def questions() -> Iterator[tuple[str, str]]:
    """Name and statement of each question; that of ``show`` for its activities, which are most."""
    sys.path.insert(0, str(DOCS))
    import make_guides

    for block in make_guides.blocks((DOCS / "guides" / "parquet.md").read_text("utf-8")):
        if block.language == "sql":
            for number, statement in enumerate(block.text.split(";"), 1):
                asked = statement.replace("'anu'", "'p5'").replace("'gs-eng'", "'rare'")
                if asked.strip():
                    name = block.title.removesuffix(".sql")
                    yield (f"{name}-{number}" if name == "show" else name), asked


def views(folder: Path) -> list[str]:
    """The statements of the views in a folder."""
    text = (folder / "views.sql").read_text("utf-8")
    return [statement for statement in text.split(";") if statement.strip()]


class InDuckDB:
    """Asks DuckDB."""

    def __init__(self, folder: Path) -> None:
        self._connection = duckdb.connect()
        self._connection.execute("SET threads = 2")
        for table in folder.glob("*.parquet"):
            self._connection.execute(f"CREATE VIEW {table.stem} AS FROM '{table}'")
        for view in views(folder):
            self._connection.execute(view)

    def write(self, statement: str, out: Path) -> None:
        """Write an answer into a new folder."""
        out.mkdir(parents=True)
        self._connection.execute(f"COPY ({statement}) TO '{out / 'answer.parquet'}'")

    def taken(self) -> tuple[float, float]:
        """Seconds of the processor, and MiB at the most."""
        usage = resource.getrusage(resource.RUSAGE_SELF)
        return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


class InSpark:
    """Asks Spark."""

    def __init__(self, folder: Path) -> None:
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[2]").config("spark.driver.memory", MEMORY)
        builder = builder.config("spark.ui.enabled", "false")
        self._session: Any = builder.config("spark.sql.shuffle.partitions", "16").getOrCreate()
        self._session.sparkContext.setLogLevel("ERROR")
        named = (folder / "views.sql").read_text("utf-8")
        for table in folder.glob("*.parquet"):
            if re.search(rf"\b{table.stem}\b", named):
                self._session.read.parquet(str(table)).createOrReplaceTempView(table.stem)
        for view in views(folder):
            self._session.sql(view)

    def write(self, statement: str, out: Path) -> None:
        """Write an answer into a new folder."""
        self._session.sql(statement).write.parquet(str(out))

    def taken(self) -> tuple[float, float]:
        """Seconds of the processor, and MiB at the most, of Java: Python only waits for it."""
        process = self._session._jvm.java.lang.ProcessHandle.current()
        nanoseconds = process.info().totalCpuDuration().get().toNanos()
        status = Path(f"/proc/{process.pid()}/status").read_text("ascii")
        (peak,) = re.findall(r"VmHWM:\s+(\d+) kB", status)
        return nanoseconds / 1e9, int(peak) / 1024


def measure(folder: Path, engine: str, out: Path, names: Sequence[str] = ()) -> None:
    """Ask each question once, or those of some names in their order, and say what it took."""
    asked_for = dict(questions())
    start = time.monotonic()
    asked: Any = {"duckdb": InDuckDB, "spark": InSpark}[engine](folder)
    cpu, memory = asked.taken()
    wall = time.monotonic() - start
    print(f"{engine}, {'start':<12}{wall:9.1f} s {cpu:8.1f} s of CPU {memory:8.0f} MiB", flush=True)
    for name in names or asked_for:
        answer, statement = out / engine / name, asked_for[name]
        shutil.rmtree(answer, ignore_errors=True)
        start, before = time.monotonic(), asked.taken()[0]
        asked.write(statement, answer)
        wall = time.monotonic() - start
        cpu, memory = asked.taken()
        (count, _) = _summary(answer)
        took = f"{wall:9.1f} s {cpu - before:8.1f} s of CPU {memory:8.0f} MiB"
        print(f"{engine}, {name:<12}{took} {count:>10,} rows", flush=True)


def compare(out: Path) -> int:
    """Say of each answer whether both engines gave the same rows; 1 where they did not."""
    differ = 0
    for name, _ in questions():
        folders = [out / engine / name for engine in ("duckdb", "spark")]
        if not all(folder.exists() for folder in folders):
            print(f"{name:<12} not asked of both")
            continue
        ours, theirs = map(_summary, folders)
        differ |= ours != theirs
        print(f"{name:<12} {'equal' if ours == theirs else 'DIFFERENT'} {ours[0]:>10,} rows")
    return int(differ)


def _summary(answer: Path) -> Any:
    """The number of rows of an answer, and a sum of what is in them."""
    rows: Any = duckdb.read_parquet(f"{answer}/*.parquet")
    (found,) = rows.query("t", "SELECT count(*), bit_xor(hash(t)) FROM t").fetchall()
    return found


if __name__ == "__main__":
    if sys.argv[1] == "--compare":
        raise SystemExit(compare(Path(sys.argv[2])))
    measure(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), sys.argv[4:])
