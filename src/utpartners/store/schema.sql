-- A catalogue as tables. Every question is asked of these, in memory or in a .db file.
-- pk is internal; id and code are what people and files use. position keeps the order of the file.
-- The indexes of starts find an id by how it starts, in any case, for what a shell completes.

CREATE TABLE catalogue (
  pk INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  home TEXT NOT NULL,
  language TEXT NOT NULL,
  official INTEGER NOT NULL CHECK (official IN (0, 1)),
  page TEXT,
  as_of TEXT,
  about TEXT
) STRICT;

CREATE TABLE aim (
  catalogue INTEGER NOT NULL REFERENCES catalogue (pk),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (catalogue, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE note (
  catalogue INTEGER NOT NULL REFERENCES catalogue (pk),
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (catalogue, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE source (
  catalogue INTEGER NOT NULL REFERENCES catalogue (pk),
  position INTEGER NOT NULL,
  title TEXT NOT NULL,
  publisher TEXT,
  url TEXT,
  PRIMARY KEY (catalogue, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE public_field (
  catalogue INTEGER NOT NULL REFERENCES catalogue (pk),
  position INTEGER NOT NULL,
  field TEXT NOT NULL,
  PRIMARY KEY (catalogue, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE status (
  pk INTEGER PRIMARY KEY,
  catalogue INTEGER NOT NULL REFERENCES catalogue (pk),
  id TEXT NOT NULL,
  name TEXT,
  ended INTEGER NOT NULL CHECK (ended IN (0, 1)),
  UNIQUE (id, catalogue)
) STRICT;

CREATE TABLE phase (
  pk INTEGER PRIMARY KEY,
  catalogue INTEGER NOT NULL REFERENCES catalogue (pk),
  number INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER CHECK (last >= first),
  purpose TEXT,
  UNIQUE (number, catalogue)
) STRICT;

CREATE TABLE initiative (
  pk INTEGER PRIMARY KEY,
  catalogue INTEGER NOT NULL REFERENCES catalogue (pk),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  abbreviation TEXT,
  "when" TEXT,
  frequency TEXT,
  organiser TEXT,
  project TEXT,
  website TEXT,
  summary TEXT,
  source TEXT,
  UNIQUE (id, catalogue)
) STRICT;

CREATE TABLE initiative_figure (
  initiative INTEGER NOT NULL REFERENCES initiative (pk),
  position INTEGER NOT NULL,
  count TEXT NOT NULL,
  of TEXT NOT NULL,
  PRIMARY KEY (initiative, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE country (
  pk INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE institution (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  abbreviation TEXT,
  country TEXT NOT NULL REFERENCES country (code),
  city TEXT,
  latitude REAL,
  longitude REAL,
  placement TEXT,
  website TEXT,
  ror TEXT,
  until TEXT,
  successor INTEGER REFERENCES institution (pk) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX institution_start ON institution (id COLLATE NOCASE);
CREATE INDEX institution_country ON institution (country);

CREATE TABLE institution_former (
  institution INTEGER NOT NULL REFERENCES institution (pk),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  since TEXT,
  until TEXT,
  PRIMARY KEY (institution, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE department (
  pk INTEGER PRIMARY KEY,
  catalogue INTEGER NOT NULL REFERENCES catalogue (pk),
  code TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT,
  website TEXT,
  ror TEXT,
  until TEXT,
  successor INTEGER REFERENCES department (pk) DEFERRABLE INITIALLY DEFERRED,
  UNIQUE (id, catalogue),
  UNIQUE (code, catalogue)
) STRICT;

CREATE TABLE department_former (
  department INTEGER NOT NULL REFERENCES department (pk),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  since TEXT,
  until TEXT,
  PRIMARY KEY (department, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE person (
  pk INTEGER PRIMARY KEY,
  catalogue INTEGER NOT NULL REFERENCES catalogue (pk),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT,
  email TEXT,
  department INTEGER REFERENCES department (pk),
  until TEXT,
  UNIQUE (id, catalogue)
) STRICT;

CREATE TABLE partnership (
  pk INTEGER PRIMARY KEY,
  catalogue INTEGER NOT NULL REFERENCES catalogue (pk),
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  abbreviation TEXT,
  status TEXT NOT NULL,
  collaboration TEXT,
  coordinator INTEGER REFERENCES department (pk),
  since TEXT,
  until TEXT,
  note TEXT,
  source TEXT,
  end_day TEXT, -- derived from until
  UNIQUE (id, catalogue)
) STRICT;
CREATE INDEX partnership_start ON partnership (id COLLATE NOCASE);
-- Found in any case, and each spelling by itself: what there is can be listed without reading all.
CREATE INDEX partnership_status ON partnership (status COLLATE NOCASE, status);
CREATE INDEX partnership_end ON partnership (end_day) WHERE end_day IS NOT NULL;

CREATE TABLE member (
  partnership INTEGER NOT NULL REFERENCES partnership (pk),
  position INTEGER NOT NULL,
  institution INTEGER NOT NULL REFERENCES institution (pk),
  PRIMARY KEY (partnership, position),
  UNIQUE (institution, partnership)
) STRICT, WITHOUT ROWID;

CREATE TABLE link (
  partnership INTEGER NOT NULL REFERENCES partnership (pk),
  position INTEGER NOT NULL,
  department INTEGER NOT NULL REFERENCES department (pk),
  PRIMARY KEY (partnership, position),
  UNIQUE (department, partnership)
) STRICT, WITHOUT ROWID;

CREATE TABLE partnership_coordinator (
  partnership INTEGER NOT NULL REFERENCES partnership (pk),
  position INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES person (pk),
  PRIMARY KEY (partnership, position),
  UNIQUE (person, partnership)
) STRICT, WITHOUT ROWID;

CREATE TABLE replaced_partnership (
  partnership INTEGER NOT NULL REFERENCES partnership (pk),
  position INTEGER NOT NULL,
  replaced INTEGER NOT NULL REFERENCES partnership (pk) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (partnership, position),
  UNIQUE (replaced, partnership)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement (
  pk INTEGER PRIMARY KEY,
  partnership INTEGER NOT NULL REFERENCES partnership (pk),
  id TEXT,
  kind TEXT NOT NULL,
  title TEXT,
  signed TEXT,
  starts TEXT,
  ends TEXT,
  term TEXT,
  renews TEXT,
  ended TEXT,
  notice TEXT,
  document TEXT,
  note TEXT,
  source TEXT,
  start_day TEXT, -- derived from starts, or else from signed
  end_day TEXT -- derived from ended, or else from ends; 9999-12-31 while it goes on
) STRICT;
CREATE INDEX agreement_partnership ON agreement (partnership);
CREATE INDEX agreement_end ON agreement (end_day);
-- The order of agreements and timeline, so that the first of a million need no sorting.
CREATE INDEX agreement_order ON agreement (end_day IS NULL, end_day);
CREATE INDEX agreement_kind ON agreement (kind);
-- An interval may begin long before the year that is asked about.
CREATE INDEX agreement_signed ON agreement (signed);
CREATE INDEX agreement_interval ON agreement (signed) WHERE instr(signed, '/');

CREATE TABLE agreement_department (
  agreement INTEGER NOT NULL REFERENCES agreement (pk),
  position INTEGER NOT NULL,
  department INTEGER NOT NULL REFERENCES department (pk),
  PRIMARY KEY (agreement, position),
  UNIQUE (department, agreement)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement_person (
  agreement INTEGER NOT NULL REFERENCES agreement (pk),
  position INTEGER NOT NULL,
  person INTEGER NOT NULL REFERENCES person (pk),
  PRIMARY KEY (agreement, position),
  UNIQUE (person, agreement)
) STRICT, WITHOUT ROWID;

CREATE TABLE agreement_places (
  agreement INTEGER NOT NULL REFERENCES agreement (pk),
  position INTEGER NOT NULL,
  out INTEGER,
  "in" INTEGER,
  PRIMARY KEY (agreement, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE replaced_agreement (
  agreement INTEGER NOT NULL REFERENCES agreement (pk),
  position INTEGER NOT NULL,
  replaced INTEGER NOT NULL REFERENCES agreement (pk) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (agreement, position),
  UNIQUE (replaced, agreement)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity (
  pk INTEGER PRIMARY KEY,
  partnership INTEGER NOT NULL REFERENCES partnership (pk),
  title TEXT NOT NULL,
  kind TEXT NOT NULL,
  "when" TEXT,
  calendar TEXT,
  phase INTEGER,
  frequency TEXT,
  planned INTEGER NOT NULL CHECK (planned IN (0, 1)),
  format TEXT,
  place TEXT,
  participants TEXT,
  summary TEXT,
  source TEXT,
  first_day TEXT, -- derived from "when", or else from the phase
  last_day TEXT
) STRICT;
CREATE INDEX activity_partnership ON activity (partnership);
CREATE INDEX activity_kind ON activity (kind);
CREATE INDEX activity_order ON activity (
  planned, "when" IS NULL, first_day IS NULL, first_day, last_day
);

CREATE TABLE activity_figure (
  activity INTEGER NOT NULL REFERENCES activity (pk),
  position INTEGER NOT NULL,
  count TEXT NOT NULL,
  of TEXT NOT NULL,
  PRIMARY KEY (activity, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_department (
  activity INTEGER NOT NULL REFERENCES activity (pk),
  position INTEGER NOT NULL,
  department INTEGER NOT NULL REFERENCES department (pk),
  PRIMARY KEY (activity, position),
  UNIQUE (department, activity)
) STRICT, WITHOUT ROWID;

CREATE TABLE activity_other (
  activity INTEGER NOT NULL REFERENCES activity (pk),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (activity, position)
) STRICT, WITHOUT ROWID;

-- Further names, aliases and evidence of the records of several tables: kind says of which.
CREATE TABLE translation (
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,
  position INTEGER NOT NULL,
  language TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (kind, record, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX translation_language ON translation (language);

CREATE TABLE alias (
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (kind, record, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,
  position INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (kind, record, position)
) STRICT, WITHOUT ROWID;

-- Every name as people may type it: key is the normalised form, word each of its words.
CREATE TABLE spelling (
  pk INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  record INTEGER NOT NULL,
  role TEXT NOT NULL, -- id, code, abbreviation, name, alias, former or a language
  text TEXT NOT NULL,
  key TEXT NOT NULL,
  unordered TEXT NOT NULL
) STRICT;

CREATE TABLE word (
  word TEXT NOT NULL,
  spelling INTEGER NOT NULL REFERENCES spelling (pk),
  PRIMARY KEY (word, spelling)
) STRICT, WITHOUT ROWID;
CREATE INDEX spelling_key ON spelling (key, kind);
CREATE INDEX spelling_unordered ON spelling (unordered, kind);
