-- What a submitted report puts into the city's figures. Reports frozen before have none: the city counts their answers.
ALTER TABLE reports ADD COLUMN standing TEXT;
