-- What can be searched: a row for each record. texts() joins what is not null. It is found as well by
-- what stands in also: words of it as other languages have them, ids and codes as one word.
-- Whatever language is shown, the texts of all are here: of "main", where no view replaces a table.
CREATE TABLE search_text (
  pk INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  names TEXT,
  body TEXT,
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  partnership TEXT,
  catalogue INTEGER,
  also TEXT
) STRICT;

CREATE VIRTUAL TABLE search USING fts5(
  title, names, body,
  kind UNINDEXED, id UNINDEXED, partnership UNINDEXED, catalogue UNINDEXED,
  content = 'search_text', content_rowid = 'pk', tokenize = "unicode61 remove_diacritics 2"
);

-- Words of a title tell most, then those of another name.
INSERT INTO search (search, rank) VALUES ('rank', 'bm25(8.0, 6.0, 1.0)');

CREATE TEMP VIEW further_name AS
  SELECT kind, record, position, text FROM main.alias
  UNION ALL SELECT kind, record, position, text FROM main.translation
  UNION ALL SELECT 'institution', institution, position, name FROM main.institution_former
  UNION ALL SELECT 'department', department, position, name FROM main.department_former;

INSERT INTO search_text (title, names, body, kind, id, partnership, catalogue, also)
SELECT p.name,
  texts(p.abbreviation, p.id, (SELECT group_concat(text, ' · ') FROM further_name
    WHERE kind = 'partnership' AND record = p.pk)),
  texts(p.status, p.collaboration, p.note,
    (SELECT group_concat(text, ' · ') FROM main.partnership_collaboration
      WHERE partnership = p.pk),
    (SELECT group_concat(text, ' · ') FROM main.partnership_note WHERE partnership = p.pk),
    (SELECT group_concat(texts(kind, signed, ends, note), ' · ') FROM main.agreement
      WHERE partnership = p.pk),
    (SELECT group_concat(t.text, ' · ') FROM main.agreement g
      JOIN main.agreement_note t ON t.agreement = g.pk WHERE g.partnership = p.pk)),
  'partnership', p.id, p.id, p.catalogue, also(joined(p.abbreviation, p.id), p.status,
    (SELECT group_concat(DISTINCT kind) FROM main.agreement WHERE partnership = p.pk))
FROM main.partnership p ORDER BY p.pk;

INSERT INTO search_text (title, names, body, kind, id, partnership, catalogue, also)
SELECT i.name,
  texts(i.abbreviation, i.id, (SELECT group_concat(text, ' · ') FROM further_name
    WHERE kind = 'institution' AND record = i.pk)),
  texts(i.city, (SELECT group_concat(text, ' · ') FROM main.institution_city
    WHERE institution = i.pk), c.name, (SELECT group_concat(text, ' · ') FROM further_name
    WHERE kind = 'country' AND record = c.pk), i.website, i.ror),
  'institution', i.id,
  (SELECT p.id FROM main.member m JOIN main.partnership p ON p.pk = m.partnership
    WHERE m.institution = i.pk ORDER BY p.pk LIMIT 1),
  (SELECT p.catalogue FROM main.member m JOIN main.partnership p ON p.pk = m.partnership
    WHERE m.institution = i.pk ORDER BY p.pk LIMIT 1),
  also(joined(i.abbreviation, i.id))
FROM main.institution i JOIN main.country c ON c.code = i.country ORDER BY i.pk;

INSERT INTO search_text (title, names, body, kind, id, partnership, catalogue, also)
SELECT d.name,
  texts(d.code, d.id, (SELECT group_concat(text, ' · ') FROM further_name
    WHERE kind = 'department' AND record = d.pk)),
  texts(d.kind, d.website), 'department', d.id, NULL, d.catalogue,
  also(joined(d.code, d.id), d.kind)
FROM main.department d ORDER BY d.pk;

INSERT INTO search_text (title, names, body, kind, id, partnership, catalogue, also)
SELECT a.title,
  (SELECT group_concat(text, ' · ') FROM main.activity_title WHERE activity = a.pk),
  texts(a.summary, a.kind, a.format, a.place, a.frequency, a."when", a.participants,
    (SELECT group_concat(name, ', ') FROM main.activity_other WHERE activity = a.pk),
    (SELECT group_concat(texts(count || ' ' || of), ', ') FROM main.activity_figure
      WHERE activity = a.pk),
    (SELECT group_concat(text, ' · ') FROM main.activity_place WHERE activity = a.pk),
    (SELECT group_concat(text, ' · ') FROM main.activity_other_in WHERE activity = a.pk),
    (SELECT group_concat(text, ' · ') FROM main.activity_summary WHERE activity = a.pk)),
  'activity',
  p.id || '/' || (1 + a.pk - (SELECT min(pk) FROM main.activity b WHERE b.partnership = p.pk)),
  p.id, p.catalogue, also(NULL, a.kind, a.format, a.frequency)
FROM main.activity a JOIN main.partnership p ON p.pk = a.partnership ORDER BY a.pk;

INSERT INTO search_text (title, names, body, kind, id, partnership, catalogue, also)
SELECT i.name,
  texts(i.abbreviation, i.id, (SELECT group_concat(text, ' · ') FROM further_name
    WHERE kind = 'initiative' AND record = i.pk)),
  texts(i.summary, i.project, i.organiser, i.frequency, i."when", i.website,
    (SELECT group_concat(texts(count || ' ' || of), ', ') FROM main.initiative_figure
      WHERE initiative = i.pk),
    (SELECT group_concat(text, ' · ') FROM main.initiative_organiser WHERE initiative = i.pk),
    (SELECT group_concat(text, ' · ') FROM main.initiative_project WHERE initiative = i.pk),
    (SELECT group_concat(text, ' · ') FROM main.initiative_summary WHERE initiative = i.pk)),
  'initiative', i.id, NULL, i.catalogue,
  also(joined(i.abbreviation, i.id), i.frequency)
FROM main.initiative i ORDER BY i.pk;

INSERT INTO search_text (title, names, body, kind, id, partnership, catalogue, also)
SELECT c.title,
  (SELECT group_concat(text, ' · ') FROM main.catalogue_title WHERE catalogue = c.pk),
  texts(c.about, (SELECT group_concat(text, ' · ') FROM main.aim WHERE catalogue = c.pk),
    (SELECT group_concat(text, ' · ') FROM main.note WHERE catalogue = c.pk),
    (SELECT group_concat(texts(first, last, purpose), ' · ') FROM main.phase
      WHERE catalogue = c.pk),
    (SELECT group_concat(text, ' · ') FROM main.catalogue_about WHERE catalogue = c.pk),
    (SELECT group_concat(text, ' · ') FROM main.aim_in WHERE catalogue = c.pk),
    (SELECT group_concat(text, ' · ') FROM main.note_in WHERE catalogue = c.pk),
    (SELECT group_concat(t.text, ' · ') FROM main.phase p
      JOIN main.phase_purpose t ON t.phase = p.pk WHERE p.catalogue = c.pk)),
  'catalogue', c.home, NULL, c.pk, NULL
FROM main.catalogue c ORDER BY c.pk;

DROP VIEW further_name;

-- Other signs than these are parted, and letters made small, by the tokenizer itself.
INSERT INTO search (rowid, title, names, body)
SELECT pk,
  CASE WHEN title GLOB '*[^ -~·]*' OR title GLOB '*[&''.`]*' THEN folded(title) ELSE title END,
  folded(coalesce(names || ' · ' || also, names, also)),
  CASE WHEN body GLOB '*[^ -~·]*' OR body GLOB '*[&''.`]*' THEN folded(body) ELSE body END
FROM search_text ORDER BY pk;
