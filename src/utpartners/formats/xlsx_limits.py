"""Stands between a workbook and openpyxl, which holds in memory whatever a row or a style has."""

from __future__ import annotations

from typing import IO, Any, NoReturn
from xml.parsers import expat
from zipfile import ZipFile

ROWS = 1024**2
"""The most rows of a sheet, as in Excel."""
ROW = 4 * 1024**2
"""The most that a row may weigh: a letter weighs 1, an element ELEMENT and its attributes."""
BESIDE_ROWS = 8 * 1024**2
"""The most that all else in a sheet may weigh together, such as widths and merged cells."""
ELEMENT = 100
DEEPEST = 20

STRINGS = 128 * 1024**2
"""Bytes of the texts that the cells of a workbook share, unpacked."""
PART = 8 * 1024**2
"""Bytes of any other part, such as the styles."""

_SHEETS = "xl/worksheets/"
_STRINGS = "xl/sharedStrings.xml"


class TooMuchError(Exception):
    """A workbook has more somewhere than a catalogue ever would."""


class GuardedZip(ZipFile):
    """The parts of a workbook, each read no further than it may be large."""

    def open(self, name: Any, mode: Any = "r", *arguments: Any, **options: Any) -> IO[bytes]:
        """A part to be read; what it is too large for is told when that is come to."""
        part = super().open(name, mode, *arguments, **options)
        info = self.getinfo(name) if isinstance(name, str) else name
        path = info.filename.lstrip("/")
        if path.startswith(_SHEETS):
            return _Sheet(part)  # type: ignore[return-value]
        most = STRINGS if path == _STRINGS else PART
        if info.file_size > most:
            _refuse(f"the part {path[:60]!r} is larger than {most // 1024**2} MiB")
        return part


class _Sheet:
    """A sheet as a file that is read; its text is looked at before anybody has it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self._depth = 0
        self._rows = 0
        self._row = 0
        self._beside = 0
        self._is_in_row = False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = lambda *_: _refuse("a sheet declares entities")

    def read(self, size: int = -1) -> bytes:
        """Further bytes; raises TooMuchError."""
        content = self._file.read(size)
        self._parser.Parse(content, not content)
        return content

    def close(self) -> None:
        self._file.close()

    def __enter__(self) -> _Sheet:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            _refuse("a sheet has elements within elements, too deep")
        if self._depth == 3 and name.rpartition(":")[2] == "row":
            self._is_in_row = True
            self._row = 0
            self._rows += 1
            if self._rows > ROWS:
                _refuse(f"a sheet has more than {ROWS:,} rows")
        self._weigh(ELEMENT + sum(map(len, attributes.values())))

    def _end(self, _: str) -> None:
        if self._depth == 3:
            self._is_in_row = False
        self._depth -= 1

    def _text(self, text: str) -> None:
        self._weigh(len(text))

    def _weigh(self, weight: int) -> None:
        if self._is_in_row:
            self._row += weight
            if self._row > ROW:
                _refuse(f"row {self._rows} of a sheet is larger than {ROW // 1024**2} MiB")
        else:
            self._beside += weight
            if self._beside > BESIDE_ROWS:
                _refuse("a sheet has too much beside its rows")


def _refuse(why: str) -> NoReturn:
    raise TooMuchError(why)
