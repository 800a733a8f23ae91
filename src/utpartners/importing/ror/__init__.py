"""The Research Organization Registry (ROR), from a data dump on disk: organisations by their names.

:mod:`.dump` reads a dump, :mod:`.index` keeps it as tables in a cache, :mod:`.find` says which
organisation a name means. :mod:`.matching` and :mod:`.enrich` are what is asked.
"""
