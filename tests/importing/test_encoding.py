"""The encoding of a text is obeyed, recognised or refused, never guessed."""

from __future__ import annotations

import pytest

from utpartners.errors import UsageError, UtpartnersError
from utpartners.importing.encoding import decoded, note_of_encoding

JAPANESE = "東京大学\nケンブリッジ大学\nMIT（マサチューセッツ工科大学）\nANU\n"
WESTERN = "h\xf6gskolan\nUniversité de Genève\nUniversidad Autónoma de México – UNAM\nStraße\n"


@pytest.mark.parametrize(
    ("text", "codec", "label"),
    [
        (JAPANESE, "utf-8", "UTF-8"),
        (JAPANESE, "utf-8-sig", "UTF-8"),
        (JAPANESE, "utf-16", "UTF-16"),
        (WESTERN, "utf-32", "UTF-32"),
        (JAPANESE, "cp932", "Shift_JIS"),
        ("東京大学", "cp932", "Shift_JIS"),
        ("東京大学 ﾎﾝｺﾞｳ\nまたは京都大学、北海道大学、東北大学", "cp932", "Shift_JIS"),
        (JAPANESE, "euc_jp", "EUC-JP"),
        (JAPANESE, "iso2022_jp", "ISO-2022-JP"),
        (WESTERN, "cp1252", "Windows-1252"),
        ("h\xf6gskolan", "cp1252", "Windows-1252"),
        ("Malmö\n", "cp1252", "Windows-1252"),
        ("EÖTVÖS LORÁND\nØstfold", "cp1252", "Windows-1252"),
        ("No;University\n1;Universität Wien\n", "cp1252", "Windows-1252"),
        ("plain\n", "ascii", "UTF-8"),
    ],
)
def test_recognised(text: str, codec: str, label: str) -> None:
    """What makes sense in one encoding is read in it, to the letter."""
    assert decoded(text.encode(codec), "names.txt") == (text, label)


@pytest.mark.parametrize(
    ("text", "codec"),
    [
        ("北京大学\n清华大学", "gb18030"),
        ("國立臺灣大學", "big5"),
        ("서울대학교\n고려대학교", "euc_kr"),
        ("Московский университет", "cp1251"),
        ("Московский университет", "koi8_r"),
        ("Politechnika Wrocławska", "cp1250"),
        ("Universität Zürich", "mac_roman"),
        ("東京大学", "euc_jp"),
        ("ﾎﾝｺﾞｳ", "cp932"),
    ],
)
def test_doubtful(text: str, codec: str) -> None:
    """What other encodings make wrong letters of is refused; the name of the encoding helps."""
    content = text.encode(codec)
    with pytest.raises(UtpartnersError, match="is not UTF-8") as refused:
        decoded(content, "names.txt")
    assert "--encoding" in (refused.value.hint or "")
    assert decoded(content, "names.txt", codec).text == text


@pytest.mark.parametrize("content", ["ANU\n".encode("utf-16-le"), b"PK\x03\x04\x00\x00", b"a\0b"])
def test_nul(content: bytes) -> None:
    """Bytes of zero are in no text: not UTF-16 without a mark, and not a workbook."""
    with pytest.raises(UtpartnersError, match="contains NUL"):
        decoded(content, "names.txt")


def test_mark_is_obeyed() -> None:
    """What does not hold to its byte order mark is refused, not read in another way."""
    with pytest.raises(UtpartnersError, match="is not UTF-8"):
        decoded(b"\xef\xbb\xbfh\xf6gskolan", "names.txt")


def test_named() -> None:
    """A named encoding is obeyed; one that does not exist, or that bytes contradict, is told."""
    assert decoded(b"\xb1\xb1", "names.txt", "gb2312").text == "北"
    with pytest.raises(UtpartnersError, match="is not utf-8"):
        decoded(b"\xf6", "names.txt", "utf-8")
    for name in ("klingon", "hex", "a\0b"):
        with pytest.raises(UsageError, match="there is no encoding"):
            decoded(b"ANU", "names.txt", name)


def test_note() -> None:
    """How a file was read is told, unless it was UTF-8."""
    assert note_of_encoding("names.txt", "UTF-8") == []
    assert note_of_encoding("names.txt", "Shift_JIS") == ["names.txt was read as Shift_JIS."]
