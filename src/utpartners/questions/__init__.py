"""Answer each question with one SQL statement: from a store and arguments to a Table or Card.

A file is named as its command and has its fields, its view and its statement. What they share is
in :mod:`.columns`, :mod:`.filters`, :mod:`.selection` and :mod:`.multi_home`. This room knows the
store and names, and no screen; the API and the page ask it.
"""
