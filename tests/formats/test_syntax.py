"""What is no TOML is told once, with its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

INVALID: dict[str, tuple[str | bytes, int]] = {
    "no value": ("a = 1\nb =\n", 2),
    "no equals sign": ("a\n", 1),
    "no key": ("= 1\n", 1),
    "two values": ("a = 1 2\n", 1),
    "two pairs on a line": ("a = 1 b = 2\n", 1),
    "bare value": ("a = b\n", 1),
    "true with a capital": ("a = True\n", 1),
    "unterminated string": ('a = "x\nb = 1\n', 1),
    "unterminated literal string": ("a = 'x\nb = 1\n", 1),
    "unterminated multi-line string": ('a = """x\nb = 1\n', 1),
    "unterminated multi-line literal": ("a = '''x\n", 1),
    "unterminated array": ("a = [1,\n2\n", 3),
    "unterminated inline table": ("a = { b = 1\n", 2),
    "unterminated header": ("\n[a\n", 2),
    "unterminated array header": ("[[a]\n", 1),
    "empty header": ("[]\n", 1),
    "header after a value": ("a = 1 [b]\n", 1),
    "text after a header": ("[a] b\n", 1),
    "blank in an array header": ("[ [a]]\n", 1),
    "duplicate key": ("a = 1\na = 2\n", 2),
    "duplicate key, quoted": ("a = 1\n'a' = 2\n", 2),
    "duplicate dotted key": ("a.b = 1\na.b = 2\n", 2),
    "duplicate key of an inline table": ("a = { b = 1, b = 2 }\n", 1),
    "duplicate table": ("[a]\nb = 1\n[a]\nc = 1\n", 3),
    "table over a value": ("a = 1\n[a]\n", 2),
    "value over a table": ("[a.b]\n[a]\nb = 1\n", 3),
    "array of tables over a table": ("[a]\n[[a]]\n", 2),
    "array of tables over an array": ("a = []\n[[a]]\n", 2),
    "table added to an inline table": ("a = { b = 1 }\n[a.c]\n", 2),
    "key added to an inline table": ("a = { b = 1 }\na.c = 1\n", 2),
    "bad escape": ('a = "\\q"\n', 1),
    "bad unicode escape": ('a = "\\u12"\n', 1),
    "surrogate escape": ('a = "\\ud800"\n', 1),
    "escape beyond unicode": ('a = "\\UFFFFFFFF"\n', 1),
    "control character": ('a = "\x1b"\n', 1),
    "control character in a comment": ("# \x00\n", 1),
    "delete character": ("a = '\x7f'\n", 1),
    "bare carriage return": ("a = 1\rb = 2\n", 1),
    "bare carriage return in a string": ('a = "\r"\n', 1),
    "line feed in a string": ('a = "x\ny"\n', 1),
    "no day of the calendar": ("a = 2021-02-30\n", 1),
    "no month of the calendar": ("a = 2021-13-01\n", 1),
    "no time of the day": ("a = 25:00:00\n", 1),
    "date without a day": ("a = 2021-02\n", 1),
    "number with a leading zero": ("a = 012\n", 1),
    "number with two underscores": ("a = 1__2\n", 1),
    "number with a trailing underscore": ("a = 1_\n", 1),
    "number with a trailing dot": ("a = 1.\n", 1),
    "hexadecimal with a capital": ("a = 0X1\n", 1),
    "hexadecimal with a sign": ("a = +0x1\n", 1),
    "number of too many digits": ("a = 1\nb = " + "9" * 5000 + "\n", 2),
    "infinity with a capital": ("a = Inf\n", 1),
    "comma before an item": ("a = [, 1]\n", 1),
    "two commas": ("a = [1,, 2]\n", 1),
    "no comma": ("a = [1 2]\n", 1),
    "comma before a pair": ("a = { , b = 1 }\n", 1),
    "letter beyond ASCII in a bare key": ("é = 1\n", 1),
    "blank in a bare key": ("a b = 1\n", 1),
    "key that ends with a dot": ("a. = 1\n", 1),
    "multi-line string as a key": ('"""a""" = 1\n', 1),
    "invalid UTF-8": (b"a = 1\nb = '\xff'\n", 2),
    "overlong UTF-8": (b"a = '\xc0\x80'\n", 1),
    "encoded surrogate": (b"a = '\xed\xa0\x80'\n", 1),
    "UTF-16": ("a = 1\n".encode("utf-16"), 1),
    "Latin-1": ("a = 'é'\n".encode("latin-1"), 1),
    "nested too deeply": ("a = " + "[" * 100_000 + "]" * 100_000, 1),
    "inline tables nested too deeply": ("a = " + "{b=" * 10_000 + "1" + "}" * 10_000, 1),
}


@pytest.mark.parametrize("kind", INVALID)
def test_one_clear_error(kind: str, tmp_path: Path, run: Run) -> None:
    """Invalid TOML of every kind gives one line with its place and reason, and exit status 1."""
    content, line = INVALID[kind]
    path = tmp_path / "c.toml"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    done = run("check", str(path))
    assert (done.returncode, done.stderr) == (1, "1 error\n")
    (told,) = done.stdout.splitlines()
    start = f"{path}:{line}: error: catalogue file: "
    assert told.startswith((f"{start}not ", f"{start}nested too deeply"))
    assert len(told) - len(str(path)) < 200


@pytest.mark.parametrize("name", ["c.toml", "c.json"])
def test_a_number_of_too_many_digits(name: str, tmp_path: Path, run: Run) -> None:
    """What is asked and what checks say the same of it, with its line, in plain words."""
    key = "title = 1" if name == "c.toml" else '{\n"title": 1'
    (tmp_path / name).write_text(f"{key}{'0' * 5000}\n")
    line = 1 if name == "c.toml" else 2
    syntax = name.removeprefix("c.").upper()
    reason = f"not {syntax}: a number has too many digits"
    assert (
        run("list", "--data", name, cwd=tmp_path).stderr == f"utpartners: {name}:{line}: {reason}\n"
    )
    told = run("check", name, cwd=tmp_path).stdout
    assert told == f"{name}:{line}: error: catalogue file: {reason}\n"
