"""Whatever words people type, wherever they may, each is a name, or is refused in a few lines."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from tests.slow import quick_are

from .conftest import ACTING

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Ask

WORDS = {
    "empty": "",
    "blank": " \t\u3000",
    "markup": "[bold red]x[/] [link=http://evil.example]y[/link] [/",
    "escape": "\x1b[31mred\x1b]0;title\x07\x9b2J",
    "bidi": "\u202eevil\u2066\u200f",
    "html": "<script>alert(1)</script>&lt;",
    "sql": "'; DROP TABLE partnership; -- \" OR 1=1",
    "sql pattern": "%_\\%",
    "full text": '"unclosed AND (NEAR(a b, 2) OR title:x* ^y NOT {z w}:"',
    "full text quotes": '"" """ "a"b"',
    "formula": "=cmd|' /C calc'!A0",
    "path": "../../../etc/passwd",
    "windows path": "..\\..\\NUL.csv",
    "device": "CON",
    "regular expression": "(a+)+$[[:alpha:]]{99999}",
    "format": "%s%n{0.__class__}{{7*7}}${HOME}$(id)`id`",
    "surrogate": os.fsdecode(b"\xff\xfe"),
    "noncharacter": "\ufffe\uffff",
    "line ends": "a\r\nb\x0bc\x85d\u2028e",
    "emoji": "👩‍👩‍👧‍👦🇯🇵",
    "combining": "e" + "\u0301" * 5000,
    "right to left": "جامعة עברית",
    "wide": "Ａ＆Ｓ　ＧＳ",
    "long": "x" * 100_000,
    "many words": "ab " * 20_000,
    "number": "9" * 5000,
    "many commas": "," * 10_000,
}

PLACES = {
    "show": ["show", "{}"],
    "dept": ["dept", "{}"],
    "dept any": ["dept", "--any", "code-1", "{}"],
    "search": ["search", "--", "{}"],
    "search words": ["search", "research", "{}"],
    "compare": ["compare", "{}", "{}"],
    "list": ["list", "--status={}", "--country={}", "--dept={}"],
    "list since": ["list", "--since={}"],
    "timeline": ["timeline", "--partner={}"],
    "timeline kind": ["timeline", "--kind={}"],
    "timeline since": ["timeline", "--since={}", "--until={}"],
    "agreements": ["agreements", "--on={}"],
    "expiring": ["agreements", "--expiring={}"],
    "tree": ["tree", "--by={}"],
    "sql": ["sql", "{}"],
    "sql text": ["sql", "SELECT * FROM partnership WHERE name MATCH '{}'"],
    "fields": ["list", "--fields={}"],
    "format": ["list", "--format={}"],
    "language": ["list", "--lang={}"],
    "table": ["export", "--table={}"],
    "filtered": ["export", "--dept={}", "-f", "json"],
    "data": ["list", "--data={}"],
    "check": ["check", "{}"],
    "diff": ["diff", "{}", "{}"],
    "match": ["match", "{}"],
    "column": ["match", "words.csv", "--column={}"],
    "command": ["{}"],
    "option": ["list", "--{}"],
}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program runs, so that a word that is a path leads to nothing."""
    here = tmp_path / "here"
    here.mkdir()
    (here / "words.csv").write_text("a,b\n1,2\n")
    monkeypatch.chdir(here)
    return here


QUICK = ("empty", "escape", "markup", "full text", "sql", "surrogate", "line ends")
"""Words that stand for the others."""
GROUPS = [QUICK, tuple(word for word in WORDS if word not in QUICK)]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    "words", [GROUPS[0], pytest.param(GROUPS[1], marks=pytest.mark.slow)], ids=["few", "others"]
)
def test_words(ask: Ask, folder: Path, hostile_db: str, words: tuple[str, ...], place: str) -> None:
    """An answer, or an error that says so; nothing acts, and nothing is written."""
    for word in words:
        arguments = [one.replace("{}", WORDS[word]) for one in PLACES[place]]
        done = ask(*arguments, *([] if place == "data" else ["--data", hostile_db]))
        assert done.status in (0, 1, 2), word
        assert bool(done.err) or done.status == 0, word
        assert ACTING.search(done.out + done.err) is None, word
        assert max(map(len, done.err.splitlines()), default=0) < 1100, word
        assert len(done.err.splitlines()) < 40, word
        assert os.listdir(folder) == ["words.csv"], word


@pytest.mark.parametrize("word", quick_are(QUICK, WORDS))
def test_words_in_a_file(ask: Ask, folder: Path, hostile_db: str, word: str) -> None:
    """A list of names may have any words, too."""
    text = WORDS[word].encode("utf-8", "surrogateescape")
    (folder / "names").write_bytes(text + b"\nEvil\n")
    done = ask("match", "names", "--data", hostile_db)
    assert done.status in (0, 1)
    assert ACTING.search(done.out + done.err) is None


@pytest.mark.parametrize("word", quick_are(QUICK, WORDS))
def test_paths_to_write(ask: Ask, folder: Path, hostile_db: str, word: str) -> None:
    """A word as the path of the answer is a file there, or is refused; nothing else is made."""
    name = WORDS[word].replace("/", "_")
    done = ask("list", "--data", hostile_db, "-f", "csv", f"-o{name}")
    assert done.status in (0, 1, 2), done.err
    assert ACTING.search(done.err) is None
    made = set(os.listdir(folder)) - {"words.csv"}
    assert made == ({name} if done.status == 0 and not done.out else set())


@pytest.mark.parametrize("word", quick_are(QUICK, WORDS))
def test_a_catalogue_to_start_from(ask: Ask, folder: Path, word: str) -> None:
    """Any words as title and home make a catalogue without an error, or are refused."""
    title = WORDS[word]
    done = ask("init", "c.toml", f"--title={title}", f"--home={title}")
    if done.status == 0:
        checked = ask("check", "c.toml")
        assert checked.status == 0
        assert ": error:" not in checked.err
    else:
        assert os.listdir(folder) == ["words.csv"]
