"""Decode text whose encoding nobody states, as lists and sheets from elsewhere are.

A byte order mark is obeyed, and what is valid UTF-8 is UTF-8. Anything else is read only where
exactly one encoding makes sense of it: wrong letters that nobody notices are worse than a refusal.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from ..errors import UsageError, UtpartnersError
from ..i18n import translated

if TYPE_CHECKING:
    from collections.abc import Callable


class Decoded(NamedTuple):
    """A text, and what it was written in."""

    text: str
    encoding: str
    """As people call it: ``UTF-8``, ``Shift_JIS``."""


UTF_8 = "UTF-8"

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8", UTF_8),
    (codecs.BOM_UTF32_LE, "utf-32-le", "UTF-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16"),
)

_ESCAPED_JAPANESE = re.compile(rb"\x1b(?:\$[@B]|\(J)")
"""Switches to Japanese letters, with which ISO-2022-JP is written in ASCII alone."""


def decoded(content: bytes, name: str, encoding: str | None = None) -> Decoded:
    """Return the text of a file called ``name``, in the encoding that is named or recognised.

    Raises UtpartnersError for what is no text, or may be in more encodings than one.
    """
    for mark, codec, label in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return Decoded(_strictly(content[len(mark) :], codec, label, name), label)
    if encoding is not None:
        return Decoded(_strictly(content, _codec(encoding), encoding, name), encoding)
    if b"\0" in content:
        raise UtpartnersError(
            translated("{file} contains NUL bytes, which text does not").format(file=name),
            f"{_may_be_other()} {_save_as_utf_8()}",
        )
    if not _ESCAPED_JAPANESE.search(content):
        try:
            return Decoded(content.decode("utf-8"), UTF_8)
        except UnicodeDecodeError:
            pass
    found = [Decoded(text, label) for label, text in _plausible(content)]
    if len(found) != 1:
        raise _doubtful(name, [one.encoding for one in found])
    return found[0]


def note_of_encoding(name: str, encoding: str) -> list[str]:
    """Return the line that tells how a file was read; none where it was UTF-8."""
    if encoding == UTF_8:
        return []
    return [translated("{file} was read as {encoding}.").format(file=name, encoding=encoding)]


def _strictly(content: bytes, codec: str, label: str, name: str) -> str:
    try:
        text = content.decode(codec)
    except UnicodeError as error:
        message = translated("{file} is not {encoding}").format(file=name, encoding=label)
        raise UtpartnersError(message, _save_as_utf_8()) from error
    if "\0" in text:
        message = translated("{file} contains NUL characters, which text does not")
        raise UtpartnersError(message.format(file=name), _save_as_utf_8())
    return text


def _codec(encoding: str) -> str:
    """Return Python's name of an encoding, for which Windows has letters of its own."""
    codec = _OF_WINDOWS.get(encoding.casefold().replace("-", "_"), encoding)
    try:
        b"a".decode(codec)
    except UnicodeError:
        pass
    except (LookupError, ValueError) as error:
        raise UsageError(
            translated("--encoding: there is no encoding {name}").format(name=f"'{encoding}'"),
            translated("Examples: utf-8, shift_jis, euc_jp, gb18030, big5, cp1252."),
        ) from error
    return codec


_OF_WINDOWS = {
    "shift_jis": "cp932", "sjis": "cp932", "iso_8859_1": "cp1252", "latin1": "cp1252",
    "latin_1": "cp1252", "gb2312": "gb18030", "gbk": "gb18030", "euc_kr": "cp949",
}  # fmt: skip


def _doubtful(name: str, labels: list[str]) -> UtpartnersError:
    name_it = translated("Otherwise name its encoding with --encoding.")
    if labels:
        message = translated("{file} is not UTF-8: it may be {encodings}")
        message = message.format(file=name, encodings=translated(" or ").join(labels))
    else:
        message = translated("{file} is not UTF-8, and its encoding is not recognised")
        message = message.format(file=name)
    return UtpartnersError(message, f"{_save_as_utf_8()} {name_it}")


def _may_be_other() -> str:
    return translated("It may be a workbook, or UTF-16 without a byte order mark.")


def _save_as_utf_8() -> str:
    return translated("Save it as UTF-8 (in Excel: CSV UTF-8).")


def _plausible(content: bytes) -> list[tuple[str, str]]:
    """Return the encodings that make sense of bytes, each with the text."""
    found = []
    for codec, label, makes_sense in _TRIED:
        try:
            text = content.decode(codec)
        except UnicodeDecodeError:
            continue
        if _HAS_NO_MEANING.search(text) is None and makes_sense(text):
            found.append((label, text))
    return found


_HAS_NO_MEANING = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd]")
"""Control characters, and letters that only a private agreement gives a meaning."""

MOST_RUNS = 10_000
"""Runs of letters beyond ASCII that are looked at."""

_RUN = re.compile(r"(\w?)([^\x00-\x7f]+)(\w?)")
"""Letters beyond ASCII, with the letter or digit of ASCII at either side."""

_COMMON = re.compile("[\u3000-\u3002\u3005\u300c-\u300f\u3041-\u30fe\uff01-\uff5e・ー]")
_HALF_WIDTH = re.compile("[\uff61-\uff9f]")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")

MOST_RARE = 0.2
"""Share of letters that are seldom in names, from which a text is not taken for Japanese."""


def _is_japanese(text: str) -> bool:
    letters = rare = runs = alone = 0
    for before, run, after in islice(_RUN.findall(text), MOST_RUNS):
        runs += 1
        # One letter within a word of ASCII, such as in "högskolan", is none of Japanese.
        alone += len(run) == 1 and any(one.isascii() and one.isalpha() for one in before + after)
        letters += len(run)
        rare += sum(map(_is_rare, run))
    return rare <= MOST_RARE * letters and alone <= runs / 2


def _is_rare(letter: str) -> bool:
    """Return whether a letter is not one of those that nearly all of Japanese is written with."""
    if _COMMON.match(letter):
        return False
    if _HALF_WIDTH.match(letter):
        return True  # what other encodings of East Asia look like as Shift_JIS
    try:
        row = letter.encode("euc_jp")[0]
    except UnicodeEncodeError:
        return True
    return not _FIRST_LEVEL[0] <= row <= _FIRST_LEVEL[1]


_FIRST_LEVEL = (0xA1, 0xCF)
"""First bytes in EUC-JP of signs, kana and the 2,965 frequent kanji (level 1 of JIS X 0208)."""


def _is_japanese_with_kana(text: str) -> bool:
    # Kanji alone prove nothing: Chinese in GB 18030 reads as kanji of EUC-JP.
    return _KANA.search(text) is not None and _is_japanese(text)


_HANGUL = re.compile("[\uac00-\ud7a3]")
_IDEOGRAPH = re.compile("[\u4e00-\u9fff\uf900-\ufaff]")

LEAST_KOREAN, LEAST_CHINESE = 0.95, 0.9
"""Shares of Hangul, and of the frequent letters of Chinese, from which a text is taken for it."""


ENOUGH = 20
"""Letters of Chinese or Korean from which their frequency is evidence."""


def _is_korean(text: str) -> bool:
    letters, hangul = len(_IDEOGRAPH.findall(text)), len(_HANGUL.findall(text))
    return hangul >= ENOUGH and hangul >= LEAST_KOREAN * (letters + hangul)


def _is_chinese(text: str) -> bool:
    """Return whether nearly all letters are of the 3,755 frequent ones (level 1 of GB 2312)."""
    letters = _IDEOGRAPH.findall(text)[:MOST_RUNS]
    if len(letters) < ENOUGH or _KANA.search(text) or _is_korean(_as_korean(text)):
        return False
    frequent = sum(_row_of_gb_2312(letter) in _LEVEL_1 for letter in letters)
    return frequent >= LEAST_CHINESE * len(letters)


def _as_korean(text: str) -> str:
    """Return the bytes of a Chinese text read as Korean: Hangul stands where level 1 begins."""
    try:
        return text.encode("gb18030").decode("euc_kr")
    except UnicodeError:
        return ""


def _row_of_gb_2312(letter: str) -> int:
    try:
        return letter.encode("gb2312")[0]
    except UnicodeEncodeError:
        return 0


_LEVEL_1 = range(0xB0, 0xD8)

_TYPOGRAPHY = frozenset("\xa0§©«®°´·»–—‘’‚“”„•…€™ªº¡¿")


def _is_western_european(text: str) -> bool:
    for before, run, _ in islice(_RUN.findall(text), MOST_RUNS):
        letters = [one for one in run if one not in _TYPOGRAPHY]
        # Words of Western Europe have letters of ASCII between those with accents.
        if len(letters) > MOST_IN_A_ROW or not all(map(_is_latin, letters)):
            return False
        if before.islower() and any(map(str.isupper, letters)):
            return False
    return True


MOST_IN_A_ROW = 2


def _is_latin(letter: str) -> bool:
    return letter.isalpha() and "LATIN" in unicodedata.name(letter)


_TRIED: tuple[tuple[str, str, Callable[[str], bool]], ...] = (
    ("iso2022_jp", "ISO-2022-JP", lambda text: not text.isascii()),
    ("cp932", "Shift_JIS", _is_japanese),
    ("euc_jp", "EUC-JP", _is_japanese_with_kana),
    ("cp1252", "Windows-1252", _is_western_european),
    ("euc_kr", "EUC-KR", _is_korean),
    ("gb18030", "GB18030", _is_chinese),
)
"""Codecs, what people call them, and whether a text that they give makes sense."""
