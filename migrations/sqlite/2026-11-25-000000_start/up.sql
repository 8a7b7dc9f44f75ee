-- What is fixed once: the city's time zone and when the database was made.
CREATE TABLE city (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
  time_zone TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL
);

-- Settings of the city; the row in force for a month is the newest among those with the latest valid_from not after it.
CREATE TABLE settings (
  id INTEGER NOT NULL PRIMARY KEY,
  valid_from INTEGER NOT NULL,
  body TEXT NOT NULL,
  changed_by TEXT NOT NULL,
  changed_at TIMESTAMP NOT NULL
);

CREATE TABLE units (
  id INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  parent_id INTEGER REFERENCES units (id),
  obliged BOOLEAN NOT NULL,
  active BOOLEAN NOT NULL,
  row_version INTEGER NOT NULL,
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX units_by_parent ON units (parent_id);

CREATE TABLE services (
  id INTEGER NOT NULL PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES units (id),
  code TEXT NOT NULL,
  name TEXT NOT NULL,
  mode TEXT NOT NULL,
  free BOOLEAN NOT NULL,
  active BOOLEAN NOT NULL,
  row_version INTEGER NOT NULL,
  UNIQUE (unit_id, code)
);

-- A row never changes: a changed questionnaire is a new version.
CREATE TABLE questionnaires (
  id INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL,
  version INTEGER NOT NULL,
  body TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  UNIQUE (code, version)
);

CREATE TABLE links (
  id INTEGER NOT NULL PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  unit_id INTEGER NOT NULL REFERENCES units (id),
  service_id INTEGER REFERENCES services (id),
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaires (id),
  channel SMALLINT NOT NULL,
  label TEXT NOT NULL,
  expires_at TIMESTAMP,
  closed_at TIMESTAMP,
  row_version INTEGER NOT NULL,
  created_by TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL
);
CREATE INDEX links_by_unit ON links (unit_id);

-- People served: the newest row of a unit (or service) and range counts, the older ones are its history.
CREATE TABLE people_served (
  id INTEGER NOT NULL PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES units (id),
  service_id INTEGER REFERENCES services (id),
  from_month INTEGER NOT NULL,
  to_month INTEGER NOT NULL,
  people BIGINT NOT NULL,
  source TEXT NOT NULL,
  reason TEXT,
  entered_by TEXT NOT NULL,
  entered_at TIMESTAMP NOT NULL
);
CREATE INDEX people_served_by_unit ON people_served (unit_id, from_month);

CREATE TABLE exclusions (
  id INTEGER NOT NULL PRIMARY KEY,
  reason SMALLINT NOT NULL,
  note TEXT NOT NULL,
  selector TEXT NOT NULL,
  response_count BIGINT NOT NULL,
  excluded_by TEXT NOT NULL,
  excluded_at TIMESTAMP NOT NULL,
  undone_by TEXT,
  undone_at TIMESTAMP
);

CREATE TABLE import_batches (
  id INTEGER NOT NULL PRIMARY KEY,
  unit_id INTEGER NOT NULL REFERENCES units (id),
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaires (id),
  month INTEGER NOT NULL,
  file_hash BINARY NOT NULL,
  file_name TEXT NOT NULL,
  response_count BIGINT NOT NULL,
  imported_by TEXT NOT NULL,
  imported_at TIMESTAMP NOT NULL,
  UNIQUE (unit_id, questionnaire_id, month, file_hash)
);

-- One row a response, immutable but for its exclusion; answers and profile have one byte an item and question.
CREATE TABLE responses (
  id BINARY NOT NULL PRIMARY KEY,
  link_id INTEGER REFERENCES links (id),
  batch_id INTEGER REFERENCES import_batches (id),
  service_id INTEGER NOT NULL REFERENCES services (id),
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaires (id),
  month INTEGER NOT NULL,
  channel SMALLINT NOT NULL,
  time_slot SMALLINT NOT NULL,
  consented BOOLEAN NOT NULL,
  answers BINARY NOT NULL,
  profile BINARY NOT NULL,
  content_hash BINARY NOT NULL,
  actor TEXT,
  answered_at TIMESTAMP NOT NULL,
  received_at TIMESTAMP NOT NULL,
  exclusion_id INTEGER REFERENCES exclusions (id)
) WITHOUT ROWID;
CREATE INDEX responses_by_service ON responses (service_id, month);
CREATE INDEX responses_by_batch ON responses (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX responses_by_exclusion ON responses (exclusion_id) WHERE exclusion_id IS NOT NULL;

-- Apart from the answers; `shuffle` is random, so that no order tells when a comment was written.
CREATE TABLE comments (
  response_id BINARY NOT NULL PRIMARY KEY,
  service_id INTEGER NOT NULL REFERENCES services (id),
  month INTEGER NOT NULL,
  shuffle BIGINT NOT NULL,
  body TEXT NOT NULL,
  excluded BOOLEAN NOT NULL
) WITHOUT ROWID;
CREATE INDEX comments_by_service ON comments (service_id, shuffle);

-- Sums of responses, kept in the same transaction as the responses; excluded ones have rows of their own.
CREATE TABLE tallies (
  service_id INTEGER NOT NULL REFERENCES services (id),
  month INTEGER NOT NULL,
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaires (id),
  excluded BOOLEAN NOT NULL,
  counts BINARY NOT NULL,
  moments BINARY NOT NULL,
  PRIMARY KEY (service_id, month, questionnaire_id, excluded)
) WITHOUT ROWID;

-- The same by channel, time of day and profile value, apart so that plain reads skip them. With a rowid, as rows of some
-- kilobytes then stay on one page.
CREATE TABLE tally_slices (
  service_id INTEGER NOT NULL REFERENCES services (id),
  month INTEGER NOT NULL,
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaires (id),
  excluded BOOLEAN NOT NULL,
  slices BINARY NOT NULL,
  PRIMARY KEY (service_id, month, questionnaire_id, excluded)
);

-- Opened, begun, left at a step, finished: counters, batched, loss allowed. `day` counts from 1 January 1970, city time.
CREATE TABLE link_events (
  link_id INTEGER NOT NULL REFERENCES links (id),
  day INTEGER NOT NULL,
  kind SMALLINT NOT NULL,
  step SMALLINT NOT NULL,
  event_count BIGINT NOT NULL,
  PRIMARY KEY (link_id, day, kind, step)
) WITHOUT ROWID;

CREATE TABLE users (
  id INTEGER NOT NULL PRIMARY KEY,
  username TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  role TEXT NOT NULL,
  unit_id INTEGER REFERENCES units (id),
  active BOOLEAN NOT NULL,
  row_version INTEGER NOT NULL,
  created_at TIMESTAMP NOT NULL
);

CREATE TABLE sessions (
  id BINARY NOT NULL PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  created_at TIMESTAMP NOT NULL,
  expires_at TIMESTAMP NOT NULL,
  revoked_at TIMESTAMP
);
CREATE INDEX sessions_by_user ON sessions (user_id);

-- Every refresh token of a session by its hash; a replaced one is honoured for a moment, later its use ends the session.
CREATE TABLE refresh_tokens (
  token_hash BINARY NOT NULL PRIMARY KEY,
  session_id BINARY NOT NULL REFERENCES sessions (id),
  issued_at TIMESTAMP NOT NULL,
  replaced_at TIMESTAMP
);
CREATE INDEX refresh_tokens_by_session ON refresh_tokens (session_id);

CREATE TABLE api_keys (
  id INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  prefix TEXT NOT NULL UNIQUE,
  secret_hash BINARY NOT NULL,
  scopes TEXT NOT NULL,
  unit_id INTEGER NOT NULL REFERENCES units (id),
  created_by TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  revoked_at TIMESTAMP,
  last_used_at TIMESTAMP
);
