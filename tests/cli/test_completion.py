"""What the program offers a shell, as each shell reads it; tests/shells types it in the shells."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners.cli.completion.quoting import Word, in_bash, in_powershell, words_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

FILES = 3
"""The exit status with which the shell is to complete the names of files."""


def offered(run: Run, line: str, cwd: Path | None = None) -> list[str] | None:
    """What may follow a line in bash; None for the names of files."""
    env = {"_UTPARTNERS_COMPLETE": "bash", "_UTPARTNERS_LINE": line}
    done = run(env=env, cwd=cwd)
    assert done.stderr == ""
    return None if done.returncode == FILES else done.stdout.splitlines()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("show ", ["andes", "andes-law", "kita", "minami", "norte", "qahira", "sur"]),
        ("show andes", ["andes", "andes-law"]),
        ("dept law", ["law-pol"]),
        ("list --country jap", ["Japan"]),
        ("list --region south-e", ["South-eastern\\ Asia"]),
        ("list --region Asia,eu", ["Asia,Europe", "Asia,European\\ Union"]),
        ("list --status on", ["on\\ hold"]),
        ("list --status 'on", ["on hold"]),
        ("show %", []),
        ("show _", []),
        ("show \\\\", []),
        ("nothing ", []),
        ("nothing --country ", []),
        ("--version ", []),
        ("show --help a", []),
        ("list --limit ", []),
        ("tree --by c", ["country"]),
        ("ti", ["timeline"]),
        ("show --no-c", ["--no-color"]),
        ("--lang j", ["ja"]),
        ("list --fields statu", ["status"]),
        ("list --fields id,statu", ["id,status"]),
        ("show kita --fields cov", []),
        ("init x --fields ", []),
        ("matrix -f sv", ["svg"]),
        ("list -f sv", []),
        ("--install-completion z", ["zsh"]),
        ("list; utpartners ti", ["timeline"]),
        ("--data ", None),
        ("show kita > k", None),
        ("check k", None),
        ("match ", None),
    ],
)
def test_offered(run: Run, small_path: Path, typed: str, expected: list[str] | None) -> None:
    """What may follow, and nothing else: a wrong line offers nothing."""
    assert offered(run, f"utpartners --data={small_path} {typed}") == expected


def test_suffixes(run: Run, tmp_path: Path) -> None:
    """A new file gets each suffix that the command can write; files that are there come first."""
    assert offered(run, "utpartners list -o x.js", tmp_path) == ["x.json", "x.jsonl"]
    assert offered(run, "utpartners export -o x.gr", tmp_path) == ["x.graphml"]
    assert offered(run, "utpartners list -o x.gr", tmp_path) == []
    assert "x.svg" in (offered(run, "utpartners matrix -o x", tmp_path) or [])
    (tmp_path / "xyz").write_text("")
    assert offered(run, "utpartners list -o x", tmp_path) is None


PEOPLE = """
[catalogue]
title = "Kita"
home = "kita"
language = "en"
{public}
[[country]]
code = "JP"
name = "Japan"

[[institution]]
id = "kita"
name = "Kita"
country = "JP"

[[person]]
id = "sato"
name = "Sato Hanako"
"""


def test_people_are_internal(run: Run, tmp_path: Path) -> None:
    """The ids of people are offered only where the catalogue makes them public."""
    path = tmp_path / "c.toml"
    for public, expected in (("", []), ('public = ["person"]\n', ["sato"])):
        path.write_text(PEOPLE.format(public=public), "utf-8")
        assert offered(run, f"utpartners people --data {path} --person s") == expected


def test_no_catalogue(run: Run) -> None:
    """Where the catalogue cannot be read, nothing is completed and nothing is said."""
    assert offered(run, "utpartners --data missing.toml show ") == []


def test_descriptions(run: Run) -> None:
    """zsh and fish say what an id means."""
    for shell in ("zsh", "fish"):
        done = run("show", "anu", env={"_UTPARTNERS_COMPLETE": shell})
        assert done.stdout == "anu\tAustralian National University\n"


def test_scripts_of_typer(run: Run) -> None:
    """Scripts that an earlier edition installed get quoted words, or nothing."""
    words = {"COMP_WORDS": "utpartners\nlist\n--country\nSouth", "COMP_CWORD": "3"}
    done = run(env={"_UTPARTNERS_COMPLETE": "complete_bash", **words})
    assert done.stdout == "South\\ Korea\n"
    asked = {"_TYPER_COMPLETE_ARGS": "utpartners list --country South"}
    power = {**asked, "_TYPER_COMPLETE_WORD_TO_COMPLETE": "South"}
    done = run(env={"_UTPARTNERS_COMPLETE": "complete_powershell", **power})
    assert done.stdout == "'South Korea'::: \n"
    for shell in ("complete_zsh", "complete_fish", "nosuch", ""):
        assert run(env={"_UTPARTNERS_COMPLETE": shell, **asked}).stdout == ""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a b", [Word("a"), Word("b")]),
        ("a ", [Word("a"), Word("")]),
        ("x; a 'b c", [Word("a"), Word("b c", "'", "")]),
        ('a "b\\"\\c', [Word("a"), Word('b"\\c', '"', "")]),
        ("a b\\ c", [Word("a"), Word("b c")]),
        ("a --x=y", [Word("a"), Word("--x=y", "", "--x=")]),
        ("a 2>e b", [Word("a"), Word("b")]),
        ("a 'b 'c", [Word("a"), Word("b c", "", "b ")]),
    ],
)
def test_words(line: str, expected: list[Word]) -> None:
    """A line is read as bash reads it."""
    assert words_of(line) == expected


def test_quoting() -> None:
    """What is inserted means the text; what cannot be inserted safely is left out."""
    assert in_bash("a;b", Word("a")) == "a\\;b"
    assert in_bash("--x=a b", Word("--x=a", "", "--x=")) == "a\\ b"
    assert in_bash("it's", Word("it", "'")) == "it'\\''s"
    assert in_bash("a$b", Word("a", '"')) == "a\\$b"
    assert in_bash("a!b", Word("a", '"')) is None
    assert in_bash("it's'", Word("it", "'")) is None
    assert in_bash("Ab", Word("a:", "", "a:")) is None
    assert in_powershell("a;b's") == "'a;b''s'"
    assert in_powershell("a\u2019b") is None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("shell", "wrote", "line"),
    [
        ("bash", ".bash_completions/utpartners.sh", (".bashrc", "source ")),
        ("zsh", ".zfunc/_utpartners", (".zshrc", "fpath+=~/.zfunc; ")),
        ("fish", ".config/fish/completions/utpartners.fish", None),
    ],
)
def test_install(
    run: Run, tmp_path: Path, shell: str, wrote: str, line: tuple[str, str] | None
) -> None:
    """The files of the shell that is named are changed, said, and changed once only."""
    env = {"HOME": str(tmp_path), "XDG_CONFIG_HOME": "", "ZDOTDIR": "", "SHELL": "/bin/other"}
    before = b"# caf\xe9"
    if line:
        (tmp_path / line[0]).write_bytes(before)
    done = run("--install-completion", shell, env=env)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(
        f"Completion for {shell} is installed:\n  Wrote {tmp_path}/{wrote}\n"
    )
    first = {wrote, *([line[0]] if line else [])}
    again = run("--install-completion", shell, env=env)
    files = {str(one.relative_to(tmp_path)) for one in tmp_path.rglob("*") if one.is_file()}
    assert files == first
    assert run("--show-completion", shell, env=env).stdout == (tmp_path / wrote).read_text()
    if line:
        name, start = line
        assert f"  Added a line to {tmp_path}/{name}: {start}" in done.stdout
        assert f"  {tmp_path}/{name} already has the line" in again.stdout
        content = (tmp_path / name).read_bytes()
        assert content.startswith(before + b"\n" + start.encode())
        assert content.count(b"\n") == 2


def test_install_nothing(run: Run, tmp_path: Path) -> None:
    """A shell that is not known, or a file that cannot be written, is an error."""
    done = run("--install-completion", "tcsh", env={"HOME": str(tmp_path)})
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no completion for 'tcsh'" in done.stderr
    assert "bash, zsh, fish" in done.stderr
    (tmp_path / "file").write_text("")
    done = run("--install-completion", "bash", env={"HOME": str(tmp_path / "file")})
    assert done.returncode == 1
    assert "utpartners --show-completion bash" in done.stderr
