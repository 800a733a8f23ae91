"""The readers that are fuzzed by coverage: what each must do with any bytes at all.

A target raises AssertionError where what it reads disagrees with itself; any other error than those
that are told to people is one of the program.
"""

from __future__ import annotations

from contextlib import closing, suppress
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from utpartners import names, normalize
from utpartners.api import Catalogue
from utpartners.dates import proposals
from utpartners.edtf import bounds
from utpartners.errors import UtpartnersError
from utpartners.formats import read
from utpartners.importing.date_forms import Habits, find_dates
from utpartners.importing.importer import Import, Options
from utpartners.importing.times import LONGEST, later, read_times

from .agreement import outcome
from .changes import changed_database, changed_text, changed_zip
from .folders import packed, unpacked
from .inputs import SEEDS, Inputs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from random import Random

    from utpartners.store.store import Store


class Target(NamedTuple):
    """A reader: what it does with an input, what it starts from, and how inputs are changed."""

    run: Callable[[bytes, Path], object]
    seeds: Callable[[Inputs], Iterable[bytes]]
    changed: Callable[[bytes, Random], bytes]


def _file(name: str) -> Callable[[bytes, Path], object]:
    def run(content: bytes, folder: Path) -> object:
        path = folder / name
        path.write_bytes(content)
        return outcome(str(path))

    return run


def _folder(content: bytes, folder: Path) -> object:
    path = unpacked(content, folder / "folder")
    return outcome(f"{path}/")


def _sheet(content: bytes, folder: Path) -> None:
    """Read a list of an office, and plan what it changes in a new catalogue."""
    path = folder / "list.csv"
    path.write_bytes(content)
    with suppress(UtpartnersError):
        found = Import(str(path), str(folder / "new.toml"), Options(home="Kita University, Japan"))
        assert list(found.answer()) or not found.entries
        "".join(found.map_text())
        "".join(found.rest_text())
        "".join(found.taken_text())
        for label in [one for labels in found.labels.values() for one in labels][:3]:
            with suppress(UtpartnersError):
                list(found.explain(label))
        found.changed()


_ORDERS = (Habits(), Habits("dmy", "academic", 4, True, True), Habits("ymd", "interval", 10))


def _dates(content: bytes, _: Path) -> None:
    """Read a text as a date of a catalogue, as one typed by a person, and as a cell of a list."""
    text = content.decode("utf-8", "replace")[:LONGEST]
    for calendar in (None, "academic"):
        with suppress(ValueError):
            first, last = bounds(text, calendar)
            assert len(first) == len(last) == len("2019-04-01")
            assert first <= last
    for one in proposals(text):
        bounds(one)
    for habits in _ORDERS:
        found = find_dates(text, habits)
        for when in (*found.dates, *(one for doubt in found.doubts for one in doubt.readings)):
            bounds(when)
        times = read_times(text, habits)
        lengths = [times.length] if times.length else []
        ends = [end for when in times.dates for one in lengths if (end := later(when, one))]
        for when in (*times.dates, *ends):
            bounds(when)


KINDS = ("partnership", "institution", "department", "country")


@cache
def _stores() -> list[Store]:
    return [read(str(seed)) for seed in SEEDS]


def _names(content: bytes, _: Path) -> None:
    """Look a name up as commands do, in one of the catalogues."""
    text = content.decode("utf-8", "replace")
    words = normalize.words(text)
    assert normalize.words(" ".join(words)) == words, words
    store = _stores()[len(content) % len(SEEDS)]
    for kind in KINDS:
        names.labels(store, names.matches(store, [kind], text))
    with suppress(UtpartnersError):
        names.resolve_one(store, KINDS[len(words) % len(KINDS)], text)
    with suppress(UtpartnersError):
        names.resolve_sequence(store, KINDS[:2], text.split())
    with suppress(UtpartnersError):
        list(Catalogue(store).search(text))
    store.notes.clear()


def _texts(suffix: str) -> Callable[[Inputs], Iterable[bytes]]:
    return lambda inputs: (seed.read_bytes() for seed in inputs.seeds[suffix])


def _packages(inputs: Inputs) -> Iterable[bytes]:
    return (packed(seed) for seed in inputs.seeds["/"])


def _parts(inputs: Inputs) -> Iterable[bytes]:
    from utpartners.formats.parts import write
    from utpartners.progress import no_progress

    for number, seed in enumerate(SEEDS):
        target = inputs.folder / f"parts{number}"
        with closing(read(str(seed))) as store:
            write(store, str(target), no_progress)
        yield packed(target)
        (target / "order.txt").write_text("# The order\nb\na\n\nb\n", encoding="utf-8")
        name = sorted((target / "partnerships").iterdir())[0].name
        journal = f'{{"partnerships/{name}": null, "catalogue.toml": ".c.1.part"}}'
        (target / ".utpartners-pending.json").write_text(journal, encoding="utf-8")
        (target / ".c.1.part").write_bytes((target / "catalogue.toml").read_bytes())
        yield packed(target)


_LIST = """No.,Partner University,Country,Type of agreement,Date signed,Valid until,Renewal,Faculty
1,Seestadt University,Austria,MoU,1.4.2019,31/03/2024,automatic,Law
2,"University of Harborview (UH), Canada",カナダ,Student exchange,令和元年5月1日,2024年度,5 years,Law; Letters
3,Seestadt University,Austria,SEA,Apr-19,2019/20,no,Engineering
"""  # noqa: E501


def _lists(_: Inputs) -> Iterable[bytes]:
    yield _LIST.encode()
    yield _LIST.replace(",", ";").encode("cp932", "replace")
    yield _LIST.replace(",", "\t").encode("utf-16")


_DATES = (
    "2019", "2019-04-01", "../2019", "2017/2020", "1.4.2019", "04/05/2019", "令和元年5月1日",
    "1 avril 2019 – 31. März 2024", "FY2019", "Apr-19", "5 years, renewed automatically",
    "2019-04-01T00:00:00Z", "unlimited from 2019/20", "20190401", "平成31年4月末",
)  # fmt: skip

_NAMES = (
    "kita", "University of Kita", "ＡＮＵ", "清華大学", "O'Neill & Sons", "Ærø", "gs eng", "大学",
    "ﾐｭﾝﾍﾝ", "a b c d", "Đại học", "Hawaiʻi", "Jap", "DE,FR", "Asia",
)  # fmt: skip


def _encoded(texts: Iterable[str]) -> Callable[[Inputs], Iterable[bytes]]:
    return lambda _: (text.encode() for text in texts)


TARGETS = {
    "toml": Target(_file("c.toml"), _texts(".toml"), changed_text),
    "json": Target(_file("c.json"), _texts(".json"), changed_text),
    "csv": Target(_folder, _packages, changed_text),
    "sheet": Target(_sheet, _lists, changed_text),
    "xlsx": Target(_file("c.xlsx"), _texts(".xlsx"), changed_zip),
    "db": Target(_file("c.db"), _texts(".db"), changed_database),
    "dates": Target(_dates, _encoded(_DATES), changed_text),
    "names": Target(_names, _encoded(_NAMES), changed_text),
    "parts": Target(_folder, _parts, changed_text),
}
