"""States in which people read a page: forced colours, no motion, large text, many partners."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.browser.conftest import Opened, written
from tests.browser.test_accessibility import axe, violations
from tests.browser.test_opening import OPEN_ALL, WIDER
from tests.conftest import Run

pytestmark = pytest.mark.slow

__all__ = ["axe"]

STATUSES = ("active", "planned", "dormant", "ended")
MOST_STOPS = 40

CUT = """() => [...document.querySelectorAll("body *")].filter(one => {
  const style = getComputedStyle(one);
  const isClipped = ["hidden", "clip"].includes(style.overflowX) && one.clientWidth > 4;
  return isClipped && one.scrollWidth > one.clientWidth + 1
    && one.checkVisibility() && !one.closest("svg");
}).map(one => one.textContent)"""
"""The texts of which something is hidden."""

BROKEN = """() => [...document.querySelectorAll(".partner a")]
  .filter(one => one.checkVisibility() && one.getBoundingClientRect().width < 60)
  .map(one => one.textContent)"""
"""The names in the list that have hardly any room."""

HINT = """() => {
  const [field] = document.getElementsByName("q"), style = getComputedStyle(field);
  const pen = document.createElement("canvas").getContext("2d");
  pen.font = `${style.fontSize} ${style.fontFamily}`;
  const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const label = field.parentElement.firstElementChild.getBoundingClientRect();
  const middle = field.getBoundingClientRect().y + field.clientHeight / 2;
  return [pen.measureText(field.placeholder).width <= room,
    label.bottom <= middle - parseFloat(style.fontSize) / 2];
}"""
"""Whether what a field says while it is empty has room, and its label covers nothing of that."""

OVERLAPS = """() => {
  const texts = [...document.querySelectorAll("#map text")].map(
    one => [one.textContent, one.getBoundingClientRect()]);
  return texts.flatMap(([name, a], n) => texts.slice(n + 1).filter(([, b]) =>
    a.left + 1 < b.right && b.left + 1 < a.right && a.top + 3 < b.bottom && b.top + 3 < a.bottom
  ).map(([other]) => `${name} / ${other}`));
}"""


def catalogue(partners: int) -> str:
    """A catalogue with so many partners: two in five in London, some of them ended."""
    lines = ['[catalogue]\ntitle = "Many"\nhome = "h"\n']
    lines += [
        f'[[country]]\ncode = "{code}"\nname = "{name}"\n'
        for code, name in (("JP", "Japan"), ("GB", "United Kingdom"), ("FR", "France"))
    ]
    lines += [
        f'[[status]]\nid = "{status}"\nname = "{status}"\n'
        f"ended = {str(status == 'ended').lower()}\n"
        for status in STATUSES
    ]
    lines.append('[[institution]]\nid = "h"\nname = "Home"\ncountry = "JP"\n')
    lines += [
        f'[[department]]\nid = "d{n}"\ncode = "D{n}"\nname = "Graduate School of Subject {n}"\n'
        for n in range(3)
    ]
    for n in range(partners):
        city, country, place = ("London", "GB", "51.5\nlongitude = -0.1")
        if n % 5 > 1:
            city, country, place = f"Town {n % 4}", "FR", f"{44 + n % 4}.0\nlongitude = {n % 4}.0"
        name = f"Royal Academy of Arts and Sciences of {city}, Branch {n}"
        lines.append(
            f'[[institution]]\nid = "i{n}"\nname = "{name}"\ncountry = "{country}"\n'
            f'city = "{city}"\nlatitude = {place}\n'
            f'[[partnership]]\nid = "p{n}"\nname = "{name}"\nmembers = ["i{n}"]\n'
            f'status = "{STATUSES[n % 4]}"\ndepartments = ["d{n % 3}"]\n'
        )
    return "\n".join(lines)


@pytest.fixture(scope="module")
def many(run: Run, folder: Path) -> Path:
    """The page of 200 partnerships without the 50 that have ended."""
    path = folder / "many.toml"
    path.write_text(catalogue(200), encoding="utf-8")
    return written(run, folder / "many.html", "--data", str(path))


@pytest.fixture(scope="module")
def many_with_ended(run: Run, many: Path) -> Path:
    """The same with all."""
    path = many.with_name("all.html")
    done = run("--data", str(many.with_suffix(".toml")), "export", "--all", "-o", str(path))
    assert done.returncode == 0, done.stderr
    return path


@pytest.fixture(scope="module")
def one(run: Run, folder: Path) -> Path:
    """The page of one partnership."""
    path = folder / "one.toml"
    path.write_text(catalogue(1), encoding="utf-8")
    return written(run, folder / "one.html", "--data", str(path))


@pytest.mark.parametrize("name", ["one", "many", "many_with_ended", "bundled", "japanese"])
@pytest.mark.parametrize("width", [320, 375, 1280])
def test_nothing_is_cut(
    request: pytest.FixtureRequest, opened: Opened, name: str, width: int
) -> None:
    """With one partner or 200, no text is cut, squeezed, or covers another, in any window."""
    page = opened(request.getfixturevalue(name), width=width)
    assert page.evaluate(WIDER) == 0
    assert page.evaluate(CUT) == []
    assert page.evaluate(BROKEN) == []
    assert page.evaluate(OVERLAPS) == []
    assert page.evaluate(HINT) == [True, True]


def test_ended_are_counted(many: Path, many_with_ended: Path, opened: Opened) -> None:
    """Those that have ended are left out with a note above list and map, or listed with --all."""
    page = opened(many)
    note = page.locator(".ended").bounding_box()
    lists, picture = page.locator(".lists").bounding_box(), page.locator("#map").bounding_box()
    assert note is not None
    assert lists is not None
    assert picture is not None
    assert note["y"] + note["height"] <= min(lists["y"], picture["y"])
    assert page.locator(".partner").count() == 150
    assert opened(many_with_ended).locator(".partner").count() == 200


@pytest.mark.parametrize("name", ["many", "many_with_ended", "one"])
def test_no_violation(request: pytest.FixtureRequest, opened: Opened, axe: str, name: str) -> None:
    """axe-core finds nothing on these pages either."""
    assert violations(opened(request.getfixturevalue(name)), axe) == []


@pytest.mark.parametrize("name", ["bundled", "many"])
def test_search_says_why_in_all_hits(
    request: pytest.FixtureRequest, opened: Opened, name: str
) -> None:
    """Each hit is marked, also where there are too many to mark at once; later none is."""
    page = opened(request.getfixturevalue(name))
    page.fill("#by-q", "university" if name == "bundled" else "london")
    found = page.locator(".partner:not(.is-out)").count()
    page.wait_for_function(
        "count => document.querySelectorAll('.partner:has(mark)').length === count", arg=found
    )
    assert found >= 10
    page.fill("#by-q", "")
    assert page.locator("mark").count() == 0


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_forced_colours(bundled: Path, opened: Opened, axe: str, theme: str) -> None:
    """With the system's own colours, marks are still drawn and axe finds no violation."""
    page = opened(bundled, theme=theme)
    page.emulate_media(forced_colors="active")
    page.evaluate(OPEN_ALL)
    assert violations(page, axe) == []
    drawn = "one => getComputedStyle(one, '::before').borderTopColor"
    ground = "one => getComputedStyle(document.body).backgroundColor"
    cell = page.locator("table.matrix .yes >> nth=0")
    assert cell.evaluate(drawn) != cell.evaluate(ground)
    assert page.locator("#map path.mark >> nth=0").evaluate(
        "one => getComputedStyle(one).fill"
    ) not in ("none", cell.evaluate(ground))


def test_reduced_motion(bundled: Path, opened: Opened) -> None:
    """Nothing moves for people who do not want it, and nothing is animated at all."""
    page = opened(bundled)
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    assert page.evaluate(behaviour) == "auto"
    assert page.evaluate("document.getAnimations().length") == 0
    page.emulate_media(reduced_motion="no-preference")
    assert page.evaluate(behaviour) == "smooth"


@pytest.mark.parametrize("name", ["bundled", "japanese", "many"])
@pytest.mark.parametrize(("width", "size"), [(1280, "200%"), (640, "200%"), (320, "100%")])
def test_large_text(
    request: pytest.FixtureRequest, opened: Opened, name: str, width: int, size: str
) -> None:
    """Text of 200 %, and a window of 1280 pixels at 400 %: no scrolling across, nothing cut."""
    page = opened(request.getfixturevalue(name), width=width)
    page.evaluate("size => { document.documentElement.style.fontSize = size }", size)
    assert page.evaluate(WIDER) == 0
    assert page.evaluate(CUT) == []
    assert page.evaluate(HINT) == [True, True]
    page.evaluate(OPEN_ALL)
    assert page.evaluate(WIDER) == 0


@pytest.mark.parametrize("name", ["bundled", "japanese", "many", "many_with_ended", "one"])
def test_stops_are_reached(request: pytest.FixtureRequest, opened: Opened, name: str) -> None:
    """Tab leaves the list after at most 40 steps, counted by pressing it, with 200 partners too."""
    page = opened(request.getfixturevalue(name))
    where = "document.activeElement.closest('#map, #matrix')?.id"
    stops = 0
    while page.evaluate(where) != "map" and stops <= MOST_STOPS:
        page.keyboard.press("Tab")
        stops += 1
    assert stops <= MOST_STOPS
    page.keyboard.press("Tab")
    assert page.evaluate(where) == "matrix"


def test_arrows_lead_through_a_long_list(many: Path, opened: Opened) -> None:
    """Where Tab reaches one name of the list, arrows lead to the others, and a hint says so."""
    page = opened(many)
    focused = "[...document.querySelectorAll('.partner:not(.is-out) a')].indexOf({})"
    focused = focused.format("document.activeElement")
    assert page.locator("#list-how").is_visible()
    page.focus(".partner a[tabindex='0']")
    places = []
    for key in ("ArrowDown", "ArrowRight", "ArrowUp", "End", "ArrowDown", "ArrowUp", "Home"):
        page.keyboard.press(key)
        places.append(page.evaluate(focused))
    assert places == [1, 2, 1, 149, 0, 149, 0]
    page.keyboard.press("ArrowDown")
    assert page.locator(".partner a[tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    page.locator(".record.is-open").wait_for()


def test_tab_follows_the_search(many: Path, opened: Opened) -> None:
    """While many are found, Tab reaches one that is shown; of few, each."""
    page = opened(many)
    page.fill("#by-q", "London")
    assert page.locator(".partner:not(.is-out) a[tabindex='0']").count() == 1
    page.fill("#by-q", "Branch 104")
    assert page.locator(".partner:not(.is-out)").count() >= 1
    assert page.locator(".partner:not(.is-out) a[tabindex]").count() == 0
    assert not page.locator("#list-how").is_visible()


def test_the_matrix_fits(bundled: Path, opened: Opened) -> None:
    """On a wide window, the matrix of 16 partners has all of its columns without scrolling."""
    page = opened(bundled)
    scrolls = "one => one.scrollWidth - one.clientWidth"
    assert page.locator("#matrix .scroll").evaluate(scrolls) <= 0


def test_each_status_has_its_shape(many_with_ended: Path, opened: Opened) -> None:
    """In the key of the map a status has a shape of its own, not only a colour."""
    page = opened(many_with_ended)
    key = page.locator(".key path").evaluate_all("all => all.map(one => one.getAttribute('d'))")
    hollow = page.locator(".key svg").evaluate_all("all => all.map(one => one.matches('.hollow'))")
    assert len(set(zip(key, hollow, strict=True))) == len(STATUSES)
