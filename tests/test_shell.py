"""Words of a command line, for the shells that people have."""

from __future__ import annotations

import os

import pytest

from utpartners import shell


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that says it is Windows, to what asks it by ``os.name``."""
    monkeypatch.setattr(os, "name", "nt")


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("anu", "anu"),
        ("北京大学", "北京大学"),
        (r"C:\Users\anna\a.toml", r"C:\Users\anna\a.toml"),
        ("GS Eng", '"GS Eng"'),
        ("Women's College", '"Women\'s College"'),
        ("a;b", '"a;b"'),
        ("a & b | c > d", '"a & b | c > d"'),
        ("C:\\My Files\\", '"C:\\My Files\\\\"'),
        ("", '""'),
        ("$(reboot)", "'$(reboot)'"),
        ("`reboot`", "'`reboot`'"),
        ('the "new" one', "'the \"new\" one'"),
        ("the “new” one's", "'the “new” one''s'"),
        ("a’s $b", "'a’’s $b'"),
    ],
)
def test_a_word_on_windows(windows: None, text: str, quoted: str) -> None:
    """Double quotation marks do for PowerShell and cmd; what PowerShell would expand in them, not.

    A backslash before the last mark is doubled, as programs take one for the way to write a mark.
    """
    assert shell.word(text) == quoted


def test_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each word of a line is quoted, as the shells of the system want it."""
    words = ["show", "GS Eng", "anu"]
    assert shell.line(words) == "show 'GS Eng' anu"
    assert shell.make_folder("a b/c") == "mkdir -p 'a b/c'"
    assert shell.move("a b", "c") == "mv 'a b' c"
    monkeypatch.setattr(os, "name", "nt")
    assert shell.line(words) == 'show "GS Eng" anu'
    assert shell.make_folder("a b/c") == 'mkdir "a b/c"'
    assert shell.move("a b", "c") == 'move "a b" c'


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("less -R", ["less", "-R"]),
        (r"C:\Tools\less.exe -R", [r"C:\Tools\less.exe", "-R"]),
        (r'"C:\Program Files\Git\usr\bin\less.exe"', [r"C:\Program Files\Git\usr\bin\less.exe"]),
        (r"C:\O'Neil\less.exe #1", [r"C:\O'Neil\less.exe", "#1"]),
        ("", []),
    ],
)
def test_words_on_windows(windows: None, line: str, words: list[str]) -> None:
    """A backslash stays what it is, and so does an apostrophe."""
    assert shell.words(line) == words


@pytest.mark.parametrize(
    ("line", "words"),
    [("less -R", ["less", "-R"]), (r"a\ b 'c d' # e", ["a b", "c d", "#", "e"]), ("", [])],
)
def test_words(line: str, words: list[str]) -> None:
    """Elsewhere words are those of a POSIX shell."""
    assert shell.words(line) == words


@pytest.mark.parametrize("name", ["posix", "nt"])
def test_an_open_quotation(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """A quotation without an end is no line."""
    monkeypatch.setattr(os, "name", name)
    with pytest.raises(ValueError, match="No closing quotation"):
        shell.words('less "-R')
