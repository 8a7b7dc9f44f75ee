-- What a report prints of a unit besides its name: a body that is checked before it is stored.
CREATE TABLE office_profiles (
  unit_id INTEGER NOT NULL PRIMARY KEY REFERENCES units (id),
  body TEXT NOT NULL,
  row_version INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TIMESTAMP NOT NULL
);

-- How a unit carried out the round of a period.
CREATE TABLE rounds (
  unit_id INTEGER NOT NULL REFERENCES units (id),
  from_month INTEGER NOT NULL,
  to_month INTEGER NOT NULL,
  body TEXT NOT NULL,
  row_version INTEGER NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TIMESTAMP NOT NULL,
  PRIMARY KEY (unit_id, from_month, to_month)
);

-- Figures published before this system, as they were published.
CREATE TABLE historic_points (
  id INTEGER NOT NULL PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES units (id),
  index_kind TEXT NOT NULL,
  from_month INTEGER NOT NULL,
  to_month INTEGER NOT NULL,
  value TEXT NOT NULL,
  grade TEXT NOT NULL,
  respondent_count BIGINT,
  source TEXT NOT NULL,
  entered_by TEXT NOT NULL,
  entered_at TIMESTAMP NOT NULL,
  UNIQUE (unit_id, index_kind, from_month, to_month)
);

-- Re-encoded pictures by the hash of their bytes: logos and photos. A report that was submitted names them by this hash, so
-- they stay when a unit no longer shows them.
CREATE TABLE pictures (
  hash BINARY NOT NULL PRIMARY KEY,
  content_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  content BINARY NOT NULL,
  stored_at TIMESTAMP NOT NULL
);

CREATE TABLE logos (
  unit_id INTEGER NOT NULL PRIMARY KEY REFERENCES units (id),
  picture_hash BINARY NOT NULL REFERENCES pictures (hash),
  changed_by TEXT NOT NULL,
  changed_at TIMESTAMP NOT NULL
);

CREATE TABLE photos (
  id INTEGER NOT NULL PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES units (id),
  from_month INTEGER NOT NULL,
  to_month INTEGER NOT NULL,
  picture_hash BINARY NOT NULL REFERENCES pictures (hash),
  caption TEXT NOT NULL,
  added_by TEXT NOT NULL,
  added_at TIMESTAMP NOT NULL
);
CREATE INDEX photos_by_unit ON photos (unit_id, from_month);

-- The fixed parts of reports. A row never changes; the newest counts.
CREATE TABLE report_templates (
  id INTEGER NOT NULL PRIMARY KEY,
  body TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TIMESTAMP NOT NULL
);
