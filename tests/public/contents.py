"""Everything that is in a file: what its form packs, encodes or draws, as bytes to search."""

from __future__ import annotations

import base64
import io
import re
import sqlite3
import struct
import zlib
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile, is_zipfile

if TYPE_CHECKING:
    from collections.abc import Iterator

_EMBEDDED = re.compile(rb"data:[^,\"']*;base64,([A-Za-z0-9+/=]+)")


def contents(path: Path) -> Iterator[bytes]:
    """Yield what is in a file, or in all files of a folder, the names of these included."""
    if path.is_dir():
        for inner in sorted(path.iterdir()):
            yield inner.name.encode()
            yield from contents(inner)
        return
    yield from unpacked(path.read_bytes())
    if path.suffix == ".db":
        # The bytes of the file, its free pages included, are searched as well.
        with closing(sqlite3.connect(path)) as connection:
            yield "\n".join(connection.iterdump()).encode()
    if path.suffix == ".parquet":
        import pyarrow.parquet

        table = pyarrow.parquet.read_table(path)
        yield repr((table.to_pylist(), table.schema.metadata, table.schema)).encode()


def unpacked(content: bytes) -> Iterator[bytes]:
    """Yield a content, and what is packed in it."""
    yield content
    if is_zipfile(io.BytesIO(content)):
        with ZipFile(io.BytesIO(content)) as archive:
            for info in archive.infolist():
                yield repr(info).encode() + info.comment + info.extra
                yield from unpacked(archive.read(info))
    elif content.startswith(b"%PDF-"):
        yield _text_of_pdf(content)
    elif content.startswith(b"\x89PNG"):
        yield from _chunks(content)
    for match in _EMBEDDED.finditer(content):
        yield from unpacked(base64.b64decode(match[1]))


def _text_of_pdf(content: bytes) -> bytes:
    """Return the text of the pages, without the blanks that a line may be broken by, and more."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(content))
    text = "".join(page.extract_text() for page in reader.pages)
    metadata = reader.xmp_metadata
    objects = [repr(reader.get_object(n)) for n in range(1, int(str(reader.trailer["/Size"])))]
    parts = ["".join(text.split()), repr(reader.metadata), *objects]
    return "\n".join(parts).encode("utf-8", "replace") + (
        metadata.stream.get_data() if metadata is not None else b""
    )


def _chunks(content: bytes) -> Iterator[bytes]:
    """Yield the chunks of a PNG by name, the compressed ones unpacked: its pixels have no text."""
    place = 8
    while place < len(content):
        (length,) = struct.unpack(">I", content[place : place + 4])
        kind = content[place + 4 : place + 8]
        data = content[place + 8 : place + 8 + length]
        if kind in (b"zTXt", b"iTXt", b"iCCP"):
            packed = data[data.index(b"\x00") + 2 :]
            yield kind + data + (zlib.decompress(packed) if kind != b"iTXt" else b"")
        elif kind != b"IDAT":
            yield kind + data
        place += length + 12
