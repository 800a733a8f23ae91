"""Several catalogues on the command line."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from utpartners import bundled

if TYPE_CHECKING:
    from tests.conftest import Run

KYOTO = Path(__file__).parents[1] / "golden" / "kyoto.toml"
BOTH = ("--data", bundled.TOML, "--data", str(KYOTO))
HOMES = [("utokyo", "anu"), ("kyoto", "anu")]

QUESTIONS = [
    ("list",),
    ("depts",),
    ("timeline",),
    ("agreements",),
    ("search", "ANU"),
    ("match", "names.txt"),
    ("export", "--table", "links"),
    ("export", "--table", "departments"),
    ("export", "--table", "activities"),
    ("tree",),
    ("tree", "--by", "country"),
    ("tree", "--by", "dept"),
    ("tree", "--by", "partner"),
]


def homes_of_anu(text: str) -> list[tuple[str, str]]:
    return [(row["home"], row["id"]) for row in json.loads(text)]


@pytest.mark.parametrize(
    "args",
    [
        ("list", "--country", "AU", *BOTH),
        (*BOTH, "list", "--country", "AU"),
        (*BOTH[:2], "list", *BOTH[2:], "--country", "AU"),
    ],
)
def test_repeated(run: Run, args: tuple[str, ...]) -> None:
    """--data counts each time, before and after the command."""
    assert homes_of_anu(run(*args, "--json").stdout) == HOMES


def test_a_folder_and_the_environment(run: Run, tmp_path: Path) -> None:
    """A folder is named as a file is; the environment has several paths as PATH has."""
    shutil.copy(bundled.TOML, tmp_path)
    shutil.copy(KYOTO, tmp_path)
    wanted = ("list", "--country", "AU", "--json")
    done = run(*wanted, "--data", str(tmp_path))
    assert homes_of_anu(done.stdout) == HOMES[::-1]
    done = run(*wanted, env={"UTPARTNERS_DATA": os.pathsep.join((bundled.TOML, str(KYOTO)))})
    assert homes_of_anu(done.stdout) == HOMES


def test_a_path_with_such_a_mark(run: Run, tmp_path: Path) -> None:
    """A file whose name has the mark that separates paths is still one file."""
    path = tmp_path / f"a{os.pathsep}b.toml"
    shutil.copy(KYOTO, path)
    done = run("list", "--json", env={"UTPARTNERS_DATA": str(path)})
    assert len(json.loads(done.stdout)) == 2


@pytest.mark.parametrize("question", QUESTIONS, ids=" ".join)
def test_the_home_is_told(run: Run, tmp_path: Path, question: tuple[str, ...]) -> None:
    """Every answer with rows of several homes has a column for them; that of one home has none."""
    (tmp_path / "names.txt").write_text("kyoto/anu\nTUM\n", "utf-8")
    rows = json.loads(run(*question, *BOTH, "--json", cwd=tmp_path).stdout)
    assert {row["home"] for row in rows} - {None} == {"utokyo", "kyoto"}
    one = json.loads(run(*question, *BOTH[:2], "--json", cwd=tmp_path).stdout)
    assert all("home" not in row for row in one)


def test_matrix_and_comparison(run: Run) -> None:
    """Where a column is a partnership, home/id is its key."""
    row, *_ = json.loads(run("matrix", *BOTH, "--json").stdout)
    assert row["code"].startswith("utokyo/")
    assert {"utokyo/anu", "kyoto/anu"} <= set(row)
    rows = json.loads(run("compare", "utokyo/anu", "kyoto/anu", *BOTH, "--json").stdout)
    assert {"name": "kyoto/GS Eng", "utokyo/anu": False, "kyoto/anu": True, "shared": False} in rows


def test_ambiguous(run: Run) -> None:
    """A department that two homes have is asked for by home/id, and the error says so."""
    done = run("dept", "GS", "Eng", *BOTH)
    assert done.returncode == 1
    assert "utokyo/GS Eng" in done.stderr
    assert run("dept", "kyoto/gs-eng", *BOTH, "--fields", "id", "-f", "csv").stdout == "id\nanu\n"


def test_about_and_stats(run: Run) -> None:
    """about says which catalogues they are, stats counts by home."""
    told = json.loads(run("about", *BOTH, "--json").stdout)["catalogues"]
    assert [(one["home"], one["partnerships"]) for one in told] == [("utokyo", 16), ("kyoto", 2)]
    rows = json.loads(run("stats", *BOTH, "--json").stdout)
    assert [(r["item"], r["count"]) for r in rows if r["group"] == "by home"] == [
        ("utokyo", 16),
        ("kyoto", 2),
    ]


def test_a_timeline_of_both(run: Run) -> None:
    """A partner of both homes brings the activities with both."""
    rows = json.loads(run("timeline", "--partner", "ANU", *BOTH, "--json").stdout)
    assert {row["home"] for row in rows} == {"utokyo", "kyoto"}


def test_conflicts_are_told(run: Run, tmp_path: Path) -> None:
    """What the catalogues say differently is a warning on stderr; the answer is as ever."""
    other = KYOTO.read_text("utf-8").replace('code = "AU"', 'code = "NZ"')
    path = tmp_path / "other.toml"
    path.write_text(other.replace('country = "AU"', 'country = "NZ"'), "utf-8")
    done = run("show", "kyoto/anu", "--data", bundled.TOML, "--data", str(path), "--fields", "id")
    assert done.returncode == 0
    assert done.stderr == (
        f"warning: institution anu: country is AU in {bundled.TOML}, NZ in {path};"
        " the first is used\n"
    )


def test_only_a_database_holds_several(run: Run, tmp_path: Path) -> None:
    """Another form is refused, and says what can be done; a .db is asked as the files were."""
    done = run("export", "-o", "all.json", *BOTH, cwd=tmp_path)
    assert done.returncode == 1
    assert "Only a .db file can hold several" in done.stderr
    assert run("export", "-o", "all.db", *BOTH, cwd=tmp_path).returncode == 0
    assert os.listdir(tmp_path) == ["all.db"]
    again = run("list", "--data", "all.db", "-f", "csv", cwd=tmp_path).stdout
    assert again == run("list", *BOTH, "-f", "csv").stdout


def test_one_of_the_homes(run: Run, tmp_path: Path) -> None:
    """--home keeps one of them, and gives its catalogue back as it was."""
    args = ("--home", "京都大学", *BOTH)
    assert run("list", *args, "-f", "csv", "--fields", "home,id").stdout == (
        "home,id\nkyoto,anu\nkyoto,todai\n"
    )
    run("export", *args, "-o", "kyoto.toml", cwd=tmp_path)
    told = json.loads(run("about", "--data", "kyoto.toml", "--json", cwd=tmp_path).stdout)
    assert (told["home"], told["language"]) == ("kyoto", "ja")
    assert [phase["first"] for phase in told["phases"]] == [2015]
    assert told["initiatives"] == []


def test_no_such_home(run: Run) -> None:
    """A university that is only a partner is no home."""
    done = run("list", "--home", "ANU", *BOTH)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "utpartners: there is no home 'ANU'\n"
        "Try one of these:\n  utpartners show utokyo/anu\n  utpartners show kyoto/anu\n"
    )
    done = run("list", "--home", "xyzzy", *BOTH)
    assert done.stderr == "utpartners: there is no home 'xyzzy'\nChoose from: utokyo, kyoto.\n"


@pytest.mark.parametrize("paths", [BOTH, (*BOTH[2:], *BOTH[:2])], ids=["en first", "ja first"])
def test_in_one_language(run: Run, paths: tuple[str, ...]) -> None:
    """A partnership is called as its institution is, whichever catalogue has the name."""
    done = run("list", "--country", "AU", "--lang", "ja", *paths, "--json")
    names = {row["home"]: row["name"] for row in json.loads(done.stdout)}
    of_utokyo = "オーストラリア国立大学" if paths == BOTH else "豪国立大学"
    assert names == {"utokyo": of_utokyo, "kyoto": "豪国立大学"}


def test_the_same_twice(run: Run) -> None:
    """A path that is given twice counts once."""
    done = run("list", "--data", str(KYOTO), "--data", str(KYOTO), "--json")
    assert [row["id"] for row in json.loads(done.stdout)] == ["anu", "todai"]
