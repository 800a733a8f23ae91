-- What the commands of utpartners show, as views of the tables beside this file, in SQL that both
-- DuckDB and Spark read. Their columns are the keys of the JSON of a command, where a list without
-- entries is NULL. Rows have an order only with ORDER BY, such as that of their position.
-- For the agreements of another day, put DATE '2027-04-01' in the place of current_date.

CREATE OR REPLACE TEMPORARY VIEW today AS
SELECT CAST(current_date AS STRING) AS day,
  CAST(CAST(current_date + INTERVAL '12' MONTH AS DATE) AS STRING) AS soon;

CREATE OR REPLACE TEMPORARY VIEW partnership_institutions AS
SELECT DISTINCT partnership, array_agg(institution) OVER (
  PARTITION BY partnership ORDER BY position
  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS institutions
FROM member;

CREATE OR REPLACE TEMPORARY VIEW partnership_countries AS
SELECT DISTINCT partnership, array_agg(country) OVER (
  PARTITION BY partnership ORDER BY place
  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS countries
FROM (
  SELECT m.partnership, i.country, min(m.position) AS place
  FROM member m JOIN institution i ON i.id = m.institution
  GROUP BY m.partnership, i.country) c;

CREATE OR REPLACE TEMPORARY VIEW partnership_departments AS
SELECT DISTINCT l.partnership, array_agg(d.code) OVER (
  PARTITION BY l.partnership ORDER BY l.position
  ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS departments
FROM link l JOIN department d ON d.id = l.department;

-- list and dept. A status that the catalogue does not describe has ended if it is called so.
CREATE OR REPLACE TEMPORARY VIEW partnerships AS
SELECT p.id, p.name, p.abbreviation, p.status, c.countries, i.institutions, d.departments,
  coalesce(a.activities, 0) AS activities, p.collaboration,
  coalesce(p.end_day < t.day, FALSE) OR coalesce(s.ended, lower(p.status) = 'ended') AS has_ended,
  p.position
FROM partnership p CROSS JOIN today t
LEFT JOIN partnership_countries c ON c.partnership = p.id
LEFT JOIN partnership_institutions i ON i.partnership = p.id
LEFT JOIN partnership_departments d ON d.partnership = p.id
LEFT JOIN (SELECT partnership, count(*) AS activities FROM activity GROUP BY partnership) a
  ON a.partnership = p.id
LEFT JOIN (SELECT lower(id) AS id, bool_or(ended) AS ended FROM status GROUP BY lower(id)) s
  ON s.id = lower(p.status);

-- show: what it says of a partnership itself, and then its institutions and departments.
CREATE OR REPLACE TEMPORARY VIEW cards AS
SELECT p.id, p.name, p.abbreviation, n.names, p.status, c.countries, p.since, p.note,
  p.collaboration, d.code AS coordinator, a.aliases, p.source, s.sources, p.until, h.coordinators,
  p.position
FROM partnership p
LEFT JOIN department d ON d.id = p.coordinator
LEFT JOIN partnership_countries c ON c.partnership = p.id
LEFT JOIN (
  SELECT partnership, map_from_entries(array_agg((language, text))) AS names
  FROM partnership_name GROUP BY partnership) n ON n.partnership = p.id
LEFT JOIN (
  SELECT DISTINCT partnership, array_agg(text) OVER (
    PARTITION BY partnership ORDER BY position
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS aliases
  FROM partnership_alias) a ON a.partnership = p.id
LEFT JOIN (
  SELECT DISTINCT r.partnership, array_agg(r.source) OVER (
    PARTITION BY r.partnership ORDER BY r.source
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS sources
  FROM (
    SELECT partnership, source FROM agreement UNION SELECT partnership, source FROM activity) r
  JOIN partnership o ON o.id = r.partnership
  WHERE r.source IS NOT NULL AND r.source <> coalesce(o.source, '')) s ON s.partnership = p.id
LEFT JOIN (
  SELECT DISTINCT b.partnership, array_agg(q.name || coalesce(' (' || q.role || ')', '')) OVER (
    PARTITION BY b.partnership ORDER BY b.position
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS coordinators
  FROM partnership_coordinator b JOIN person q ON q.id = b.person) h ON h.partnership = p.id;

CREATE OR REPLACE TEMPORARY VIEW institutions AS
SELECT m.partnership, i.id, i.name, n.names, i.country, i.city, i.latitude, i.longitude, i.website,
  i.ror, c.name AS country_name, m.position
FROM member m JOIN institution i ON i.id = m.institution JOIN country c ON c.code = i.country
LEFT JOIN (
  SELECT institution, map_from_entries(array_agg((language, text))) AS names
  FROM institution_name GROUP BY institution) n ON n.institution = i.id;

CREATE OR REPLACE TEMPORARY VIEW departments AS
SELECT l.partnership, d.code, d.id, d.name, n.names, l.position
FROM link l JOIN department d ON d.id = l.department
LEFT JOIN (
  SELECT department, map_from_entries(array_agg((language, text))) AS names
  FROM department_name GROUP BY department) n ON n.department = d.id;

-- timeline, and the activities of show
CREATE OR REPLACE TEMPORARY VIEW activities AS
SELECT a.partnership, a.when, a.calendar, a.kind, a.title, a.format, a.place, a.participants,
  d.departments, o.others, a.summary, a.source, a.phase, a.planned, a.frequency, f.figures,
  CASE WHEN substr(a.when, 1, 1) BETWEEN '0' AND '9' THEN substr(a.when, 1, 4) END AS period,
  a.number, a.first_day, a.last_day, a.position
FROM activity a
LEFT JOIN (
  SELECT DISTINCT l.partnership, l.activity, array_agg(c.code) OVER (
    PARTITION BY l.partnership, l.activity ORDER BY l.position
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS departments
  FROM activity_department l JOIN department c ON c.id = l.department) d
  ON d.partnership = a.partnership AND d.activity = a.number
LEFT JOIN (
  SELECT DISTINCT partnership, activity, array_agg(name) OVER (
    PARTITION BY partnership, activity ORDER BY position
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS others
  FROM activity_other) o ON o.partnership = a.partnership AND o.activity = a.number
LEFT JOIN (
  SELECT DISTINCT g.partnership, g.activity, array_agg(g.count || ' ' || g.of) OVER (
    PARTITION BY g.partnership, g.activity ORDER BY g.position
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS figures
  FROM activity_figure g) f ON f.partnership = a.partnership AND f.activity = a.number;

-- agreements, and those of show
CREATE OR REPLACE TEMPORARY VIEW agreements AS
SELECT a.partnership, a.kind, a.signed, a.ends, a.renews,
  CASE WHEN a.start_day > t.day THEN 'not yet in force'
    WHEN r.replaced_on <= t.day THEN 'replaced'
    WHEN a.end_day IS NULL THEN 'unknown'
    WHEN a.end_day < t.day THEN 'ended'
    WHEN a.end_day <= t.soon THEN 'expiring' ELSE 'in force' END AS state,
  p.name, a.note, a.source, e.evidence, a.id, a.title, d.departments, a.starts, a.term, a.ended,
  a.notice,
  CASE WHEN a.end_day BETWEEN t.day AND '9999-12-30' AND coalesce(r.replaced_on > t.day, TRUE)
    THEN CAST(TRY_CAST(a.end_day AS DATE) - CAST(t.day AS DATE) AS INT) END AS days_left,
  a.document, h.people, b.out AS places_out, b.in AS places_in, a.number, a.start_day, a.end_day,
  a.position
FROM agreement a JOIN partnership p ON p.id = a.partnership CROSS JOIN today t
LEFT JOIN (
  SELECT s.replaced, min(coalesce(n.start_day, '')) AS replaced_on
  FROM replaced_agreement s
  JOIN agreement n ON n.partnership = s.partnership AND n.number = s.agreement
  GROUP BY s.replaced) r ON r.replaced = a.id
LEFT JOIN (
  SELECT DISTINCT partnership, agreement, array_agg(text) OVER (
    PARTITION BY partnership, agreement ORDER BY position
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS evidence
  FROM agreement_evidence) e ON e.partnership = a.partnership AND e.agreement = a.number
LEFT JOIN (
  SELECT DISTINCT l.partnership, l.agreement, array_agg(c.code) OVER (
    PARTITION BY l.partnership, l.agreement ORDER BY l.position
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS departments
  FROM agreement_department l JOIN department c ON c.id = l.department) d
  ON d.partnership = a.partnership AND d.agreement = a.number
LEFT JOIN (
  SELECT DISTINCT l.partnership, l.agreement, array_agg(q.name) OVER (
    PARTITION BY l.partnership, l.agreement ORDER BY l.position
    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS people
  FROM agreement_person l JOIN person q ON q.id = l.person) h
  ON h.partnership = a.partnership AND h.agreement = a.number
LEFT JOIN agreement_places b ON b.partnership = a.partnership AND b.agreement = a.number;
