"""Catalogues that are too much: answered or refused, within a stated memory and time."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="the limits are those of Linux"),
]

MEMORY = 1024**3
"""Bytes that a run may take, of addresses: much more than it then uses."""
SECONDS = 60
"""Of the processor, after which a run counts as one that does not end."""

HEAD = '[catalogue]\ntitle = "T"\nhome = "h"\n\n[[country]]\ncode = "JP"\nname = "Japan"\n\n'
HOME = '[[institution]]\nid = "h"\nname = "Home"\ncountry = "JP"\n'
RIGHT = HEAD + HOME
PARTNER = '\n[[partnership]]\nid = "p"\nname = "P"\nstatus = "s"\nmembers = ["h"]\n'


class Limited(Protocol):
    """Runs the program within the limits; past them it would be killed, or out of memory."""

    def __call__(self, *args: str) -> subprocess.CompletedProcess[str]:
        """Its exit status, and what it wrote."""
        ...


@pytest.fixture
def limited(program: list[str], clean_env: dict[str, str], tmp_path: Path) -> Limited:
    import resource

    def limits() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))

    def running(*args: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [*program, *args], preexec_fn=limits, cwd=tmp_path, env=clean_env,
            capture_output=True, text=True, check=False, timeout=10 * SECONDS,
        )  # fmt: skip

    return running


def deep(opening: str, closing: str, depth: int = 10_000) -> str:
    return f"{RIGHT}\nx = " + opening * depth + "1" + closing * depth


TOO_MUCH = {
    "arrays in arrays": lambda: deep("[", "]"),
    "tables in tables": lambda: deep("{a=", "}"),
    "both": lambda: deep("[{a=", "}]"),
    "dotted keys": lambda: f"{RIGHT}\n" + ".".join(["a"] * 10_000) + " = 1\n",
    "a dotted header": lambda: f"{RIGHT}\n[" + ".".join(["a"] * 10_000) + "]\nb = 1\n",
    "many dotted headers": lambda: "".join(
        f"[{'.'.join(['a'] * n)}]\n" for n in range(1, 1500)
    ),
    "quoted keys": lambda: f"{RIGHT}\n" + ".".join(['"\\u0061"'] * 10_000) + " = 1\n",
    "a bomb of keys": lambda: "".join(f"a{n}.b.c.d.e.f.g.h = 1\n" for n in range(10_000)),
    "a bomb of tables": lambda: HEAD + "[[institution]]\n" * 20_000,
    "a bomb of quotes": lambda: f'{RIGHT}city = """' + '""\\\n' * 200_000,
    "digits": lambda: f"{RIGHT}latitude = " + "9" * 1_000_000 + "\n",
    "an endless string": lambda: f'{RIGHT}city = "' + "x" * 10_000_000,
    "unknown keys": lambda: RIGHT + "".join(f"k{n} = 1\n" for n in range(20_000)),
    "unknown members": lambda: RIGHT + PARTNER.replace(
        '["h"]', json.dumps([f"x{n}" for n in range(10_000)])
    ),
    "the same id": lambda: RIGHT + HOME * 5_000,
    "JSON arrays in arrays": lambda: '{"catalogue": ' + "[" * 10_000 + "]" * 10_000 + "}",
    "JSON objects in objects": lambda: '{"a":' * 10_000 + "1" + "}" * 10_000,
    "JSON of many keys": lambda: json.dumps({f"k{n}": 1 for n in range(20_000)}),
}  # fmt: skip


@pytest.mark.parametrize("kind", TOO_MUCH)
def test_refused(limited: Limited, tmp_path: Path, kind: str) -> None:
    """A file that attacks by its form is refused in some lines, and check says what is wrong."""
    (tmp_path / "c.toml").write_text(TOO_MUCH[kind]())
    done = limited("list", "--data", "c.toml")
    assert (done.returncode, done.stdout) == (1, ""), done.stderr[-500:]
    assert done.stderr.startswith("utpartners: c.toml:")
    assert len(done.stderr) < 15_000
    done = limited("check", "c.toml", "-f", "json")
    assert done.returncode == 1, done.stderr[-500:]
    assert {"error"} <= {record["severity"] for record in json.loads(done.stdout)}


def large_names() -> Iterator[str]:
    long = "名前 name " * 100_000
    yield RIGHT.replace('"Home"', json.dumps(long, ensure_ascii=False))
    yield PARTNER.replace('"P"', json.dumps("partner " + "[x] " * 250_000))
    yield f'note = "{"e" + chr(0x301) * 300_000}"\naliases = ["{"a" * 1_000_000}"]\n'


def many_departments() -> Iterator[str]:
    yield RIGHT
    for n in range(100_000):
        yield f'\n[[department]]\ncode = "D {n}"\nid = "d{n}"\nname = "Department {n}"\n'
    yield PARTNER.replace(
        "\nmembers", f"\ndepartments = {[f'd{n}' for n in range(100_000)]}\nmembers"
    )


LARGE = {"names of a megabyte": large_names, "100,000 departments": many_departments}

QUESTIONS = [
    ["list", "-f", "csv"],
    ["show", "p"],
    ["depts", "-f", "html"],
    ["tree", "--by", "dept"],
    ["search", "name"],
    ["stats", "-f", "markdown"],
    ["matrix", "-f", "jsonl"],
    ["export", "-o", "c.zip"],
    ["show", "nobody"],
]


@pytest.mark.parametrize("kind", LARGE)
def test_answered(limited: Limited, tmp_path: Path, kind: str) -> None:
    """A catalogue of outsized honest text is answered, and passes check."""
    (tmp_path / "c.toml").write_text("".join(LARGE[kind]()), "utf-8")
    assert limited("export", "--data", "c.toml", "-o", "c.db").stderr == ""
    for question in QUESTIONS:
        done = limited(*question, "--data", "c.db")
        assert done.returncode == (question[-1] == "nobody"), (question, done.stderr[-500:])
        assert len(done.stderr) < 5000
    assert "error" not in limited("check", "c.toml").stderr


def test_pairs_that_are_too_many(limited: Limited, tmp_path: Path) -> None:
    """What would take hours is left out, and stats says so."""
    (tmp_path / "c.toml").write_text("".join(many_departments()), "utf-8")
    done = limited("stats", "--data", "c.toml", "--json")
    assert done.returncode == 0
    assert "not counted: more than 100,000,000 pairs of departments" in done.stderr
    assert {"group": "totals", "item": "departments"}.items() <= json.loads(done.stdout)[3].items()
