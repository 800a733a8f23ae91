"""A catalogue as JSON: the tables and keys of the TOML file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from .. import model
from ..diagnostics import with_hint
from .text import TextSyntax, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..diagnostics import Path


class _Json(TextSyntax):
    name = "JSON"
    stages = 2
    parser_errors = (msgspec.DecodeError,)

    def parse(self, text: str) -> Any:
        return msgspec.json.decode(text)

    def decoded(self, path: str, text: str) -> Iterator[model.Catalogue | None]:
        # Parsing and validating are one stage, so that no plain values are ever made.
        with self.parser_errors_translated(path, text):
            try:
                catalogue = msgspec.json.decode(text, type=model.Catalogue)
            except msgspec.ValidationError as error:
                raise self.shape_refusal(path, text, self.parse(text)) from error
        yield catalogue

    def explained(self, error: Any, text: str) -> tuple[str, int | None]:
        from .json_faults import explain

        fault = explain(error, text)
        return with_hint(fault.what, fault.hint), text.count("\n", 0, fault.offset) + 1

    def places(self, text: str, paths: list[Path]) -> Iterable[tuple[int, int]]:
        from .positions import json_places

        return json_places(text, paths)

    def repeated(self, text: str) -> list[Path]:
        # TOML forbids a key that stands twice; in JSON the last one counts, without a word.
        from .positions import repeated_keys

        return repeated_keys(text)

    def keys(self, path: Path) -> str:
        """Return keys and indices as people write them: ``partnership[0].members[1]: ``.

        A JSON file is often one line, of which the number alone says nothing.
        """
        keys = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
        return f"{keys.removeprefix('.')}: " if keys else ""


SYNTAX = _Json()
read = SYNTAX.read


def pieces(catalogue: model.Catalogue) -> Iterator[str]:
    """Yield one object, indented, with a piece for each record."""
    about, *lists = msgspec.structs.fields(catalogue)
    yield f'{{\n  "{about.encode_name}": {_indented(catalogue.about, 2)}'
    for field in lists:
        start = f',\n  "{field.encode_name}": [\n    '
        for record in getattr(catalogue, field.name):
            yield start + _indented(record, 4)
            start = ",\n    "
        if start.startswith(",\n    "):
            yield "\n  ]"
    yield "\n}\n"


def _indented(record: Any, depth: int) -> str:
    from ..render.json import encoded

    return encoded(plain(record), indent=2).replace("\n", "\n" + " " * depth)
