"""What the Tab key makes of a line, in bash, zsh and fish."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from .conftest import Shell

pytestmark = pytest.mark.slow


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("utpartners show A\t", ["show", "ANU"]),
        ("utpartners show aN\t", ["show", "anu"]),
        ("utpartners show Austr\t", ["show", "Australian National University"]),
        ("utpartners show 'Austr\t", ["show", "Australian National University"]),
        ('utpartners show "Austr\t', ["show", "Australian National University"]),
        ("utpartners show Australian\\ N\t", ["show", "Australian National University"]),
        ("utpartners show Australian N\t", ["show", "Australian", "National University"]),
        ("utpartners dept GS En\t", ["dept", "GS", "Eng"]),
        ("utpartners dept IIS GS En\t", ["dept", "IIS", "GS", "Eng"]),
        ("utpartners dept 'GS A&\t", ["dept", "GS A&S"]),
        ("utpartners dept GS\\ A\\&\t", ["dept", "GS A&S"]),
        ("utpartners list --country Germ\t", ["list", "--country", "Germany"]),
        ("utpartners list --country=Germ\t", ["list", "--country=Germany"]),
        ("utpartners list --country South\t", ["list", "--country", "South Korea"]),
        ("utpartners list --country='South\t", ["list", "--country=South Korea"]),
        ("utpartners list --country FR,Germ\t", ["list", "--country", "FR,Germany"]),
        ("utpartners list --fields id,sta\t", ["list", "--fields", "id,status"]),
        ("utpartners show ANU --fields cov\t", ["show", "ANU", "--fields", "cov"]),
        ("utpartners timel\t", ["timeline"]),
        ("utpartners list --inac\t", ["list", "--inactive-since"]),
        ("utpartners matrix -f sv\t", ["matrix", "-f", "svg"]),
        ("utpartners list -f sv\t", ["list", "-f", "sv"]),
        ("utpartners list -o partners.cs\t", ["list", "-o", "partners.csv"]),
        ("utpartners tree --by cou\t", ["tree", "--by", "country"]),
        ("utpartners list --lang j\t", ["list", "--lang", "ja"]),
        ("utpartners show 北京\t", ["show", "北京大学"]),
        ("utpartners show x\t", ["show", "x"]),
    ],
)
def test_a_word(shell: Shell, keys: str, expected: list[str]) -> None:
    """One word may follow: it is inserted, quoted as the shell needs it."""
    assert shell.run(keys) == expected


def test_names_of_files(shell: Shell) -> None:
    """A file is completed where a file is asked for, and nowhere else."""
    (shell.folder / "anatomy of x.toml").write_text("")
    try:
        for option in (["--data", "anatomy of x.toml"], ["--data=anatomy of x.toml"]):
            typed = " ".join(option).replace("anatomy of x.toml", "anato\t list")
            assert shell.run(f"utpartners {typed}") == [*option, "list"]
        assert shell.run("utpartners check anato\t") == ["check", "anatomy of x.toml"]
        assert shell.run("utpartners show anato\t") == ["show", "anato"]
        assert shell.run("utpartners list --country anato\t") == ["list", "--country", "anato"]
    finally:
        (shell.folder / "anatomy of x.toml").unlink()
