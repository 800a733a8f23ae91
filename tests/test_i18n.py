"""The program's own words in Japanese, and what stays as it is in every language."""

from __future__ import annotations

import csv
import gettext
import io
import json
import re
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from babel.messages.mofile import read_mo

from utpartners import i18n, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.conftest import Run

ROOT = Path(__file__).parent.parent
PO = Path(i18n.LOCALE) / "ja" / "LC_MESSAGES" / "utpartners.po"

KTH = "スウェーデン王立工科大学"
JAPANESE = re.compile("[\u3000-\u30ff\u4e00-\u9fff]")
PLACEHOLDER = re.compile(r"\{(\w+)")
WORD = re.compile(r"[A-Za-z]{2}(?![^{]*\})")
"""Letters that are not in the braces of a placeholder."""

SEPARATOR = re.compile(r"[ ·,]*")
INITIALS = {"ID", "URL", "ROR ID"}
"""What is written in Latin letters in Japanese too."""


@pytest.fixture(scope="module")
def make_translations() -> Any:
    """The script that writes the message catalogues."""
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.syspath_prepend(str(ROOT / "docs"))  # it imports what lies beside it
    spec = spec_from_file_location("make_translations", ROOT / "docs" / "make_translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def japanese(make_translations: Any) -> dict[str, str]:
    """What the ``.po`` file says of each text."""
    messages = make_translations.read(PO.read_text("utf-8"))
    return {message.id: message.string for message in messages if message.id}


@pytest.fixture
def in_japanese() -> Iterator[None]:
    i18n.set_language("ja")
    yield
    i18n.set_language(None)


def test_it_has_every_text(make_translations: Any) -> None:
    """The file has what the program translates and nothing else."""
    po = PO.read_text("utf-8")
    wanted = make_translations.collected()
    messages = make_translations.updated(make_translations.read(po), wanted)
    assert make_translations.written(messages) == po
    assert [message.id for message in messages if message.id] == wanted


def test_every_text_is_translated(japanese: dict[str, str]) -> None:
    """Everything is said in Japanese."""
    english = {
        text: said
        for text, said in japanese.items()
        if said not in INITIALS and WORD.search(text) and not JAPANESE.search(said)
    }
    assert english == {}


def test_the_values_keep_their_places(japanese: dict[str, str]) -> None:
    """A translation has the placeholders of the text in any order, and starts as the text does."""
    for text, said in japanese.items():
        assert sorted(PLACEHOLDER.findall(said)) == sorted(PLACEHOLDER.findall(text)), text
        if PLACEHOLDER.search(text):
            assert SEPARATOR.findall(said)[0] == SEPARATOR.findall(text)[0], text


def test_what_is_shipped_is_what_is_written(make_translations: Any) -> None:
    """The ``.mo`` file is that of the ``.po`` file."""
    messages = make_translations.read(PO.read_text("utf-8"))
    again = make_translations.updated(messages, [message.id for message in messages if message.id])
    assert PO.with_suffix(".mo").read_bytes() == make_translations.compiled(again)


def test_gettext_reads_it(japanese: dict[str, str]) -> None:
    """To gettext the ``.mo`` file says what the ``.po`` file says, and nothing else."""
    found = gettext.translation("utpartners", i18n.LOCALE, ["ja"])
    assert {text: found.gettext(text) for text in japanese} == japanese
    with PO.with_suffix(".mo").open("rb") as file:
        assert {message.id for message in read_mo(file) if message.id} == set(japanese)
    assert found.info()["content-type"] == "text/plain; charset=utf-8"


def test_a_text_without_a_translation_is_its_own(make_translations: Any) -> None:
    """A new text is listed with nothing said of it, and is left out of the ``.mo`` file."""
    header = 'msgid ""\nmsgstr ""\n"Language: ja\\n"\n'
    messages = make_translations.updated(make_translations.read(header), ['a "new" one\n'])
    again = make_translations.read(make_translations.written(messages))
    assert again.get('a "new" one\n').string == ""
    compiled = gettext.GNUTranslations(io.BytesIO(make_translations.compiled(messages)))
    assert compiled.gettext('a "new" one\n') == 'a "new" one\n'
    assert len(read_mo(io.BytesIO(make_translations.compiled(messages)))) == 0


def test_a_doubtful_translation_is_not_shipped(make_translations: Any) -> None:
    """What a translator marked as fuzzy keeps its mark, and is left out of the ``.mo`` file."""
    po = 'msgid ""\nmsgstr "Language: ja\\n"\n\n# really?\n#, fuzzy\nmsgid "Code"\nmsgstr "番号"\n'
    messages = make_translations.updated(make_translations.read(po), ["Code"])
    assert make_translations.written(messages).endswith(po.partition("\n\n")[2] + "\n")
    assert len(read_mo(io.BytesIO(make_translations.compiled(messages)))) == 0


@pytest.mark.usefixtures("in_japanese")
def test_a_text_of_nothing_stays_nothing() -> None:
    """An empty heading is not the header of the message catalogue."""
    assert i18n.translated("") == ""


def test_a_card_speaks_japanese(run: Run) -> None:
    """``show --lang ja`` has the headings and the names in Japanese."""
    lines = run("show", "KTH", "--lang", "ja").stdout.splitlines()
    assert {"機関", "部局", "活動"} <= set(lines)
    assert any(line.startswith("kth ") and KTH in line for line in lines)


def test_a_table_speaks_japanese(run: Run) -> None:
    """``depts --lang ja`` has its headings in Japanese."""
    first = run("depts", "--lang", "ja").stdout.splitlines()[0]
    assert first.split() == ["コード", "ID", "部局", "種別", "連携先", "連携先一覧"]


def test_json_keys_stay(run: Run) -> None:
    """Programs find the same keys in every language; the names are in the one asked for."""
    english = json.loads(run("list", "--json").stdout)
    japanese = json.loads(run("list", "--json", "--lang", "ja").stdout)
    assert [list(row) for row in japanese] == [list(row) for row in english]
    assert [row["id"] for row in japanese] == [row["id"] for row in english]
    assert "北京大学" in {row["name"] for row in japanese}


def test_csv_header_stays(run: Run) -> None:
    """Spreadsheets find the same columns in every language."""
    english, japanese = (
        list(csv.reader(io.StringIO(run("list", "-f", "csv", *lang).stdout)))
        for lang in ([], ["--lang", "ja"])
    )
    assert japanese[0] == english[0]
    assert "北京大学" in {row[1] for row in japanese}


@pytest.mark.parametrize("language", ["tlh", "no such language", "../ja"])
def test_an_unknown_language_is_refused(run: Run, language: str) -> None:
    """Where there are no words of a language, that is said, with the languages that there are."""
    unknown = run("list", "--lang", language)
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "en, de, es, fr, ja" in unknown.stderr


def test_it_says_what_is_missing(
    make_translations: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Any
) -> None:
    """The script adds what is new to every language, and fails until it is translated."""
    folder = tmp_path / "ja" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / PO.name).write_text(PO.read_text("utf-8"), encoding="utf-8")
    monkeypatch.setattr(make_translations, "LOCALE", tmp_path)
    monkeypatch.setattr(make_translations, "collected", lambda: ["Code", "Something new"])
    assert make_translations.main() == 1
    assert capsys.readouterr().err.endswith('no translation of "Something new"\n')
    monkeypatch.setattr(make_translations, "collected", lambda: ["Code"])
    assert make_translations.main() == 0
    messages = make_translations.read((folder / PO.name).read_text("utf-8"))
    assert [(message.id, message.string) for message in messages][1:] == [("Code", "コード")]


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, None),
        ({"LANG": "ja_JP.UTF-8"}, "ja-JP"),
        ({"LANG": "en_US.UTF-8"}, None),
        ({"LANG": "tlh"}, None),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, None),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "ja_JP.UTF-8"}, "ja-JP"),
        ({"LC_MESSAGES": "ja_JP.UTF-8", "LC_ALL": "C"}, None),
        ({"LANG": "en_US.UTF-8", "LANGUAGE": "tlh:ja:en"}, "ja"),
        ({"LANG": "C.UTF-8", "LANGUAGE": "ja"}, None),
        ({"LANG": "ja_JP.UTF-8", "UTPARTNERS_LANG": "en"}, "en"),
    ],
)
def test_the_environment_asks_for_a_language(
    environment: dict[str, str], expected: str | None
) -> None:
    """The variables of a locale count as they do for gettext, and the program's own before them."""
    assert i18n.from_environment(environment) == expected


def test_the_environment_is_obeyed(run: Run) -> None:
    """A Japanese locale is enough; --lang stands above it, and data keeps its codes."""
    locale = {"LANG": "ja_JP.UTF-8"}
    assert "部局" in run("depts", env=locale).stdout
    assert run("depts", "--lang", "en", env=locale).stdout == run("depts").stdout
    rows = json.loads(run("list", "--json", env=locale).stdout)
    assert {row["status"] for row in rows} == {"primary", "prospective"}


@pytest.mark.parametrize(
    ("command", "option", "shown", "meant"),
    [
        ("list", "--status", "協定締結校", "primary"),
        ("list", "--status", "候補", "prospective"),
        ("timeline", "--kind", "シンポジウム", "symposium"),
        ("timeline", "--kind", "symposium", "symposium"),
    ],
)
def test_what_is_shown_can_be_typed(
    run: Run, command: str, option: str, shown: str, meant: str
) -> None:
    """A filter takes its words as they are shown, or the start of one, and as the data has them."""
    found = run(command, option, shown, "--lang", "ja", "--json")
    wanted = run(command, option, meant, "--lang", "ja", "--json")
    assert (found.stdout, found.stderr) == (wanted.stdout, "")
    assert json.loads(found.stdout)


@pytest.mark.usefixtures("in_japanese")
@pytest.mark.parametrize(
    ("count", "expected"),
    [
        ("over 100", "100名超"),
        ("about 250", "約250名"),
        ("nearly 100", "100名近く"),
        ("at least 20", "20名以上"),
        ("120", "120名"),
        ("5-6", "5〜6名"),
        ("quite 7", "quite 7"),
    ],
)
def test_hedges_are_kept(count: str, expected: str) -> None:
    """A hedge is translated, and never lost; one that is not known leaves the count as it is."""
    assert vocabulary.people(count) == expected


@pytest.mark.usefixtures("in_japanese")
def test_words_of_a_catalogue() -> None:
    """Words, frequencies and figures are said as people say them; other words stay."""
    assert vocabulary.word("annual, hosted alternately") == "毎年、交互に開催"
    assert vocabulary.word("5-6 times a year") == "年5〜6回"
    assert vocabulary.word("Grandes Écoles, Paris") == "Grandes Écoles, Paris"
    assert vocabulary.figure("more than 10", "parallel sessions") == "分科会10件超"
    assert vocabulary.figure("7", "gowns") == "7 gowns"


@pytest.mark.parametrize(
    ("args", "expected"),
    [
        (["show", "Atlantis"], "'Atlantis'という連携先または機関は見つかりません"),
        (["list", "--status", "xx"], "次から選んでください：協定締結校、候補校"),
        (["list", "--since", "2015"], "開始時期が不明な13件は表示していません。"),
    ],
)
def test_errors_and_notes_speak_japanese(run: Run, args: list[str], expected: str) -> None:
    """What is said on stderr is in the language, too, with its values in their places."""
    assert expected in run(*args, "--lang", "ja").stderr


@pytest.mark.parametrize(
    ("texts", "choice"), [(["a"], "a"), (["a", "b"], "a or b"), (["a", "b", "c"], "a, b or c")]
)
def test_alternatives(texts: list[str], choice: str) -> None:
    """Texts are told as a choice, as many as there are."""
    assert i18n.alternatives(texts) == choice
