"""Fonts for the letters of a text, whichever the machine has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from matplotlib import font_manager

from utpartners import i18n
from utpartners.drawing import fonts
from utpartners.drawing.canvas import fitting, plain, width
from utpartners.errors import UtpartnersError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.conftest import Run


@pytest.fixture
def few_fonts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A machine on which there are no fonts but those of matplotlib."""
    own = [one for one in font_manager.fontManager.ttflist if "matplotlib" in one.fname]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", own)
    forget()
    yield
    forget()


def forget() -> None:
    for remembered in (fonts.families, fonts._installed, fonts._letters, width):
        remembered.cache_clear()


def made(path: Path, family: str, letters: str) -> None:
    """A font in which each of some letters is a box."""
    pen = TTGlyphPen(None)
    for corner in [(0, 0), (0, 700), (700, 700), (700, 0)]:
        (pen.moveTo if corner == (0, 0) else pen.lineTo)(corner)
    pen.closePath()
    box = pen.glyph()
    names = [".notdef", *(f"u{ord(letter):04x}" for letter in letters)]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(letter): f"u{ord(letter):04x}" for letter in letters})
    builder.setupGlyf(dict.fromkeys(names, box))
    builder.setupHorizontalMetrics(dict.fromkeys(names, (800, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.save(str(path))


@pytest.mark.usefixtures("few_fonts")
def test_own() -> None:
    """Latin, Greek, Cyrillic, Hebrew and Arabic need no font of the machine."""
    for text in ("Universität", "Πανεπιστήμιο", "Университет", "אוניברסיטה", "جامعة", ""):
        assert fonts.families(text) == (fonts.OWN,)


@pytest.mark.usefixtures("few_fonts")
def test_missing() -> None:
    """Where no font has a letter, the error names it and says what to install."""
    with pytest.raises(
        UtpartnersError, match="no installed font has the characters 京 東"
    ) as error:
        fonts.families("東京 Tokyo")
    assert "fonts-noto-cjk" in (error.value.hint or "")
    with pytest.raises(UtpartnersError, match="and 10 more"):
        fonts.families("".join(map(chr, range(0x4E00, 0x4E14))))


@pytest.mark.usefixtures("few_fonts")
def test_found(tmp_path: Path) -> None:
    """Fonts of the machine give what matplotlib's own lacks, that of the language first."""
    made(tmp_path / "a.ttf", "A Font", "東京")
    made(tmp_path / "ipa.ttf", "IPAexGothic", "東")
    for name in ("a.ttf", "ipa.ttf"):
        font_manager.fontManager.addfont(tmp_path / name)
    forget()
    assert fonts.families("東") == (fonts.OWN, "IPAexGothic")
    assert fonts.families("東京") == (fonts.OWN, "IPAexGothic", "A Font")
    assert width("東京") > width("東") > 0


@pytest.mark.usefixtures("few_fonts")
def test_language(tmp_path: Path) -> None:
    """The same letter is set in a font of the language of the answer."""
    for family in ("IPAexGothic", "SimHei"):
        path = tmp_path / f"{family}.ttf"
        made(path, family, "東")
        font_manager.fontManager.addfont(path)
    try:
        for language, family in (("ja", "IPAexGothic"), ("zh-Hans", "SimHei")):
            forget()
            i18n.set_language(language)
            assert fonts.families("東") == (fonts.OWN, family)
    finally:
        i18n.set_language(None)


def test_what_no_font_can_have() -> None:
    """What is unassigned or private is written out: nobody could install a font for it."""
    assert plain("a\ue000b\u0378") == "a\\ue000b\\u0378"


def test_fitting() -> None:
    """Text that has room stays, other text is cut with an ellipsis and has room then."""
    assert fitting("short", 100) == "short"
    for text in ("W" * 300, "اسم طويل جدا " * 30, "x"):
        cut = fitting(text, 40)
        assert width(cut) <= 40
    assert fitting("W" * 300, 40).endswith("…")
    assert fitting("", 10) == ""


def test_command(run: Run, tmp_path: Path) -> None:
    """On a machine without such a font nothing is written, and the error has no traceback."""
    (tmp_path / "sitecustomize.py").write_text(
        "from matplotlib import font_manager as m\n"
        "m.fontManager.ttflist = [f for f in m.fontManager.ttflist if 'matplotlib' in f.fname]\n"
    )
    args = ["matrix", "--lang", "ja", "-o", str(tmp_path / "m.svg")]
    done = run(*args, env={"PYTHONPATH": str(tmp_path)})
    assert done.returncode == 1
    assert done.stderr.startswith("utpartners: no installed font has the characters ")
    assert not (tmp_path / "m.svg").exists()
