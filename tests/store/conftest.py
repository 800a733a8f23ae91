"""Asks every question there is, to see what SQL that runs."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import product
from typing import TYPE_CHECKING, Any

import pytest

from utpartners import names
from utpartners.answers import Network, Timeline
from utpartners.cli.completion.line import Asked
from utpartners.cli.completion.words import WORDS, words_for
from utpartners.cli.session import Session
from utpartners.errors import UnresolvedNameError, UtpartnersError
from utpartners.names.other_kinds import commands_for
from utpartners.page.site import versions
from utpartners.questions.export import TABLES
from utpartners.questions.tree import BY
from utpartners.render import Screen, format_named, renderer
from utpartners.report.letterhead import letterhead
from utpartners.store.store import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from utpartners.answers import Answer
    from utpartners.api import Catalogue

Ask = Callable[["Catalogue"], None]


@pytest.fixture
def ask_everything(monkeypatch: pytest.MonkeyPatch) -> Ask:
    def asking(catalogue: Catalogue) -> None:
        completions(catalogue, monkeypatch)
        everything(catalogue)

    return asking


def completions(catalogue: Catalogue, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever a shell may ask for."""
    session = Session()
    monkeypatch.setattr(session, "catalogue", lambda: catalogue)
    for what, typed in product(WORDS.keys() - {"fields"}, ("", "a", "%", "\\", "University o")):
        words_for(Asked(what, typed), session)
        words_for(Asked(what, typed, before=("GS",)), session)


def every_filter() -> Iterator[dict[str, Any]]:
    choices = {
        "status": ((), ["primary"]),
        "country": ((), ["CN", "DE"]),
        "dept": ((), ["GS Eng", "IIS"]),
        "all_depts": (False, True),
        "since": (None, 2015),
        "inactive_since": (None, 2019),
        "home": ((), ["UTokyo"]),
    }
    for values in product(*choices.values()):
        yield dict(zip(choices, values, strict=True))


def as_people_see(catalogue: Catalogue) -> None:
    """What only screens ask of answers, and what is left out unless it is asked for."""
    for table in (catalogue.list(), catalogue.depts(), catalogue.timeline()):
        list(table)
        table.counted()
        table.order()
    for flag in ("current", "ended", "all"):
        list(catalogue.list(**{flag: True}))  # type: ignore[arg-type]
        if flag != "all":
            list(catalogue.agreements(**{flag: True}))  # type: ignore[arg-type]
    list(catalogue.agreements(dept="IIS", kind="strategic partnership"))
    list(catalogue.people(dept="IIS", kind="strategic partnership", home="utokyo"))
    people_see(catalogue.show("ANU", kind="lecture", country="Australia"))
    list(catalogue.search("ANU", status="primary"))
    list(catalogue.list(country="Germany", region="Asia"))
    list(catalogue.depts(kind="institute"))
    list(catalogue.timeline().shape.kinds)  # type: ignore[union-attr]
    for text in ("GS Eng", "KTH", "Germany", "primary"):
        commands_for(catalogue.store, text)
    for answer in (catalogue.show("ANU"), catalogue.dept("GS Eng")):
        people_see(answer)
    list(catalogue.stats(status="primary"))


def people_see(answer: Answer) -> None:
    """What a terminal shows of an answer."""
    "".join(map(str, renderer(format_named("table"))(answer, Screen(terminal=True))))


def as_documents(catalogue: Catalogue) -> None:
    """What documents show beside the facts: names for codes, and where the facts come from."""
    document = renderer(format_named("html"))
    for answer in (catalogue.list(), catalogue.depts(), catalogue.agreements()):
        "".join(map(str, document(answer, Screen())))
    letterhead(catalogue.store)
    versions(catalogue.store)
    for year in (None, 2016):
        catalogue.report(year=year).record()


def everything(catalogue: Catalogue) -> None:
    """Every question with every combination of its arguments; a name may be unknown."""
    catalogue.about()
    for without in (False, True):
        list(catalogue.depts(without=without))
    for by in BY:
        list(catalogue.tree(by))
    for filters in every_filter():
        with suppress(UnresolvedNameError):
            list(catalogue.list(**filters))
            catalogue.records(**filters)
            for table in TABLES:
                list(catalogue.export(table, **filters))
            as_pictures(catalogue, filters)
    for name in ("ANU", "KTH", "University", "UTokyo", "Home", "Tsinghau", "", "清華"):
        with suppress(UnresolvedNameError):
            catalogue.show(name)
    for words, any in product(("GS Eng IIS", "GS A", "Physics", "Astrology"), (False, True)):
        with suppress(UnresolvedNameError):
            list(catalogue.dept(*words.split(), any=any))
    for kind in KINDS:
        with suppress(UnresolvedNameError):
            names.resolve_one(catalogue.store, kind, "u")
    several_records(catalogue)
    as_documents(catalogue)
    with suppress(UnresolvedNameError):
        as_people_see(catalogue)
    of_ones_own(catalogue)


def as_pictures(catalogue: Catalogue, filters: Any) -> None:
    """The questions whose answers are drawn, with what only pictures read."""
    list(catalogue.matrix(**filters))
    list(catalogue.places(**filters))
    links = catalogue.network(**filters)
    assert isinstance(links.shape, Network)
    list(links.shape.nodes)
    list(links)
    activities = catalogue.timeline()
    assert isinstance(activities.shape, Timeline)
    list(activities.shape.names)


def several_records(catalogue: Catalogue) -> None:
    """The questions about several records at once."""
    for words in ("ANU Cambridge", "GS-Eng IIS", "ANU", "ANU IIS", "Astrology"):
        with suppress(UtpartnersError):
            list(catalogue.compare(*words.split()))
        list(catalogue.match([words, "Univ. of Cambridge", "北京大学"]))
        list(catalogue.search(words))
        list(catalogue.search("清華", limit=1))
    options: list[dict[str, Any]] = [{}, {"partner": ["TUM"], "since": "2018", "until": "2020"}]
    options += [{"dept": ["IIS"]}, {"kind": ["workshop"]}]
    for wanted in options:
        with suppress(UtpartnersError):
            list(catalogue.timeline(**wanted))
    for on, expiring in product((None, "2016-01-01"), (None, "12m")):
        with suppress(UtpartnersError):
            list(catalogue.agreements(on=on, expiring=expiring))
    list(catalogue.agreement_stats())
    list(catalogue.agreement_years())
    list(catalogue.list(without_agreement=True))
    list(catalogue.people())
    for name in ("agreements", "people"):
        list(catalogue.export(name))
    further = {"lapsed": "12m", "ends": "2026", "signed": "2015", "state": ["ended"]}
    for option, value in further.items():
        list(catalogue.agreements(**{option: value}))  # type: ignore[arg-type]


def of_ones_own(catalogue: Catalogue) -> None:
    """The questions that need no name, at last in another language."""
    list(catalogue.changes_since(catalogue))
    list(catalogue.stats())
    list(catalogue.schema())
    list(catalogue.sql("SELECT * FROM partnership"))
    catalogue.store.set_language("ja")
    list(catalogue.list())
    with suppress(UtpartnersError):
        catalogue.show("ANU")
