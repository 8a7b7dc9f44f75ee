-- Downloads give the published bytes again.
DELETE FROM report_files WHERE format = 'pdf' AND EXISTS (
  SELECT 1 FROM report_files AS original
  WHERE original.report_id = report_files.report_id AND original.format = 'pdf-original'
);
UPDATE report_files SET format = 'pdf' WHERE format = 'pdf-original';
ALTER TABLE reports DROP COLUMN signed_at;
ALTER TABLE reports DROP COLUMN signed_by;
ALTER TABLE reports DROP COLUMN figures;
