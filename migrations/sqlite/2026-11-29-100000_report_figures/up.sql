-- The printed indices of a frozen document beside it, so that lists need not read whole documents; and who put an
-- electronically signed PDF in the place of the published one.
ALTER TABLE reports ADD COLUMN figures TEXT;
ALTER TABLE reports ADD COLUMN signed_by TEXT;
ALTER TABLE reports ADD COLUMN signed_at TIMESTAMP;
UPDATE reports SET figures = (
  SELECT json_group_array(json_object(
    'index', json_extract(value, '$.index'),
    'n', json_extract(value, '$.n'),
    'value', json_extract(value, '$.value'),
    'converted', json_extract(value, '$.converted'),
    'grade', json_extract(value, '$.grade'),
    'performance', json_extract(value, '$.performance'),
    'margin', json(json_extract(value, '$.margin'))
  ))
  FROM json_each(reports.document, '$.figures.indices')
) WHERE document IS NOT NULL;
