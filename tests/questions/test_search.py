"""Full-text search: what is found, and that nothing typed is syntax."""

from __future__ import annotations

from pathlib import Path

import pytest

from utpartners import Catalogue, normalize, open_catalogue
from utpartners.errors import UsageError
from utpartners.questions import search
from utpartners.questions.search import match_expression, wanted_words


def ids(catalogue: Catalogue, words: str) -> list[str]:
    return [row["id"] for row in catalogue.search(words).records()]


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("quantum", "ucb/2"),
        ("QUANT", "ucb/2"),
        ("zurich talks", "ethz/6"),
        ("北京", "pku"),
        ("清華", "tsinghua"),
        ("서울", "snu"),
        ('"digital humanities"', "grandes-ecoles/2"),
    ],
)
def test_found(catalogue: Catalogue, words: str, id: str) -> None:
    """Words, starts of words, phrases and two letters of CJK find the record, accents or not."""
    assert id in ids(catalogue, words)


def test_words_in_a_row(catalogue: Catalogue) -> None:
    """A phrase asks for its words in their order."""
    assert ids(catalogue, '"humanities digital"') == []
    assert ids(catalogue, "humanities digital") != []


def test_a_phrase_is_no_start_of_a_word(catalogue: Catalogue) -> None:
    """A phrase asks for whole words, where words by themselves may be the starts of longer ones."""
    assert "grandes-ecoles/2" in ids(catalogue, "digital human")
    assert ids(catalogue, '"digital human"') == []
    assert match_expression(wanted_words('"digital human" law')) == '"digital human" AND "law"*'


@pytest.mark.parametrize("words", ['"', "'", "AND", "NEAR(", "a* OR", "title:x", "^", "(", "-", ""])
def test_nothing_is_syntax(catalogue: Catalogue, words: str) -> None:
    """Fragments of query syntax are searched as text, and never an error."""
    ids(catalogue, words)
    assert "NEAR(" not in match_expression(wanted_words(words))


def test_hits_are_marked(catalogue: Catalogue) -> None:
    """The excerpt marks the hit."""
    (row,) = catalogue.search("pavilion").records()
    assert "‹pavilion›" in row["excerpt"]


def test_limit(catalogue: Catalogue) -> None:
    """A limit keeps the best."""
    best = ids(catalogue, "symposium")
    assert [row["id"] for row in catalogue.search("symposium", limit=3).records()] == best[:3]


def test_common_words(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of very many hits a few are not ranked: those in titles come first, and a note says so."""
    every = [(row["id"], row["title"]) for row in catalogue.search("symposium").records()]
    in_titles = {id for id, title in every if "symposium" in normalize.words(title)}
    assert 3 < len(in_titles) < len(every) - 2
    monkeypatch.setattr(search, "MOST_RANKED", len(every) - 1)
    for limit in (0, 3, len(in_titles) + 2):
        table = catalogue.search("symposium", limit=limit)
        found = [row["id"] for row in table.records()]
        assert len(set(found)) == limit
        assert set(found[: len(in_titles)]) <= in_titles, limit
        assert "The first ones are listed" in table.footnotes[1]
    monkeypatch.setattr(search, "MOST_RANKED", len(every))
    assert catalogue.search("symposium", limit=3).footnotes == ()


def test_all_of_common_words(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a limit all hits are ranked, however many they are."""
    best = ids(catalogue, "symposium")
    monkeypatch.setattr(search, "MOST_RANKED", 1)
    assert ids(catalogue, "symposium") == best


@pytest.mark.parametrize(
    ("words", "id"),
    [
        ("ＡＮＵ", "anu"),
        ("Zu\u0308rich talks", "ethz/6"),
        ("ZURICH talks", "ethz/6"),
        ("ﾐｭﾝﾍﾝ", "tum"),
        ("みゅんへん", "tum"),
        ("GSAS", "gs-as"),
        ("gs-as", "gs-as"),
        ("The University of Cambridge", "cambridge"),
        ("シンポジウム", "cambridge/5"),
        ("symp\u00adosium", "cambridge/5"),
    ],
)
def test_folded_as_names_are(catalogue: Catalogue, words: str, id: str) -> None:
    """Width, accents, kana, joined codes and invisible letters do not matter; nor do languages."""
    assert id in ids(catalogue, words)


def test_letters_that_do_not_decompose(tmp_path: Path) -> None:
    """What ``show`` finds, ``search`` finds: ø, ł, æ, ʻ and a name that is joined by them."""
    text = (Path(__file__).parents[1] / "golden/small.toml").read_text("utf-8")
    path = tmp_path / "c.toml"
    name = "Københavns Łódź Ærø Hawaiʻi Xi’an"
    path.write_text(text.replace('name = "Kita University"', f'name = "{name}"'), "utf-8")
    with open_catalogue(str(path)) as catalogue:
        for word in ("kobenhavns", "LODZ", "aero", "hawaii", "xian", "Xi'an"):
            assert len(ids(catalogue, word)) > 0, word
            (row, *_) = catalogue.search(word).records()
            assert "‹" in row["excerpt"], word


def test_whole_words_come_first(catalogue: Catalogue) -> None:
    """What has the word itself comes before what has a longer one, however often."""
    found = [row["excerpt"] for row in catalogue.search("AI").records()]
    places = [n for n, text in enumerate(found) if "‹AI›" in text]
    assert places == list(range(len(places)))
    assert len(places) < len(found)


@pytest.mark.parametrize(
    ("words", "notes"),
    [
        ("simposium", ["No record contains 'simposium'.", "utpartners search symposium"]),
        ("qantum topologi", ["'qantum topologi'", "utpartners search quantum topology"]),
        ("清葉大学", ["No record contains '清葉大学'.", "清華大学"]),
        ("quantum law", ["all of these words", "quantum (2), law (1)"]),
        ("xqzvwk", ["No record contains 'xqzvwk'."]),
        ("!!!", ["Type at least one letter or digit."]),
        ("", ["Type at least one letter or digit."]),
    ],
)
def test_nothing_found(catalogue: Catalogue, words: str, notes: list[str]) -> None:
    """Where nothing is found, the nearest word is proposed, and nothing is guessed."""
    answer = catalogue.search(words)
    assert list(answer) == []
    assert len(answer.footnotes) == len(notes)
    for note, part in zip(answer.footnotes, notes, strict=True):
        assert part in note


def test_repeated_words(catalogue: Catalogue) -> None:
    """A word counts once, however often it is typed; too many different ones are refused."""
    assert ids(catalogue, "talks " * 5000) == ids(catalogue, "talks")
    with pytest.raises(UsageError, match="51 different words"):
        catalogue.search(*(f"w{n}" for n in range(51)))


def test_very_long_texts(tmp_path: Path) -> None:
    """A text that repeats a word is answered: hits are not compared with each other."""
    path = tmp_path / "c.toml"
    text = (Path(__file__).parents[1] / "golden/small.toml").read_text("utf-8")
    path.write_text(text.replace('note = "', f'note = "{"a " * 200_000}end ', 1), "utf-8")
    with open_catalogue(str(path)) as catalogue:
        (first, *_) = catalogue.search("a end").records()
    assert "‹a› ‹a›" in first["excerpt"]
    assert len(first["excerpt"]) < 500


def test_titles_come_first(catalogue: Catalogue) -> None:
    """What has the word in its title comes before what only mentions it."""
    titles = [row["title"] for row in catalogue.search("pavilion architecture").records()]
    assert titles == [] or "Public pavilion" in titles[0]
    assert "Public pavilion" in [row["title"] for row in catalogue.search("pavilion").records()][0]


def test_beside_another_answer() -> None:
    """The rows of one answer can still be read when another question needs an index first."""
    with open_catalogue() as catalogue:
        whole = list(catalogue.list())
        partnerships = iter(catalogue.list())
        first = next(partnerships)
        assert len(list(catalogue.search("ANU"))) == 7
        catalogue.show("ANU"), catalogue.agreements(), catalogue.agreements()
        assert [first, *partnerships] == whole
