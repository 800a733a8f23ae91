"""The page as HTML: the templates, filled with the facts of a catalogue."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from ..drawing.projection import FINENESS
from ..i18n import language, translated
from ..time_words import as_of, shown_time
from ..version import VERSION
from ..visible import is_address, visible
from ..vocabulary import figure, named, people, word
from .map import world_map
from .matrix import matrix
from .network import network
from .search_index import choices, search_index
from .timeline import timeline
from .wording import by_time, cut, short_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..store.store import Store
    from .context import ActivityDays, PageContext

_HERE = os.path.dirname(__file__)

ABOUT = ("aims", "phases", "initiatives", "notes", "sources")
"""What the last section shows, where a catalogue has it."""
STYLES = (
    "colours", "base", "masthead", "controls", "partnerships", "departments", "tables", "matrix",
    "map", "network", "timeline", "about", "faded", "print",
)  # fmt: skip
"""The style sheets, in the order in which they apply."""
SCRIPTS = ("fold", "theme", "filter", "address", "details", "highlight", "start")
"""The scripts, in the order in which they run."""


def rendered(store: Store, context: PageContext) -> Iterator[str]:
    """Yield the page in pieces."""
    # In braces, as a block of its own: the names of the script are then not global.
    style, script = joined("style", "css", STYLES), f"{{{joined('script', 'js', SCRIPTS)}}}"
    return (
        _environment()
        .get_template("page.html")
        .generate(
            catalogue=context,
            title=context.about["title"],
            as_of=as_of(context.about["as_of"]) if context.about["as_of"] else None,
            language=language(),
            own=_marking(context),
            version=VERSION,
            **content(context),
            index=search_index(store, context),
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704
            policy=policy(style, script),
        )
    )


def _marking(context: PageContext) -> Callable[[str | None], Markup]:
    """Return what gives the ``lang`` attribute of a text that is not in the page's language."""
    tag = str(context.about["language"])
    mark = Markup("") if tag == language() else Markup(' lang="{}"').format(visible(tag))
    return lambda text: mark if text in context.own_texts else Markup("")


def content(context: PageContext) -> dict[str, Any]:
    """Return the pictures, and what the templates look up."""
    return {
        "map": world_map(context),
        "fineness": FINENESS,
        "matrix": matrix(context),
        "network": network(context),
        "timeline": timeline(context),
        "choices": choices(context),
        "activities": sorted(context.activities, key=_in_order_of_time),
        # Reversed, so that of several with one id the first is found, as links lead to it.
        "of_id": {record["id"]: record for record in reversed(context.partnerships)},
        "anchors": {record["code"]: record["anchor"] for record in context.departments},
        "most": max((record["partnerships"] for record in context.departments), default=0) or 1,
        "has_more": any(context.about[key] for key in ABOUT),
        "places_without": sum(record["latitude"] is None for record in context.institutions),
    }


def _in_order_of_time(one: ActivityDays) -> tuple[bool, bool, bool, str, str]:
    """Return a sort key: by time, then by phase, then what has neither, then what is planned."""
    is_undated = not one.is_dated, not one.first_day
    return one.is_planned, *is_undated, one.first_day or "", one.last_day or ""


def policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy: this style, this script, its own icon, and nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    # A hash allows this very text: a script that somebody slips in does not run.
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def joined(folder: str, suffix: str, names: tuple[str, ...]) -> str:
    """Return the files of a folder of the package, one after the other."""
    return "\n" + "\n".join(_file(folder, f"{name}.{suffix}") for name in names)


def _file(folder: str, name: str) -> str:
    with open(os.path.join(_HERE, folder, name), encoding="utf-8") as file:
        return file.read()


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(os.path.join(_HERE, "templates")),
        autoescape=True,
        # A misspelt name in a template is an error, not an empty text.
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(_=translated, figure=figure)
    environment.filters.update(when=shown_time, word=word, named=named, people=people)
    environment.filters.update(encoded=_encoded, by_time=by_time, short=short_name, cut=cut)
    environment.tests.update(address=is_address)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def _encoded(address: str) -> str:
    """Return a web address in which characters that it must not have are percent-encoded."""
    return re.sub(r'["<>\\^`{|}]', lambda found: f"%{ord(found.group()):02X}", address)


def _finalize(value: Any) -> Any:
    """Return a value as it appears in the page: without control characters, null as nothing."""
    if value is None:
        return ""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return visible(value)
