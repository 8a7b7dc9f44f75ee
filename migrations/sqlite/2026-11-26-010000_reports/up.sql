-- Official reports. A draft follows the answers; from its submission on `document` (canonical JSON) never changes. A revision
-- is another row. `stored_count` is how many responses of its months and services were stored when it was frozen, excluded
-- ones included: what is stored beyond that came later.
CREATE TABLE reports (
  id BINARY NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES units (id),
  service_id INTEGER REFERENCES services (id),
  from_month INTEGER NOT NULL,
  to_month INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  state TEXT NOT NULL,
  edits TEXT NOT NULL,
  document TEXT,
  document_hash BINARY,
  stored_count BIGINT,
  superseded_by BINARY REFERENCES reports (id),
  row_version INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  submitted_by TEXT,
  submitted_at TIMESTAMP,
  published_by TEXT,
  published_at TIMESTAMP
);
CREATE UNIQUE INDEX reports_by_revision ON reports (unit_id, COALESCE(service_id, 0), from_month, to_month, revision);
CREATE INDEX reports_by_period ON reports (from_month, to_month);

-- What was rendered when a report was published: every replica serves these bytes, whatever version of the program runs.
CREATE TABLE report_files (
  report_id BINARY NOT NULL REFERENCES reports (id),
  format TEXT NOT NULL,
  file_name TEXT NOT NULL,
  content_type TEXT NOT NULL,
  byte_count BIGINT NOT NULL,
  hash BINARY NOT NULL,
  content BINARY NOT NULL,
  PRIMARY KEY (report_id, format)
);
CREATE INDEX report_files_by_hash ON report_files (hash);
