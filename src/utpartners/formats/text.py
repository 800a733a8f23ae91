"""The path that TOML and JSON share: read a text, parse it, validate records, fill tables.

What is wrong is raised as one error, which names the first problems with their lines.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import contextmanager
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Any, ClassVar, cast

import msgspec

from ..diagnostics import Place, not_of
from ..errors import CatalogueError, UnreadableError
from ..i18n import translated
from ..store.fill import InconsistentError, gc_paused, in_memory
from .input_file import LARGEST, open_input, reading_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from .. import model
    from ..diagnostics import Path, Problem
    from ..progress import Progress
    from ..store.store import Store
    from .input_file import InputFile

MOST_PROBLEMS = 10
"""How many problems one error names."""


class TextSyntax(ABC):
    """What a catalogue is written in where it is text; a subclass says how that is parsed."""

    name: ClassVar[str]
    """What people call it."""
    stages: ClassVar[int]
    """How many stages reading has: those of :meth:`decoded`, and the filling of the tables."""
    parser_errors: ClassVar[tuple[type[Exception], ...]]
    """What the parser raises for a text that is of another syntax."""

    @abstractmethod
    def parse(self, text: str) -> Any:
        """Return a text as plain values. Raises one of ``parser_errors``, or RecursionError."""

    @abstractmethod
    def decoded(self, path: str, text: str) -> Iterator[model.Catalogue | None]:
        """Yield something after each stage, after the last one the validated records.

        Raises CatalogueError where the text is of another syntax, or a record has a wrong shape.
        """

    @abstractmethod
    def explained(self, error: Exception, text: str) -> tuple[str, int | None]:
        """Return what an error of the parser says, and the line where that is known."""

    @abstractmethod
    def places(self, text: str, paths: list[Path]) -> Iterable[tuple[int, int]]:
        """Return line and column of each value, or of the nearest thing around it."""

    def repeated(self, text: str) -> list[Path]:
        """Return the keys that a text has more than once, where the parser takes no offence."""
        return []

    def keys(self, path: Path) -> str:
        """Return what is written before a message to say which value is meant."""
        return ""

    def read(self, source: InputFile, progress: Progress) -> Store:
        """Return the catalogue of a file. Raises CatalogueError, with the line where known."""
        with gc_paused():
            *_, store = progress(
                self._read(source), self.stages, translated("Reading {path}", path=source.path)
            )
        return cast("Store", store)

    def _read(self, source: InputFile) -> Iterator[Store | None]:
        """Yield something after each stage, and after the last one the catalogue."""
        text = self.text(source)
        catalogue = None
        for catalogue in self.decoded(source.path, text):  # noqa: B007
            yield None
        yield self.in_tables(source.path, text, cast("model.Catalogue", catalogue))

    def in_tables(self, path: str, text: str, catalogue: model.Catalogue) -> Store:
        """Return the tables of records. Raises CatalogueError where these contradict each other."""
        try:
            return in_memory(catalogue, path)
        except InconsistentError as error:
            # The tables refuse the first contradiction they meet; the rules name every one.
            from ..checks.rules import consistency_problems

            raise self.refusal(path, text, consistency_problems(catalogue)) from error

    def records(self, path: str) -> model.Catalogue:
        """Return the records of a file, each of the right shape. Raises CatalogueError."""
        with open_input(path) as source:
            text = self.text(source)
        *_, catalogue = self.decoded(path, text)
        return cast("model.Catalogue", catalogue)

    def text(self, source: InputFile) -> str:
        """Return the text of a file. Raises CatalogueError where it is too large or no UTF-8."""
        with reading_errors(source.path):
            content = source.rewound().read(LARGEST + 1)
        if len(content) > LARGEST:
            raise CatalogueError(
                translated(
                    "{path} is larger than {size} MiB, too large for {name}",
                    path=source.path,
                    size=LARGEST // 1024**2,
                    name=self.name,
                )
            )
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            raise UnreadableError(
                source.path,
                translated("not UTF-8 text (byte 0x{byte:02x})", byte=content[error.start]),
                translated(
                    "A catalogue is a {name} file in UTF-8; save it in that encoding.",
                    name=self.name,
                ),
                line,
            ) from error

    def parsed(self, path: str, text: str) -> Any:
        """Return a text as plain values. Raises UnreadableError where it is of another syntax."""
        with self.parser_errors_translated(path, text):
            return self.parse(text)

    @contextmanager
    def parser_errors_translated(self, path: str, text: str) -> Iterator[None]:
        """Turn an error of the parser into an UnreadableError with the line, and it as cause."""
        try:
            yield
        except RecursionError as error:
            raise UnreadableError(
                path, translated("nested too deeply to be a catalogue")
            ) from error
        except self.parser_errors as error:
            reason, line = self.explained(error, text)
            raise UnreadableError(
                path,
                not_of(self.name, reason),
                line=line,
            ) from error

    def shape_refusal(self, path: str, text: str, document: Any) -> CatalogueError:
        """Return the error that names the first values of a wrong shape.

        The validator stops at the first one, and speaks of Python's types.
        """
        from ..checks.shape import shape_problems

        return self.refusal(path, text, shape_problems(document))

    def refusal(self, path: str, text: str, problems: Iterable[Problem]) -> CatalogueError:
        """Return one error that names the first problems of a file, each with its line."""

        def places(paths: list[Path]) -> Iterator[Place]:
            return (Place(path, None, line) for line, _ in self.places(text, paths))

        return refusal(path, problems, places, self.keys)


def refusal(
    path: str,
    problems: Iterable[Problem],
    places: Callable[[list[Path]], Iterable[Place]],
    keys: Callable[[Path], str] = lambda _: "",
) -> CatalogueError:
    """Return one error that names the first problems of a catalogue, each with its place.

    ``keys`` gives what is written before a message to say which value is meant.
    """
    rest = iter(problems)
    first = list(islice(rest, MOST_PROBLEMS))
    left = sum(1 for _ in rest)
    lines = [
        f"{place}: {keys(problem.path)}{problem.message}"
        for place, problem in zip(places([problem.path for problem in first]), first, strict=True)
    ]
    if left:
        lines.append(translated("and {left} more", left=left))
    return CatalogueError(
        "\n".join(lines),
        translated(
            "The catalogue was not used; 'utpartners check {path}' lists all problems.",
            path=path,
        ),
    )


def plain(record: model.Record) -> dict[str, Any]:
    """Return the keys and values of a record, without those that say the default."""
    table: dict[str, Any] = msgspec.to_builtins(record)
    # msgspec leaves out a text only if it is the very object that is the default, and one that
    # was read is another; equal records would then be written differently.
    for key, default in _default_texts(type(record)):
        if table.get(key) == default:
            del table[key]
    return table


@cache
def _default_texts(record: type[model.Record]) -> list[tuple[str, str]]:
    return [
        (field.encode_name, field.default)
        for field in msgspec.structs.fields(record)
        if isinstance(field.default, str)
    ]
