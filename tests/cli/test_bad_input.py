"""Bad names and bad catalogues: one clear message, the right exit code, nothing half-done."""

from __future__ import annotations

from subprocess import CompletedProcess
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

HEAD = '[catalogue]\ntitle = "T"\nhome = "h"\n[[country]]\ncode = "JP"\nname = "Japan"\n'
HOME = '[[institution]]\nid = "h"\nname = "Home"\ncountry = "JP"\n'
DEPARTMENT = '[[department]]\ncode = "GS Eng"\nid = "gs-eng"\nname = "Engineering"\n'
PARTNER = '[[partnership]]\nid = "p"\nname = "P"\nstatus = "primary"\nmembers = ["h"]\n'
CATALOGUE = HEAD + HOME + DEPARTMENT + PARTNER


def check_refusal(done: CompletedProcess[str], code: int = 1, most_lines: int = 4) -> None:
    """The program ends with a code, one message on stderr and nothing on stdout."""
    assert done.returncode == code
    assert done.stdout == ""
    assert done.stderr.startswith("utpartners: ")
    assert done.stderr.count("utpartners: ") == 1
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr
    assert 1 <= len(done.stderr.splitlines()) <= most_lines
    assert max(map(len, done.stderr.splitlines())) < 400


@pytest.mark.parametrize("command", ["show", "dept"])
@pytest.mark.parametrize("name", ["Atlantis", "", " ", "&", "x" * 10_000, "GS " * 3_000, "\udcff"])
def test_no_such_name(run: Run, command: str, name: str) -> None:
    """A name that is none is refused, however long or empty it is."""
    check_refusal(run(command, name), most_lines=15)


@pytest.mark.parametrize("option", ["--status", "--country", "--dept"])
@pytest.mark.parametrize("name", ["Atlantis", "", "x" * 10_000])
def test_no_such_filter(run: Run, option: str, name: str) -> None:
    """So is a name in a filter."""
    check_refusal(run("list", option, name), most_lines=7)


def test_ambiguous_name(run: Run) -> None:
    """An ambiguous name lists what it may mean, by id."""
    done = run("show", "UC")
    check_refusal(done)
    assert "uchicago" in done.stderr
    assert "chile-mexico" in done.stderr


def test_misspelt_name(run: Run) -> None:
    """A misspelt name suggests the right one."""
    done = run("show", "Cambrige")
    check_refusal(done, most_lines=7)
    assert "cambridge" in done.stderr.lower()


def test_cut_name(run: Run) -> None:
    """What a shell leaves of GS A&S says how to write it."""
    done = run("dept", "GS", "A")
    check_refusal(done)
    assert "gs-as" in done.stderr


@pytest.mark.parametrize(
    ("content", "line", "words"),
    [
        (b"", 1, ["catalogue: this key is required"]),
        (b"\x00\x01\x02\xff\xfe\x80", 1, ["not UTF-8"]),
        ("[catalogue]\ntitle = 'é'\n".encode("latin-1"), 2, ["not UTF-8", "0xe9"]),
        (b"a = 1\nb = \n", 2, ["not TOML"]),
        (b"[project]\nname = 'x'\n", 1, ["unknown key 'project'"]),
        ((CATALOGUE + PARTNER).encode(), 21, ["id: 'p' is already used by another partnership"]),
        ((CATALOGUE + 'departments = ["gs-engg"]').encode(), 20, ["'gs-engg'", "mean 'gs-eng'?"]),
        ((CATALOGUE + 'abreviation = "P"').encode(), 20, ["'abreviation'", "mean 'abbreviation'?"]),
        ((CATALOGUE + 'since = "2019-13"').encode(), 20, ["there is no month 13 in '2019-13'"]),
        (
            (CATALOGUE + "since = 2019").encode(),
            20,
            ['write it as text: "2019"'],
        ),
    ],
)
def test_bad_catalogue(
    run: Run, tmp_path: Path, content: bytes, line: int, words: list[str]
) -> None:
    """A file that is no catalogue is refused with its name, the line and what is wrong there."""
    file = tmp_path / "catalogue.toml"
    file.write_bytes(content)
    done = run("list", "--data", file.name, cwd=tmp_path)
    check_refusal(done)
    assert done.stderr.startswith(f"utpartners: {file.name}:{line}: ")
    assert [word for word in words if word not in done.stderr] == []


@pytest.mark.parametrize("opening", ["[", "{a=", "{ a = [", "[[a]]\n[a."])
def test_deep_nesting(run: Run, tmp_path: Path, opening: str) -> None:
    """A file nested without end is refused like any other."""
    file = tmp_path / "deep.toml"
    file.write_text("x = " + opening * 20_000, "utf-8")
    done = run("list", "--data", str(file))
    check_refusal(done)
    assert "deep.toml" in done.stderr


def test_every_command_refuses(run: Run, tmp_path: Path) -> None:
    """No command answers from a file that is no catalogue, and none writes a file then."""
    file = tmp_path / "bad.toml"
    file.write_text("[catalogue]\n", "utf-8")
    for command in (["list"], ["show", "x"], ["dept", "x"], ["depts"], ["tree"], ["export"]):
        check_refusal(run(*command, "--data", str(file), "-o", str(tmp_path / "out.csv")))
    assert [path.name for path in tmp_path.iterdir()] == ["bad.toml"]


@pytest.mark.parametrize(
    ("path", "words"),
    [("missing.toml", "no such file"), ("folder", "folder"), ("missing/x.db", "no such")],
)
def test_no_file(run: Run, tmp_path: Path, path: str, words: str) -> None:
    """A path without a catalogue is refused with the reason."""
    (tmp_path / "folder").mkdir()
    done = run("list", "--data", path, cwd=tmp_path)
    check_refusal(done)
    assert words in done.stderr


@pytest.mark.parametrize("command", [["list"], ["show", "ANU"], ["depts"], ["export"]], ids=str)
@pytest.mark.parametrize("harm", ["header", "cut", "pages", "middle"])
def test_bad_database(
    run: Run, tmp_path: Path, written_database: Path, harm: str, command: list[str]
) -> None:
    """A database that is cut off or garbage is refused with its name."""
    file = tmp_path / "bad.db"
    content = written_database.read_bytes()
    file.write_bytes(
        {
            "header": content[:16],
            "cut": content[: len(content) // 3],
            "pages": content[:100] + b"\xa5" * (len(content) - 100),
            "middle": content[:20480] + b"\xa5" * (len(content) - 20480),
        }[harm]
    )
    done = run(*command, "--data", str(file), "-o", str(tmp_path / "out.csv"))
    check_refusal(done)
    assert "bad.db" in done.stderr
    assert not (tmp_path / "out.csv").exists()
