"""What a shell completes: commands, options, and the values that a catalogue or a command has.

A script in the shell, made by ``--install-completion``, runs the program with the variable
``_UTPARTNERS_COMPLETE``. :mod:`.shells` reads the line that is typed and writes what may follow,
quoted as that shell needs it; :mod:`.line` finds the argument or option that the last word is
for; :mod:`.words` knows the values, which :mod:`.named` finds in the catalogue; :mod:`.install`
puts the scripts in their places.

An argument or option says what completes it with :class:`Completes`. This door imports nothing, as
every start passes it.
"""

VARIABLE = "_UTPARTNERS_COMPLETE"
"""Environment variable with which a shell asks for completions: its name and that of a shell."""


class Completes:
    """What completes the value of an argument or option: a piece of its ``Annotated``."""

    def __init__(self, what: str) -> None:
        self.what = what
        """A key of ``WORDS`` in :mod:`.words`, such as ``partner`` or ``path``."""
