"""Texts in the language that is asked for, where the catalogue has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from utpartners import formats
from utpartners.api import Catalogue
from utpartners.errors import UsageError
from utpartners.store.language import fallbacks

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CATALOGUE = """
[catalogue]
title = "Partners of Kita"
titles = { ja = "北大学の連携先" }
home = "kita"
about = "Close relationships."
abouts = { ja = "緊密な協力関係。" }
aims = ["More exchange.", "More research."]
aims_in = { ja = ["交流の拡大", "研究の推進"] }
notes = ["Undated."]

[[phase]]
number = 1
first = 2014
purpose = "Departments work alone."
purposes = { ja = "部局ごとに実施する。" }

[[initiative]]
id = "day"
name = "Partners' Day"
names = { ja = "連携の日" }
organiser = "Ministry of the Sea"
organisers = { ja = "海洋省" }
project = "A network"
projects = { ja = "ネットワーク構築" }
summary = "Held every year."
summaries = { ja = "毎年開催する。" }

[[country]]
code = "JP"
name = "Japan"

[[institution]]
id = "kita"
name = "Kita University"
country = "JP"

[[institution]]
id = "umi"
name = "Umi University"
country = "JP"
city = "Umi"
cities = { ja = "海市" }

[[partnership]]
id = "umi"
name = "Umi University"
names = { zh-Hant = "海洋大學" }
status = "primary"
members = ["umi"]
collaboration = "Sea Programme"
collaborations = { ja = "海プログラム" }
note = "No office yet."
notes = { ja = "オフィスは未設置。" }

[[partnership.activity]]
title = "Sea lectures"
titles = { ja = "海の講義" }
kind = "lecture"
summary = "Lectures on currents."
place = "Harbour"
place_in = { ja = "港" }
others = ["Fishers", "Divers"]
others_in = { de = ["Fischer", "Taucher"], ja = ["漁師", "潜水士"] }
summaries = { ja = "海流に関する講義。" }

[[partnership.activity]]
title = "Lake lectures"
kind = "lecture"
others = ["Boats", "Swimmers"]
others_in = { ja = ["ボート"] }
"""


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    path = tmp_path / "c.toml"
    path.write_text(CATALOGUE, "utf-8")
    with Catalogue(formats.read(str(path))) as found:
        yield found


def test_texts_are_in_the_language(catalogue: Catalogue) -> None:
    """Each text is in the language where there is one, else in that of the catalogue."""
    catalogue.store.set_language("ja")
    about = catalogue.about().record()
    assert (about["title"], about["about"]) == ("北大学の連携先", "緊密な協力関係。")
    assert (about["aims"], about["notes"]) == (["交流の拡大", "研究の推進"], ["Undated."])
    assert about["phases"][0]["purpose"] == "部局ごとに実施する。"
    (day,) = about["initiatives"]
    found = (day["name"], day["organiser"], day["project"], day["summary"])
    assert found == ("連携の日", "海洋省", "ネットワーク構築", "毎年開催する。")
    umi = catalogue.show("umi").record()
    assert (umi["collaboration"], umi["note"]) == ("海プログラム", "オフィスは未設置。")
    assert [member["city"] for member in umi["institutions"]] == ["海市"]
    keys = ("title", "place", "others", "summary")
    assert [tuple(one[key] for key in keys) for one in umi["activities"]] == [
        ("海の講義", "港", ["漁師", "潜水士"], "海流に関する講義。"),
        ("Lake lectures", None, ["ボート", "Swimmers"], None),
    ]
    assert catalogue.list().title == "北大学の連携先"


def test_the_own_language_stays(catalogue: Catalogue) -> None:
    """In the catalogue's own language, and in one that lacks a text, the texts are its own."""
    catalogue.store.set_language("zh-TW")
    about = catalogue.about().record()
    assert (about["title"], about["aims"]) == (
        "Partners of Kita",
        ["More exchange.", "More research."],
    )
    umi = catalogue.show("umi").record()
    assert umi["name"] == "海洋大學"
    assert umi["activities"][0]["others"] == ["Fishers", "Divers"]


def test_records_have_every_language(catalogue: Catalogue) -> None:
    """The records of the file do not depend on the language of the answers."""
    before = catalogue.records()
    catalogue.store.set_language("ja")
    assert catalogue.records() == before
    assert before.about.aims_in == {"ja": ["交流の拡大", "研究の推進"]}


@pytest.mark.parametrize("language", ["en", "ja"])
@pytest.mark.parametrize(
    ("words", "id"),
    [("currents", "umi/1"), ("海流", "umi/1"), ("海の講義", "umi/1"), ("海プログラム", "umi"),
     ("ネットワーク構築", "day"), ("交流の拡大", "kita"), ("Undated", "kita"),
     ("部局ごと", "kita"), ("漁師", "umi/1"), ("海洋省", "day"),
     ("海市", "umi")],
)  # fmt: skip
def test_search_finds_every_language(
    catalogue: Catalogue, language: str, words: str, id: str
) -> None:
    """What is searched is in all languages, whichever is shown."""
    catalogue.store.set_language(language)
    assert [row["id"] for row in catalogue.search(words).records()] == [id]


def test_search_shows_the_language(catalogue: Catalogue) -> None:
    """The title of what is found is in the language of the answer."""
    catalogue.store.set_language("ja")
    found = {row["title"] for row in catalogue.search("lectures").records()}
    assert found == {"海の講義", "Lake lectures"}


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("ja_JP.UTF-8", ["ja-jp"]),
        ("zh-TW", ["zh-tw", "zh-hant", "zh"]),
        ("zh_CN@x", ["zh-cn", "zh-hans", "zh"]),
        ("zh", ["zh"]),
    ],
)
def test_fallbacks(tag: str, expected: list[str]) -> None:
    """A region of Chinese is served by its script, then by any Chinese."""
    assert fallbacks(tag) == expected


def test_the_code_of_a_country_is_no_language(catalogue: Catalogue) -> None:
    """Who writes the code of a country is told that of the language."""
    with pytest.raises(UsageError) as caught:
        catalogue.store.set_language("jp")
    assert "Did you mean 'ja'?" in str(caught.value.hint)
