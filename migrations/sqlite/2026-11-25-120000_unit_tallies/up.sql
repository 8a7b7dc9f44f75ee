-- Sums of responses, kept in the same transaction as the responses; excluded ones have rows of their own. `row_version` grows
-- with each change, so that who remembers a row knows whether it is still true.
CREATE TABLE service_tallies (
  service_id INTEGER NOT NULL REFERENCES services (id),
  month INTEGER NOT NULL,
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaires (id),
  excluded BOOLEAN NOT NULL,
  row_version BIGINT NOT NULL,
  counts BINARY NOT NULL,
  moments BINARY NOT NULL,
  slices BINARY NOT NULL,
  PRIMARY KEY (service_id, month, questionnaire_id, excluded)
);
INSERT INTO service_tallies (service_id, month, questionnaire_id, excluded, row_version, counts, moments, slices)
  SELECT t.service_id, t.month, t.questionnaire_id, t.excluded, 1, t.counts, t.moments, s.slices
  FROM tallies t JOIN tally_slices s ON s.service_id = t.service_id AND s.month = t.month
    AND s.questionnaire_id = t.questionnaire_id AND s.excluded = t.excluded;

-- The sums of a unit's own services: the city is read from a fifth of the rows. Filled by the program when empty.
CREATE TABLE unit_tallies (
  unit_id INTEGER NOT NULL REFERENCES units (id),
  month INTEGER NOT NULL,
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaires (id),
  excluded BOOLEAN NOT NULL,
  row_version BIGINT NOT NULL,
  counts BINARY NOT NULL,
  moments BINARY NOT NULL,
  PRIMARY KEY (unit_id, month, questionnaire_id, excluded)
);
DROP TABLE tally_slices;
DROP TABLE tallies;

-- The tallies of the same transaction vouch for service and questionnaire, and links are never deleted: three look-ups
-- fewer for each answer.
CREATE TABLE responses_new (
  id BINARY NOT NULL PRIMARY KEY,
  link_id INTEGER,
  batch_id INTEGER REFERENCES import_batches (id),
  service_id INTEGER NOT NULL,
  questionnaire_id INTEGER NOT NULL,
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
INSERT INTO responses_new (id, link_id, batch_id, service_id, questionnaire_id, month, channel, time_slot, consented, answers, profile,
  content_hash, actor, answered_at, received_at, exclusion_id)
  SELECT id, link_id, batch_id, service_id, questionnaire_id, month, channel, time_slot, consented, answers, profile,
  content_hash, actor, answered_at, received_at, exclusion_id FROM responses;
DROP TABLE responses;
ALTER TABLE responses_new RENAME TO responses;
CREATE INDEX responses_by_service ON responses (service_id, month);
CREATE INDEX responses_by_batch ON responses (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX responses_by_exclusion ON responses (exclusion_id) WHERE exclusion_id IS NOT NULL;
