"""``utpartners init``"""

import os
from typing import Annotated

import typer

from ... import shell
from ...errors import UsageError, UtpartnersError
from ...i18n import translated
from ..completion import Completes
from ..files import create, write_file
from ..global_options import STDOUT
from ..output import print_notes, write_pieces

DETAILS = (
    "The file contains an example of every kind of record, with comments, to replace with "
    "yours. An existing file is never overwritten, even with --force.\n\n"
    "With --folder, it is a folder: catalogue.toml for what partnerships share, such as "
    "departments, and a file for each partnership in partnerships/. Colleagues who work on "
    "different partnerships then never change the same file."
)

EXAMPLES = (
    ("utpartners init catalogue.toml", "a new catalogue"),
    (
        "utpartners init catalogue.toml --home 'Kita University'",
        "a catalogue of another university",
    ),
    ("utpartners init ours/ --folder", "a folder with a file for each partnership"),
)


def run(
    context: typer.Context,
    file: Annotated[
        str,
        typer.Argument(metavar="FILE", help="The file or folder to create; - prints it."),
        Completes("path"),
    ],
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="Title of the catalogue.")
    ] = None,
    home: Annotated[
        str | None,
        typer.Option("--home", metavar="NAME", help="The university whose partnerships it lists."),
    ] = None,
    folder: Annotated[
        bool, typer.Option("--folder", help="Create a folder with a file for each partnership.")
    ] = False,
) -> None:
    """Write a catalogue to start from."""
    from ...formats.template import template, template_parts

    file = "-" if file in STDOUT else file
    if folder:
        file = _folder_name(file)
        parts = template_parts(title, home)
    else:
        _require_toml(file)
        text = template(title, home)
    if os.path.lexists(file):
        raise UtpartnersError(
            translated("{file} already exists", file=file),
            translated("init never overwrites a file, even with --force. Choose another name."),
        )
    if folder:
        create(file, lambda target: _write(target, parts))
    else:
        write_pieces([text], file)
    if file != "-":
        name = shell.word(file)
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


def _folder_name(file: str) -> str:
    """Return the path of a folder. Raises UsageError where a name promises a file."""
    name = file.rstrip("/" + os.sep)
    if name in ("", "-") or os.path.splitext(name)[1].lower() in (".toml", ".json", ".db"):
        raise UsageError(
            translated("{file}: --folder needs the name of a folder").format(file=file),
            translated("Name it: {command}", command="utpartners init ours/ --folder"),
        )
    return name


def _write(folder: str, parts: dict[str, str]) -> None:
    for name, text in parts.items():
        path = os.path.join(folder, *name.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        write_file(path, [text])


def _require_toml(file: str) -> None:
    """Raise UsageError for a name that promises another form than TOML."""
    from ...formats.registry import FORMS
    from ...render import FORMATS

    name = file.rstrip("/" + os.sep)
    ending = os.path.splitext(name)[1].lower()
    others = {suffix for form in (*FORMS, *FORMATS) for suffix in form.suffixes} - {".toml"}
    if name == file and ending not in others:
        return
    toml = shell.word(f"{os.path.splitext(name)[0]}.toml")
    if name != file:
        raise UsageError(
            translated("{file}: init writes a file").format(file=file),
            translated("For a folder with a file for each partnership: {command}").format(
                command=f"utpartners init {shell.word(file)} --folder"
            ),
        )
    write = translated("Write {toml}, and from it the other form: {command}")
    raise UsageError(
        translated("{file}: init writes TOML").format(file=file),
        write.format(
            toml=toml,
            command=f"utpartners export --data {toml} -o {shell.word(file)}",
        ),
    )
