-- Whose documents a job makes: the unit at the top of them, which its readers must answer for. Items that are left out are
-- no failures, and an item is tried a few times and not for ever.
ALTER TABLE jobs ADD COLUMN unit_id INTEGER REFERENCES units (id);
ALTER TABLE jobs ADD COLUMN skipped INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job_items ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
UPDATE jobs SET unit_id = COALESCE(
  (SELECT users.unit_id FROM users WHERE 'user:' || users.username = jobs.created_by),
  (SELECT units.id FROM units WHERE units.parent_id IS NULL ORDER BY units.id LIMIT 1)
);
