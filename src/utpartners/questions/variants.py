"""What each filter is of anything else than partnerships: the fields of a filter that differ.

:class:`utpartners.questions.filters.Filters` declares each filter for partnerships ``p``, and names
what is said here for activities and agreements ``a``, departments ``d`` and people ``h``. A person
``h`` is read with each partnership ``p`` and agreement ``a`` that the person is responsible for.
"""

from collections.abc import Mapping
from typing import Any

from .conditions import AGREEMENT_OF_DEPARTMENTS, RESPONSIBLE_FOR_DEPARTMENTS, is_replaced
from .filter import Subject

Variants = Mapping[Subject, Mapping[str, Any]]

_OF_STATUS = {
    "help": "Only {what} of partnerships with this status.",
    "phrase": "{what} of {values} partnerships",
}

STATUS: Variants = {
    "activities": _OF_STATUS,
    "agreements": _OF_STATUS,
    "departments": {
        "help": "Only departments with a partnership that has this status.",
        "phrase": "{what} with {values} partnerships",
    },
    "people": {
        "help": "Only people responsible for a partnership with this status.",
        "phrase": "{what} responsible for {values} partnerships",
    },
}

_OF_PARTNERS = {"phrase": "{what} with partners in {values}"}

COUNTRY: Variants = {
    "activities": _OF_PARTNERS,
    "agreements": _OF_PARTNERS,
    "departments": _OF_PARTNERS,
    "people": {
        "help": "Only people responsible for a partnership with a partner in this country.",
        "phrase": "{what} responsible for partners in {values}",
    },
}

REGION: Variants = {
    **COUNTRY,
    "people": {
        **COUNTRY["people"],
        "help": "Only people responsible for a partnership with a partner in this region, such as "
        "Asia, Northern Europe or EU.",
    },
}

DEPT: Variants = {
    "activities": {
        "sql": """a.pk IN (
          SELECT activity FROM activity_department
          WHERE department IN (SELECT value FROM json_each(:dept)))""",
        "record": "a",
    },
    "agreements": {"sql": AGREEMENT_OF_DEPARTMENTS, "record": "a"},
    "departments": {
        "help": "Only this department.",
        "sql": "d.pk IN (SELECT value FROM json_each(:dept))",
        "record": "d",
        "phrase": "{what}: {values}",
    },
    "people": {
        "help": "Only people of this department, or responsible for partnerships involving it.",
        "sql": RESPONSIBLE_FOR_DEPARTMENTS,
        "record": "h",
        "phrase": "{what} of {values} or its partnerships",
    },
}

PARTNER: Variants = {
    # Not that of the partnership: an index finds the activities of one.
    "activities": {
        "sql": "a.partnership IN (SELECT value FROM json_each(:partner))",
        "record": "a",
    },
    "people": {
        "help": "Only people responsible for the partnership with this partner.",
        "phrase": "{what} responsible for {values}",
    },
}

_OF_KIND = {
    "sql": "a.kind IN (SELECT value FROM json_each(:kind))",
    "record": "a",
    "phrase": "{what} of the kind {values}",
}

KIND: Variants = {
    "activities": {**_OF_KIND, "help": "Only {what} of this kind, such as symposium."},
    "agreements": {
        **_OF_KIND,
        "help": "Only {what} of this kind, such as student exchange.",
        "value": "agreement kind",
    },
    "departments": {
        "help": "Only {what} of this kind, such as institute.",
        "sql": "d.kind IN (SELECT value FROM json_each(:kind))",
        "record": "d",
        "phrase": "{what} of the kind {values}",
        "value": "department kind",
    },
    "people": {
        "help": "Only people responsible for an agreement of this kind, such as student exchange.",
        "sql": """CASE WHEN a.pk IS NOT NULL THEN a.kind IN (SELECT value FROM json_each(:kind))
          ELSE p.pk IN (SELECT g.partnership FROM agreement g
            WHERE g.kind IN (SELECT value FROM json_each(:kind))) END""",
        "record": "a",
        "phrase": "{what} responsible for agreements of the kind {values}",
        "value": "agreement kind",
    },
}

SINCE: Variants = {
    "activities": {
        "help": "Only {what} in or after this year, month or day.",
        "sql": "a.last_day >= :since",
        "record": "a",
        "phrase": "{what} in or after {values}",
    },
    "agreements": {
        "help": "Only {what} signed in or after this year, month or day.",
        "sql": "last_day(a.signed) >= :since",
        "record": "a",
        "phrase": "{what} signed in or after {values}",
    },
    "departments": {
        "help": "Only {what} with a partnership that began in or after this date.",
        "phrase": "{what} with partnerships that began in or after {values}",
    },
    "people": {
        "help": "Only people responsible for a partnership that began in or after this date.",
        "phrase": "{what} responsible for partnerships that began in or after {values}",
    },
}

UNTIL: Variants = {
    "activities": {
        "help": "Only {what} in or before this year, month or day.",
        "sql": "a.first_day <= :until",
        "record": "a",
        "phrase": "{what} in or before {values}",
    },
    "agreements": {
        "help": "Only {what} signed in or before this year, month or day.",
        "sql": "first_day(a.signed) <= :until",
        "record": "a",
        "phrase": "{what} signed in or before {values}",
    },
    "departments": {
        "help": "Only {what} with a partnership that began in or before this date.",
        "phrase": "{what} with partnerships that began in or before {values}",
    },
    "people": {
        "help": "Only people responsible for a partnership that began in or before this date.",
        "phrase": "{what} responsible for partnerships that began in or before {values}",
    },
}

HOME: Variants = {
    "people": {
        "sql": """h.catalogue IN (
          SELECT pk FROM main.catalogue WHERE home IN (SELECT value FROM json_each(:home)))""",
        "record": "h",
    },
}

_CURRENT_AGREEMENT = (
    f"((a.end_day IS NULL OR a.end_day >= today()) AND NOT {is_replaced('today()')})"
)

_HAS_LEFT = "coalesce(last_day(h.until) < today(), 0)"

CURRENT: Variants = {
    "activities": {
        "help": "Leave out {what} of partnerships that have ended.",
        "phrase": "{what} of current partnerships",
    },
    "agreements": {
        "help": "Leave out {what} that have ended or were replaced.",
        "sql": _CURRENT_AGREEMENT,
        "record": "a",
    },
    "departments": {
        "help": "Only {what} with a partnership that has not ended.",
        "phrase": "{what} with current partnerships",
    },
    "people": {
        "help": "Leave out people who have left.",
        "sql": f"NOT {_HAS_LEFT}",
        "record": "h",
    },
}

ENDED: Variants = {
    "activities": {
        "help": "Only {what} of partnerships that have ended.",
        "phrase": "{what} of ended partnerships",
    },
    "agreements": {
        "help": "Only {what} that have ended or were replaced.",
        "sql": f"NOT {_CURRENT_AGREEMENT}",
        "record": "a",
    },
    "departments": {
        "help": "Only {what} with a partnership that has ended.",
        "phrase": "{what} with ended partnerships",
    },
    "people": {
        "help": "Only people who have left.",
        "sql": _HAS_LEFT,
        "record": "h",
        "phrase": "{what} who have left",
    },
}

ALL: Variants = {"departments": {"help": "Count partnerships that have ended, too."}}
