DROP TABLE report_templates;
DROP TABLE photos;
DROP TABLE logos;
DROP TABLE pictures;
DROP TABLE historic_points;
DROP TABLE rounds;
DROP TABLE office_profiles;
