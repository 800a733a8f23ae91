"""The forms of a whole catalogue: the one list of them, and which one a file or an option means.

A form is one module that reads and writes. It has, as far as its line in the list says so:

- ``read(source, progress) -> Store``, and with it either ``SYNTAX``, a
  :class:`~utpartners.formats.text.TextSyntax`, where it is text, or ``sheets(source, progress)``,
  a context with its relations, where it consists of tables;
- ``pieces(catalogue) -> Iterator[str]`` over the records of a catalogue, where it is text, else
  ``write(store, path, progress)``, which makes a new file or folder and raises OSError or
  UtpartnersError;
- ``require_fit(store)``, if it cannot hold every store: raises UtpartnersError for one.
"""

# No "from __future__ import annotations": a NamedTuple would compile each text that it makes.

import os
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import UnreadableError, UsageError
from ..i18n import translated

if TYPE_CHECKING:
    from ..store.store import Store
    from .input_file import InputFile


class Form:
    """A form by name, its module, and the ends of the paths that it is written to."""

    def __init__(
        self,
        name: str,
        module: str,
        suffixes: tuple[str, ...],
        summary: str,
        start: bytes | None = None,
        *,
        is_text: bool = False,
        is_translated: bool = False,
        is_public: bool = False,
        writer: str = "write",
    ) -> None:
        self.name = name
        self.module = module
        """Relative to this room, and imported when the form is used."""
        self.suffixes = suffixes
        self.summary = summary
        self.start = start
        """What a file of it starts with; None: it is no file, or is not read."""
        self.is_text = is_text
        self.is_translated = is_translated
        """Whether names are in the reader's language, and not in the catalogue's own."""
        self.is_public = is_public
        """Whether it is made to be published: public facts only, and of what has not ended."""
        self.writer = writer
        """The function of the module that writes it, where it is no text."""

    def load(self) -> Any:
        """Return the module, which is imported now."""
        return import_module(self.module, __package__)

    def require_fit(self, store: "Store") -> None:
        """Raise UtpartnersError where it is known at once that the form cannot hold a store."""
        require = getattr(self.load(), "require_fit", None)
        if require is not None:
            require(store)

    def require_path(self, path: str | None) -> None:
        """Raise UsageError where the form cannot have a path: stdout, if it is no text.

        A site is a folder, and none whose name ends as that of a file.
        """
        if not self.is_text and path in (None, "-"):
            raise UsageError(
                translated("{name} can only be written to a file", name=self.name),
                translated("Name it: {command}", command=self._example),
            )
        files = tuple(one for form in FORMS for one in form.suffixes if one.startswith("."))
        if self is SITE and str(path).lower().endswith(files):
            raise UsageError(
                translated("{name} is a folder, and {path} is the name of a file").format(
                    name=self.name, path=path
                ),
                translated("Name it: {command}", command=self._example),
            )

    @property
    def _example(self) -> str:
        if self in (PARTS, SITE):  # a folder is a data package unless -f names another form
            name = "site" if self is SITE else "catalogue"
            return f"-f {self.name} -o {name}/"
        return f"-o catalogue{self.suffixes[0]}"


_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_WORKBOOK, _OPENDOCUMENT = "xl/workbook.xml", "content.xml"
"""What every workbook of Excel and every document of LibreOffice has in it, and no data package."""

_BEFORE_TEXT = b"\xef\xbb\xbf \t\r\n"
"""A byte order mark and white space, which do not count where a text starts."""

TOML = Form("toml", ".toml", (".toml",), "as people write and review it", b"", is_text=True)
"""Whatever starts as no other form does: its errors say most about a file that is none at all."""

FOLDER = Form(
    "package", ".package", ("/", os.sep), "a folder of CSV files, a Frictionless data package"
)
PARTS = Form("parts", ".parts", ("/", os.sep), "a folder of TOML files, one for each partnership")
ZIPPED = Form(
    "package", ".package", (".zip",), "the same folder as one zip file", _ZIP, writer="write_zip"
)
SITE = Form(
    "site",
    "..page",
    ("/", os.sep),
    "a folder with the web page in each language, and its data (extra: page)",
    is_public=True,
    writer="write_site",
)
"""It sets the language of each page itself."""
WORKBOOK = Form(
    "xlsx", ".workbook", (".xlsx",), "an Excel workbook, a sheet for each table", _ZIP
)  # fmt: skip

FORMS = (
    TOML,
    Form("json", ".json", (".json",), "the tables and keys of the TOML file", b"{", is_text=True),
    Form(
        "db",
        ".database",
        (".db", ".sqlite", ".sqlite3"),
        "SQLite: opens at once at any size",
        b"SQLite format 3\x00",
    ),
    FOLDER,
    ZIPPED,
    PARTS,
    WORKBOOK,
    # The page asks questions and so stands above this room. Its module is named, as every other's,
    # and imported by that name when a page is written: no statement here imports upwards.
    Form(
        "html",
        "..page",
        (".html", ".htm"),
        "a web page (extra: page)",
        is_translated=True,
        is_public=True,
    ),
    SITE,
    Form("parquet", ".parquet", (".parquet",), "a folder of Parquet files, for other programs"),
)

SPREADSHEET = Form(
    "spreadsheet", ".spreadsheet", (".ods", ".xls"), "the same in another format, only read"
)

SUFFIXES = tuple(
    suffix
    for form in (*FORMS, SPREADSHEET)
    if form is SPREADSHEET or form.start is not None
    for suffix in form.suffixes
)
"""Ends of the names of files that a folder of catalogues is made of."""


def recognised(source: "InputFile") -> Form | None:
    """Return the form of what was opened, by what is in it; None for a folder of catalogues.

    Raises UnreadableError for a zip file that is damaged, or an attack.
    """
    if source.is_folder:
        return _of_folder(source.path)
    if source.start.startswith(_OLE):
        return SPREADSHEET
    if source.start.startswith(_ZIP):
        from .zip_limits import names

        found = names(source)
        if _OPENDOCUMENT in found:
            return SPREADSHEET
        return WORKBOOK if _WORKBOOK in found else ZIPPED
    text = source.start.lstrip(_BEFORE_TEXT)
    for form in FORMS:
        if form.start and (text if form.is_text else source.start).startswith(form.start):
            return form
    return TOML


def _of_folder(path: str) -> Form | None:
    from .multiple import is_package
    from .parts_folder import SHARED, is_in_parts

    if not is_package(path):
        return PARTS if is_in_parts(path) else None
    if is_in_parts(path):
        raise UnreadableError(
            path,
            translated("the folder is both a data package and a catalogue in parts"),
            translated("Move {file} and its tables, or {other}, to another folder.").format(
                file="datapackage.json", other=f"{SHARED}"
            ),
        )
    return FOLDER


def find_form(name: str | None, path: str | None) -> Form | None:
    """Return the form of this name, else of this path; None where none is meant.

    A path only chooses among forms of one name, such as the folder and the zip file of a package.
    """
    named = [form for form in FORMS if name in (None, form.name)]
    end = (path or "").lower()
    # A folder that is there already is what its name says, as one of Parquet files, else a package.
    is_folder = bool(path) and os.path.isdir(str(path))
    ends = [end.rstrip("/" + os.sep), f"{end}/"] if is_folder else [end]
    fitting = (form for one in ends for form in named if one.endswith(form.suffixes))
    return next(fitting, named[0] if name and named else None)


class AnswerChoice(NamedTuple):
    """An answer by name, ``map``, ``network`` or a table of rows, that ``export`` gives."""

    name: str
    format: str | None = None
    """The output format, where neither the options nor the path say one."""


def choose_output(
    format: str | None, path: str | None, table: str | None = None, picture: str | None = None
) -> Form | AnswerChoice:
    """Return what ``export`` writes for ``-f``, ``-o``, ``--table`` and ``--picture``.

    Several names are both a form of a catalogue and an output format of answers (json, html, xlsx).
    An answer wins where an option names it, else the catalogue does; what is no form of a catalogue
    is an output format, which then says the answer. Raises UsageError where that is not clear.
    """
    if table and picture:
        raise UsageError(
            translated("--table and --picture exclude each other"),
            translated("Leave out one of them."),
        )
    if picture == "network":
        _refuse_picture(format, path)
    if table or picture:
        is_open = picture == "map" and format is None and path in (None, "-")
        return AnswerChoice(str(table or picture), "svg" if is_open else None)
    return find_form(format, path) or AnswerChoice(_answer_in(format, path))


def _answer_in(name: str | None, path: str | None) -> str:
    """Return the answer that an output format is for."""
    from ..render import LINKED, format_named, format_of_path

    format = format_named(name or format_of_path(path))
    if not format.shapes and not format.is_drawn:
        return "links"
    if format.shapes == LINKED:
        return "network"
    if os.path.splitext(os.path.basename(path or ""))[0].lower() == "network":
        _refuse_picture(name, path)
    return "map"


def _refuse_picture(name: str | None, path: str | None) -> None:
    """Raise UsageError where the network is to be drawn: it would be a tangle of lines."""
    from ..render import format_named, format_of_path

    format = format_named(name or format_of_path(path))
    if format.is_drawn:
        raise UsageError(
            translated("the network cannot be written as {name}", name=format.name),
            translated(
                "Write it for a program that draws graphs: -o network.dot, network.graphml, "
                "network.gexf or network.mmd"
            ),
        )
