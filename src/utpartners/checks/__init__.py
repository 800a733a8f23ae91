"""The rules of a catalogue, each a function whose docstring is its documentation.

:mod:`.rules` is the registry. :mod:`.shape` says whether a document has the keys and types of the
model; the other rules look at the records that have them. :mod:`.findings` runs all of them on a
document and gives each problem its place. Rules know the model; they know no file format and no
storage. Nothing is imported here, as the forms of a catalogue need the shape and no rule.
"""
