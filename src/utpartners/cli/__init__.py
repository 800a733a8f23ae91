"""The program: how a line of arguments becomes a question, and where its answer goes.

It may use every other room; nothing else in the package imports it. ``python -m utpartners`` and
the command ``utpartners`` start at :func:`utpartners.cli.app.main`.
"""
