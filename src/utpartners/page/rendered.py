"""The templates filled: everything that a page says, as HTML."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import jinja2
from markupsafe import Markup

from ..i18n import language, translated
from ..render.text import is_address, visible
from ..version import VERSION
from .activities import by_time, in_order_of_time
from .choices import choices
from .index import index
from .land import FINENESS
from .matrix import matrix
from .names import cut, short
from .network import network
from .timeline import timeline
from .times import shown
from .worldmap import world_map

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..store.store import Store
    from .asked import Asked

_HERE = os.path.dirname(__file__)

ABOUT = ("aims", "phases", "initiatives", "notes", "sources")
"""What the last section has, where a catalogue says it of itself."""
STYLES = (
    "colours", "base", "masthead", "controls", "partnerships", "departments", "tables", "matrix",
    "map", "network", "timeline", "about", "faded", "print",
)  # fmt: skip
"""The style sheets in their order."""
SCRIPTS = ("fold", "theme", "filter", "address", "details", "highlight", "start")
"""The scripts in their order."""


def rendered(store: Store, asked: Asked) -> Iterator[str]:
    """The page in pieces."""
    style, script = joined("style", "css", STYLES), f"{{{joined('script', 'js', SCRIPTS)}}}"
    return (
        _environment()
        .get_template("page.html")
        .generate(
            asked=asked,
            title=asked.about["title"],
            language=language(),
            own=_own(asked.about["language"]),
            version=VERSION,
            **content(asked),
            index=index(store, asked),
            style=Markup(style),  # noqa: S704 - our own file
            script=Markup(script),  # noqa: S704
            policy=policy(style, script),
        )
    )


def _own(spoken: str) -> Markup:
    """The attribute of what is in the catalogue's own language, where that is not the page's."""
    return Markup("") if spoken == language() else Markup(' lang="{}"').format(visible(spoken))


def content(asked: Asked) -> dict[str, Any]:
    """The pictures, and what the templates look up."""
    return {
        "map": world_map(asked),
        "fineness": FINENESS,
        "matrix": matrix(asked),
        "network": network(asked),
        "timeline": timeline(asked),
        "choices": choices(asked),
        "spans": sorted(asked.spans, key=in_order_of_time),
        "of_id": {record["id"]: record for record in reversed(asked.partnerships)},
        "anchors": {record["code"]: record["anchor"] for record in asked.departments},
        "most": max((record["partnerships"] for record in asked.departments), default=0) or 1,
        "has_more": any(asked.about[key] for key in ABOUT),
        "places_without": sum(record["latitude"] is None for record in asked.institutions),
    }


def policy(style: str, script: str) -> str:
    """What the page may do: use this style, run this script, show its own icon; nothing else."""
    return (
        f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def joined(folder: str, suffix: str, names: tuple[str, ...]) -> str:
    """The files of a folder of the package, one after the other."""
    return "\n" + "\n".join(_file(folder, f"{name}.{suffix}") for name in names)


def _file(folder: str, name: str) -> str:
    with open(os.path.join(_HERE, folder, name), encoding="utf-8") as file:
        return file.read()


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(os.path.join(_HERE, "templates")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(_=translated)
    environment.filters.update(when=shown, encoded=_encoded, by_time=by_time, short=short, cut=cut)
    environment.tests.update(address=is_address)
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "separators": (",", ":")}
    return environment


def _encoded(address: str) -> str:
    """An address of the web with what may not stand in one in percent signs and digits."""
    return re.sub(r'["<>\\^`{|}]', lambda found: f"%{ord(found.group()):02X}", address)


def _shown(value: Any) -> Any:
    """A value as it stands in the page: no character of a text acts, an absent one is empty."""
    if value is None:
        return ""
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return visible(value)
