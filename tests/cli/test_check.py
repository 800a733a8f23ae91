"""``utpartners check``: what it prints, and its exit status."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from utpartners import bundled
from utpartners.formats.template import template

if TYPE_CHECKING:
    from tests.conftest import Run

KEYS = ["file", "line", "column", "severity", "rule", "record", "message", "hint", "table"]

ACTING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


@pytest.fixture
def right(tmp_path: Path) -> Path:
    """A file without a problem."""
    path = tmp_path / "c.toml"
    path.write_text(template(), "utf-8")
    return path


@pytest.fixture
def wrong(right: Path) -> Path:
    """A file with two errors, and a warning after them."""
    text = right.read_text("utf-8")
    text = text.replace('code = "JP"\n', 'cod = "JP"\ncode = "JP"\n')
    text = text.replace('departments = ["ex"]\n', 'departments = ["exx"]\n', 1)
    text += '[[partnership]]\nid = "p"\nname = "P"\nstatus = "s"\nmembers = ["our-university"]\n'
    right.write_text(text, "utf-8")
    return right


@pytest.fixture
def doubtful(right: Path) -> Path:
    """A file with a warning only."""
    text = right.read_text("utf-8")
    right.write_text(text.replace('when = "2021-03"', 'when = "2011-03"'), "utf-8")
    return right


def line_of(path: Path, text: str) -> int:
    """The line that a text stands in."""
    before, found, _ = path.read_text("utf-8").partition(text)
    assert found
    return before.count("\n") + 1


def test_nothing_wrong(run: Run, right: Path) -> None:
    """A right file prints nothing, says so on stderr, and the exit status is 0."""
    done = run("check", str(right))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "no problems\n")


def test_the_bundled_catalogue(run: Run) -> None:
    """The bundled catalogue has no problem, also named with --data."""
    for args in ([bundled.TOML], ["--data", bundled.TOML]):
        done = run("check", *args)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "no problems\n")


def test_lines(run: Run, wrong: Path) -> None:
    """Each problem is a line with file, line, severity, record, what is wrong and the remedy."""
    done = run("check", wrong.name, cwd=wrong.parent)
    country, department, last = (
        line_of(wrong, text) for text in ("cod = ", '"exx"', '[[partnership]]\nid = "p"')
    )
    assert done.stdout.splitlines() == [
        f"c.toml:{country}: error: country 'JP': unknown key 'cod' (did you mean 'code'?)",
        (
            f"c.toml:{department}: error: partnership 'example-partner-university':"
            " departments: there is no department 'exx' (did you mean 'ex'?)"
        ),
        f"c.toml:{last}: warning: partnership 'p': no activities are recorded",
    ]
    assert (done.returncode, done.stderr) == (1, "2 errors, 1 warning\n")


def test_records(run: Run, wrong: Path) -> None:
    """JSON has the same as records, under the keys of the contract."""
    done = run("check", str(wrong), "-f", "json")
    first, *others = json.loads(done.stdout)
    assert (done.returncode, done.stderr, len(others)) == (1, "2 errors, 1 warning\n", 2)
    assert list(first) == KEYS
    assert first == {
        "file": str(wrong),
        "line": line_of(wrong, "cod = "),
        "column": 1,
        "severity": "error",
        "rule": "unknown-key",
        "record": "country 'JP'",
        "message": "unknown key 'cod'",
        "hint": "did you mean 'code'?",
        "table": None,
    }
    assert others[1]["hint"] is None


def test_every_format_says_the_same(run: Run, wrong: Path) -> None:
    """CSV and lines of JSON have the same records."""
    records = json.loads(run("check", str(wrong), "--json").stdout)
    lines = run("check", str(wrong), "-f", "jsonl").stdout.splitlines()
    rows = list(csv.DictReader(io.StringIO(run("check", str(wrong), "-f", "csv").stdout)))
    assert [json.loads(line) for line in lines] == records
    told = [{k: str("" if v is None else v) for k, v in record.items()} for record in records]
    assert rows == told


def test_no_records(run: Run, right: Path) -> None:
    """Nothing wrong is an empty answer in every format."""
    assert run("check", str(right), "--json").stdout == "[]\n"
    assert run("check", str(right), "-f", "csv").stdout == ",".join(KEYS) + "\n"
    assert run("check", str(right), "-f", "github").stdout == ""


def test_some_fields(run: Run, wrong: Path) -> None:
    """--fields gives a table of them."""
    done = run("check", str(wrong), "--fields", "rule,severity", "-f", "tsv", "--no-header")
    assert done.stdout.splitlines()[0] == "unknown-key\terror"
    assert run("check", str(wrong), "--fields", "rule").stdout.splitlines()[0] == "RULE"


def test_to_a_file(run: Run, wrong: Path) -> None:
    """-o writes lines, or the format of the suffix."""
    for name, start in (("p.txt", f"{wrong}:"), ("p.json", "["), ("p", f"{wrong}:")):
        path = wrong.parent / name
        assert run("check", str(wrong), "-o", str(path)).returncode == 1
        assert path.read_text("utf-8").startswith(start)


def test_annotations(run: Run, wrong: Path) -> None:
    """-f github gives the commands that GitHub Actions shows beside the line."""
    done = run("check", wrong.name, "-f", "github", cwd=wrong.parent)
    line = line_of(wrong, "cod = ")
    assert done.stdout.splitlines()[0] == (
        f"::error file=c.toml,line={line},col=1,title=unknown-key"
        "::country 'JP': unknown key 'cod' (did you mean 'code'?)"
    )
    assert "::warning file=c.toml,line=" in done.stdout
    assert done.returncode == 1


def test_annotations_are_escaped(run: Run, tmp_path: Path) -> None:
    """No name ends an annotation or its properties, or starts another."""
    path = tmp_path / "50%,a:b.toml"
    path.write_text('[catalogue]\ntitle = "T"\nhome = "%0A::error::,"\n"\\n::error::x" = 1\n')
    done = run("check", path.name, "-f", "github", cwd=tmp_path)
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    assert all(line.startswith("::error file=50%25%2Ca%3Ab.toml,line=") for line in lines)
    assert "'%250A::error::,'" in lines[0]


def test_warnings_alone(run: Run, doubtful: Path) -> None:
    """Warnings alone are exit status 0, and 1 with --strict."""
    done = run("check", str(doubtful))
    assert (done.returncode, done.stderr) == (0, "1 warning\n")
    assert run("check", str(doubtful), "--strict").returncode == 1
    assert run("check", bundled.TOML, "--strict").returncode == 0


def test_syntax(run: Run, tmp_path: Path) -> None:
    """A file that is no TOML is one error, in every format."""
    path = tmp_path / "c.toml"
    path.write_text('a = "é" b = 1\n', "utf-8")
    (record,) = json.loads(run("check", str(path), "--json").stdout)
    assert (record["line"], record["column"], record["rule"]) == (1, 9, "syntax")
    path.write_bytes(b"a = '\xc3\xa9\xff'\n")
    (record,) = json.loads(run("check", str(path), "--json").stdout)
    assert (record["line"], record["column"], record["rule"]) == (1, 7, "syntax")
    assert record["hint"] == "save it in that encoding"


@pytest.mark.parametrize(
    ("args", "status", "lines"), [([], 2, 2), (["missing.toml"], 1, 2), (["."], 1, 2)]
)
def test_no_file(run: Run, tmp_path: Path, args: list[str], status: int, lines: int) -> None:
    """No file, or one that cannot be read, is an error on stderr, with what to do."""
    done = run("check", *args, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (status, "")
    assert len(done.stderr.splitlines()) == lines


def test_several_files(run: Run, wrong: Path) -> None:
    """Several files are checked each by itself and once; one that is wrong is enough for 1."""
    (wrong.parent / "r.toml").write_text(template(), "utf-8")
    alone = run("check", "c.toml", cwd=wrong.parent)
    for args in (["r.toml", "c.toml", "c.toml"], ["--data", "r.toml", "--data", "c.toml"]):
        done = run("check", *args, cwd=wrong.parent)
        assert (done.returncode, done.stdout, done.stderr) == (1, alone.stdout, alone.stderr)
    done = run("check", "r.toml", "r.toml", cwd=wrong.parent)
    assert (done.returncode, done.stderr) == (0, "no problems\n")


def test_the_hook_of_pre_commit() -> None:
    """.pre-commit-hooks.yaml names a command that is there, and takes the file's usual name."""
    text = (Path(__file__).parents[2] / ".pre-commit-hooks.yaml").read_text("utf-8")
    hook = dict(re.findall(r"^[- ] (\w+): (.+)$", text, re.MULTILINE))
    assert hook["entry"] == "utpartners check"
    assert re.search(hook["files"], "register/catalogue.toml")
    assert not re.search(hook["files"], "pyproject.toml")


def test_no_regular_file(run: Run, tmp_path: Path) -> None:
    """A pipe that nobody writes to is refused instead of waited for."""
    os.mkfifo(tmp_path / "pipe")
    done = run("check", "pipe", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert "pipe is not a regular file" in done.stderr


def test_hostile_text(run: Run, tmp_path: Path) -> None:
    """Nothing of a file acts on a terminal, nor breaks a line."""
    path = tmp_path / "c.toml"
    path.write_text(
        'a = "\\u001b[31m"\n"b\\u001b[2J\\n\\u202e" = 1\n[catalogue]\ntitle = "\\n"\n'
        '[[institution]]\nid = "\\u009b31m"\nname = "[bold]\\u2028"\ncountry = "\\u001b"\n',
        "utf-8",
    )
    for format in ("table", "github", "json", "markdown"):
        done = run("check", str(path), "-f", format)
        assert done.returncode == 1
        assert ACTING.search(done.stdout) is None
    assert len(run("check", str(path)).stdout.splitlines()) == 5


def test_a_hostile_path(run: Run, tmp_path: Path) -> None:
    """The name of a file does not act either."""
    path = tmp_path / "\x1b[31m\n.toml"
    path.write_text("a", "utf-8")
    (line,) = run("check", str(path)).stdout.splitlines()
    assert "\\x1b[31m\\n.toml:1: error" in line


def test_headings_in_japanese(run: Run, wrong: Path) -> None:
    """With --lang ja all that is told is Japanese; keys, severities and rules are as ever."""
    done = run("check", str(wrong), "--fields", "file,line,rule", "-f", "markdown", "--lang", "ja")
    assert done.stdout.splitlines()[0].split() == ["|", "ファイル", "|", "行", "|", "規則", "|"]
    told, english = (
        json.loads(run("check", str(wrong), "--json", *lang).stdout)
        for lang in (["--lang", "ja"], [])
    )
    codes = ("file", "line", "column", "severity", "rule", "table")
    assert [[one[key] for key in codes] for one in told] == [
        [one[key] for key in codes] for one in english
    ]
    assert all(re.search("[ぁ-ん]", one["message"]) for one in told)


@pytest.mark.slow
@pytest.mark.parametrize("name", ["c.json", "c.db", "c.zip", "c.xlsx", "c/"])
def test_every_form(run: Run, right: Path, name: str) -> None:
    """A catalogue is checked in every form that it is exported to, also as --data."""
    folder = right.parent
    assert run("export", "--data", right.name, "-o", name, cwd=folder).returncode == 0
    for args in ([name], ["--data", name]):
        done = run("check", *args, cwd=folder)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "no problems\n")


@pytest.mark.slow
def test_records_of_sheets(run: Run, right: Path) -> None:
    """Records and annotations name the sheet and its row."""
    text = right.read_text("utf-8").replace('name = "Japan"', 'name = "!"')
    right.write_text(text, "utf-8")
    assert run("export", "--data", right.name, "-o", "c.xlsx", cwd=right.parent).returncode == 0
    (record,) = json.loads(run("check", "c.xlsx", "--json", cwd=right.parent).stdout)
    place = {"file": "c.xlsx", "table": "country", "line": 2, "column": None}
    assert place.items() <= record.items()
    done = run("check", "c.xlsx", "-f", "github", cwd=right.parent)
    assert done.stdout == (
        "::error file=c.xlsx,line=2,title=empty-name"
        "::country: country 'JP': name: '!' contains no letter or digit\n"
    )
