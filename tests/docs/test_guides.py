"""The README and the guides: their commands work in an empty folder, and print what is shown."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

import utpartners

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

ROOT = Path(__file__).parents[2]
GENERATED = {"keys.md", "public.md", "reference.md", "rules.md"}
PAGES = sorted(path.relative_to(ROOT) for path in (ROOT / "docs").rglob("*.md"))
GUIDES = [Path("README.md"), *(path for path in PAGES if path.name not in GENERATED)]

LONGEST = 150
"""Lines of a guide that is read in one go."""


@pytest.fixture
def make_guides(script: Callable[[str], ModuleType]) -> ModuleType:
    """The script that runs the guides."""
    return script("make_guides")


@pytest.mark.slow
@pytest.mark.parametrize("guide", GUIDES, ids=str)
def test_a_guide_shows_what_its_commands_print(make_guides: ModuleType, guide: Path) -> None:
    """Followed from top to bottom in an empty folder, a guide works and shows the real output."""
    text = (ROOT / guide).read_text("utf-8")
    assert make_guides.written(text) == text


def test_every_page_that_a_person_writes_is_run(make_guides: ModuleType) -> None:
    """The script finds the README and all pages but the generated ones."""
    assert sorted(path.relative_to(ROOT) for path in make_guides.guides()) == sorted(GUIDES)


@pytest.mark.parametrize("guide", GUIDES, ids=str)
def test_output_is_shown_below_what_prints_it(make_guides: ModuleType, guide: Path) -> None:
    """A block of text follows one that is run, so that none is merely claimed; none is empty."""
    before = None
    for block in make_guides.blocks((ROOT / guide).read_text("utf-8")):
        if block.language == "text":
            assert before is not None
            assert before.is_run
            assert block.text.strip().strip(make_guides.LEFT_OUT)
        before = block


@pytest.mark.parametrize("guide", GUIDES, ids=str)
def test_what_is_not_run_has_a_reason(make_guides: ModuleType, guide: Path) -> None:
    """Only blocks about installing are left out, and they say what runs them instead."""
    blocks = make_guides.blocks((ROOT / guide).read_text("utf-8"))
    left_out = [
        b for b in blocks if b.language in ("sh", "python") and not b.title and not b.is_run
    ]
    assert [b.text for b in left_out if "install" not in b.text] == []


@pytest.mark.parametrize("guide", [path for path in GUIDES if path.parts[:2] == ("docs", "guides")])
def test_a_guide_is_short(guide: Path) -> None:
    """A guide for one task has 150 lines at most."""
    assert len((ROOT / guide).read_text("utf-8").splitlines()) <= LONGEST


def test_every_page_is_in_the_navigation() -> None:
    """The web site of mkdocs.yml, and docs/README.md, lead to each page and to no other."""
    navigation = re.findall(r"^ +- (\S+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.M)
    pages = [path.relative_to("docs").as_posix() for path in PAGES]
    assert sorted(navigation) == pages
    links = re.findall(r"\]\((\S+\.md)\)", (ROOT / "docs" / "README.md").read_text("utf-8"))
    assert sorted({"README.md", *links}) == pages


@pytest.mark.parametrize("page", [Path("README.md"), *PAGES], ids=str)
def test_links_lead_somewhere(page: Path) -> None:
    """A link to a file names one that exists."""
    links = re.findall(r"\]\(([^()#:\s]+)(?:#[^()\s]*)?\)", (ROOT / page).read_text("utf-8"))
    missing = [link for link in links if not (ROOT / page.parent / link).exists()]
    assert missing == []


@pytest.mark.parametrize("guide", GUIDES, ids=str)
def test_screens_fit_into_a_narrow_column(make_guides: ModuleType, guide: Path) -> None:
    """No line of a screen is wider than the terminal, nor cut by a page that shows it."""
    before = None
    for block in make_guides.blocks((ROOT / guide).read_text("utf-8")):
        if block.language == "text" and before is not None and before.is_on_a_terminal:
            assert max(map(cell_len, block.text.splitlines())) <= make_guides.WIDTH
        before = block


def test_the_readme_needs_no_other_file_to_be_seen() -> None:
    """A package index shows the README alone: what it shows is text."""
    assert re.findall(r"!\[|<img", (ROOT / "README.md").read_text("utf-8")) == []


def test_every_picture_is_on_a_page() -> None:
    """A picture that no page shows would be kept up to date for nobody."""
    text = "".join((ROOT / page).read_text("utf-8") for page in GUIDES)
    pictures = [path.name for path in (ROOT / "docs" / "pictures").iterdir()]
    assert [name for name in pictures if f"pictures/{name})" not in text] == []


COUNTS = """SELECT (SELECT count(*) FROM partnership), count(DISTINCT i.pk),
  count(DISTINCT i.country), (SELECT count(*) FROM department)
FROM member m JOIN institution i ON i.pk = m.institution"""


def test_the_readme_counts_what_the_catalogue_has() -> None:
    """The numbers of partnerships, institutions, countries and departments are those of now."""
    with utpartners.open_catalogue() as catalogue:
        ((partnerships, institutions, countries, departments),) = catalogue.sql(COUNTS)
    text = " ".join((ROOT / "README.md").read_text("utf-8").split())
    assert (
        f"({partnerships} partnerships, {institutions} partner institutions in {countries} "
        f"countries, {departments} departments)"
    ) in text


def test_an_excerpt_keeps_its_first_and_last_lines(make_guides: ModuleType) -> None:
    """As many lines as before stand around the mark; without one, all lines do."""
    printed = "a \nb\nc\nd\n"
    assert make_guides.excerpt(printed, "old\n…\nold\n") == "a\n…\nd\n"
    assert make_guides.excerpt(printed, "1\n2\n…\n1\n2\n") == "a\nb\nc\nd\n"
    assert make_guides.excerpt(printed, "") == "a\nb\nc\nd\n"


GUIDE = """\
```toml title="a.txt"
hello
```

```sh
export NAME=a.txt
cat a.txt
```

```text
old
```

<!-- exit status: 3 -->
```sh
cat $NAME
exit 3
```

```text
```

```python
text = open("a.txt").read().strip()
print("not shown again")
```

```python
text + "!"
```

```text
```
"""


def test_a_guide_is_followed_as_a_reader_would(make_guides: ModuleType) -> None:
    """Files, variables and names last until the end of the guide; values are shown as by Python."""
    found = make_guides.written(GUIDE)
    assert [b.text for b in make_guides.blocks(found) if b.language == "text"] == [
        "hello\n",
        "hello\n",
        "'hello!'\n",
    ]


def test_a_screen_is_that_of_a_terminal(make_guides: ModuleType) -> None:
    """A block on a terminal is run on one of 78 cells, in the same folder and without colours."""
    command = "export NAME=a\nmkdir $NAME\n"
    screen = "test -t 1 && echo $TERM $COLUMNS; ls; exit 3"
    text = f"```sh\n{command}```\n\n<!-- on a terminal -->\n```sh\n{screen}\n```\n\n```text\n```\n"
    with pytest.raises(make_guides.GuideError, match=r"(?s)exit status 3:.*dumb 78\na\n"):
        make_guides.written(text)
    found = make_guides.written(text.replace("; exit 3", ""))
    assert make_guides.blocks(found)[-1].text == "dumb 78\na\n"


@pytest.mark.parametrize("block", ["```sh\nfalse\n```\n", "```python\n1 / 0\n```\n"])
def test_a_block_that_fails_is_an_error(make_guides: ModuleType, block: str) -> None:
    """A guide whose command fails is not written."""
    with pytest.raises(make_guides.GuideError, match="exit status 1"):
        make_guides.written(block)


def test_what_is_not_installed_is_left_as_it_is(
    make_guides: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Output of a program that is missing is kept, but in an environment that must have all."""
    text = "```sh\nno-such-program\n```\n\n```text\nkept\n```\n"
    monkeypatch.delenv("UTPARTNERS_DOCS", raising=False)
    assert make_guides.written(text) == text
    monkeypatch.setenv("UTPARTNERS_DOCS", "required")
    with pytest.raises(make_guides.GuideError, match="exit status 127"):
        make_guides.written(text)
