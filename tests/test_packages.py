"""What pyproject.toml says of the packages is so."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_every_package_is_listed() -> None:
    """A wheel gets every folder of files under src, and the data."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    source = ROOT / "src"
    files = (file for file in source.glob("utpartners/**/*") if file.is_file())
    found = {
        ".".join(file.parent.relative_to(source).parts)
        for file in files
        if file.parent.name != "__pycache__"
    }
    assert sorted(found | {"utpartners.data"}) == sorted(listed["packages"])


def test_every_folder_of_modules_is_a_package() -> None:
    """No folder of Python files lacks the file that makes it a package."""
    source = ROOT / "src" / "utpartners"
    folders = {file.parent for file in source.rglob("*.py")}
    assert [folder.name for folder in folders if not (folder / "__init__.py").exists()] == []


def test_every_data_file_is_listed() -> None:
    """A wheel gets every file beside the modules that is none itself."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]
    places = {"utpartners": ROOT / "src" / "utpartners", "utpartners.data": ROOT / "data"}
    for package in listed["packages"]:
        default = ROOT / "src" / Path(*package.split("."))
        folder = places.get(package, default)
        files = {f for f in folder.iterdir() if f.is_file() and f.suffix not in (".py", ".db")}
        shipped = {
            file
            for pattern in listed["package-data"].get(package, [])
            for file in folder.glob(pattern)
        }
        assert files - shipped == set(), package
