
-- Texts in other languages, each beside that of its record in the catalogue's own.
CREATE TABLE catalogue_title (
  catalogue INTEGER NOT NULL REFERENCES catalogue (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (catalogue, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE catalogue_about (
  catalogue INTEGER NOT NULL REFERENCES catalogue (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (catalogue, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE aim_in (
  catalogue INTEGER NOT NULL REFERENCES catalogue (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (catalogue, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE note_in (
  catalogue INTEGER NOT NULL REFERENCES catalogue (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (catalogue, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE phase_purpose (
  phase INTEGER NOT NULL REFERENCES phase (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (phase, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE initiative_organiser (
  initiative INTEGER NOT NULL REFERENCES initiative (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (initiative, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE initiative_project (
  initiative INTEGER NOT NULL REFERENCES initiative (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (initiative, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE initiative_summary (
  initiative INTEGER NOT NULL REFERENCES initiative (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (initiative, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE institution_city (
  institution INTEGER NOT NULL REFERENCES institution (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (institution, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE partnership_collaboration (
  partnership INTEGER NOT NULL REFERENCES partnership (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (partnership, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE partnership_note (
  partnership INTEGER NOT NULL REFERENCES partnership (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (partnership, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement_title (
  agreement INTEGER NOT NULL REFERENCES agreement (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (agreement, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement_note (
  agreement INTEGER NOT NULL REFERENCES agreement (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (agreement, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_title (
  activity INTEGER NOT NULL REFERENCES activity (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (activity, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_place (
  activity INTEGER NOT NULL REFERENCES activity (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (activity, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_other_in (
  activity INTEGER NOT NULL REFERENCES activity (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (activity, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_summary (
  activity INTEGER NOT NULL REFERENCES activity (pk),
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (activity, position)
) STRICT, WITHOUT ROWID;
