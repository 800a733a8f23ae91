"""Runs the tests on every other Python from 3.11 on that this machine has."""

import shutil
import subprocess
import sys
from pathlib import Path

import nox

nox.options.default_venv_backend = "venv"

MINORS = range(11, 20)


def _interpreters() -> list[str]:
    own = sys.version_info.minor
    return [path for minor in MINORS if minor != own and (path := _interpreter(f"3.{minor}"))]


def _interpreter(version: str) -> str | None:
    """A Python of this version that starts: the one on the path, or one that pyenv keeps."""
    candidates = [shutil.which(f"python{version}") or ""]
    if pyenv := shutil.which("pyenv"):
        root = subprocess.run([pyenv, "root"], capture_output=True, text=True, check=True)
        kept = Path(root.stdout.strip(), "versions").glob(f"{version}.*/bin/python")
        candidates += map(str, sorted(kept))
    return next((path for path in candidates if path and _starts(path)), None)


def _starts(path: str) -> bool:
    return subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0


@nox.session(python=_interpreters())
def tests(session: nox.Session) -> None:
    session.install(".[test]")
    session.run("python", "-m", "pytest", "-q", "-n", "auto", *session.posargs)
