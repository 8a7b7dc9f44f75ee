ALTER TABLE reports DROP COLUMN standing;
