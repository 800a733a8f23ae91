"""Changes of several files of a folder as one: all of them are there, or none.

The new files are written beside the old ones under hidden names. Then one small file, the journal,
is put in place, which says which new file stands for which old one: from that moment everybody
reads the new state. Last of all the new files get their names, and the journal goes. Whoever
changes the folder next finishes what an interrupted run has left.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

JOURNAL = ".utpartners-pending.json"

LARGEST = 64 * 1024 * 1024
"""Bytes of the largest journal that is read."""

PARTS = (".toml", ".txt")
"""How the files end that are changed: a folder from anyone may have a journal that names others."""


def pending(folder: str) -> dict[str, str | None]:
    """Return where the content of each changed file is, None for one that is to go."""
    path = os.path.join(folder, JOURNAL)
    if not os.path.isfile(path) or os.path.getsize(path) > LARGEST:
        return {}
    import json  # there is hardly ever anything to read

    try:
        with open(path, encoding="utf-8") as file:
            found = json.load(file)
    except (ValueError, RecursionError):
        return {}  # not ours: ours is whole or absent
    return {
        name: actual
        for name, actual in (found.items() if isinstance(found, dict) else ())
        if _is_inside(name) and name.lower().endswith(PARTS) and (actual is None or _is_new(actual))
    }


def change(folder: str, contents: Mapping[str, bytes | None]) -> None:
    """Write, replace and remove (None) files of a folder as one change. Raises OSError."""
    import json

    settle(folder)
    token = os.urandom(8).hex()
    moved: dict[str, str | None] = {}
    try:
        for name, content in contents.items():
            moved[name] = None if content is None else _hidden(name, token)
            if content is not None:
                _write(os.path.join(folder, str(moved[name])), content)
                _keep_mode(os.path.join(folder, name), os.path.join(folder, str(moved[name])))
        journal = os.path.join(folder, f"{JOURNAL}.{token}")
        moved_files = {os.path.dirname(name) for name in moved}
        for inner in moved_files:
            _flush(os.path.join(folder, inner))
        _write(journal, json.dumps(moved).encode())
        os.replace(journal, os.path.join(folder, JOURNAL))
    except BaseException:
        for actual in (*moved.values(), f"{JOURNAL}.{token}"):
            if actual is not None and os.path.lexists(os.path.join(folder, actual)):
                os.unlink(os.path.join(folder, actual))
        raise
    _flush(folder)
    settle(folder)


def settle(folder: str) -> None:
    """Finish a change that was interrupted after its journal was written."""
    for name, actual in pending(folder).items():
        path = os.path.join(folder, name)
        if actual is not None and os.path.lexists(os.path.join(folder, actual)):
            os.replace(os.path.join(folder, actual), path)
        elif actual is None and os.path.lexists(path):
            os.unlink(path)
    if os.path.lexists(os.path.join(folder, JOURNAL)):
        os.unlink(os.path.join(folder, JOURNAL))


def _is_inside(name: str) -> bool:
    """Return whether a name leads to a file of the folder, wherever the journal comes from."""
    pieces = name.split("/")
    return len(pieces) <= 2 and all(
        piece and piece not in (".", "..") and not set(piece) & set("\\:\0") for piece in pieces
    )


def _is_new(actual: object) -> bool:
    """Return whether a value of a journal names a new file that was written beside an old one."""
    return (
        isinstance(actual, str)
        and _is_inside(actual)
        and os.path.basename(actual).startswith(".")
        and actual.endswith(".part")
    )


def _hidden(name: str, token: str) -> str:
    folder, _, base = name.rpartition("/")
    hidden = f".{base[:50]}.{token}.part"
    return f"{folder}/{hidden}" if folder else hidden


def _write(path: str, content: bytes) -> None:
    with open(path, "xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _keep_mode(old: str, new: str) -> None:
    if os.path.exists(old):
        os.chmod(new, os.stat(old).st_mode & 0o777)


def _flush(folder: str) -> None:
    if os.name == "nt":
        return  # Windows does not open folders
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
