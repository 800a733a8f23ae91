"""Say what each column of a sheet holds: by the words of its header, and by its cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from .. import normalize
from ..i18n import translated
from .countries import country
from .grid import text_of
from .headers import REPEATED, UNUSED, fold, known_headers
from .kinds import kinds_of, known_kind
from .times import read_times

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .grid import Cell


class Use(NamedTuple):
    """What a column holds."""

    field: str
    kind: str | None = None
    """The kind of agreement that it is about, where each kind has columns of its own."""
    language: str | None = None
    """The language of a name."""


class Guess(NamedTuple):
    """A use of a column, and why it is taken to be that."""

    use: Use
    reason: str


OF_KINDS = ("signed", "starts", "ends", "renews", "period", "term", "agreement", "note")
"""What a column may hold of one kind of agreement."""

SAMPLE = 500
"""Cells of a column that are looked at."""


def guess_columns(
    labels: Sequence[str],
    cells: Callable[[int], Sequence[Cell]],
    is_partner: Callable[[str], bool],
) -> list[Guess]:
    """Return what each column holds; ``is_partner`` says whether a text is a known partner."""
    found = [_by_header(label, cells(place)) for place, label in enumerate(labels)]
    _drop_single_kind(found)
    taken = {guess.use for guess in found if guess}
    for place, guess in enumerate(found):
        if guess is None:
            found[place] = _by_cells(cells(place)[:SAMPLE], taken, is_partner)
            taken.add(found[place].use)  # type: ignore[union-attr]
    return _only_once([guess for guess in found if guess], [cells(i) for i in range(len(labels))])


def _by_header(label: str, cells: Sequence[Cell]) -> Guess | None:
    """Return the use that the words of a header say."""
    top, _, bottom = label.rpartition(" / ")
    field: str | None = known_headers().get(fold(label))
    if field:  # "Country / Region" as a whole, before its parts
        return Guess(Use(_used(field, "")), _said(label))
    if top and (kind := known_kind(top)):
        # "MoU / Date signed" is about agreements of that kind.
        field = _field(bottom) or "agreement"
        if field in OF_KINDS:
            return Guess(Use(field, kind), _said(bottom))
    if (of_kind := _kind_and_field(bottom or label)) and not (top and _is_about_partner(top)):
        return Guess(of_kind, _said(label))
    # "Agreement / Renewal" is about renewal; the upper header only groups.
    if field := (_field(bottom) if top else None) or _field(label):
        about = top or " ".join(part.strip("()（）[]【】") for part in _BRACKETED.findall(label))
        return Guess(Use(_used(field, about)), _said(label))
    if kind := known_kind(label):
        return _of_kind(kind, label, cells)
    return None


def _kind_and_field(label: str) -> Use | None:
    """Return the use of a header such as ``MoU expiry`` or ``Date of MoU``: both in its words."""
    words = fold(_BRACKETED.sub(" ", label)).split()
    for place in range(1, len(words)):
        first, last = " ".join(words[:place]), " ".join(words[place:])
        for kind, field in ((known_kind(first), last), (known_kind(last), first)):
            if kind and known_headers().get(field) in OF_KINDS:
                return Use(known_headers()[field], kind)
    if len(words) == 1 and not words[0].isascii():  # 学生交流協定締結日
        for place in range(2, len(words[0]) - 1):
            kind, field = known_kind(words[0][:place]), words[0][place:]
            if kind and known_headers().get(field) in OF_KINDS:
                return Use(known_headers()[field], kind)
    return None


def _drop_single_kind(guesses: list[Guess | None]) -> None:
    """Take columns for those of all agreements where they name one kind, and another has the kind.

    "Exchange start" beside "Type of agreement" is about agreements of any type.
    """
    kinds = {guess.use.kind for guess in guesses if guess and guess.use.kind}
    if len(kinds) != 1 or not any(guess and guess.use.field == "kind" for guess in guesses):
        return
    for place, guess in enumerate(guesses):
        if guess and guess.use.kind and guess.use.field != "agreement":
            guesses[place] = guess._replace(use=guess.use._replace(kind=None))


def _used(field: str, top: str) -> str:
    if field in UNUSED:
        return "ignore"
    if field in ("department", "person", "email") and top and _is_about_partner(top):
        return "school" if field == "department" else "note"
    return field


def _is_about_partner(top: str) -> bool:
    return known_headers().get(fold(top)) == "partner"


def _of_kind(kind: str, label: str, cells: Sequence[Cell]) -> Guess:
    """Return the use of a column that is headed by a kind of agreement: dates, or marks."""
    said = [cell for cell in cells[:SAMPLE] if cell is not None]
    dates = sum(bool((read := read_times(cell)).dates or read.doubts) for cell in said)
    if dates > len(said) / 2:
        return Guess(Use("signed", kind), _said(label))
    return Guess(Use("agreement", kind), _said(label))


def _said(label: str) -> str:
    return translated("header '{label}'").format(label=label)


_BRACKETED = re.compile(r"[(（\[【].*?[)）\]】]")


def _field(label: str) -> str | None:
    """Return what a header says: as a whole, without brackets, or the longest words at its end."""
    known = known_headers()
    plain = fold(label)
    unspaced = plain if plain.isascii() else plain.replace(" ", "")  # 国・地域
    for text in (plain, fold(_BRACKETED.sub(" ", label)), _singular(plain), unspaced):
        if text in known:
            return known[text]
    parts = (part.strip(")） ") for part in re.split(r"[/／\n|(（]", label))
    inner = [fold(part) for part in parts if part]
    said = {known.get(part) for part in inner} - {None}
    if len(said) == 1:  # 大学名 / University
        return said.pop()
    if {"out", "in"} <= said:  # "Places (out/in)": a single number would be of either
        return None
    return _longest(plain, known) if plain else None


def _singular(text: str) -> str:
    return " ".join(word.removesuffix("s") for word in text.split())


_ANY_DATE = frozenset(("date", "year", "datum", "fecha"))
"""Headers that say what a date is of only by themselves: the date of review is no signature."""


def _longest(plain: str, known: dict[str, str]) -> str | None:
    """Return what the longest known words within a header say; none where two say otherwise."""
    best: list[tuple[int, str]] = []
    padded = f" {plain} "
    for text, field in known.items():
        if field in UNUSED or text in _ANY_DATE or (len(text) < 3 and text.isascii()):
            continue
        is_in = f" {text} " in padded if text.isascii() else text in plain and len(text) > 1
        if is_in:
            best.append((len(text), field))
    if not best:
        return None
    longest = max(size for size, _ in best)
    fields = {field for size, field in best if size == longest}
    return fields.pop() if len(fields) == 1 and longest * 2 >= len(plain) else None


def _by_cells(cells: Sequence[Cell], taken: set[Use], is_partner: Callable[[str], bool]) -> Guess:
    """Return the use that the cells of a column say; not used where they say nothing certain."""
    texts = [text for cell in cells if (text := text_of(cell))]
    if not texts:
        return Guess(Use("ignore"), translated("it is empty"))
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("country", lambda text: len(text) > 1 and country(text).code is not None),
        ("partner", is_partner),
        ("website", lambda text: text.startswith(("http://", "https://", "www."))),
        ("email", lambda text: re.fullmatch(r"\S+@\S+\.\w+", text) is not None),
    )
    for field, test in tests:
        count = sum(map(test, texts))
        if Use(field) not in taken and count >= 0.8 * len(texts) and count > 1:
            said = translated("{count} of {all} cells are such")
            return Guess(Use(field), said.format(count=count, all=len(texts)))
    if sum(bool(read_times(cell).dates) for cell in cells if cell is not None) > len(texts) / 2:
        return Guess(Use("ignore"), translated("dates, but the header does not say of what"))
    return Guess(Use("ignore"), translated("header not recognised"))


def _only_once(guesses: list[Guess], cells: list[Sequence[Cell]]) -> list[Guess]:
    """Keep one column for what only one can hold; a second name is one in another language."""
    seen: dict[Use, int] = _with_most_kinds(guesses, cells)
    result = list(guesses)
    for place, guess in enumerate(guesses):
        use = guess.use
        if use.field in REPEATED or seen.setdefault(use, place) == place:
            continue
        if use.field == "partner":
            result[place] = Guess(Use("names"), guess.reason)
        else:
            other = translated("{reason}, but another column says so too").format(
                reason=guess.reason
            )
            result[place] = Guess(Use("ignore"), other)
    if not any(guess.use.field == "partner" for guess in result):
        _promote(result, "names", "partner")
    return [
        guess._replace(use=guess.use._replace(language=_language(cells[place])))
        if guess.use.field == "names" and guess.use.language is None
        else guess
        for place, guess in enumerate(result)
    ]


def _with_most_kinds(guesses: list[Guess], cells: list[Sequence[Cell]]) -> dict[Use, int]:
    """Return the place of the column of kinds that has most of them, where there are several."""
    places = [place for place, guess in enumerate(guesses) if guess.use == Use("kind")]
    if len(places) < 2:
        return {}
    known = {
        place: sum(bool(kinds_of(text_of(cell), {}, {}).is_known) for cell in cells[place][:SAMPLE])
        for place in places
    }
    return {Use("kind"): max(places, key=lambda place: (known[place], -place))}


def _promote(guesses: list[Guess], old: str, new: str) -> None:
    for place, guess in enumerate(guesses):
        if guess.use.field == old:
            guesses[place] = guess._replace(use=Use(new))
            return


def _language(cells: Sequence[Cell]) -> str | None:
    """Return the language of names by their letters; None where those do not tell."""
    text = "".join(text_of(cell) for cell in cells[:SAMPLE])
    if re.search("[\u3041-\u30fa]", text):
        return "ja"
    if re.search("[\uac00-\ud7a3]", text):
        return "ko"
    if re.search("[\u4e00-\u9fff]", text):
        return None
    return "en" if normalize.words(text) and text.isascii() else None
