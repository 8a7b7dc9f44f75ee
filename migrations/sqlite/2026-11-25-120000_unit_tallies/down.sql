CREATE TABLE tallies (
  service_id INTEGER NOT NULL REFERENCES services (id),
  month INTEGER NOT NULL,
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaires (id),
  excluded BOOLEAN NOT NULL,
  counts BINARY NOT NULL,
  moments BINARY NOT NULL,
  PRIMARY KEY (service_id, month, questionnaire_id, excluded)
) WITHOUT ROWID;
CREATE TABLE tally_slices (
  service_id INTEGER NOT NULL REFERENCES services (id),
  month INTEGER NOT NULL,
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaires (id),
  excluded BOOLEAN NOT NULL,
  slices BINARY NOT NULL,
  PRIMARY KEY (service_id, month, questionnaire_id, excluded)
);
INSERT INTO tallies (service_id, month, questionnaire_id, excluded, counts, moments)
  SELECT service_id, month, questionnaire_id, excluded, counts, moments FROM service_tallies;
INSERT INTO tally_slices (service_id, month, questionnaire_id, excluded, slices)
  SELECT service_id, month, questionnaire_id, excluded, slices FROM service_tallies;
DROP TABLE unit_tallies;
DROP TABLE service_tallies;
CREATE TABLE responses_new (
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
INSERT INTO responses_new (id, link_id, batch_id, service_id, questionnaire_id, month, channel, time_slot, consented, answers, profile,
  content_hash, actor, answered_at, received_at, exclusion_id)
  SELECT id, link_id, batch_id, service_id, questionnaire_id, month, channel, time_slot, consented, answers, profile,
  content_hash, actor, answered_at, received_at, exclusion_id FROM responses;
DROP TABLE responses;
ALTER TABLE responses_new RENAME TO responses;
CREATE INDEX responses_by_service ON responses (service_id, month);
CREATE INDEX responses_by_batch ON responses (batch_id) WHERE batch_id IS NOT NULL;
CREATE INDEX responses_by_exclusion ON responses (exclusion_id) WHERE exclusion_id IS NOT NULL;
