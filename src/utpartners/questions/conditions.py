"""The longer conditions of filters, in SQL: on a partnership ``p`` or an agreement ``a``."""

BEGAN = "substr(p.since, 1, instr(p.since || '/', '/') - 1)"
"""When a partnership began, which may be an interval."""

OF_STATUS = """p.pk IN (
  SELECT s.pk FROM partnership s WHERE s.status COLLATE NOCASE IN (
    SELECT value FROM json_each(:status))
  AND s.status IN (SELECT value FROM json_each(:status)))"""
"""In any case first, as the index has them.

By their keys, which keeps SQLite from sorting all of a status before the first is shown.
"""

IN_COUNTRIES = """p.pk IN (
  SELECT m.partnership FROM institution i JOIN member m ON m.institution = i.pk
  WHERE i.country IN (SELECT value FROM json_each(:{name})))"""

OF_DEPARTMENTS = """p.pk IN (
  SELECT partnership FROM link WHERE department IN (SELECT value FROM json_each(:dept)))"""

OF_ALL_DEPARTMENTS = """p.pk IN (
  SELECT partnership FROM link WHERE department IN (SELECT value FROM json_each(:dept))
  GROUP BY partnership HAVING count(*) = json_array_length(:dept))"""

_NAMING_DEPARTMENTS = """a.pk IN (
  SELECT agreement FROM agreement_department
  WHERE department IN (SELECT value FROM json_each(:dept)))"""

_NAMES_NONE = "NOT EXISTS (SELECT 1 FROM agreement_department g WHERE g.agreement = a.pk)"

# Not the key of the partnership: of both halves, SQLite then finds the agreements by an index.
AGREEMENT_OF_DEPARTMENTS = f"""({_NAMING_DEPARTMENTS} OR (a.partnership IN (
  SELECT partnership FROM link WHERE department IN (SELECT value FROM json_each(:dept)))
  AND {_NAMES_NONE}))"""  # noqa: S608 (all of it is constant)
"""An agreement that names no department is for all of those of its partnership."""

RESPONSIBLE_FOR_DEPARTMENTS = f"""(
  h.department IN (SELECT value FROM json_each(:dept))
  OR {_NAMING_DEPARTMENTS} OR ({OF_DEPARTMENTS} AND {_NAMES_NONE}))"""  # noqa: S608
"""A person may be of a department, or responsible for what is of it; maybe a whole partnership."""

INACTIVE = """NOT EXISTS (
  SELECT 1 FROM activity x WHERE x.partnership = p.pk AND NOT x.planned
  AND x.last_day >= :inactive_since)"""

ENDED_STATUSES = """
SELECT id COLLATE NOCASE AS status, catalogue FROM main.status WHERE ended
UNION ALL SELECT 'ended', c.pk FROM main.catalogue c WHERE NOT EXISTS (
  SELECT 1 FROM main.status
  WHERE status.catalogue = c.pk AND status.id = 'ended' COLLATE NOCASE)
"""
"""The statuses of ended partnerships. A catalogue that does not list "ended" may still use it."""

ENDED = f"""(p.end_day < today() OR (
  p.status COLLATE NOCASE IN (SELECT status FROM ({ENDED_STATUSES}))
  AND (p.status COLLATE NOCASE, p.catalogue) IN ({ENDED_STATUSES})))"""  # noqa: S608
"""A partnership has ended if its end is past or its status says so; NULL is false.

The status alone is asked first, as SQLite finds it by an index and both together not.
"""

CURRENT = f"{ENDED} IS NOT TRUE"

_REPLACING = """FROM main.replaced_agreement r JOIN main.agreement n ON n.pk = r.agreement
  WHERE r.replaced = {agreement}"""


def is_replaced(on: str, agreement: str = "a") -> str:
    """Return the condition that another agreement has replaced one by the day ``on``."""
    replacing = _REPLACING.format(agreement=f"{agreement}.pk")
    return f"EXISTS (SELECT 1 {replacing} AND coalesce(n.start_day, '') <= {on})"


def replaced_on(agreement: str) -> str:
    """Return SQL for the day on which another agreement replaced one; empty if it is unknown."""
    replacing = _REPLACING.format(agreement=f"{agreement}.pk")
    return f"(SELECT min(coalesce(n.start_day, '')) {replacing})"


def state_on(on: str, soon: str, agreement: str = "a") -> str:
    """Return SQL for the state of an agreement on a day; ``soon`` is the last one that is near."""
    days = f"{agreement}.start_day, {agreement}.end_day"
    return f"agreement_state({days}, {is_replaced(on, agreement)}, {on}, {soon})"


WITHOUT_AGREEMENT = f"""NOT EXISTS (
  SELECT 1 FROM agreement x WHERE x.partnership = p.pk
  AND {state_on("today()", "''", "x")} = 'in force')"""  # noqa: S608 (all of it is constant)
"""No agreement is known to be in force; one that expires soon still is."""
