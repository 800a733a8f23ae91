"""A catalogue may come from anyone: what it offers to complete runs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from .conftest import Shell

pytestmark = pytest.mark.slow

NAMES = {
    "aa": "aa;touch${IFS}pwned",
    "bb": "bb$(touch pwned)",
    "cc": "cc`touch pwned`",
    "dd": "dd|touch pwned",
    "ee": "ee & touch pwned",
    "ff": "ff\ntouch pwned\n",
    "gg": "gg'; touch pwned; '",
    "hh": 'hh"; touch pwned; "',
    "vv": "vv > pwned",
    "jj": "jj !touch",
    "kk": "kk *",
    "ll": "ll ~ {a,b} [x-z]?",
    "mm": "mm\\",
    "nn": "nn # off",
    "oo": "oo\ttouch pwned",
    "qq": "qq\x1b[2Jred",
    "rr": "rr (touch pwned)",
    "ss": "ss:touch=pwned@x",
    "tt": "tt\" '$(touch pwned)' \"",
    "uu": "uu \u202etouch",
}
"""Names that would do something if a shell read them, by how they begin."""

LEFT_OUT = {"ff", "oo", "qq", "uu"}
"""What has control or invisible characters is not offered."""


def escaped(text: str) -> str:
    """A text as TOML has it between double quotes."""
    return "".join(
        f"\\u{ord(letter):04x}" if ord(letter) < 32 or letter in '"\\' else letter
        for letter in text
    )


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("hostile") / "c.toml"
    with path.open("w", encoding="utf-8") as file:
        file.write('[catalogue]\ntitle = "T"\nhome = "h"\n')
        file.write('[[country]]\ncode = "JP"\nname = "Japan; touch pwned"\n')
        file.write('[[institution]]\nid = "h"\nname = "Home"\ncountry = "JP"\n')
        for start, name in NAMES.items():
            file.write(f'[[institution]]\nid = "i{start}"\nname = "I"\ncountry = "JP"\n')
            id = name if start in ("aa", "ss") else f"p{start}"
            file.write(f'[[partnership]]\nid = "{escaped(id)}"\nname = "{escaped(name)}"\n')
            file.write(f'status = "{escaped(name)}"\nmembers = ["i{start}"]\n')
    return path


@pytest.mark.parametrize("start", NAMES)
def test_a_name(shell: Shell, catalogue: Path, start: str) -> None:
    """A name or id is inserted as one argument, or not at all; no part of it runs."""
    found = shell.run(f"utpartners --data {catalogue} show {start}\t")
    assert found[3:] == [start if start in LEFT_OUT else NAMES[start]]
    assert shell.files() == set()


@pytest.mark.parametrize(
    ("start", "quote"),
    [("aa", "'"), ("aa", '"'), ("bb", "'"), ("bb", '"'), ("gg", '"'), ("hh", "'")],
)
def test_between_quotes(shell: Shell, catalogue: Path, start: str, quote: str) -> None:
    """So it is where a quotation mark is open.

    (bash leaves out what ends with the same mark; it would not close it.)
    """
    found = shell.run(f"utpartners --data {catalogue} show {quote}{start}\t")
    assert found[3:] == [NAMES[start]]
    assert shell.files() == set()


@pytest.mark.parametrize("option", ["--status ", "--status="])
def test_a_status(shell: Shell, catalogue: Path, option: str) -> None:
    """So are the values of options."""
    for start in ("aa", "ss"):
        found = shell.run(f"utpartners --data {catalogue} list {option}{start}\t")
        assert " ".join(found[3:]) == f"{option}{NAMES[start]}"
    assert shell.files() == set()
