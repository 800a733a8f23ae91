"""Full-text search: what is found, and that nothing typed is syntax."""

from __future__ import annotations

import pytest

from utpartners import Catalogue, open_catalogue
from utpartners.questions import search
from utpartners.questions.search import match_expression


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


@pytest.mark.parametrize("words", ['"', "'", "AND", "NEAR(", "a* OR", "title:x", "^", "(", "-", ""])
def test_nothing_is_syntax(catalogue: Catalogue, words: str) -> None:
    """Fragments of query syntax are searched as text, and never an error."""
    ids(catalogue, words)
    assert "NEAR(" not in match_expression(words)


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
    in_titles = {id for id, title in every if "symposium" in title.lower()}
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
