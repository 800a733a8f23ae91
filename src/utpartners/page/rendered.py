"""The page as HTML: the templates, filled with the facts of a catalogue."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from ..drawing.canvas import Size
from ..drawing.map import draw_for_page
from ..drawing.marks import HOME, marks, outline
from ..i18n import language, translated
from ..time_words import as_of, shown_time
from ..version import VERSION
from ..visible import is_address, visible
from ..vocabulary import figure, named, people, word
from .matrix import matrix
from .partners import ended, headline, partner_groups
from .search_index import choices, search_index
from .wording import newest, short_name
from .years import groups, years

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import CodeType

    from jinja2.bccache import Bucket

    from ..answers import Facts
    from ..drawing.marks import Mark
    from ..store.store import Store
    from .context import PageContext
    from .place import Place

_HERE = os.path.dirname(__file__)

ABOUT = ("aims", "phases", "initiatives", "notes", "sources")
"""What the last section shows, where a catalogue has it."""
STYLES = ("colours", "base", "head", "controls", "partners", "record", "matrix", "years", "print")
"""The style sheets, in the order in which they apply."""
SCRIPTS = (
    "minisearch", "fold", "theme", "search", "filter", "matrix", "roving", "records", "address",
    "start",
)  # fmt: skip
"""The scripts, in the order in which they run."""

MAP = Size(290, 400)
"""The size of the map beside the list, in the units of the drawing: 1.5 pixels or so."""


def rendered(store: Store, context: PageContext, place: Place) -> Iterator[str]:
    """Yield the page that stands at a place, in pieces."""
    # In braces, as a block of its own: the names of the script are then not global.
    style = expanded(joined("style", "css", STYLES))
    script = f"{{{joined('script', 'js', SCRIPTS)}}}"
    return (
        _environment(context.said_status)
        .get_template("page.html")
        .generate(
            catalogue=context,
            place=place,
            title=context.about["title"],
            as_of=as_of(context.about["as_of"]) if context.about["as_of"] else None,
            as_of_short=_without_brackets(context.about["as_of"]),
            home_mark=HOME,
            home_name=context.home["name"] if context.home else context.about["home"],
            linked=linked_data(context),
            language=language(),
            own=_marking(context),
            version=VERSION,
            **content(store, context),
            index=search_index(store, context),
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704
            policy=policy(style, script),
        )
    )


def _without_brackets(time: str | None) -> str:
    """Return when the facts were true, without what is in brackets; empty where that is unknown."""
    return re.sub(r" ?[(（].*", "", as_of(time)) if time else ""


def linked_data(context: PageContext) -> dict[str, Any]:
    """Return what search engines read: the list of the partners, as https://schema.org has it."""
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": context.about["title"],
        "numberOfItems": len(context.partnerships),
        "itemListElement": [
            {"@type": "ListItem", "position": n, "name": record["name"]}
            for n, record in enumerate(context.partnerships, 1)
        ],
    }


def _marking(context: PageContext) -> Callable[[str | None], Markup]:
    """Return what gives the ``lang`` attribute of a text that is not in the page's language."""
    tag = str(context.about["language"])
    mark = Markup("") if tag == language() else Markup(' lang="{}"').format(visible(tag))
    return lambda text: mark if text in context.own_texts else Markup("")


def content(store: Store, context: PageContext) -> dict[str, Any]:
    """Return what the templates show and look up."""
    picture = draw_for_page(context.map, MAP)
    anchors = {record["id"]: record["anchor"] for record in reversed(context.partnerships)}
    return {
        "headline": headline(context),
        "ended": ended(context),
        "groups": partner_groups(context),
        "map": Markup(picture.markup(anchors)) if picture else None,  # noqa: S704 - drawn by us
        "matrix": matrix(context),
        "happened": groups(context),
        "years": years(context),
        "choices": choices(context),
        "has_more": any(context.about[key] for key in ABOUT),
        "anchors": {record["code"]: record["anchor"] for record in context.departments},
        "statuses": [(status, marks(context.vocabulary)[status]) for status in context.statuses],
    }


_PAIR = re.compile(r"(--[\w-]+): light-dark\((#\w+), (#\w+)\);")


def expanded(style: str) -> str:
    """Return a style sheet in which colours need no ``light-dark()``, which older browsers lack.

    A pair of colours stands once in ``colours.css``. It becomes a light colour of the page, and a
    dark one where the reader or the system asks for it.
    """
    dark = "\n".join(f"  {name}: {colour};" for name, _, colour in _PAIR.findall(style))
    light = _PAIR.sub(r"\1: \2;", style)
    system = (
        f"@media (prefers-color-scheme: dark) {{\n:root:not([data-theme=light]) {{\n{dark}\n}}\n}}"
    )
    return f"{light}\n@media screen {{\n{system}\n:root[data-theme=dark] {{\n{dark}\n}}\n}}\n"


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


class _Compiled(jinja2.BytecodeCache):
    """The templates as code, which pages of all environments in this process share."""

    def __init__(self) -> None:
        self._code: dict[str, CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._code.get(bucket.key)

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.code


_COMPILED = _Compiled()


def _environment(said_status: Callable[[str], str]) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(os.path.join(_HERE, "templates")),
        bytecode_cache=_COMPILED,
        autoescape=True,
        # A misspelt name in a template is an error, not an empty text.
        undefined=jinja2.StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(_=translated, figure=figure)
    environment.filters.update(when=shown_time, word=word, named=named, people=people)
    environment.filters.update(encoded=_encoded, newest=newest, short=short_name, shape=_shape)
    environment.filters.update(sources=_sources, capitalize_first=_capital, status=said_status)
    environment.tests.update(address=is_address)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def _sources(record: Facts) -> list[str]:
    """Return the sources of a partnership, its agreements and activities, each once."""
    found = [record["source"], *(one["source"] for one in record["activities"])]
    return list(dict.fromkeys(filter(None, found)))


def _capital(text: str) -> str:
    """Return a text with a capital letter at its start; the others stay as they are."""
    return text[:1].upper() + text[1:]


def _shape(mark: Mark) -> str:
    """Return a mark as the path of a picture of 12 by 12 units."""
    return outline(mark.shape, 6, 6, 4.2)


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
