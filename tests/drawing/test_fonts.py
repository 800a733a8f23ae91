"""Fonts for the letters of a text, whichever the machine has; and the width of text."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import typst
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from utpartners import i18n
from utpartners.drawing import fonts
from utpartners.drawing.text import balanced, fitting, plain, width, wrapped
from utpartners.errors import UtpartnersError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.conftest import Run

    Install = Callable[..., None]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Install]:
    """A machine without fonts, to which some are added."""
    faces: dict[str, fonts.Face] = {}
    monkeypatch.setattr(fonts, "_installed", lambda: faces)
    forget()

    def add(family: str, letters: str) -> None:
        path = tmp_path / f"{family}.ttf"
        made(path, family, letters)
        faces[family] = fonts.Face(str(path), 0)
        forget()

    yield add
    forget()


def forget() -> None:
    for remembered in (fonts.family, fonts._letters):
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


@pytest.mark.usefixtures("install")
def test_built_in() -> None:
    """Latin, Greek and Cyrillic need no font of the machine, as Typst brings one."""
    for text in ("Universität – “Łódź”", "Πανεπιστήμιο", "Университет", ""):
        assert fonts.family(text) == fonts.BUILT_IN


def test_built_in_is_there() -> None:
    """The built-in font is one of Typst's own."""
    own = [one for one in typst.Fonts().fonts() if one.path is None]
    assert fonts.BUILT_IN in {one.family for one in own}


@pytest.mark.usefixtures("install")
def test_missing() -> None:
    """Where no font has a letter, the error names it and says what to install."""
    with pytest.raises(
        UtpartnersError, match="no installed font has the characters 京 東"
    ) as error:
        fonts.family("東京 Tokyo")
    assert "fonts-noto-cjk" in (error.value.hint or "")
    with pytest.raises(UtpartnersError, match="and 10 more"):
        fonts.family("".join(map(chr, range(0x4E00, 0x4E14))))


def test_found(install: Install) -> None:
    """A font that has the whole text is taken; else those that have a part of it are enough."""
    install("A Font", "東京")
    install("IPAexGothic", "東")
    assert fonts.family("東") == "IPAexGothic"
    assert fonts.family("東京") == "A Font"
    install("B Font", "ab駅")
    assert fonts.family("東駅") in ("IPAexGothic", fonts.BUILT_IN)


def test_language(install: Install) -> None:
    """The same letter is set in a font of the language of the answer."""
    install("IPAexGothic", "東")
    install("SimHei", "東")
    try:
        for language, family in (("ja", "IPAexGothic"), ("zh-Hans", "SimHei")):
            forget()
            i18n.set_language(language)
            assert fonts.family("東") == family
            assert family in fonts.stack()
    finally:
        i18n.set_language(None)


def test_what_no_font_can_have() -> None:
    """What is unassigned or private is written out: nobody could install a font for it."""
    assert plain("a\ue000b\u0378") == "a\\ue000b\\u0378"


def test_fitting() -> None:
    """Text that has room stays, other text is cut with an ellipsis and has room then."""
    assert fitting("short", 100, 7) == "short"
    for text in ("W" * 300, "اسم طويل جدا " * 30, "東京大学" * 30, "x"):
        assert width(fitting(text, 40, 7), 7) <= 40
    assert fitting("W" * 300, 40, 7).endswith("…")
    assert fitting("", 10, 7) == ""


def test_wrapped() -> None:
    """Lines are broken at blanks, none is too wide, and the last one says what is cut."""
    text = "a longer text of several words"
    lines = wrapped(text, 40, 7, most=9)
    assert " ".join(lines) == text
    assert all(width(line, 7) <= 40 for line in lines)
    assert wrapped(text, 40, 7)[-1].endswith("…")


def test_broken_words() -> None:
    """A word wider than a line is broken, and Japanese between letters, not before a full stop."""
    for text in ("W" * 99, "東京大学とソウル国立大学の交流。" * 3):
        lines = wrapped(text, 40, 7, most=99)
        assert "".join(lines) == text
        assert all(width(line, 7) <= 40 or line.endswith("。") for line in lines)
        assert not any(line.startswith("。") for line in lines)


def test_balanced() -> None:
    """Lines are about as wide as each other, and not more of them than are needed."""
    text = "Technical University of Munich"
    assert wrapped(text, 80, 7) == ["Technical University of", "Munich"]
    lines = balanced("University of California, Berkeley", 80, 7, 2)
    assert lines == ["University of", "California, Berkeley"]
    assert balanced("W", 80, 7, 2) == ["W"]


MEASURE = b"""#context [
  #metadata(measure(text(font: sys.inputs.font, size: 10pt, sys.inputs.text)).width.pt()) <width>
]"""


@pytest.mark.parametrize("text", ["Graduate School of Engineering", "Universität Zürich", "WMW"])
def test_width_is_enough(text: str) -> None:
    """No text needs more room than it is given, in the font that it is drawn with here."""
    inputs = {"font": fonts.family(text), "text": text}
    query: Any = typst.query  # its types want what it does not need
    found = query({"main.typ": MEASURE}, "<width>", field="value", one=True, sys_inputs=inputs)
    assert 0 < float(found) <= width(text, 10)


def test_command(run: Run, tmp_path: Path) -> None:
    """On a machine without such a font nothing is written, and the error has no traceback."""
    (tmp_path / "sitecustomize.py").write_text(
        "import typst\nclass Fonts:\n    def fonts(self): return []\ntypst.Fonts = Fonts\n"
    )
    args = ["matrix", "--lang", "ja", "-o", str(tmp_path / "m.png")]
    done = run(*args, env={"PYTHONPATH": str(tmp_path)})
    assert done.returncode == 1
    assert "fonts-noto-cjk" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "m.png").exists()
