"""A catalogue as TOML, as people write and review it.

What is written, read and written again is the same, byte for byte: the keys of a record have the
order of the model, and those that say the default are left out.
"""

from __future__ import annotations

from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any

import msgspec
import tomli

from .. import model
from ..diagnostics import with_hint
from .text import TextSyntax, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..diagnostics import Path
    from .faults import Fault


@cache
def _keys_with_headers() -> frozenset[str]:
    """The keys of records that have headers, ``[[partnership.activity]]``: those in the singular.

    A key in the plural, such as ``figures``, is that of a list of inline tables.
    """
    from ..store.tables import RELATIONS

    fields = [relation.field for relation in RELATIONS if relation.field.form == "records"]
    return frozenset(field.key for field in fields if field.key != field.attribute)


class _Toml(TextSyntax):
    name = "TOML"
    stages = 3
    parser_errors = (ValueError,)  # a number of too many digits is a plain one

    def parse(self, text: str) -> dict[str, Any]:
        return tomli.loads(text)

    def decoded(self, path: str, text: str) -> Iterator[model.Catalogue | None]:
        document = self.parsed(path, text)
        yield None
        try:
            catalogue = msgspec.convert(document, model.Catalogue)
        except msgspec.ValidationError as error:
            raise self.shape_refusal(path, text, document) from error
        yield catalogue

    def explained(self, error: Exception, text: str) -> tuple[str, int | None]:
        from .faults import too_many_digits
        from .toml_faults import explain

        if isinstance(error, tomli.TOMLDecodeError):
            fault: Fault | None = explain(error)
        else:
            fault = too_many_digits(text)
        if fault is None:
            return str(error), None
        reason = with_hint(fault.what, fault.hint)
        return reason, text.count("\n", 0, fault.offset) + 1

    def places(self, text: str, paths: list[Path]) -> Iterable[tuple[int, int]]:
        from .positions import Positions

        return map(Positions(text).place, paths)


SYNTAX = _Toml()
read = SYNTAX.read
records = SYNTAX.records


def pieces(catalogue: model.Catalogue) -> Iterator[str]:
    """Yield the text of a catalogue, a piece for each record."""
    yield "".join(_table("[catalogue]", "catalogue", plain(catalogue.about)))
    _, *lists = msgspec.structs.fields(catalogue)
    for field in lists:
        name = field.encode_name
        for record in getattr(catalogue, field.name):
            yield "\n" + "".join(_table(f"[[{name}]]", name, plain(record)))


def table_text(path: str, record: dict[str, Any]) -> str:
    """Return a record as a table of its own, ``[[partnership.agreement]]`` and what follows it."""
    return "".join(_table(f"[[{path}]]", path, record))


def _table(header: str, path: str, table: dict[str, Any]) -> Iterator[str]:
    # Keys after a header belong to its table: lists with headers of their own come last.
    nested = {key for key, value in table.items() if has_headers(key, value)}
    yield f"{header}\n"
    yield from _values((key, value) for key, value in table.items() if key not in nested)
    for key in (key for key in table if key in nested):
        for inner in table[key]:
            yield "\n"
            yield from _table(f"[[{path}.{key}]]", f"{path}.{key}", inner)


def values_text(table: dict[str, Any]) -> str:
    """Return the lines of values of a record, without a header."""
    return "".join(_values(table.items()))


def has_headers(key: str, value: Any) -> bool:
    """Return whether a value is a list of records that is written as tables with headers.

    The key alone does not say it: the ``source`` of a partnership is a text.
    """
    return _is_tables(value) and key in _keys_with_headers()


def _values(pairs: Iterable[tuple[str, Any]]) -> Iterator[str]:
    for is_inline, items in groupby(pairs, key=lambda item: _is_inline(item[1])):
        if is_inline:
            yield from (f"{key} = {_inline(value)}\n" for key, value in items)
        else:
            yield _dumped(dict(items))


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _is_inline(value: Any) -> bool:
    return isinstance(value, dict) or _is_tables(value)


def _inline(value: Any) -> str:
    """Return a table of plain values, or a list of such tables, as a value."""
    if isinstance(value, list):
        return "[\n" + "".join(f"    {_inline(table)},\n" for table in value) + "]"
    # One by one, as a list that is such a value stands on several lines.
    values = (_dumped({key: inner}).removesuffix("\n") for key, inner in value.items())
    return "{ " + ", ".join(values) + " }"


def _dumped(table: dict[str, Any]) -> str:
    import tomli_w  # most programs that import this module only read

    return tomli_w.dumps(table)
