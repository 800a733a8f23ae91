"""The longer conditions of filters, in SQL: on a partnership ``p`` or an agreement ``a``."""

BEGAN = "substr(p.since, 1, instr(p.since || '/', '/') - 1)"
"""When a partnership began, which may be an interval."""

IN_COUNTRIES = """p.pk IN (
  SELECT m.partnership FROM institution i JOIN member m ON m.institution = i.pk
  WHERE i.country IN (SELECT value FROM json_each(:{name})))"""

OF_DEPARTMENTS = """p.pk IN (
  SELECT partnership FROM link WHERE department IN (SELECT value FROM json_each(:dept)))"""

OF_ALL_DEPARTMENTS = """p.pk IN (
  SELECT partnership FROM link WHERE department IN (SELECT value FROM json_each(:dept))
  GROUP BY partnership HAVING count(*) = json_array_length(:dept))"""

AGREEMENT_OF_DEPARTMENTS = f"""CASE
  WHEN EXISTS (SELECT 1 FROM agreement_department g WHERE g.agreement = a.pk) THEN a.pk IN (
    SELECT agreement FROM agreement_department
    WHERE department IN (SELECT value FROM json_each(:dept)))
  ELSE {OF_DEPARTMENTS} END"""  # noqa: S608 (all of it is constant)
"""An agreement that names no department is for all of those of its partnership."""

INACTIVE = """NOT EXISTS (
  SELECT 1 FROM activity x WHERE x.partnership = p.pk AND NOT x.planned
  AND x.last_day >= :inactive_since)"""

_NOT_OVER = "({record}.end_day IS NULL OR {record}.end_day >= date('now', 'localtime'))"

CURRENT = f"""{_NOT_OVER.format(record="p")} AND NOT coalesce(
  (SELECT s.ended FROM main.status s WHERE s.catalogue = p.catalogue AND s.id = p.status),
  lower(p.status) = 'ended')"""  # noqa: S608
"""A partnership goes on unless its end is past or its status says that it has ended.

A catalogue that lists no statuses can still have the status "ended".
"""

CURRENT_AGREEMENT = f"""{_NOT_OVER.format(record="a")} AND NOT EXISTS (
  SELECT 1 FROM replaced_agreement r WHERE r.replaced = a.pk)"""  # noqa: S608
