"""Graphs as other programs read them."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

import pytest

from utpartners import model

if TYPE_CHECKING:
    from tests.conftest import Built, Rendered

READER = Path(__file__).with_name("read.mjs")

MODULES = "UTPARTNERS_NODE_MODULES"
"""Variable with the folder where npm has put mermaid, jsdom and @viz-js/viz (Graphviz itself)."""

HOSTILE = (
    "</script><script>alert(1)</script>",
    "]]><!-- --> &amp; &lt;b&gt; #35; #quot;",
    'quoted "twice" \\" and a backslash \\',
    "\\N \\G \\l %s {x} $\\frac{1}{2}$",
    "one\ntwo\r\nthree\tfour",
    "\x1b[31mred\x07 \u202eevil\ufeff \ufffe",
    "`md` **b** _i_ ~~s~~ 1. - end subgraph --> |x|",
    "جامعة القاهرة 東京大学 אוניברסיטה 😀",
    "x" * 200,
)


class Read(Protocol):
    """Reads a graph in a language of Node.js."""

    def __call__(self, language: str, text: str) -> Any:
        """What the program of that language sees."""
        ...


@pytest.fixture(scope="session")
def read() -> Read:
    modules = os.environ.get(MODULES)
    if not modules:
        pytest.skip(f"no Node.js: {MODULES} names no folder of packages")
    node = shutil.which("node")
    assert node, f"{MODULES} is set, but there is no node"

    def reading(language: str, text: str) -> Any:
        done = subprocess.run(
            [node, str(READER), language, modules],
            input=text.encode(),
            capture_output=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr.decode()[-2000:]
        return json.loads(done.stdout)

    return reading


class OfNames(Protocol):
    """The network of partnerships, institutions and departments with these names."""

    def __call__(self, names: tuple[str, ...], format: str) -> str:
        """Its text in a format."""
        ...


@pytest.fixture
def of_names(built: Built, rendered: Rendered) -> OfNames:
    from utpartners.api import Catalogue

    def writing(names: tuple[str, ...], format: str) -> str:
        return rendered(Catalogue(built(named(names))).network(), format)

    return writing


def named(names: tuple[str, ...]) -> model.Catalogue:
    """A catalogue in which everything has each of these names."""
    return model.Catalogue(
        about=model.About(names[0] if names else "T", "home"),
        countries=[model.Country("JP", "Japan")],
        institutions=[
            model.Institution(id=f"i{n}", name=name, country="JP", latitude=0.5, longitude=n + 0.5)
            for n, name in enumerate(names)
        ]
        + [model.Institution(id="home", name="Home", country="JP")],
        departments=[
            model.Department(code=name, id=f"d{n}", name=name) for n, name in enumerate(names)
        ],
        partnerships=[
            model.Partnership(
                id=f"p{n}", name=name, status=name, members=[f"i{n}"], departments=[f"d{n}"]
            )
            for n, name in enumerate(names)
        ],
    )
