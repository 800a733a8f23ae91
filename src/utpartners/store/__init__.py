"""A catalogue in SQLite: its tables, how they are filled, read back, indexed and merged.

This room knows the model and SQL, and neither rules nor files in other forms. ``store.Store`` is
its door: an open catalogue that answers SQL with bound parameters. ``relation.Relation`` and
``tables.RELATIONS`` say which tables follow from the model; ``schema.sql`` holds them.
"""

KINDS = ("partnership", "institution", "department", "country")
"""The kinds of record that are found by name."""
