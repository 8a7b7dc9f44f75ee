-- Sums of responses, kept in the same transaction as the responses; excluded ones have rows of their own. `row_version` grows
-- with each change, so that who remembers a row knows whether it is still true.
CREATE TABLE service_tallies (
  service_id INTEGER NOT NULL REFERENCES services (id),
  month INTEGER NOT NULL,
  questionnaire_id INTEGER NOT NULL REFERENCES questionnaires (id),
  excluded BOOLEAN NOT NULL,
  row_version BIGINT NOT NULL,
  counts BYTEA NOT NULL,
  moments BYTEA NOT NULL,
  slices BYTEA NOT NULL,
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
  counts BYTEA NOT NULL,
  moments BYTEA NOT NULL,
  PRIMARY KEY (unit_id, month, questionnaire_id, excluded)
);
DROP TABLE tally_slices;
DROP TABLE tallies;

-- Rows of some kilobytes that change all the time: kept whole on their page and not compressed, with room for the next version.
ALTER TABLE service_tallies ALTER COLUMN slices SET STORAGE EXTERNAL;
ALTER TABLE service_tallies ALTER COLUMN moments SET STORAGE EXTERNAL;
ALTER TABLE service_tallies SET (toast_tuple_target = 8160, fillfactor = 50);
ALTER TABLE unit_tallies ALTER COLUMN moments SET STORAGE EXTERNAL;
ALTER TABLE unit_tallies SET (fillfactor = 50);

-- The tallies of the same transaction vouch for service and questionnaire, and links are never deleted: three look-ups and
-- three row locks fewer for each answer.
ALTER TABLE responses DROP CONSTRAINT responses_link_id_fkey;
ALTER TABLE responses DROP CONSTRAINT responses_service_id_fkey;
ALTER TABLE responses DROP CONSTRAINT responses_questionnaire_id_fkey;
