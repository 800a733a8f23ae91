"""What ``agreements`` is asked about time: the day, and spans before and after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from .. import agreement_state, edtf
from ..agreement_state import IN_FORCE, STATES, UNKNOWN, VALID
from ..errors import NotFound, UsageError
from ..i18n import translated
from ..time_words import shown_time

if TYPE_CHECKING:
    from collections.abc import Iterable

_PERIOD = re.compile(r"[1-9]\d{0,3}[dwmy]", re.ASCII)


class AskedDays(NamedTuple):
    """The day that states are those of, and what of the agreements is asked."""

    on: str
    options: tuple[str, ...] = ()
    """The options that were given: expiring, lapsed, ends, signed, state."""
    values: dict[str, Any] = {}  # noqa: RUF012
    """What SQL binds for them."""
    patterns: tuple[tuple[str, dict[str, str]], ...] = ()
    """What a title says of them."""
    states: tuple[str, ...] = ()
    hides: tuple[str, ...] = ()
    """The states of agreements that are left out, and counted, as another day is asked about."""

    def title(self, listed: str) -> str:
        """Return the title of a list of these agreements."""
        return self.restricted(listed) if self.patterns else self.title_on_day(listed)

    def title_on_day(self, listed: str) -> str:
        """Return the title of what is said of these agreements, with the day."""
        return translated("{agreements} on {on}").format(
            agreements=self.restricted(listed), on=shown_time(self.on)
        )

    def restricted(self, listed: str) -> str:
        """Return the agreements in words, with what the options ask of them."""
        for pattern, values in self.patterns:
            said = {key: shown_time(value) for key, value in values.items()}
            listed = pattern.format(agreements=listed, **said)
        return listed


def asked_days(
    on: str | None = None,
    *,
    expiring: str | None = None,
    lapsed: str | None = None,
    ends: str | None = None,
    signed: str | None = None,
    state: Iterable[str] = (),
) -> AskedDays:
    """Return what is asked, with ``on`` or today as the day. Raises UsageError or NotFound."""
    start = _bounds("--on", on)[0] if on is not None else agreement_state.today()
    options: dict[str, tuple[dict[str, Any], str, dict[str, str]]] = {}
    if expiring is not None:
        by = _shifted("--expiring", start, expiring)
        options["expiring"] = {"by": by}, translated("{agreements} that end by {by}"), {"by": by}
    if lapsed is not None:
        after = _shifted("--lapsed", start, lapsed, back=True)
        said = {"after": after, "on": start}
        pattern = translated("{agreements} that ended between {after} and {on}")
        options["lapsed"] = {"after": after}, pattern, said
    for name, when, pattern in (
        ("ends", ends, translated("{agreements} that end in {when}")),
        ("signed", signed, translated("{agreements} signed in {when}")),
    ):
        if when is not None:
            first, last = _bounds(f"--{name}", when)
            options[name] = {f"{name}_first": first, f"{name}_last": last}, pattern, {"when": when}
    states = _states(state)
    if states:
        named = translated(", ").join(map(translated, states))
        options["state"] = (
            {"states": states},
            translated("{agreements}: {states}"),
            {"states": named},
        )
    return AskedDays(
        start,
        tuple(options),
        {key: value for values, _, _ in options.values() for key, value in values.items()},
        tuple((pattern, said) for _, pattern, said in options.values()),
        tuple(states),
    )


def that_day(asked: AskedDays) -> AskedDays:
    """Return the same, with only the agreements that may be in force on the day."""
    kept = [*VALID, UNKNOWN]
    hidden = tuple(state for state in STATES if state not in kept)
    options = (*asked.options, "state")
    return asked._replace(options=options, values={**asked.values, "states": kept}, hides=hidden)


def _bounds(option: str, when: str) -> tuple[str, str]:
    try:
        return edtf.bounds(str(when))
    except ValueError as error:
        from ..dates import option_hint

        raise UsageError(f"{option}: {error}", option_hint(str(when))) from error


def _shifted(option: str, start: str, period: str, *, back: bool = False) -> str:
    """Return the day a period later or earlier. Raises UsageError for what is no period."""
    typed = str(period).strip().lower()
    if not _PERIOD.fullmatch(typed):
        raise UsageError(
            translated("{option}: {value} is not a period").format(
                option=option, value=f"'{period}'"
            ),
            translated("Use 90d, 8w, 12m or 2y."),
        )
    try:
        return agreement_state.shifted(start, typed, back=back)
    except (ValueError, OverflowError) as error:
        raise UsageError(
            translated(
                "{option}: {period} is longer than the calendar", option=option, period=period
            ),
            translated("Use a shorter period, such as 2y."),
        ) from error


def _states(texts: Iterable[str]) -> list[str]:
    """Return the states that texts are, or are the start of, in any case and language."""
    texts = [texts] if isinstance(texts, str) else list(texts)
    found: dict[str, None] = {}
    for text in (part for one in texts for part in one.split(",")):
        typed = " ".join(text.split()).casefold()
        fitting = [
            state
            for state in STATES
            if typed and (state.startswith(typed) or translated(state).startswith(typed))
        ]
        if len(fitting) != 1:
            choices = translated(", ").join(map(translated, STATES))
            raise NotFound(
                translated("--state: there is no state {value}").format(value=f"'{text.strip()}'"),
                translated("Choose from: {values}.").format(values=choices),
            )
        # An agreement that expires soon is in force until then.
        found |= dict.fromkeys(VALID if fitting == [IN_FORCE] else fitting)
    return list(found)
