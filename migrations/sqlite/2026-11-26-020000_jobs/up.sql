-- Work in the background. Whoever holds the lease works on one item after another; when it runs out, another goes on.
CREATE TABLE jobs (
  id BINARY NOT NULL PRIMARY KEY,
  parameters TEXT NOT NULL,
  state TEXT NOT NULL,
  total INTEGER NOT NULL,
  done INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  worker BINARY,
  lease_until TIMESTAMP,
  created_by TEXT NOT NULL,
  created_at TIMESTAMP NOT NULL,
  finished_at TIMESTAMP
);
CREATE INDEX jobs_going ON jobs (state) WHERE finished_at IS NULL;

CREATE TABLE job_items (
  job_id BINARY NOT NULL REFERENCES jobs (id),
  position INTEGER NOT NULL,
  subject TEXT NOT NULL,
  state SMALLINT NOT NULL,
  file_name TEXT,
  content BINARY,
  message TEXT,
  PRIMARY KEY (job_id, position)
);
