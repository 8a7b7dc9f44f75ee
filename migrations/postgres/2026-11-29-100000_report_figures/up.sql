-- The printed indices of a frozen document beside it, so that lists need not read whole documents; and who put an
-- electronically signed PDF in the place of the published one.
ALTER TABLE reports ADD COLUMN figures TEXT;
ALTER TABLE reports ADD COLUMN signed_by TEXT;
ALTER TABLE reports ADD COLUMN signed_at TIMESTAMP;
UPDATE reports SET figures = (
  SELECT COALESCE(json_agg(json_build_object(
    'index', one -> 'index',
    'n', one -> 'n',
    'value', one -> 'value',
    'converted', one -> 'converted',
    'grade', one -> 'grade',
    'performance', one -> 'performance',
    'margin', one -> 'margin'
  ) ORDER BY place), '[]'::json)::text
  FROM json_array_elements(reports.document::json -> 'figures' -> 'indices') WITH ORDINALITY AS indices (one, place)
) WHERE document IS NOT NULL;
