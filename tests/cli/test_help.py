"""The program's own help: plain text that fits, the same by every way, with lines that work."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest
from tests.slow import quick_are

from utpartners import i18n
from utpartners.cli.commands import BRIEF, COMMANDS, EXAMPLES
from utpartners.cli.help import overview
from utpartners.cli.terminal import cells
from utpartners.cli.topics import TOPICS, topic_help
from utpartners.render import NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.cli.conftest import OnTerminal
    from tests.conftest import Run

COMMAND_NAMES = [entry.name for entry in COMMANDS]


@pytest.fixture(params=["en", "ja"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.set_language(None if request.param == "en" else request.param)
    yield request.param
    i18n.set_language(None)


def examples(name: str) -> list[tuple[str, str]]:
    """The command lines of a command's help, each with its word."""
    found: Any = import_module(f"utpartners.cli.commands.{name}").EXAMPLES
    return list(found)


def test_the_first_help_fits_on_a_screen(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It has at most 24 lines of 80 cells, with every command, in both languages."""
    monkeypatch.setenv("COLUMNS", "80")
    lines = overview().splitlines()
    assert len(lines) <= 24
    assert [line for line in lines if cells(line) > 80] == []
    for name in COMMAND_NAMES:
        assert re.search(rf"  {name}  ", overview())


def test_what_a_command_is_for_is_brief(language: str) -> None:
    """No brief is cut, or makes the first help have one column only."""
    too_long = [e.brief for e in COMMANDS if cells(i18n.translated(e.brief)) > BRIEF]
    assert too_long == []


@pytest.mark.parametrize("columns", quick_are([40, 80], [20, 40, 60, 80, 120, 200]))
@pytest.mark.parametrize("name", ["list", "export", "check", "formats", "names"])
def test_it_fits_any_terminal(run: Run, name: str, columns: int) -> None:
    """No line of words is wider than the terminal; a command line and a value are never broken."""
    text = run("help", name, env={"COLUMNS": str(columns)}).stdout
    for line in text.splitlines():
        is_whole = line.startswith(("  utpartners ", "Usage")) or len(line.split()) <= 2
        assert is_whole or cells(line) <= max(columns, 48)


@pytest.mark.parametrize("name", quick_are(["list", "export", "check", "help"], COMMAND_NAMES))
def test_it_is_the_same_by_every_way(run: Run, name: str) -> None:
    """``help COMMAND``, ``-h`` and ``--help`` print one text: purpose, usage, examples, formats."""
    text = run("help", name).stdout
    assert run(name, "-h").stdout == run(name, "--help").stdout == text
    assert text.startswith(f"utpartners {name}: ")
    assert f"\nUsage  utpartners {name} " in text
    assert text.count(f"  utpartners {name}") >= 3
    assert "\x1b" not in text
    assert "None" not in text


@pytest.mark.parametrize("name", COMMAND_NAMES)
def test_three_examples_with_a_word(name: str) -> None:
    """A command has three examples of its own, and says of each what it is for."""
    assert len(examples(name)) == 3
    assert all(line.startswith(f"utpartners {name}") and word for line, word in examples(name))


LINES = [line for name in COMMAND_NAMES for line, _ in examples(name)]
LINES += [line for line, _ in EXAMPLES]


@pytest.mark.parametrize(
    "line", [one for one in LINES if ".toml" not in one and "match" not in one]
)
def test_examples_work(run: Run, tmp_path: Any, line: str) -> None:
    """Every example can be typed as it stands; those with files of one's own are in the guides."""
    done = run(*shlex.split(line)[1:], cwd=tmp_path)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


@pytest.mark.parametrize(
    ("name", "has", "has_not"),
    [
        ("list", ["table", "xlsx"], ["svg", "gexf"]),
        ("matrix", ["svg", "pdf", "csv"], ["gexf"]),
        ("export", ["svg", "gexf"], []),
        ("init", [], ["Formats", "svg"]),
        ("help", [], ["Formats", "svg"]),
    ],
)
def test_only_formats_that_the_command_gives(
    run: Run, name: str, has: list[str], has_not: list[str]
) -> None:
    """The formats that are listed are those that the command can be written in."""
    text = run(name, "-h").stdout
    listed = re.findall(r"\w+", text.partition("Formats (-f")[2].partition("Common options")[0])
    assert set(has) <= set(listed) <= {*NAMES, "or", "the", "extension", "of", "o"}
    assert not {*has_not} & {*listed}


def test_values_are_listed(run: Run, tmp_path: Any, small_path: Any) -> None:
    """An option with few values has them in its place; statuses are those of a database."""
    assert "--by status|country|dept|partner" in run("tree", "-h").stdout
    database = str(tmp_path / "c.db")
    assert run("export", "--data", str(small_path), "-o", database).returncode == 0
    assert "--status STATUS" in run("list", "-h", "--data", str(small_path)).stdout
    text = run("list", "-h", "--data", database).stdout
    assert re.search(r"--status primary\|on hold ", text)
    assert run("list", "-h", env={"UTPARTNERS_DATA": database}).stdout == text


@pytest.mark.parametrize("name", TOPICS)
def test_topics(run: Run, name: str, language: str) -> None:
    """A topic has its page, in the language that is asked for."""
    lang = [] if language == "en" else ["--lang", language]
    done = run("help", name, *lang)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == topic_help(name)


def test_the_language_may_stand_after_it(run: Run) -> None:
    """``-h --lang ja`` is in Japanese, and so is the help of an environment in Japanese."""
    for done in (
        run("list", "-h", "--lang", "ja"),
        run("--lang", "ja", "list", "-h"),
        run("list", "--help", env={"UTPARTNERS_LANG": "ja"}),
    ):
        assert "オプション" in done.stdout
    assert "調べる" in run(env={"LANG": "ja_JP.UTF-8"}).stdout


@pytest.mark.parametrize("args", [["-h"], ["list", "-h"], ["help", "formats"], ["--version"]])
def test_it_imports_no_rich(clean_env: dict[str, str], args: list[str]) -> None:
    """Help imports neither Rich, nor what Typer would draw it with; --version imports nothing."""
    code = (
        "import sys; from utpartners.__main__ import main\n"
        "try: main()\nexcept SystemExit: pass\nprint(*sys.modules, file=sys.stderr)"
    )
    env = {name: value for name, value in clean_env.items() if not name.startswith("COVERAGE")}
    done = subprocess.run(
        [sys.executable, "-c", code, *args], capture_output=True, text=True, check=True, env=env
    )
    modules = set(done.stderr.split())
    assert not {"rich", "markdown_it", "pygments", "typer.rich_utils"} & modules
    assert ("typer" in modules) == (args[0] in ("list", "help"))
    assert ("utpartners.cli" in modules) == (args != ["--version"])


def test_without_docstrings(run: Run, clean_env: dict[str, str]) -> None:
    """``python -OO``, which drops docstrings, prints the same help."""
    command = [sys.executable, "-OO", "-m", "utpartners", "list", "-h"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=clean_env)
    assert done.stdout == run("list", "-h").stdout


@pytest.mark.parametrize(
    ("args", "env", "is_bold"),
    [
        (["list", "--help"], {}, True),
        ([], {}, True),
        (["--no-color", "list", "--help"], {}, False),
        (["list", "--help", "--no-color"], {}, False),
        (["help", "list"], {"NO_COLOR": "1"}, False),
        (["-h"], {"TERM": "dumb"}, False),
    ],
)
def test_headings_are_bold_on_a_terminal(
    on_terminal: OnTerminal, args: list[str], env: dict[str, str], is_bold: bool
) -> None:
    """Headings are bold where colour is wanted, and plain where it is not."""
    text = on_terminal(*args, env=env)
    assert ("\x1b[1m" in text) == is_bold


def test_a_robot_gets_plain_text(run: Run) -> None:
    """An environment that draws colour by itself, such as GitHub Actions, gets none in a pipe."""
    assert "\x1b" not in run("list", "--help", env={"GITHUB_ACTIONS": "true"}).stdout


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("find", "Try: utpartners help search"),
        ("serach", "Try: utpartners help search"),
        ("format", "Try: utpartners help formats"),
        ("xyzzy", "Choose a command, or a topic: commands, options,"),
    ],
)
def test_help_on_nothing(run: Run, word: str, hint: str) -> None:
    """A name of no command and no topic leads to the one that is meant."""
    done = run("help", word)
    assert (done.returncode, done.stdout) == (2, "")
    first, second = done.stderr.splitlines()
    assert first == f"utpartners: there is no help on '{word}'"
    assert second.startswith(hint)
