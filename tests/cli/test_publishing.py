"""``--public``, ``--internal``, ``--all``: what is published, and what is said of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from tests.questions.test_ended import OFFICE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

SOUND = OFFICE.replace('"Over"', '"over"')

INTERNAL = """
coordinators = ["tanaka"]
note = "Xyzzy"
agreement = [{ kind = "general", term = "open", document = "/xyzzy", people = ["tanaka"] }]
[[person]]
id = "tanaka"
name = "Tanaka Xyzzy"
"""

ENDED = "Left out: 1 partnership that has ended; --all includes it.\n"
FACTS = "1 note, 1 document, 1 person"


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with a catalogue that has internal facts and an ended partnership."""
    (tmp_path / "c.toml").write_text(SOUND + INTERNAL, "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("args", "said", "internal", "ended"),
    [
        (
            ["export", "-o", "x.html"],
            f"{ENDED}Left out as internal: {FACTS}; --internal shows them.\n", False, False,
        ),
        (["export", "-o", "x.html", "--internal"], ENDED, True, False),
        (
            ["export", "-f", "site", "-o", "x.site/"],
            f"{ENDED}Left out as internal: {FACTS}; --internal shows them.\n", False, False,
        ),
        (["export", "-f", "site", "-o", "x.site/", "--internal", "--all"], "", True, True),
        (["export", "-o", "x.html", "--internal", "--all"], "", True, True),
        (["export", "-o", "x.html", "--internal", "--current"], "", True, False),
        (["export", "-o", "x.json"], "", True, True),
        (["export", "-o", "x.json", "--current"], "", True, False),
        (["export", "-o", "x.json", "--public"], f"Left out as internal: {FACTS}.\n", False, True),
        (["export", "minami", "-o", "x.html"], "", False, True),
        (["matrix", "-o", "x.svg"], ENDED, False, False),
        (["matrix", "-o", "x.svg", "--all"], "", False, True),
        (["export", "-o", "x.dot"], ENDED, False, False),
        (["export", "-o", "x.dot", "--all"], "", False, True),
        (["timeline", "-o", "x.svg"], "", False, True),
        (["matrix", "-o", "x.svg", "--internal"], ENDED, False, False),
        (["agreements", "-o", "x.csv"], "", True, False),
        (
            ["agreements", "-o", "x.csv", "--public"],
            "Left out as internal: notes, documents, people.\n", False, False,
        ),
    ],
)  # fmt: skip
def test_what_is_shown(
    run: Run, office: Path, args: list[str], said: str, internal: bool, ended: bool
) -> None:
    """Each output has the facts that it is for, and stderr says what is left out."""
    done = run("--data", "c.toml", *args, cwd=office)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", said)
    (path,) = office.glob("x.*")
    files = sorted(path.rglob("*.*")) if path.is_dir() else [path]
    text = "".join(file.read_bytes().decode("utf-8", "replace") for file in files)
    assert ("xyzzy" in text.lower()) == internal
    assert ("Minami" in text) == ended


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (
            ["list", "--internal"],
            "--internal applies to pages, pictures and printed documents, not to table",
        ),
        (
            ["export", "-o", "x.toml", "--internal"],
            "--internal applies to pages, pictures and printed documents, not to toml",
        ),
        (
            ["check", "c.toml", "--public"],
            "--public does not apply to check\nLeave it out. It applies to what a catalogue",
        ),
        (
            ["list", "--public", "--internal"],
            "--public and --internal contradict each other\nLeave one of them out.",
        ),
        (["--public"], "--public is given without a command\n"),
    ],
)
def test_refused(run: Run, office: Path, args: list[str], said: str) -> None:
    """Where an option would change nothing, the answer is not given as if it did."""
    done = run(*args, cwd=office)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"utpartners: {said}")
    assert [path.name for path in office.iterdir()] == ["c.toml"]


def test_public_answers(run: Run, office: Path) -> None:
    """``--public`` shows what others will see, of any answer and of a difference."""
    done = run("--data", "c.toml", "show", "Higashi", "--public", "--json", cwd=office)
    facts = json.loads(done.stdout)
    assert (facts["note"], facts["coordinators"]) == (None, [])
    assert done.stderr == "Left out as internal: notes, documents, people.\n"
    (office / "old.toml").write_text(SOUND, "utf-8")
    done = run("diff", "old.toml", "c.toml", "--public", "--json", cwd=office)
    assert [(one["id"], one["field"], one["new"]) for one in json.loads(done.stdout)] == [
        ("higashi", "agreement", "general")
    ]


def test_only_ended(run: Run, office: Path) -> None:
    """A page of which nothing would be left is not written, and the way out is said."""
    export = ("--data", "c.toml", "export", "--dept", "ENG", "-o", "x.html")
    done = run(*export, cwd=office)
    assert done.returncode == 1
    assert ENDED in done.stderr
    assert not (office / "x.html").exists()
    assert run(*export, "--all", cwd=office).returncode == 0


def test_japanese(run: Run, office: Path) -> None:
    """The notes are in the reader's language."""
    done = run("--data", "c.toml", "--lang", "ja", "export", "-o", "x.html", cwd=office)
    assert done.stderr == (
        "終了した連携先1件は表示していません。--all で表示します。\n"
        "内部情報のため省きました：注記1件、文書1件、1名。--internal を付けると含めます。\n"
    )
    assert "終了した連携先1件は掲載していません。" in (office / "x.html").read_text("utf-8")
