"""How Hypothesis makes catalogues: valid ones, with text as awkward as it can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from utpartners import model

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

FRAGMENTS = (
    '"', "'", ",", ";", "; ", "\n", "\r", "\r\n", "\t", " ", "=1+1", "-1", "[red]", "[/]",
    "\x1b[31m", "\x1b]0;x\x07", "\x9b1m", "\u202e", "\u2066", "\u200f", "\u2028", "\ufeff",
    ":smile:", "清華", "が", "😀", "e\u0301", "جامعة", "<b>", "&amp;", "|", "*", "`", "\\", "&",
    "%", "_", "--", "the", "of", "University", "GS A&S", "code",
)  # fmt: skip
LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")

TEXTS = (
    st.lists(st.sampled_from(FRAGMENTS) | LETTERS, min_size=1, max_size=5)
    .map("".join)
    .filter(lambda text: any(not letter.isspace() for letter in text))
)
"""Text that is not empty; it may end a line, a cell, a tag or a terminal's patience."""

IDS = st.sampled_from(["gs-as", "code", "name", "id", "学部", "=1", "\x7f\x9b1m", "a\u202eb"]) | (
    st.text(LETTERS, min_size=1, max_size=6).filter(
        lambda text: not any(c.isspace() or c in "/\\" or c < " " for c in text)
    )
)


def gazetteer(degrees: float) -> float:
    """A coordinate with the most digits that anybody gives: a cell of Excel keeps 15 or 16."""
    return round(degrees, 10)


COUNTS = st.sampled_from(["1", "over 100", "5-6", "nearly 1,000"])
WHENS = st.sampled_from(["2019", "2021-03", "2017/2020", "2015/..", "../2016", "2021-03-15"])
MAYBE = st.none() | TEXTS
MAYBE_WHEN = st.none() | WHENS
PLACES = st.none() | st.integers(0, 30)
PERIODS = st.sampled_from([None, "90d", "8w", "6m", "1y"])


def some(strategy: SearchStrategy[Any], **sizes: Any) -> SearchStrategy[list[Any]]:
    return st.lists(strategy, **{"max_size": 3, **sizes})


def parts_of(ids: list[str], least: int = 0) -> SearchStrategy[list[str]]:
    """Some of the ids, each once."""
    return some(st.sampled_from(ids), min_size=least, unique=True) if ids else st.just([])


NAMES = st.dictionaries(st.sampled_from(["ja", "ar", "en-GB"]), TEXTS, max_size=2)
LISTS = st.dictionaries(st.sampled_from(["ja", "en-GB"]), some(TEXTS, min_size=1))


EVIDENCE = some(TEXTS, unique=True)
FORMER = some(st.builds(model.FormerName, TEXTS, MAYBE_WHEN, MAYBE_WHEN))


@st.composite
def agreements(
    draw: DrawFn, ids: list[str], departments: list[str], people: list[str]
) -> list[model.Agreement]:
    """Agreements of one partnership, those with the ids and some without."""
    return [
        model.Agreement(
            id=id, kind=draw(TEXTS), title=draw(MAYBE), titles=draw(NAMES),
            departments=draw(parts_of(departments)), signed=draw(MAYBE_WHEN),
            starts=draw(MAYBE_WHEN), ends=draw(MAYBE_WHEN), ended=draw(MAYBE_WHEN),
            term=draw(st.sampled_from([None, "fixed", "open"])),
            renews=draw(st.sampled_from([None, "automatic", "by review", "none"])),
            replaces=draw(parts_of(ids)), notice=draw(PERIODS), document=draw(MAYBE),
            places=draw(st.none() | st.builds(model.StudentPlaces, PLACES, PLACES)),
            people=draw(parts_of(people)), note=draw(MAYBE), notes=draw(NAMES),
            source=draw(MAYBE), evidence=draw(EVIDENCE),
        )
        for id in [*ids, *draw(some(st.none(), max_size=2))]
    ]  # fmt: skip


@st.composite
def initiatives(draw: DrawFn, id: str) -> model.Initiative:
    """Something project-wide."""
    return model.Initiative(
        id=id, name=draw(TEXTS), abbreviation=draw(MAYBE), names=draw(NAMES), when=draw(MAYBE_WHEN),
        frequency=draw(MAYBE), organiser=draw(MAYBE), organisers=draw(NAMES), project=draw(MAYBE),
        projects=draw(NAMES), figures=draw(some(st.builds(model.Figure, COUNTS, TEXTS))),
        website=draw(MAYBE), summary=draw(MAYBE), summaries=draw(NAMES), source=draw(MAYBE),
    )  # fmt: skip


@st.composite
def partnerships(draw: DrawFn, id: str, known: dict[str, list[str]]) -> model.Partnership:
    """A partnership that refers to some of the known ids of each table."""
    institutions, departments = known["institution"], known["department"]
    of_it = [f"{id}-{number}" for number in range(draw(st.integers(0, 2)))]
    activities = st.builds(
        model.Activity, TEXTS, TEXTS,
        when=st.none() | WHENS, calendar=st.sampled_from([None, "academic"]),
        phase=st.sampled_from([None, 1]), planned=st.booleans(), place=MAYBE, frequency=MAYBE,
        format=st.sampled_from([None, "in person", "online", "hybrid"]),
        participants=st.none() | COUNTS, figures=some(st.builds(model.Figure, COUNTS, TEXTS)),
        departments=parts_of(departments), others=some(TEXTS), summary=MAYBE, source=MAYBE,
        titles=NAMES, summaries=NAMES, place_in=NAMES, others_in=LISTS,
    )  # fmt: skip
    return model.Partnership(
        id=id, name=draw(TEXTS), abbreviation=draw(MAYBE), names=draw(NAMES),
        aliases=draw(some(TEXTS)), status=draw(st.sampled_from(["primary", "on \x1b hold", "=1"])),
        members=draw(parts_of(institutions, 1)), departments=draw(parts_of(departments)),
        collaboration=draw(MAYBE), collaborations=draw(NAMES), source=draw(MAYBE),
        coordinator=draw(st.sampled_from([None, *departments])), notes=draw(NAMES),
        since=draw(MAYBE_WHEN), until=draw(MAYBE_WHEN), note=draw(MAYBE),
        coordinators=draw(parts_of(known["person"])), replaces=draw(parts_of(known["partnership"])),
        agreements=draw(agreements(of_it, departments, known["person"])),
        activities=draw(some(activities, max_size=2)),
    )  # fmt: skip


@st.composite
def catalogues(draw: DrawFn) -> model.Catalogue:
    """Records that fit together."""
    countries = draw(some(st.text("ABC", min_size=2, max_size=2), min_size=1, unique=True))
    institutions = draw(some(IDS, min_size=1, unique=True))
    departments = draw(some(IDS, unique=True))
    codes = draw(some(TEXTS, min_size=3, unique=True))
    known = {"institution": institutions, "department": departments}
    known |= {table: draw(some(IDS, unique=True)) for table in ("person", "partnership")}

    def successor(ids: list[str]) -> str | None:
        return draw(st.none() | st.sampled_from(ids))

    return model.Catalogue(
        model.About(
            draw(TEXTS), institutions[0], about=draw(MAYBE), aims=draw(some(TEXTS)),
            titles=draw(NAMES), aims_in=draw(LISTS), public=draw(some(TEXTS)),
            language=draw(st.sampled_from(["en", "ja"])), official=draw(st.booleans()),
            page=draw(MAYBE), as_of=draw(MAYBE_WHEN), abouts=draw(NAMES), notes=draw(some(TEXTS)),
            notes_in=draw(LISTS), sources=draw(some(st.builds(model.Source, TEXTS, MAYBE, MAYBE))),
        ),
        statuses=[
            model.Status(id, draw(MAYBE), draw(NAMES), draw(st.booleans()))
            for id in draw(some(TEXTS, unique=True))
        ],
        phases=[
            model.Phase(1, 2014, draw(st.sampled_from([None, 2016])), draw(MAYBE), draw(NAMES))
        ],
        initiatives=[draw(initiatives(id)) for id in draw(some(IDS, max_size=2, unique=True))],
        countries=[
            model.Country(code, draw(TEXTS), draw(NAMES), draw(some(TEXTS))) for code in countries
        ],
        institutions=[
            model.Institution(
                id=id, name=draw(TEXTS), names=draw(NAMES), aliases=draw(some(TEXTS)),
                country=draw(st.sampled_from(countries)), city=draw(MAYBE),
                cities=draw(NAMES), website=draw(MAYBE), abbreviation=draw(MAYBE),
                latitude=draw(st.none() | st.floats(-90, 90).map(gazetteer)),
                longitude=draw(st.none() | st.floats(-180, 180).map(gazetteer)),
                placement=draw(st.sampled_from([None, "campus", "city"])), ror=draw(MAYBE),
                evidence=draw(EVIDENCE),
                until=draw(MAYBE_WHEN), successor=successor(institutions), former=draw(FORMER),
            )
            for id in institutions
        ],
        departments=[
            model.Department(
                code=code, id=id, name=draw(TEXTS), names=draw(NAMES), kind=draw(MAYBE),
                aliases=draw(some(TEXTS)), website=draw(MAYBE), ror=draw(MAYBE),
                evidence=draw(EVIDENCE),
                until=draw(MAYBE_WHEN), successor=successor(departments), former=draw(FORMER),
            )
            for id, code in zip(departments, codes, strict=False)
        ],
        people=[
            model.Person(
                id=id, name=draw(TEXTS), names=draw(NAMES), role=draw(MAYBE), email=draw(MAYBE),
                department=draw(st.none() | st.sampled_from(departments or [None])),
                until=draw(MAYBE_WHEN),
            )
            for id in known["person"]
        ],
        partnerships=[
            draw(partnerships(id, known)) for id in known["partnership"]
        ],
    )  # fmt: skip


st.register_type_strategy(model.Catalogue, catalogues())
