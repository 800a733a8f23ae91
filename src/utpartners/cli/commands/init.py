"""``utpartners init``"""

import os
import shlex
from typing import Annotated

import typer

from ...errors import UsageError, UtpartnersError
from ...i18n import translated
from ..completion import Completes
from ..global_options import STDOUT
from ..output import print_notes, write_pieces

DETAILS = (
    "The file contains an example of every kind of record, with comments, to replace with "
    "yours. An existing file is never overwritten, even with --force."
)

EXAMPLES = (
    ("utpartners init catalogue.toml", "a new catalogue"),
    (
        "utpartners init catalogue.toml --home 'Kita University'",
        "a catalogue of another university",
    ),
    ("utpartners init -", "only look at it"),
)


def run(
    context: typer.Context,
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The file to create."), Completes("path")
    ],
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="Title of the catalogue.")
    ] = None,
    home: Annotated[
        str | None,
        typer.Option("--home", metavar="NAME", help="The university whose partnerships it lists."),
    ] = None,
) -> None:
    """Write a catalogue to start from."""
    from ...formats.template import template

    file = "-" if file in STDOUT else file
    _require_toml(file)
    text = template(title, home)
    if os.path.lexists(file):
        raise UtpartnersError(
            translated("{file} already exists", file=file),
            translated("init never overwrites a file, even with --force. Choose another name."),
        )
    write_pieces([text], file)
    if file != "-":
        name = shlex.quote(file)
        print_notes(
            [
                translated(
                    "Created {file}. Replace the examples with your own records, then run:",
                    file=file,
                ),
                f"  utpartners check {name}",
                f"  utpartners list --data {name}",
                translated(
                    "For completion in an editor (Taplo, Even Better TOML), in the same folder:"
                ),
                "  utpartners check --schema -o catalogue.schema.json",
            ]
        )


def _require_toml(file: str) -> None:
    """Raise UsageError for a name that promises another form than TOML."""
    from ...formats.registry import FORMS
    from ...render import FORMATS

    name = file.rstrip("/" + os.sep)
    ending = os.path.splitext(name)[1].lower()
    others = {suffix for form in (*FORMS, *FORMATS) for suffix in form.suffixes} - {".toml"}
    if name == file and ending not in others:
        return
    toml = shlex.quote(f"{os.path.splitext(name)[0]}.toml")
    write = translated("Write {toml}, and from it the other form: {command}")
    raise UsageError(
        translated("{file}: init writes TOML").format(file=file),
        write.format(
            toml=toml,
            command=f"utpartners export --data {toml} -o {shlex.quote(file)}",
        ),
    )
