"""Catalogues that are edited where they are: comments, order and whatever else people wrote stay.

A change is made to the document of a catalogue, its tables and keys as plain values; the text
follows from the difference between the document before and after. The room knows the forms of a
catalogue, the rules and the names; it knows no sheets, no questions and no command line.
"""
