"""A site is a folder: the page in each language, links between them, and the data as files."""

from __future__ import annotations

import csv
import json
import os
from typing import TYPE_CHECKING
from urllib.parse import unquote, urljoin

import pytest
from tests.page.conftest import HEAD, Read

from utpartners import i18n
from utpartners.formats.toml import records
from utpartners.page import write_site
from utpartners.page.site import versions
from utpartners.progress import no_progress
from utpartners.store.fill import in_memory

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Run

pytestmark = pytest.mark.slow

DATA = {
    "partnerships.csv", "partnerships.json", "partnerships.xlsx",
    "activities.csv", "activities.json",
}  # fmt: skip

PARTNER = """
[[institution]]
id = "x"
name = "{name}"
{names}
country = "JP"
[[partnership]]
id = "x"
name = "{name}"
{names}
status = "primary"
members = ["x"]
"""


def test_address_of() -> None:
    """Each language has an address below that of the site, whether this is a folder or a file."""
    from utpartners.page.place import address_of

    assert address_of("https://x.example/a/", "ja/") == "https://x.example/a/ja/"
    assert address_of("https://x.example/a", "ja/") == "https://x.example/a/ja/"
    assert address_of("https://x.example", "ja/") == "https://x.example/ja/"
    assert address_of("https://x.example/a/i.html?b#c", "ja/") == "https://x.example/a/ja/i.html"
    assert address_of("https://x.example/a?b", "") == "https://x.example/a?b"
    assert address_of(None, "ja/") is None
    assert address_of("javascript:alert(1)", "ja/") is None


@pytest.fixture(scope="module")
def site(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the bundled catalogue."""
    folder = tmp_path_factory.mktemp("site")
    done = run("export", "-f", "site", "-o", "site/", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert "Left out as internal" in done.stderr
    return folder / "site"


def read(path: Path) -> Read:
    return Read(path.read_text("utf-8"))


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def test_its_files(site: Path) -> None:
    """It has the page and the data in the catalogue's language, and in Japanese below."""
    here = {"index.html", *DATA}
    assert set(files(site)) == here | {f"ja/{name}" for name in here}
    with (site / "partnerships.csv").open(encoding="utf-8", newline="") as file:
        assert len(list(csv.DictReader(file))) == 16
    assert len(json.loads((site / "ja" / "partnerships.json").read_text("utf-8"))) == 16


def test_its_languages(site: Path) -> None:
    """Each page is in its language, with names and data in it, and says which it is."""
    english, japanese = read(site / "index.html"), read(site / "ja" / "index.html")
    assert [page.values("lang")[0] for page in (english, japanese)] == ["en", "ja"]
    assert english.has("Swiss Federal Institute of Technology in Zurich")
    assert english.has("27 institutions in 14 countries")
    assert japanese.has("協定締結校9")
    assert japanese.has("スイス連邦工科大学チューリッヒ校")
    assert "スイス" in (site / "ja" / "partnerships.json").read_text("utf-8")
    assert "スイス" not in (site / "partnerships.json").read_text("utf-8")


@pytest.mark.parametrize("name", ["index.html", "ja/index.html"])
def test_every_link_leads_somewhere(site: Path, name: str) -> None:
    """A link within the site leads to a file of it: pages to each other, and to their data."""
    page = read(site / name)
    inside = [
        unquote(one)
        for one in page.values("href")
        if not one.startswith(("#", "http", "data:", "mailto:"))
    ]
    found = {os.path.normpath(os.path.join(os.path.dirname(name), one)) for one in inside}
    folder = os.path.dirname(name)
    assert {path.replace(os.sep, "/") for path in found} == {
        "index.html", "ja/index.html", *(os.path.join(folder, one) for one in DATA)
    }  # fmt: skip
    assert all((site / path).is_file() for path in found)
    saved = [found["download"] for tag, found in page.elements if "download" in found]
    assert set(saved) == DATA


@pytest.mark.parametrize(
    ("name", "other", "said"), [("index.html", "ja", "日本語"), ("ja/index.html", "en", "English")]
)
def test_the_link_to_the_other_language(site: Path, name: str, other: str, said: str) -> None:
    """Readers see one link to the other language, in that language's own words."""
    page = read(site / name)
    (link,) = (found for tag, found in page.elements if tag == "a" and "hreflang" in found)
    assert (link["hreflang"], link["lang"], link["rel"]) == (other, other, "alternate")
    assert page.has(said)
    known = [
        found["hreflang"] for tag, found in page.elements if tag == "link" and "hreflang" in found
    ]
    assert known == ["en", "x-default", "ja"]


def test_it_says_no_single_file(site: Path) -> None:
    """The page of a site does not say that it is a single file, and it loads nothing either."""
    for name in ("index.html", "ja/index.html"):
        page = read(site / name)
        assert not {"src", "srcset", "action", "poster"} & {
            key for _, found in page.elements for key in found
        }
        assert "base64" not in page.html.partition("</style>")[2]
    assert read(site / "index.html").has("This page loads no external resources")
    assert not read(site / "index.html").has("single file")


def test_its_addresses(run: Run, tmp_path: Path) -> None:
    """With the address of the catalogue, each page has its own, and those of the others."""
    named = 'names = { ja = "彼" }'
    text = HEAD.replace('title = "Test"', 'title = "Test"\npage = "https://x.example/partners/"')
    (tmp_path / "c.toml").write_text(text + PARTNER.format(name="X", names=named), "utf-8")
    done = run("--data", "c.toml", "export", "-f", "site", "-o", "site", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    for name, address in (("index.html", ""), ("ja/index.html", "ja/")):
        page = read(tmp_path / "site" / name)
        links = {
            found.get("hreflang") or found["rel"]: found["href"]
            for tag, found in page.elements
            if tag == "link"
        }
        own = urljoin("https://x.example/partners/", address)
        assert links["canonical"] == own
        assert links["en"] == links["x-default"] == "https://x.example/partners/"
        assert links["ja"] == "https://x.example/partners/ja/"
        assert own in {found.get("content") for tag, found in page.elements if tag == "meta"}


@pytest.mark.parametrize(
    ("own", "names", "found"),
    [
        ("en", "", [("en", "", "English")]),
        ("en", 'names = { ja = "彼", fr = "y" }', [("en", "", "English"), ("ja", "ja/", "日本語")]),
        ("ja", 'names = { en = "He" }', [("ja", "", "日本語"), ("en", "en/", "English")]),
        ("de", 'names = { ja = "彼" }', [("de", "", "de"), ("ja", "ja/", "日本語")]),
        ("en-GB", "", [("en-GB", "", "English")]),
    ],
)  # fmt: skip
def test_versions(tmp_path: Path, own: str, names: str, found: list[tuple[str, str, str]]) -> None:
    """The catalogue's own language is first; others are known to program and catalogue alike."""
    path = tmp_path / "c.toml"
    head = HEAD.replace('title = "Test"', f'title = "Test"\nlanguage = "{own}"')
    path.write_text(head + PARTNER.format(name="Xyzzy", names=names), "utf-8")
    store = in_memory(records(str(path)), "test")
    i18n.set_language("ja")
    try:
        assert [tuple(one) for one in versions(store)] == found
        write_site(store, str(tmp_path / "site"), no_progress)
        assert i18n.language() == "ja"
    finally:
        i18n.set_language(None)
        store.close()
    pages = [tmp_path / "site" / folder / "index.html" for _, folder, _ in found]
    assert sorted((tmp_path / "site").rglob("*.html")) == sorted(pages)
    assert read(pages[0]).has("Xyzzy")
    said = read(pages[0]).values("lang")[0]
    assert said == (own if own == "ja" else "en")
    assert ("hreflang" in read(pages[0]).html.partition("<style>")[0]) == (len(found) > 1)


def test_the_same_bytes(site: Path, run: Run, tmp_path: Path) -> None:
    """The same catalogue gives the same bytes, in whatever language the program is asked."""
    done = run("--lang", "ja", "export", "-f", "site", "-o", "site", cwd=tmp_path)
    assert "内部情報のため省きました" in done.stderr
    assert files(tmp_path / "site") == files(site)


def test_filters(run: Run, tmp_path: Path) -> None:
    """The filters of the page make a site of a part, in pages and data alike."""
    args = ("--country", "Switzerland", "-f", "site", "-o", "site")
    assert run("export", *args, cwd=tmp_path).returncode == 0
    for name, content in files(tmp_path / "site").items():
        assert b"Princeton" not in content, name
    assert len(json.loads((tmp_path / "site" / "partnerships.json").read_text("utf-8"))) == 1


def test_writing_again(site: Path, run: Run, tmp_path: Path) -> None:
    """A site is replaced with --force only, and not where it has files that are not of a site."""
    again = ("export", "-f", "site", "-o", "site/")
    assert run(*again, cwd=tmp_path).returncode == 0
    done = run(*again, cwd=tmp_path)
    assert done.returncode == 1
    assert "site/ already exists\nAdd --force to overwrite it." in done.stderr
    (tmp_path / "site" / "index.html").write_text("old", "utf-8")
    assert run(*again, "--force", cwd=tmp_path).returncode == 0
    assert files(tmp_path / "site") == files(site)
    (tmp_path / "site" / "ja" / "own.png").write_bytes(b"mine")
    (tmp_path / "site" / "index.html").write_text("old", "utf-8")
    done = run(*again, "--force", cwd=tmp_path)
    assert done.returncode == 1
    assert "it also contains ja/own.png" in done.stderr.replace(os.sep, "/")
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == "old"
    assert os.listdir(tmp_path) == ["site"]


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "site can only be written to a file\nName it: -f site -o site/"),
        (("-o", "-"), "site can only be written to a file"),
        (("-o", "x.html"), "site is a folder, and x.html is the name of a file\nName it: -f site"),
        (("-o", "site/", "--fields", "id"), "--fields, --sort"),
    ],
)
def test_refused(run: Run, tmp_path: Path, args: tuple[str, ...], said: str) -> None:
    """Where no folder is named, or an option does not apply, nothing is written."""
    done = run("export", "-f", "site", *args, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert os.listdir(tmp_path) == []


def test_several_catalogues(run: Run, tmp_path: Path) -> None:
    """Several catalogues do not make a site, as they do not make a page."""
    (tmp_path / "c.toml").write_text(HEAD + PARTNER.format(name="X", names=""), "utf-8")
    (tmp_path / "d.toml").write_text(
        HEAD.replace('"Test"', '"Other"') + PARTNER.format(name="X", names="").replace(
            '[[partnership]]\nid = "x"', '[[partnership]]\nid = "y"'
        ), "utf-8",
    )  # fmt: skip
    page = run("--data", "c.toml", "--data", "d.toml", "export", "-o", "x.html", cwd=tmp_path)
    site = run(
        "--data", "c.toml", "--data", "d.toml", "export", "-f", "site", "-o", "site", cwd=tmp_path
    )
    assert page.returncode == site.returncode == 1
    assert page.stderr == site.stderr
    assert sorted(os.listdir(tmp_path)) == ["c.toml", "d.toml"]


def test_a_folder_is_a_data_package(run: Run, tmp_path: Path) -> None:
    """Without -f, the same path is a data package, which is what a folder has always been."""
    assert run("export", "-o", "site/", cwd=tmp_path).returncode == 0
    assert (tmp_path / "site" / "datapackage.json").is_file()
    assert not (tmp_path / "site" / "index.html").exists()
