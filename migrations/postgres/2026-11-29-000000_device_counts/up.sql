-- How many answers came from one device: `device` is a keyed hash that is another one for each unit and month, and no answer
-- carries it. Thirty days after the month the hashes go; how many the most were stays.
CREATE TABLE device_counts (
  unit_id INTEGER NOT NULL REFERENCES units (id),
  month INTEGER NOT NULL,
  device BIGINT NOT NULL,
  answer_count BIGINT NOT NULL,
  PRIMARY KEY (unit_id, month, device)
);
CREATE INDEX device_counts_by_month ON device_counts (month);

CREATE TABLE device_months (
  unit_id INTEGER NOT NULL REFERENCES units (id),
  month INTEGER NOT NULL,
  most BIGINT NOT NULL,
  PRIMARY KEY (unit_id, month)
);
