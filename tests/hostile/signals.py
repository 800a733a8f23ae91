"""Interrupts every command at random moments, and tells what was found.

``python -m tests.hostile.signals SIGNAL TIMES SEED [COMMAND...]`` works in the current folder,
which must be empty. What is printed is a JSON object: for each command, how often each exit status
was seen, and what should not have been: words of a traceback, or files that are left or not whole.
"""

from __future__ import annotations

import json
import os
import random
import shlex
import shutil
import signal
import sys
import time
from collections import Counter
from importlib import import_module
from pathlib import Path

from utpartners import __main__, bundled
from utpartners.cli import app, commands

SHEET = "Partner,Country,Kind,Signed\nUniversity of Seestadt,Austria,MoU,2019\n"

LINES = {
    "about": "about",
    "agreements": "agreements -o a.csv",
    "check": "check c.toml",
    "compare": "compare ANU Cambridge",
    "dept": "dept GS Eng -o d.json",
    "depts": "depts",
    "diff": "diff c.toml other.toml",
    "enrich": "enrich c.toml --ror dump.json --write",
    "export": "export -o c.db",
    "import": "import sheet.csv --into c.toml --write",
    "init": "init new.toml --home Kita",
    "list": "list -f jsonl",
    "match": "match names.txt",
    "matrix": "matrix -o m.svg",
    "merge": "merge ISSP IIS --data c.toml --write",
    "people": "people",
    "rename": "rename IIS Institute --data c.toml --write",
    "report": "report 2020",
    "search": "search quantum",
    "show": "show KTH",
    "sql": "sql 'SELECT * FROM activity'",
    "stats": "stats",
    "timeline": "timeline",
    "tree": "tree --by country",
    "help": "help names",
}
"""A line for each command."""

BAD = ("Traceback", "internal error", "Exception ignored", "KeyboardInterrupt")
"""Words that nobody should see."""


def samples() -> dict[str, bytes]:
    """Write the files that the lines read, and return their contents."""
    shutil.copy(bundled.TOML, "c.toml")
    text = Path("c.toml").read_text("utf-8")
    Path("other.toml").write_text(text.replace("Strategic", "Other", 1), "utf-8")
    Path("sheet.csv").write_text(SHEET)
    Path("names.txt").write_text("ANU\nKTH\nNowhere\n")
    Path("dump.json").write_text(
        '[{"id": "https://ror.org/000002197", "status": "active", "types": ["education"], "names": '
        '[{"value": "KTH", "types": ["ror_display", "label"], "lang": "en"}]}]'
    )
    return contents()


def contents() -> dict[str, bytes]:
    """Return what is in the files of the current folder."""
    return {path.name: path.read_bytes() for path in Path().iterdir() if path.is_file()}


def started(line: str) -> int:
    """Start the program with a line in a process of its own, and wait until it begins."""
    begun, begin = os.pipe()
    child = os.fork()
    if not child:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os.dup2(os.open("stderr.txt", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), 2)
        sys.argv = ["utpartners", *shlex.split(line)]
        _main = __main__.main

        def main() -> None:
            os.write(begin, b".")
            _main()

        __main__.main = main
        __main__.start()
    os.close(begin)
    os.read(begun, 1)
    os.close(begun)
    return child


def ended(child: int) -> str:
    """Wait for the end of a process, and return its exit status, with what it should not say."""
    status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    said = Path("stderr.txt").read_text("utf-8", "replace")
    Path("stderr.txt").unlink()
    return " ".join([str(status), *(word for word in BAD if word in said)])


def interrupted(line: str, number: int, times: int) -> Counter[str]:
    """Interrupt a line again and again."""
    before = samples()
    began = time.monotonic()
    whole_status = ended(started(line))
    length = time.monotonic() - began
    whole = contents()
    found: Counter[str] = Counter()
    for _ in range(times):
        _restore(before)
        child = started(line)
        time.sleep(random.uniform(0, length))  # noqa: S311 - no secret
        os.kill(child, number)
        status = ended(child)
        now = contents()
        if strange := {
            name for name, text in now.items() if text not in (before.get(name), whole.get(name))
        }:
            status += f" {' '.join(sorted(strange))}"
        found[status] += 1
    _restore({})
    return found + Counter({f"whole: {whole_status}": 1})


def _restore(files: dict[str, bytes]) -> None:
    for path in Path().iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()
    for name, content in files.items():
        Path(name).write_bytes(content)


def main() -> None:
    """Interrupt and tell."""
    name, times, seed, *chosen = sys.argv[1:]
    random.seed(int(seed))
    app.program()
    for entry in commands.COMMANDS:
        import_module(f"{commands.__name__}.{entry.name}")
    number = signal.Signals[name]
    print(
        json.dumps(
            {
                command: interrupted(LINES[command], number, int(times))
                for command in chosen or sorted(LINES)
            }
        )
    )


if __name__ == "__main__":
    main()
