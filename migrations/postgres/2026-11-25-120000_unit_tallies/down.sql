CREATE TABLE tallies (
  service_id INTEGER NOT NULL REFERENCES services (id),
  month INTEGER NOT NULL,
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaires (id),
  excluded BOOLEAN NOT NULL,
  counts BYTEA NOT NULL,
  moments BYTEA NOT NULL,
  PRIMARY KEY (service_id, month, questionnaire_id, excluded)
);
CREATE TABLE tally_slices (
  service_id INTEGER NOT NULL REFERENCES services (id),
  month INTEGER NOT NULL,
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaires (id),
  excluded BOOLEAN NOT NULL,
  slices BYTEA NOT NULL,
  PRIMARY KEY (service_id, month, questionnaire_id, excluded)
);
INSERT INTO tallies (service_id, month, questionnaire_id, excluded, counts, moments)
  SELECT service_id, month, questionnaire_id, excluded, counts, moments FROM service_tallies;
INSERT INTO tally_slices (service_id, month, questionnaire_id, excluded, slices)
  SELECT service_id, month, questionnaire_id, excluded, slices FROM service_tallies;
DROP TABLE unit_tallies;
DROP TABLE service_tallies;
ALTER TABLE responses ADD CONSTRAINT responses_link_id_fkey FOREIGN KEY (link_id) REFERENCES links (id);
ALTER TABLE responses ADD CONSTRAINT responses_service_id_fkey FOREIGN KEY (service_id) REFERENCES services (id);
ALTER TABLE responses ADD CONSTRAINT responses_questionnaire_id_fkey FOREIGN KEY (questionnaire_id) REFERENCES questionnaires (id);
