"""What must hold of any file: ``check``, the loader, the questions and ``export`` agree on it."""

from __future__ import annotations

from contextlib import closing, suppress
from itertools import cycle, islice
from typing import TYPE_CHECKING

from utpartners.api import Catalogue
from utpartners.errors import Ambiguous, NotFound, UtpartnersError
from utpartners.formats import check, damage, find_form, pieces, read
from utpartners.formats.database import verified
from utpartners.formats.problems import errors_in as errors_that_stay
from utpartners.formats.problems import in_toml
from utpartners.progress import no_progress
from utpartners.render import Screen, format_named, renderer

if TYPE_CHECKING:
    from collections.abc import Iterator

    from utpartners.answers import Answer
    from utpartners.diagnostics import Finding
    from utpartners.store.store import Store

FORMATS = ("csv", "json", "markdown", "table", "html", "jsonl")


def outcome(path: str) -> str:
    """Check, load, ask and export a file: it is ``right``, ``wrong`` (with errors) or ``refused``.

    Raises AssertionError where these disagree; any other error than those that are told to people
    is one of the program, and comes out as it is.
    """
    errors = _errors(path)
    try:
        with closing(read(path)) as store:
            ask(Catalogue(store))
            text, left = _exported(store)
    except UtpartnersError as error:
        if errors == []:
            raise AssertionError(f"check tells no error, but: {error}") from error
        return "refused"
    except Exception:
        # Only a database is asked before all of its rows were looked at: the program then tells of
        # its damage in place of what failed.
        if damage(path) is None:
            raise
        return "refused"
    if errors is None:
        raise AssertionError("check tells that there is no catalogue, and there is")
    again = {one for one in _told(in_toml("c.toml", text)) if one[0] == "error"}
    assert {message for *_, message in again} == left
    before = _told(errors)
    if not any(rule == "syntax" for _, rule, _ in before):  # a key twice in JSON, a damaged index
        assert again == before, f"before or after, and not both: {again ^ before}"
    return "wrong" if errors else "right"


def _errors(path: str) -> list[Finding] | None:
    """The errors of a file; None where it is told that there is no catalogue at all."""
    try:
        found = check(path, no_progress)
    except UtpartnersError:
        return None
    assert all(str(one.place) and one.problem.what for one in found)
    return [one for one in found if one.severity == "error"]


def _told(found: list[Finding]) -> set[tuple[str, str, str]]:
    return {(one.severity, one.problem.rule, one.problem.message) for one in found}


def _exported(store: Store) -> tuple[str, set[str]]:
    """The catalogue as TOML, and the errors that are told to be in it."""
    form = find_form("toml", None)
    assert form is not None
    with closing(verified(store, no_progress)) as sound:
        text = "".join(pieces(sound, form))
        return text, {problem.message for problem in errors_that_stay(sound)}


def ask(catalogue: Catalogue) -> None:
    """Ask some questions and give each answer a form."""
    answers: list[Answer] = [catalogue.list(), catalogue.depts(), catalogue.about()]
    answers += [catalogue.timeline(), catalogue.search("university"), catalogue.agreements()]
    answers += [catalogue.tree("country"), catalogue.matrix(), *_shown(catalogue)]
    for answer, name in zip(answers, cycle(FORMATS), strict=False):
        for _ in renderer(format_named(name))(answer, Screen()):
            pass


def _shown(catalogue: Catalogue) -> Iterator[Answer]:
    """Give the cards of the first partnerships, where the names that they have are found."""
    for row in islice(catalogue.list(), 2):
        with suppress(NotFound, Ambiguous):
            yield catalogue.show(str(row[0]))
