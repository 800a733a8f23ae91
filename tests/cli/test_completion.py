"""What a shell completes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typer

from utpartners.cli import completion
from utpartners.cli.global_options import GlobalOptions
from utpartners.cli.session import Session

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def context(small_path: Path) -> typer.Context:
    session = Session(GlobalOptions(data=[str(small_path)]))
    command = typer.main.get_command(typer.Typer(callback=lambda: None))
    return typer.Context(command, obj=session)


@pytest.mark.parametrize(
    ("what", "start", "expected"),
    [
        ("partners", "", ["andes", "andes-law", "kita", "minami", "norte", "qahira", "sur"]),
        ("partners", "AND", ["andes", "andes-law"]),
        ("departments", "l", ["law-pol"]),
        ("countries", "j", ["JP"]),
        ("statuses", "on", ["on hold"]),
        ("partners", "%", []),
        ("partners", "_", []),
        ("partners", "\\", []),
        ("partners", "'", []),
    ],
)
def test_completion(context: typer.Context, what: str, start: str, expected: list[str]) -> None:
    """The ids that start so, in any case; no letter of a pattern means another."""
    assert getattr(completion, what)(context, start) == expected


def test_no_catalogue(context: typer.Context) -> None:
    """Where the catalogue cannot be read, nothing is completed and nothing is said."""
    context.obj.options = GlobalOptions(data=["missing.toml"])
    assert completion.partners(context, "") == []
