"""The page as a file: everything is in it, nothing is loaded, all of it can be read as it is."""

from __future__ import annotations

import json
import re
from base64 import b64decode, b64encode
from hashlib import sha256
from pathlib import Path
from urllib.parse import unquote

import pytest
from tests.page.conftest import HOSTILE, Paged, Read
from tests.slow import quick_are

from utpartners import model
from utpartners.bundled import TOML

LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "ping"}


def test_one_file(bundled: Read) -> None:
    """The page of the bundled catalogue is one file of less than 400 KB."""
    assert len(bundled.html.encode()) < 400_000


def test_as_of(bundled: Read, paged: Paged, small_path: Path) -> None:
    """The head of the page says when its facts were true, where the catalogue says it."""
    said = "As of about the end of 2021 (between October 2021 and February 2022)"
    assert bundled.has(said)
    assert bundled.text.index("As of about the end of 2021") < bundled.text.index("Peking")
    assert paged(small_path, "ja").has("2024年末頃の情報（2024年10月から2025年2月までの間）")
    assert not paged("").has("As of")


def test_it_loads_nothing(bundled: Read) -> None:
    """No element or style loads anything; addresses of the web are only those of links."""
    for tag, attributes in bundled.elements:
        assert not LOADING & attributes.keys(), tag
        if tag not in ("a", "link"):
            assert "href" not in attributes, tag
    links = [found for tag, found in bundled.elements if tag == "link"]
    assert [found["href"].partition(":")[0] for found in links] == ["data"]
    assert "@import" not in bundled.of["style"]
    assert "url(" not in bundled.of["style"]


def test_its_policy(bundled: Read) -> None:
    """Only this style and this script may be used; there is no style and no event in a tag."""
    (policy,) = (found["content"] for _, found in bundled.elements if found.get("http-equiv"))
    for name, text in (("style", bundled.of["style"]), ("script", bundled.of["script"])):
        digest = b64encode(sha256(text.encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none';")
    assert "unsafe" not in policy
    for tag, attributes in bundled.elements:
        assert "style" not in attributes, tag
        assert not [name for name in attributes if name.startswith("on")], tag


@pytest.mark.parametrize("language", quick_are(["ja"], [None, "ja"]))
def test_every_link_leads_somewhere(paged: Paged, small_path: Path, language: str | None) -> None:
    """An id is there once, and every link inside the page leads to one."""
    for source in (HOSTILE, small_path):
        read = paged(source, language)
        ids = read.values("id")
        assert len(ids) == len(set(ids))
        inside = [unquote(href[1:]) for href in read.values("href") if href.startswith("#")]
        assert inside
        assert set(inside) <= set(ids)
        assert {one for value in read.values("data-p") for one in value.split()} <= set(ids)


def test_it_says_everything(bundled: Read, utokyo: model.Catalogue) -> None:
    """Names, titles, summaries, sources and counts are in the text, without any script."""
    for partnership in utokyo.partnerships:
        assert bundled.has(partnership.name)
        for activity in partnership.activities:
            assert bundled.has(activity.title)
            assert bundled.has(activity.summary or "")
            assert bundled.has(activity.participants or "")
    for institution in utokyo.institutions:
        assert bundled.has(institution.name)
    for department in utokyo.departments:
        assert bundled.has(department.name)


def test_the_head(bundled: Read) -> None:
    """The head says what there is in a sentence, and whose page it is."""
    assert bundled.has("9 primary and 7 prospective partnerships with 27 institutions in 14")
    assert bundled.has("Unofficial page about The University of Tokyo.")


def test_official(paged: Paged, small_path: Path, tmp_path: Path) -> None:
    """A catalogue can say that its page is official, and where it is published."""
    address = "https://example.org/partners?a=1&b=2"
    path = tmp_path / "official.toml"
    own = f'[catalogue]\nofficial = true\npage = "{address}"\n'
    text = small_path.read_text("utf-8").replace("[catalogue]\n", own, 1)
    path.write_text(text, "utf-8")
    read = paged(path)
    assert read.has("Official page of")
    assert address in read.values("href")
    assert address in read.values("content")


def test_sharing(bundled: Read) -> None:
    """Who shares the page shows its title and counts; search engines read the list of partners."""
    content = bundled.values("content")
    assert any(
        "Strategic Partnerships of the University of Tokyo: 9 primary" in one for one in content
    )
    linked = json.loads(bundled.of["script application/ld+json"])
    assert linked["numberOfItems"] == len(linked["itemListElement"]) == 16


def test_downloads(bundled: Read, utokyo: model.Catalogue) -> None:
    """The data can be saved from the page: as CSV and JSON, and as a workbook."""
    found = {
        found["download"]: found["href"] for _, found in bundled.elements if "download" in found
    }
    assert {"partnerships.csv", "partnerships.json", "partnerships.xlsx"} <= found.keys()
    csv = b64decode(found["partnerships.csv"].partition("base64,")[2]).decode()
    assert len(csv.splitlines()) == 1 + len(utokyo.partnerships)
    rows = json.loads(b64decode(found["activities.json"].partition("base64,")[2]))
    assert len(rows) == sum(len(one.activities) for one in utokyo.partnerships)


def test_hedges_stay(bundled: Read) -> None:
    """A count that its source hedges is as printed."""
    for hedged in ("over 100 participants", "about 250 participants", "nearly 100 participants"):
        assert bundled.has(hedged)


def test_hostile_text(paged: Paged) -> None:
    """Text of a catalogue is text, whatever it looks like; what is invisible is written out."""
    read = paged(HOSTILE)
    tags = [tag for tag, _ in read.elements]
    assert tags.count("script") == 3
    assert "img" not in tags
    assert not [name for _, found in read.elements for name in found if name.startswith("on")]
    assert read.has("</title></script><script>alert(1)</script>")
    assert read.has("{{ 7*7 }} {% raw %}")
    assert read.has(r"\u202eevil\u202c")
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x07]", read.html)
    assert all(href.startswith(("#", "https://", "data:")) for href in read.values("href"))
    index = json.loads(read.of["script application/json"])
    assert index["partnerships"][0]["status"] == '"><script>alert(9)</script>'


def test_in_japanese(paged: Paged, small_path: Path) -> None:
    """With ja the page's own words are Japanese, and what is in another language is marked so."""
    read = paged(Path(TOML), "ja")
    assert '<html lang="ja"' in read.html
    for text in ("所在地", "シンポジウム", "2014年", "2020年度", "協定締結校：9件・候補校：7件"):
        assert read.has(text), text
    assert '<p class="home"><bdi>東京大学' in read.html
    assert 'class="summary" dir="auto" lang="en"' not in read.html
    assert '<p class="home" lang="en">' in paged(small_path, "ja").html


def test_the_same_again(paged: Paged, small_path: Path) -> None:
    """The same catalogue gives the same bytes."""
    assert paged(small_path).html == paged(small_path).html
