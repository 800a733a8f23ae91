"""Words that catalogues use and that the page says in the reader's language.

A catalogue may have any other word for a status or a kind: that is shown as it is.
"""

from __future__ import annotations

STATUSES = ("primary", "prospective")

ACTIVITY_KINDS = (
    "agreement", "conference", "dialogue", "education", "event", "exchange", "forum", "funding",
    "lecture", "network", "office", "research", "seminar", "symposium", "workshop",
)  # fmt: skip

FORMATS = ("in person", "online", "hybrid")

DEPARTMENT_KINDS = ("graduate school", "hospital", "institute", "center", "division", "faculty")

VOCABULARY = (*STATUSES, *ACTIVITY_KINDS, *FORMATS, *DEPARTMENT_KINDS)
