"""How a package that is missing is installed, by the way in which the program was."""

from __future__ import annotations

import os
import sys

import pytest

from utpartners.extras import missing


@pytest.mark.parametrize(
    ("prefix", "command"),
    [
        ("/home/anna/.local/share/pipx/venvs/utpartners", "pipx inject utpartners openpyxl"),
        (
            "/home/anna/.local/share/uv/tools/utpartners",
            "uv tool install utpartners --with openpyxl",
        ),
        ("/home/anna/tools/.venv", "'/home/an na/python' -m pip install openpyxl"),
    ],
)
def test_ways(monkeypatch: pytest.MonkeyPatch, prefix: str, command: str) -> None:
    """Pipx and uv keep a program apart, and add to it by themselves; else its own Python does."""
    monkeypatch.setattr(sys, "prefix", prefix.replace("/", os.sep))
    monkeypatch.setattr(sys, "executable", "/home/an na/python")
    assert missing("xlsx", "openpyxl").hint == f"Install it: {command}"


def test_on_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The path of Python is quoted as cmd wants it."""
    monkeypatch.setattr(os, "name", "nt")
    monkeypatch.setattr(sys, "prefix", "C:")
    monkeypatch.setattr(sys, "executable", r"C:\Program Files\Python\python.exe")
    expected = r'Install it: "C:\Program Files\Python\python.exe" -m pip install openpyxl'
    assert missing("xlsx", "openpyxl").hint == expected
