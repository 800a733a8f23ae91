"""The program: how a line of arguments becomes a question, and where its answer goes.

``app`` parses the line, a module of ``commands`` answers it, ``session`` knows the global options
and the open catalogues, ``output`` writes the answer, ``error_handler`` prints what went wrong.

This package may import every other package; none imports it. ``python -m utpartners`` and the
command ``utpartners`` start at :func:`utpartners.cli.app.run`.
"""
