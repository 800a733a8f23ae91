"""What is said of a slip in the syntax of JSON: in plain words, at the line of its cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners import formats, i18n
from utpartners.errors import UnreadableError
from utpartners.formats import check as check_file

if TYPE_CHECKING:
    from pathlib import Path

SLIPS = {
    "a missing comma": ('{\n"a": 1\n"b": 2}', 2, "a comma is missing here"),
    "a missing comma between records": ('{"a": [\n{}\n{"b": 2}]}', 2, "a comma is missing here"),
    "a semicolon": ('{"a": 1;\n"b": 2}', 1, "a comma must stand here, not ';'"),
    "a trailing comma": ('{\n"a": 1,\n}', 2, "one comma too many"),
    "a trailing comma in a list": ('{"a": [1,\n2,\n]}', 2, "one comma too many"),
    "two commas": ('{"a": 1,,\n"b": 2}', 1, "one comma too many"),
    "a missing quotation mark": ('{\n"a": "x,\n"b": 1}', 2, "the closing quotation mark of the"),
    "one that ends at the next key": ('{\n"a": "x, "b": 1}', 2, "the closing quotation mark of "),
    "one at the end": ('{\n"a": "x', 2, "the closing quotation mark of the text"),
    "a quotation mark in a text": ('{"a": "say "no" now"}', 1, "a quotation mark inside a text"),
    "smart quotes": ('{\n"a": “x”}', 2, "typographic quotation mark “"),
    "smart quotes of a key": ('{\n“a”: "x"}', 2, "typographic quotation mark “"),
    "single quotes": ("{\n'a': 1}", 2, "keys and texts of JSON are in double quotation marks"),
    "a missing brace": ('{"a":\n{"b": 1\n', 2, "the { here is never closed: } is missing"),
    "a missing bracket": ('{"a":\n[1, 2}', 2, "] is missing before }: the [ in line 2 is still "),
    "a brace too many": ('{"a": 1}\n}', 2, "one } too many: everything is closed already"),
    "a second catalogue": ('{"a": 1}\n{"a": 2}', 2, "something follows the end of the catalogue"),
    "a conflict marker": ('{\n<<<<<<< HEAD\n"a": 1}', 2, "a conflict marker of git"),
    "the middle of a conflict": ('{"a": 1,\n=======\n"b": 1}', 2, "a conflict marker of git"),
    "the end of a conflict": ('{"a": 1}\n>>>>>>> b\n', 2, "a conflict marker of git"),
    "NaN": ('{\n"a": NaN}', 2, "NaN is not a value of JSON"),
    "Infinity": ('{\n"a": -Infinity}', 2, "-Infinity is not a value of JSON"),
    "True": ('{\n"a": True}', 2, "True is written true in JSON"),
    "None": ('{\n"a": None}', 2, "None is written null in JSON"),
    "a word": ('{\n"a": tall}', 2, "a text must be in quotation marks"),
    "a key": ("{\na: 1}", 2, "a key must be in quotation marks"),
    "a comment": ('{"a": 1, // one\n"b": 2}', 1, "JSON has no comments"),
    "no colon": ('{\n"a" 1}', 2, "a colon is missing after the key"),
    "an equals sign": ('{\n"a" = 1}', 2, "a colon must stand between key and value, not '='"),
    "no value": ('{\n"a":,\n"b": 1}', 2, "the value after the colon is missing"),
    "a leading zero": ('{\n"a": 01}', 2, "01 is not a number of JSON"),
    "a backslash": ('{\n"a": "C:\\Users"}', 2, "a backslash that stands for itself is written"),
    "a tab": ('{\n"a": "x\ty"}', 2, "a tab or another control character inside a text"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_slip(slip: str, tmp_path: Path) -> None:
    """A slip is named at its line, with the parser's words behind, by check and by reading."""
    text, line, said = SLIPS[slip]
    path = tmp_path / "c.json"
    path.write_text(text, "utf-8")
    (finding,) = check_file(str(path))
    assert (finding.problem.rule, finding.place.line) == ("syntax", line)
    assert f"not JSON: {said}" in finding.problem.message
    assert "; the parser says: " in finding.problem.message
    with pytest.raises(UnreadableError) as raised:
        formats.read(str(path))
    assert raised.value.args[0].startswith(f"{path}:{line}: not JSON: {said}")


@pytest.mark.parametrize("text", ['{"a": -}', "\0", '{"a": 1 : 2}', "nothing", "]", "é"])
def test_what_is_unclear(text: str, tmp_path: Path) -> None:
    """A slip that has no plain words is still a problem with its line."""
    path = tmp_path / "c.json"
    path.write_text(text, "utf-8")
    (finding,) = check_file(str(path))
    assert (finding.problem.rule, finding.place.line) == ("syntax", 1)


def test_in_japanese(tmp_path: Path) -> None:
    """The plain words are in the reader's language."""
    path = tmp_path / "c.json"
    path.write_text('{"a": 1,}', "utf-8")
    i18n.set_language("ja")
    try:
        (finding,) = check_file(str(path))
    finally:
        i18n.set_language(None)
    assert "コンマが1つ余分です" in finding.problem.message
