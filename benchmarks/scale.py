"""How time and memory grow with a catalogue, up to a million partnerships, and what others take.

    python -m venv PEERS && PEERS/bin/pip install sqlite-utils datasette csvkit duckdb
    PATH=$PATH:PEERS/bin python benchmarks/scale.py FOLDER [SIZE ...]

Also needs the sqlite3 shell. Made-up catalogues are kept in FOLDER and used again; those of a
million take 5 GB. Commands alternate in rounds, so that a machine that slows down slows them all;
figures are medians, and ratios are of processor time, which other load disturbs least. What is
asked is the same at every size, and has an answer of about the same length.

    python benchmarks/scale.py --register FOLDER [SIZE ...]

does the same with registers of so many agreements.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path
from random import Random
from time import process_time

import catalogues
import peers
import registers
import words
from measure import Command, Taken, once, rounds

SIZES = (16, 1_600, 60_000, 1_000_000)
AS_TOML = 60_000
ROUNDS, FEW_ROUNDS = 7, 3

MOST_TIME, MOST_MEMORY = 1.5, 80
"""The bounds: times what the bundled catalogue takes, and MiB."""
MOST_MEMORY_OF_ALL, LEAST_SPEED = 120, 0.5
MOST_MEMORY_OF_BUILD, MOST_TIMES_OF_PARSE = 600, 2.0

RARE_WORD = words.town(Random(1))  # noqa: S311

QUESTIONS = {
    "dept (14 partnerships)": ("dept GS|Eng", "dept rare"),
    "dept (busiest) --limit 10": ("dept GS|Eng --limit 10", "dept gs-0 --limit 10"),
    "show (by id)": ("show anu", "show p5"),
    "show (by name)": ("show Australian|National|University", "show {name}"),
    "show --lang ja": ("show anu --lang ja", "show p5 --lang ja"),
    "search (rare word)": ("search pavilion --limit 20", f"search {RARE_WORD} --limit 20"),
    "search (common word)": ("search symposium --limit 20", "search symposium --limit 20"),
    "search (two words)": ("search student exchange --limit 9", "search glaciers theory --limit 9"),
    "list --limit 16": ("list --limit 16", "list --limit 16"),
    "timeline of a partner": ("timeline --partner anu", "timeline --partner p5"),
    "complete a name": ("show c", "show p9"),
    "complete a status": ("list --status p", "list --status p"),
    "list --status --limit 16": ("list --status primary --limit 16",) * 2,
    "list --country --limit 16": ("list --country Germany --limit 16",) * 2,
    "list --region --limit 16": ("list --region Europe --limit 16",) * 2,
    "timeline --limit 16": ("timeline --limit 16",) * 2,
    "timeline --status --limit 16": ("timeline --status primary --limit 16",) * 2,
}
"""What is asked of the bundled catalogue, and of the others; | stands for a blank."""

OF_EVERYTHING = ("timeline -f csv", "tree", "stats")
"""What reads the whole catalogue. The matrix of all is left out: 60,000 rows of 2,000 cells."""

MOST_TIME_OF_EXPIRING = 1.2
EXPIRING = "agreements --expiring 12m --limit 50"
OF_A_REGISTER = {
    EXPIRING: (EXPIRING, EXPIRING),
    "agreements --lapsed 12m --limit 50": ("agreements --lapsed 12m --limit 50",) * 2,
    "agreements --ends 2027 --limit 50": ("agreements --ends 2027 --limit 50",) * 2,
    "agreements --signed 2026 --limit 50": ("agreements --signed 2026 --limit 50",) * 2,
    "agreements --state expiring --limit 50": ("agreements --state expiring --limit 50",) * 2,
    "agreements --limit 50": ("agreements --limit 50",) * 2,
    "agreements of a partner": ("agreements ANU", "agreements p50"),
    "agreements of a department": (
        "agreements GraSPP --expiring 12m --limit 50",
        "agreements Law --expiring 12m --limit 50",
    ),
    "agreements of a region": (
        "agreements Asia --expiring 12m --limit 50",
        "agreements Asia --expiring 12m --limit 50",
    ),
    "agreements of a kind": (
        "agreements --kind strategic|partnership --limit 50",
        "agreements --kind general --limit 50",
    ),
    "people --limit 50": ("people --limit 50",) * 2,
    "stats --agreements": ("stats --agreements",) * 2,
    "stats --agreements --by-year": ("stats --agreements --by-year",) * 2,
    "list --without-agreement": ("list --without-agreement --limit 50",) * 2,
}
"""What is asked of a register."""


def main(folder: Path, sizes: list[int]) -> None:
    """Make what is not there yet, then measure."""
    folder.mkdir(exist_ok=True)
    bundled = folder / "bundled.db"
    _export(None, bundled)
    databases = {size: _made(folder, size) for size in sizes}
    _questions(bundled, databases)
    _everything(databases)
    _whole(databases)
    _peers(databases)
    if AS_TOML in databases:
        _toml(folder, databases[AS_TOML])


def register(folder: Path, sizes: list[int]) -> None:
    """Make the registers that are not there yet, then measure."""
    folder.mkdir(exist_ok=True)
    bundled = folder / "bundled.db"
    _export(None, bundled)
    databases = {size: _made(folder, size, "register") for size in sizes}
    for question, (of_bundled, of_others) in OF_A_REGISTER.items():
        # One after the other: those that read everything would take the rounds of the others.
        commands = {"bundled": _asking(bundled, of_bundled)}
        commands |= {str(size): _asking(one, of_others) for size, one in databases.items()}
        taken = rounds(commands, FEW_ROUNDS if question.startswith("stats") else ROUNDS)
        _compared(question, taken, list(databases))
        for size in databases if question == EXPIRING else ():
            ratio = taken[str(size)].cpu / taken["bundled"].cpu
            _judge("time", ratio, MOST_TIME_OF_EXPIRING)


def _compared(question: str, taken: dict[str, Taken], sizes: list[int]) -> None:
    base = taken["bundled"]
    _say(f"{question}: bundled", base)
    for size in sizes:
        one = taken[str(size)]
        _say(f"{size:>9,}", one, f"{one.cpu / base.cpu:.2f} times")


def _export(source: Path | None, target: Path) -> Taken:
    data = ["--data", str(source)] if source else []
    export = [*peers.program(target)[:1], "export", *data, "-o", str(target), "--force"]
    return once(Command(export))


def _made(folder: Path, size: int, kind: str = "") -> Path:
    package, database = folder / f"{kind}{size}", folder / f"{kind}{size}.db"
    if not package.exists():
        (registers if kind else catalogues).write(package, size)
    if not database.exists():
        taken = _export(package, database)
        _say(f"{size:>9,} from a data package", taken, f"{database.stat().st_size >> 20:,} MiB")
        _judge("memory", taken.memory, MOST_MEMORY_OF_BUILD)
    return database


def _questions(bundled: Path, databases: dict[int, Path]) -> None:
    commands: dict[str, Command] = {}
    for question, (of_bundled, of_others) in QUESTIONS.items():
        commands[f"{question}|bundled"] = _asking(bundled, of_bundled)
        for size, database in databases.items():
            name = _name(database).replace(" ", "|")
            commands[f"{question}|{size}"] = _asking(database, of_others.replace("{name}", name))
    taken = rounds(commands, ROUNDS)
    for question in QUESTIONS:
        base = taken[f"{question}|bundled"]
        _say(f"{question}: bundled", base)
        for size in databases:
            one = taken[f"{question}|{size}"]
            _say(f"{size:>9,}", one, f"{one.cpu / base.cpu:.2f} times")
            _judge("time", one.cpu / base.cpu, MOST_TIME)
            _judge("memory", one.memory, MOST_MEMORY)


def _everything(databases: dict[int, Path]) -> None:
    for size, database in databases.items():
        commands = {line: _asking(database, line) for line in OF_EVERYTHING}
        for line, taken in rounds(commands, FEW_ROUNDS).items():
            _say(f"{line} of {size:,}", taken)


def _asking(database: Path, words: str) -> Command:
    line = [word.replace("|", " ") for word in words.split()]
    if words not in (*QUESTIONS["complete a name"], *QUESTIONS["complete a status"]):
        return Command(peers.program(database, *line))
    program, *data = peers.program(database)
    typed = " ".join(["utpartners", *data, *line])
    completing = {"_UTPARTNERS_COMPLETE": "complete_bash", "COMP_WORDS": typed}
    return Command([program], completing | {"COMP_CWORD": str(typed.count(" "))})


def _name(database: Path) -> str:
    sql = "SELECT name FROM partnership WHERE id = 'p5'"
    shell = [peers.needed("sqlite3"), "-readonly", str(database), sql]
    return subprocess.run(shell, capture_output=True, check=True, text=True).stdout.strip()


def _whole(databases: dict[int, Path]) -> None:
    for size, database in databases.items():
        for name, ours, shell in peers.whole(database):
            taken = rounds({"ours": ours, "shell": shell}, FEW_ROUNDS)
            speed = taken["shell"].cpu / taken["ours"].cpu
            _say(f"{name} of {size:,}", taken["ours"], f"{speed:.2f} of the shell's speed")
            _say("sqlite3", taken["shell"])
            _judge("memory", taken["ours"].memory, MOST_MEMORY_OF_ALL)
            if size >= AS_TOML:  # in a smaller one the start of the program is all there is
                _judge("slowness", 1 / speed, 1 / LEAST_SPEED)


def _peers(databases: dict[int, Path]) -> None:
    for size, database in databases.items():
        links = database.with_suffix(".links.csv")
        if not links.exists():
            _export_links(database, links)
        for question, commands in peers.asked(database, links, RARE_WORD).items():
            taken = rounds(commands, FEW_ROUNDS)
            for tool, one in taken.items():
                ratio = one.cpu / taken["utpartners"].cpu
                _say(f"{question} of {size:,}: {tool}", one, f"{ratio:.2f} times")


def _export_links(database: Path, links: Path) -> None:
    once(Command(peers.program(database, "export", "--table", "links", "-o", str(links))))


def _toml(folder: Path, database: Path) -> None:
    path = folder / f"{AS_TOML}.toml"
    _export(database, path)
    start = process_time()
    tomllib.loads(path.read_text("utf-8"))
    parse = process_time() - start
    taken = _export(path, folder / "from-toml.db")
    _say(f"{AS_TOML:,} from TOML", taken, f"{taken.cpu / parse:.2f} times tomllib's {parse:.1f} s")
    _judge("time", taken.cpu / parse, MOST_TIMES_OF_PARSE)


def _say(name: str, taken: Taken, more: str = "") -> None:
    wall, cpu = f"{taken.wall:9.3f} s", f"{taken.cpu:9.3f} s"
    print(f"{name:<36} {wall} {cpu} of CPU {taken.memory:7.1f} MiB  {more}", flush=True)


def _judge(what: str, value: float, bound: float) -> None:
    if value > bound:
        print(f"{'':<36} {what} {value:.2f}, NOT at most {bound:.2f}", flush=True)


if __name__ == "__main__":
    is_register = sys.argv[1] == "--register"
    path, *numbers = sys.argv[1 + is_register :]
    (register if is_register else main)(Path(path), [int(one) for one in numbers] or list(SIZES))
