"""Changes a catalogue as slips, bad transfers and people of ill will do."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

TOKENS = tuple(
    token.encode("utf-8", "surrogatepass")
    for token in (
        '"', "'", '"""', "'''", "[", "]", "[[", "]]", "{", "}", "=", ",", ":", ".", "#", "\\", "/",
        "\n", "\r", "\r\n", "\t", " ", "\0", "\x1b[31m", "\u202e", "\ufeff", "\u2028", "\ud800",
        "é", "東", "😀", "..", "../", "0", "1", "-1", "1e999", "nan", "inf", "9" * 30, "0x1", "1_0",
        "true", "false", "null", "2015", "2015/..", "2015-13", "2015-02-30", "../2015", "xx",
        "id", "name", "home", "other", "gs-eng", "JP", "members", "departments", "names.ja",
        "\n[catalogue]\n", "\n[[partnership]]\n", "\n[[partnership.activity]]\n", "\n[[country]]\n",
        "\n[partnership]\n", "\nnames = { ja = '' }\n", '"\\ud800"', "\\u0000",
        '"a": 1, ', '{"a": [', "https://ror.org/057zh3y96", "javascript:alert(1)", "=1+1", ",,,,,,",
    )
)  # fmt: skip


def mutated(content: bytes, random: Random) -> bytes:
    """Bytes with one change, or a few."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 8))):
        content = random.choice(CHANGES)(content, random)
    return content


def damaged(content: bytes, random: Random) -> bytes:
    """Bytes of which some are others: the changes for what is not text."""
    for _ in range(random.choice((1, 1, 2, 5, 20))):
        content = random.choice((_flipped, _overwritten, _overwritten, _cut, _zeroed))(
            content, random
        )
    return content


def _flipped(content: bytes, random: Random) -> bytes:
    place = _place(content, random)
    bit = 1 << random.randrange(8)
    return (
        content[:place] + bytes(b ^ bit for b in content[place : place + 1]) + content[place + 1 :]
    )


def _inserted(content: bytes, random: Random) -> bytes:
    place = _place(content, random)
    return content[:place] + random.choice(TOKENS) + content[place:]


def _replaced(content: bytes, random: Random) -> bytes:
    place = _place(content, random)
    end = place + random.randrange(1, 12)
    return content[:place] + random.choice(TOKENS) + content[end:]


def _removed(content: bytes, random: Random) -> bytes:
    place = _place(content, random)
    return content[:place] + content[place + random.choice((1, 1, 2, 10, 100)) :]


def _cut(content: bytes, random: Random) -> bytes:
    return content[: _place(content, random)]


def _line_moved(content: bytes, random: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    if lines:
        line = lines.pop(random.randrange(len(lines)))
        lines.insert(random.randrange(len(lines) + 1), line)
    return b"".join(lines)


def _line_repeated(content: bytes, random: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    if lines:
        lines.insert(random.randrange(len(lines) + 1), random.choice(lines))
    return b"".join(lines)


def _line_removed(content: bytes, random: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    if lines:
        del lines[random.randrange(len(lines))]
    return b"".join(lines)


def _word_moved(content: bytes, random: Random) -> bytes:
    """A value in the place of another: what is well formed and wrong."""
    words = content.split(b'"')
    if len(words) > 1:
        words[random.randrange(len(words))] = random.choice(words)
    return b'"'.join(words)


def _overwritten(content: bytes, random: Random) -> bytes:
    place = _place(content, random)
    noise = bytes(random.randrange(256) for _ in range(random.choice((1, 2, 8, 50))))
    return content[:place] + noise + content[place + len(noise) :]


def _zeroed(content: bytes, random: Random) -> bytes:
    place = _place(content, random)
    size = min(random.choice((1, 16, 512, 4096)), len(content) - place)
    return content[:place] + bytes(size) + content[place + size :]


def _place(content: bytes, random: Random) -> int:
    return random.randrange(len(content) + 1)


CHANGES = (
    _flipped, _inserted, _inserted, _replaced, _replaced, _removed, _cut, _line_moved,
    _line_repeated, _line_removed, _word_moved, _word_moved, _word_moved,
)  # fmt: skip
