"""What follows from the declaration of a filter: options, keywords, conditions and titles."""

from __future__ import annotations

import re
from collections.abc import Iterable
from inspect import signature
from typing import TYPE_CHECKING, Any

import pytest
import typer

from utpartners.api import Catalogue
from utpartners.cli import app
from utpartners.cli.commands import COMMANDS as ALL_COMMANDS
from utpartners.cli.commands import KEEP
from utpartners.errors import UsageError
from utpartners.questions.filter import ALL
from utpartners.questions.filter_values import choose
from utpartners.questions.filters import Filters, filters_of
from utpartners.questions.selection import EVERYTHING, Selection, select

if TYPE_CHECKING:
    from tests.conftest import Run

    from utpartners.questions.filter import Subject

COMMANDS: dict[str, Subject] = {
    "list": "partnerships",
    "show": "activities",
    "people": "people",
    "dept": "partnerships",
    "depts": "departments",
    "tree": "partnerships",
    "matrix": "partnerships",
    "timeline": "activities",
    "search": "partnerships",
    "stats": "partnerships",
    "report": "partnerships",
    "agreements": "agreements",
    "export": "partnerships",
}
"""The commands that take filters, and what each lists."""

UNFILTERED = {"about", "match", "compare", "diff", "sql"}
"""Commands about a catalogue as a whole, about what is named to them, or with a language of their
own."""

LISTS = ["list", "dept", "depts", "timeline", "search", "agreements", "people", "export"]
"""Those with rows to sort and to limit."""

FILTERS = [(subject, name) for subject in ALL for name in filters_of(subject)]


def options(command: str) -> dict[str, Any]:
    group = app.program()
    context = typer.Context(group, info_name="utpartners")
    made: Any = group.get_command(context, command)
    return {param.name: param for param in made.params if param.param_type_name == "option"}


def test_every_command() -> None:
    """Every command that finds, compares or exports takes filters, or is known to need none."""
    asking = {one.name for one in ALL_COMMANDS if one.group != KEEP}
    assert asking - UNFILTERED == COMMANDS.keys()


@pytest.mark.parametrize("command", COMMANDS)
def test_filters_on_the_command_line(command: str, run: Run) -> None:
    """Each takes the same filters as options, and every list takes the same words alone."""
    name = {"show": ["anu"], "dept": ["GS Eng"], "search": ["research"], "export": ["--table",
            "links"]}.get(command, [])  # fmt: skip
    for filters in (["--country", "Australia"], ["--region", "Oceania"], ["--status", "primary"]):
        done = run(command, *name, *filters)
        assert (done.returncode, "option" in done.stderr) == (0, False)
    if not name:
        assert run(command, "Australia").returncode == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_options(command: str) -> None:
    """A command has an option for each filter of what it lists, as this is declared."""
    found = options(command)
    for name, filter in filters_of(COMMANDS[command]).items():
        option = found[name]
        assert option.opts == [f"--{name.replace('_', '-')}"]
        assert (option.help, option.metavar) == (filter.help, filter.metavar)
        assert option.multiple == filter.is_repeatable
        assert option.is_flag == (filter.type is bool)


@pytest.mark.parametrize("command", LISTS)
def test_order_and_limit(command: str) -> None:
    """Every list can be sorted and cut off."""
    assert {"sort", "limit"} <= options(command).keys()


@pytest.mark.parametrize("command", COMMANDS)
def test_signatures(command: str, catalogue: Catalogue) -> None:
    """The keywords of the API are those filters, on the class and on a catalogue."""
    filters = filters_of(COMMANDS[command])
    for method in (getattr(Catalogue, command), getattr(catalogue, command)):
        known = signature(method).parameters
        assert filters.keys() <= known.keys()
        assert "wanted" not in known
        assert all(known[name].kind == known[name].KEYWORD_ONLY for name in filters)
    assert str(signature(catalogue.list)).endswith("-> 'Table'")


@pytest.mark.parametrize(("subject", "name"), FILTERS)
def test_bound_values(subject: Subject, name: str) -> None:
    """A condition binds values of its own filter, or of the one whose condition it replaces."""
    filter = filters_of(subject)[name]
    bound = set(re.findall(r":(\w+)", filter.sql))
    assert bound == ({filter.replaces or name} if filter.metavar or filter.replaces else set())


@pytest.mark.parametrize(("subject", "name"), FILTERS)
def test_texts(subject: Subject, name: str) -> None:
    """Each filter has a help about its subject, and a phrase for titles that has its values."""
    filter = filters_of(subject)[name]
    assert "{" not in filter.help
    assert filter.help.endswith(".")
    assert "{what}" in filter.phrase
    assert ("{values}" in filter.phrase) == bool(filter.metavar)


def test_one_set() -> None:
    """All but a few filters are those of every command."""
    common = set.intersection(*(set(filters_of(subject)) for subject in ALL))
    particular = {"all", "all_depts", "inactive_since", "without_agreement", "done", "person"}
    assert Filters.__annotations__.keys() - common == particular


@pytest.mark.parametrize(
    "wanted", [{}, {"status": []}, {"since": None}, {"all_depts": False}, {"all_depts": True}]
)
def test_no_filter(catalogue: Catalogue, wanted: dict[str, Any]) -> None:
    """What has no value leaves nothing out; nor does a filter of how others are joined, alone."""
    selection = select(catalogue.store, "partnerships", wanted)
    assert not selection.is_filtered
    assert selection.condition == EVERYTHING.condition == "TRUE"
    assert catalogue.part(**wanted) is catalogue


@pytest.mark.parametrize("values", [["primary"], "primary", ("primary",), iter(["primary"])])
def test_values(catalogue: Catalogue, values: Any) -> None:
    """A text is one value; any iterable of texts will do, also one that can be read once only."""
    assert len(list(catalogue.list(status=values))) == 9


@pytest.mark.parametrize("values", [5, [None], b"primary", [["primary"]]])
def test_no_texts(catalogue: Catalogue, values: Any) -> None:
    """What is no text is wrong usage, as on the command line."""
    with pytest.raises(UsageError, match="--status"):
        catalogue.list(status=values)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ("DE,FR", ["tum", "grandes-ecoles"]),
        ("Germany, France", ["tum", "grandes-ecoles"]),
        (["DE,FR", "SE"], ["stockholm", "tum", "grandes-ecoles"]),
        ("ドイツ、スウェーデン", ["stockholm", "tum"]),
        (" DE , ", ["tum"]),
    ],
)
def test_commas(catalogue: Catalogue, values: Any, expected: list[str]) -> None:
    """One text may list several values."""
    assert [row["id"] for row in catalogue.list(country=values).records()] == expected


def test_a_name_with_a_comma(small: Catalogue) -> None:
    """A comma that belongs to a name does not separate values."""
    rows = small.list(dept='Law, and "Politics"').records()
    assert [row["id"] for row in rows] == ["andes-law"]


@pytest.mark.parametrize("year", [0, 2015, "2015", "2015-01"])
def test_years(catalogue: Catalogue, year: Any) -> None:
    """A year may be a number, and zero is one."""
    begins = f"{year:04}" if isinstance(year, int) else year[:4]
    selection = select(catalogue.store, "partnerships", {"since": year})
    assert selection.values == {"since": f"{begins}-01-01"}
    list(catalogue.timeline(since=year))


def test_unknown_filter(catalogue: Catalogue) -> None:
    """A keyword that is no filter is refused, as any unknown keyword is."""
    with pytest.raises(TypeError, match="'nope'"):
        catalogue.list(nope=["x"])  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="'done'"):
        catalogue.list(done=True)


def test_without() -> None:
    """A selection without one of its filters keeps the others."""
    selection = Selection("partnerships", {"status": ["primary"], "since": "2015"})
    only = selection.without("since")
    assert only.values == {"status": ["primary"]}
    assert selection.condition.startswith(f"{only.condition} AND ")


TITLES: list[tuple[str, dict[str, Any], str]] = [
    ("list", {"status": "primary", "country": "Germany"}, "Primary partnerships in Germany"),
    ("list", {"country": "GB,US"}, "Partnerships in the United Kingdom or the United States"),
    ("list", {"country": "DE,FR,CH"}, "Partnerships in Germany, France or Switzerland"),
    ("list", {"country": "BR"}, "Partnerships in Brazil"),
    ("list", {"region": "asia"}, "Partnerships in Asia"),
    ("list", {"dept": ["IIS", "ERI"]}, "Partnerships involving IIS or ERI"),
    ("list", {"dept": ["IIS", "ERI"], "all_depts": True}, "Partnerships involving IIS and ERI"),
    ("list", {"current": True, "status": "primary"}, "Current primary partnerships"),
    ("list", {"since": 2015}, "Partnerships that began in or after 2015"),
    ("timeline", {"partner": "tum", "kind": "Lecture"},
     "Activities with Technical University of Munich of the kind lecture"),
    ("timeline", {"status": "primary"}, "Activities of primary partnerships"),
    ("depts", {"kind": "institute"}, "Departments of the kind institute"),
    ("depts", {"country": "DE"}, "Departments with partners in Germany"),
    ("matrix", {"dept": "IIS"}, "Departments by partnership: partnerships involving IIS"),
    ("stats", {"region": "EU"}, "Partnerships in the European Union in figures"),
    ("export", {"country": "DE"}, "Links: partnerships in Germany"),
    ("places", {"country": "DE"}, "Partnerships in Germany"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "wanted", "title"), TITLES)
def test_titles(catalogue: Catalogue, question: str, wanted: dict[str, Any], title: str) -> None:
    """What is selected stands in the title of the answer, and so in every format."""
    assert getattr(catalogue, question)(**wanted).title == title


def test_iterables_are_no_other_type() -> None:
    """The keyword of a filter with several values takes a text or an iterable of texts."""
    for filter in filters_of("partnerships").values():
        assert (Iterable[str] in getattr(filter.type, "__args__", ())) == filter.is_repeatable


@pytest.mark.parametrize(
    ("known", "hint"),
    [
        ([], "The catalogue has none."),
        (["primary", "primary"], "The only status is primary."),
        (["primary", "on hold", "primary"], "Choose from: primary, on hold."),
    ],
)
def test_what_there_is_to_choose(known: list[str], hint: str) -> None:
    """The hint for an unknown value lists the known ones, each once, or says that there is one."""
    assert choose(known, "status") == hint
