"""What a person did that the parser of JSON stumbles over, in plain words and with its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..i18n import translated
from .faults import Fault, conflict, too_many_digits, typographic, unclosed

if TYPE_CHECKING:
    from collections.abc import Callable

    import msgspec

_BYTE = re.compile(r" \(byte (\d+)\)$")
_OUT_OF_RANGE = re.compile(r"^Integer value out of range")
_CLOSING = {"{": "}", "[": "]"}
_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*(?P<end>"?)|[\[\]{}]')
"""A text, whose end may be missing, or a bracket."""
_WORD = re.compile(r"-?[^\W\d]\w*")
_NO_VALUES = ("nan", "infinity", "undefined")
_SMALL = {"true": "true", "false": "false", "none": "null", "null": "null"}
_COMMENT = re.compile(r"//|/\*|#")
_KEY_AFTER_QUOTE = re.compile(r'[^"\n]*"\s*:')
_NUMBER = re.compile(r"[-+.]?\d[\w.+-]*")
_RIGHT_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?")


def explain(error: msgspec.DecodeError, text: str) -> Fault:
    """Return what an error of the parser comes from; the parser's own words where that is unclear.

    The words of the parser stand behind the plain ones.
    """
    message = str(error)
    if _OUT_OF_RANGE.search(message) and (fault := too_many_digits(text)):
        return fault
    found = _BYTE.search(message)
    before = text.encode()[: int(found[1]) if found else None]
    position = len(before.decode("utf-8", "ignore"))
    words = _BYTE.sub("", message).removeprefix("JSON is malformed: ")
    words = f"{words[:1].lower()}{words[1:]}"
    # Of what follows the end, msgspec gives the character after the first one.
    position -= words == "trailing characters"
    if found:
        position = min(position, len(text) - 1)
    # At the end, msgspec means what is not closed, or a number or character that cannot be.
    for look in _LOOKS if position < len(text) else (_end,):
        if fault := look(text, position):
            return fault.with_words(words)
    return Fault(position, words)


def _end(text: str, position: int) -> Fault | None:
    """Return what is not closed where the text ends too early."""
    quote, opened = _around(text, position)
    if quote is not None:
        return unclosed(quote)
    if not opened:
        return None
    start = opened[-1]
    what = translated(
        "the {bracket} here is never closed: {closing} is missing",
        bracket=text[start],
        closing=_CLOSING[text[start]],
    )
    return Fault(start, what)


def _in_text(text: str, position: int) -> Fault | None:
    """Return what is wrong inside of quotation marks."""
    quote, _ = _around(text, position)
    if quote is None:
        return None
    if text[position] in "\r\n":
        return unclosed(quote)
    if text[position - 2] == "\\":
        what = translated("a backslash that stands for itself is written twice")
        return Fault(position - 2, what, translated("write {text}", text="\\\\"))
    if text[position] < " ":
        what = translated("a tab or another control character inside a text")
        return Fault(position, what, translated("write {text} for a tab", text="\\t"))
    return None


def _comment(text: str, position: int) -> Fault | None:
    if not _COMMENT.match(text, position):
        return None
    return Fault(position, translated("JSON has no comments"), translated("remove it"))


def _bare(text: str, position: int) -> Fault | None:
    """Return what is wrong with a word without quotation marks."""
    start = position
    while start and (text[start - 1].isalnum() or text[start - 1] in "_-"):
        start -= 1  # the parser stops inside of words that begin like true, false and null
    word = _WORD.match(text, start)
    if word is None or text[:start].rstrip().endswith('"'):
        return None
    if not text[:start].rstrip().endswith((":", "[", ",", "{")):
        return None
    small = word[0].lower()
    if small.removeprefix("-") in _NO_VALUES:
        what = translated("{word} is not a value of JSON", word=word[0])
        return Fault(start, what, translated("leave the key out, or write null"))
    if small in _SMALL:
        what = translated("{word} is written {small} in JSON", word=word[0], small=_SMALL[small])
        return Fault(start, what)
    if text[word.end() :].lstrip().startswith(":"):
        return Fault(start, translated("a key must be in quotation marks"))
    return Fault(start, translated("a text must be in quotation marks"))


def _single_quotes(text: str, position: int) -> Fault | None:
    if text[position] != "'":
        return None
    what = translated("keys and texts of JSON are in double quotation marks")
    return Fault(position, what, translated('use straight ones: "'))


def _comma(text: str, position: int) -> Fault | None:
    """Return where a comma is missing, or is one too many."""
    end = len(text[:position].rstrip())
    before, here = text[end - 1 : end], text[position]
    if before == "," and here in "]},":
        what = translated("one comma too many")
        return Fault(end - 1, what, translated("remove it"))
    if before in ("", ",", ":", "[", "{") or here in "]}:,=":
        return None
    if here == ";":
        return Fault(position, translated("a comma must stand here, not {mark}", mark=repr(here)))
    if before == '"' and end == position and (here.isalnum() or here in "_-"):
        return _quote_too_many(text, end)
    if not _around(text, position)[1]:
        return None
    return Fault(end, translated("a comma is missing here"))


def _quote_too_many(text: str, end: int) -> Fault:
    """Return the fault of a text that ends where more of it, or a key, goes on."""
    if _KEY_AFTER_QUOTE.match(text, end):
        start = next(one.start() for one in _TOKEN.finditer(text) if one.end() == end)
        return unclosed(start)
    what = translated("a quotation mark inside a text")
    return Fault(end - 1, what, translated("write {text} for it", text='\\"'))


def _colon(text: str, position: int) -> Fault | None:
    """Return where a key and its value are not joined as they should be, or a value is missing."""
    end = len(text[:position].rstrip())
    before, here = text[end - 1 : end], text[position]
    if before == ":" and here in ",]}":
        return Fault(end - 1, translated("the value after the colon is missing"))
    if before == '"' and here == "=":
        return Fault(position, translated("a colon must stand between key and value, not '='"))
    return None


def _no_colon(text: str, position: int) -> Fault | None:
    """Return the key after which no colon stands; what else lacks one is a comma."""
    end = len(text[:position].rstrip())
    quote = re.compile(r'[{,]\s*"(?:[^"\\\n]|\\.)*"\Z').search(text[:end][-1000:])
    _, opened = _around(text, position)
    if quote is None or not opened or text[opened[-1]] != "{":
        return None
    return Fault(end, translated("a colon is missing after the key"))


def _bracket(text: str, position: int) -> Fault | None:
    """Return a closing bracket that is of the wrong kind, or one too many."""
    here = text[position]
    if here not in "]}":
        return None
    _, opened = _around(text, position)
    if not opened:
        what = translated("one {bracket} too many: everything is closed already", bracket=here)
        return Fault(position, what)
    start = opened[-1]
    if here == _CLOSING[text[start]]:
        return None
    what = translated(
        "{closing} is missing before {here}: the {bracket} in line {line} is still open",
        here=here,
        closing=_CLOSING[text[start]],
        bracket=text[start],
        line=text.count("\n", 0, start) + 1,
    )
    return Fault(position, what)


def _number(text: str, position: int) -> Fault | None:
    start = position
    while start and text[start - 1] in "0123456789.+-eE":
        start -= 1
    number = _NUMBER.match(text, start)
    if number is None or _RIGHT_NUMBER.fullmatch(number[0]):
        return None
    if not text[:start].rstrip().endswith((":", "[", ",")):
        return None
    what = translated("{number} is not a number of JSON", number=number[0][:60])
    return Fault(start, what, translated("write numbers such as 7, -7 or 0.7"))


def _rest(text: str, position: int) -> Fault | None:
    """Return what follows where everything is closed."""
    if not text[:position].rstrip().endswith(("]", "}")) or _around(text, position)[1]:
        return None
    return Fault(position, translated("something follows the end of the catalogue"))


def _around(text: str, position: int) -> tuple[int | None, list[int]]:
    """Return where the text starts that a character is inside, if it is, and the open brackets."""
    opened: list[int] = []
    for token in _TOKEN.finditer(text, 0, position):
        piece = token[0]
        if piece in _CLOSING:
            opened.append(token.start())
        elif piece in ("]", "}"):
            del opened[-1:]
        elif not token["end"] and token.end() >= position - 1:
            return token.start(), opened
    return None, opened


_LOOKS: tuple[Callable[[str, int], Fault | None], ...] = (
    conflict, _in_text, typographic, _single_quotes, _comment, _bare, _bracket, _colon,
    _no_colon, _number, _comma, _rest,
)  # fmt: skip
