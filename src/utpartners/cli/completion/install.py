"""Puts the script of a shell where that shell finds it, and says what it changed."""

from __future__ import annotations

import os
import shlex

from ...errors import UsageError, UtpartnersError
from ...i18n import translated
from . import VARIABLE

PROGRAM = "utpartners"

POWERSHELLS = ("powershell", "pwsh")
KNOWN = ("bash", "zsh", "fish", *POWERSHELLS)


def install(shell: str) -> list[str]:
    """Install completion for a shell, the present one where none is named; return what was done.

    Raises UsageError for a shell that is not known, UtpartnersError where a file cannot be written.
    """
    shell = _known(shell)
    try:
        changed = _INSTALLERS[shell]() if shell in _INSTALLERS else _of_powershell(shell)
    except OSError as error:
        raise UtpartnersError(
            translated("cannot install completion for {shell}: {reason}").format(
                shell=shell,
                reason=f"{error.filename or ''}: {error.strerror or error}".lstrip(": "),
            ),
            translated("To print the script instead: {command}").format(
                command=f"utpartners --show-completion {shell}"
            ),
        ) from error
    heading = translated("Completion for {shell} is installed:").format(shell=shell)
    closing = translated("It works in every {shell} that is started from now on.").format(
        shell=shell
    )
    return [heading, *(f"  {line}" for line in changed), closing]


def script(shell: str) -> str:
    """Return the script of a shell, the present one where none is named. Raises UsageError."""
    shell = _known(shell)
    if shell in POWERSHELLS:
        from typer import completion as by_typer

        made: str = by_typer.get_completion_script(  # type: ignore[attr-defined]
            prog_name=PROGRAM, complete_var=VARIABLE, shell=shell
        )
        return f"{made}\n"
    path = os.path.join(os.path.dirname(__file__), f"{PROGRAM}.{shell}")
    with open(path, encoding="utf-8") as file:
        return file.read()


def _known(shell: str) -> str:
    if not shell:
        import shellingham

        try:
            shell, _ = shellingham.detect_shell()
        except shellingham.ShellDetectionFailure:
            raise UsageError(
                translated("the shell that runs is not recognised"),
                translated("Name it: {command}").format(
                    command="utpartners --install-completion bash"
                ),
            ) from None
    if shell.lower() not in KNOWN:
        raise UsageError(
            translated("there is no completion for {name}").format(name=f"'{shell}'"),
            translated("Choose from: {values}.").format(values=", ".join(KNOWN)),
        )
    return shell.lower()


def _of_bash() -> list[str]:
    path = os.path.join(_home(), ".bash_completions", f"{PROGRAM}.sh")
    return [
        _written(path, script("bash")),
        _extended(os.path.join(_home(), ".bashrc"), f"source {shlex.quote(path)}"),
    ]


def _of_zsh() -> list[str]:
    path = os.path.join(_home(), ".zfunc", f"_{PROGRAM}")
    start = os.path.join(os.environ.get("ZDOTDIR") or _home(), ".zshrc")
    return [
        _written(path, script("zsh")),
        _extended(start, "fpath+=~/.zfunc; autoload -Uz compinit; compinit"),
    ]


def _of_fish() -> list[str]:
    settings = os.environ.get("XDG_CONFIG_HOME") or os.path.join(_home(), ".config")
    path = os.path.join(settings, "fish", "completions", f"{PROGRAM}.fish")
    return [_written(path, script("fish"))]


_INSTALLERS = {"bash": _of_bash, "zsh": _of_zsh, "fish": _of_fish}


def _of_powershell(shell: str) -> list[str]:
    from typer import completion as by_typer

    _, path = by_typer.install(  # type: ignore[attr-defined]
        shell=shell, prog_name=PROGRAM, complete_var=VARIABLE
    )
    return [_said(translated("Extended {path}"), str(path))]


def _home() -> str:
    return os.path.expanduser("~")


def _written(path: str, text: str) -> str:
    """Write a file of ours, and say so."""
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    return _said(translated("Wrote {path}"), path)


def _extended(path: str, line: str) -> str:
    """Add a line to the start-up file of a shell unless it is there; say whether it was."""
    try:
        # A start-up file may be in any encoding: what it says else stays as it is, byte for byte.
        with open(path, encoding="utf-8", errors="surrogateescape", newline="") as file:
            text = file.read()
    except FileNotFoundError:
        text = ""
    if line in text.splitlines():
        return _said(translated("{path} already has the line it needs"), path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "a", encoding="utf-8", newline="\n") as file:
        file.write(f"{line}\n" if not text or text.endswith("\n") else f"\n{line}\n")
    return _said(translated("Added a line to {path}: {line}"), path, line)


def _said(template: str, path: str, line: str = "") -> str:
    return template.format(path=path, line=line)
