"""Limits of a workbook from anyone, held before openpyxl has any of it.

openpyxl reads a sheet row by row, but holds a whole row, all that stands beside the rows, and every
other part in memory, however large: a workbook of some megabytes can take all there is. Each part
is therefore read through a file that counts what passes, and refuses the rest.
"""

from __future__ import annotations

from typing import IO, Any, NoReturn
from xml.parsers import expat
from zipfile import ZipFile

from ..i18n import translated

ROWS = 1024**2
"""The most rows of a sheet, as in Excel."""
ROW = 4 * 1024**2
"""The most that a row may weigh: a letter weighs 1, an element ELEMENT and its attributes.

Excel's own limit, 16,384 cells of 32,767 letters, is half a gigabyte. No catalogue is near to it.
"""
BESIDE_ROWS = 8 * 1024**2
"""The most that all else in a sheet may weigh together, such as widths and merged cells."""
ELEMENT = 100
"""What an element weighs by itself, about the bytes of an object: an empty cell is one, too."""
DEEPEST = 20
"""Elements within elements; Excel needs about 8, and each is held until the last one in it ends."""

STRINGS = 128 * 1024**2
"""Bytes of the texts that the cells of a workbook share, unpacked: openpyxl makes a list of all."""
PART = 8 * 1024**2
"""Bytes of any other part, such as the styles."""

_SHEETS = "xl/worksheets/"
_STRINGS = "xl/sharedStrings.xml"


class TooMuchError(Exception):
    """A workbook has more somewhere than a catalogue ever would.

    No UtpartnersError, as the path is not known here; who reads the workbook adds it.
    """


class GuardedZip(ZipFile):
    """A zip file whose parts are read no further than each may be large."""

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file)
        self._sheets: dict[str, set[str]] = {}

    def formulas_without_result(self, path: str) -> set[str]:
        """Return the cells with a formula that no program has computed, of the rows read so far."""
        return self._sheets.setdefault(path.lstrip("/"), set())

    def open(self, name: Any, mode: Any = "r", *arguments: Any, **options: Any) -> IO[bytes]:
        """Return a part to be read. Raises TooMuchError, for a sheet only when it is read."""
        part = super().open(name, mode, *arguments, **options)
        info = self.getinfo(name) if isinstance(name, str) else name
        path = info.filename.lstrip("/")  # "/xl/worksheets/…" must not pass as any other part
        if path.startswith(_SHEETS):
            return _Sheet(part, self.formulas_without_result(path))  # type: ignore[return-value] # all that openpyxl calls is there
        # Other parts are held whole, so that the size they claim decides; zipfile reads no more.
        most = STRINGS if path == _STRINGS else PART
        if info.file_size > most:
            _refuse(
                translated(
                    "the part {path} is larger than {size} MiB",
                    path=repr(path[:60]),
                    size=most // 1024**2,
                )
            )
        return part


class _Sheet:
    """A sheet as a file that is read, weighed by a parser of its own before anybody else has it."""

    def __init__(self, file: IO[bytes], formulas: set[str]) -> None:
        self._file = file
        self._formulas = formulas
        self._cell = ""
        self._is_computed = True
        self._is_value = False
        self._depth = 0
        self._rows = 0
        self._row = 0
        self._beside = 0
        self._is_in_row = False
        self._parser = expat.ParserCreate()
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        # Entities that contain entities make a few bytes endless ("billion laughs").
        self._parser.StartDoctypeDeclHandler = lambda *_: _refuse(
            translated("a sheet declares entities")
        )

    def read(self, size: int = -1) -> bytes:
        """Return further bytes, of which none is too much. Raises TooMuchError."""
        content = self._file.read(size)
        self._parser.Parse(content, not content)
        return content

    def close(self) -> None:
        """Close the part."""
        self._file.close()

    def __enter__(self) -> _Sheet:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            _refuse(translated("a sheet has elements within elements, too deep"))
        # worksheet, sheetData, row: a row within a row is a part of the outer one, as it is held
        # with it. Excel writes no prefix, other programs do.
        if self._depth == 3 and name.rpartition(":")[2] == "row":
            self._is_in_row = True
            self._row = 0
            self._rows += 1
            if self._rows > ROWS:
                _refuse(translated("a sheet has more than {count:,} rows", count=ROWS))
        if self._is_in_row:
            self._start_in_row(name.rpartition(":")[2], attributes)
        self._weigh(ELEMENT + sum(map(len, attributes.values())))

    def _start_in_row(self, name: str, attributes: dict[str, str]) -> None:
        """Follow the cells: what openpyxl gives of one cannot tell a formula from an empty cell."""
        if name == "c":
            self._cell = attributes.get("r", "")
            # A formula whose result is an empty text has a type, and no text either.
            self._is_computed = attributes.get("t") == "str"
        elif name == "f" and self._cell and not self._is_computed:
            self._formulas.add(self._cell)
        elif name == "v":
            self._is_value = True

    def _end(self, _: str) -> None:
        self._is_value = False
        if self._depth == 3:
            self._is_in_row = False
        self._depth -= 1

    def _text(self, text: str) -> None:
        if self._is_value:
            self._formulas.discard(self._cell)
        self._weigh(len(text))

    def _weigh(self, weight: int) -> None:
        if self._is_in_row:
            self._row += weight
            if self._row > ROW:
                _refuse(
                    translated(
                        "row {number} of a sheet is larger than {size} MiB",
                        number=self._rows,
                        size=ROW // 1024**2,
                    )
                )
        else:
            self._beside += weight
            if self._beside > BESIDE_ROWS:
                _refuse(translated("a sheet has too much beside its rows"))


def _refuse(why: str) -> NoReturn:
    raise TooMuchError(why)
