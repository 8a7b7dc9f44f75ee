-- Items that were left out were failures before.
UPDATE job_items SET state = 2 WHERE state = 3;
UPDATE jobs SET failed = failed + skipped;
ALTER TABLE job_items DROP COLUMN attempts;
ALTER TABLE jobs DROP COLUMN skipped;
ALTER TABLE jobs DROP COLUMN unit_id;
