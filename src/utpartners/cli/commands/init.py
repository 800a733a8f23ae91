"""``utpartners init``"""

import os
import shlex
from typing import Annotated

import typer

from ...errors import UtpartnersError
from ...i18n import translated
from ..completion import Completes
from ..output import print_notes, write_pieces


def run(
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
    """The file contains an example of every kind of record, with comments, to replace with yours.

    An existing file is never overwritten, even with --force.

    utpartners init catalogue.toml --home 'Kita University'
    """
    from ...formats.template import template

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
