-- Absence and trivsel are imports like tests and ratings. ALTER adds no CHECK, so three tables are made anew.
CREATE TEMP TABLE kept_imports AS SELECT * FROM state.sheet_import;
DROP TABLE state.sheet_import;
CREATE TABLE state.sheet_import (
    import_id UUID PRIMARY KEY,
    school_id UUID NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('test', 'assessment', 'absence', 'trivsel')),
    file_name VARCHAR NOT NULL,
    file_hash VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL,
    imported_at TIMESTAMP NOT NULL,
    imported_by VARCHAR NOT NULL,
    undone_at TIMESTAMP
);
INSERT INTO state.sheet_import
SELECT import_id, school_id, kind, file_name, file_hash, sheet, content_hash, imported_at, imported_by, undone_at
FROM kept_imports;
DROP TABLE kept_imports;

-- A slice is (klasse, test), (klasse, subject, round), (klasse, absence of a period) or (klasse, trivsel).
CREATE TEMP TABLE kept_slices AS SELECT * FROM state.slice;
DROP TABLE state.slice;
CREATE TABLE state.slice (
    slice_id UUID PRIMARY KEY,
    klasse_id UUID NOT NULL REFERENCES state.klasse (klasse_id),
    test_id UUID,
    subject VARCHAR,
    round_id UUID,
    slice_key VARCHAR NOT NULL UNIQUE,
    from_date DATE,
    to_date DATE,
    CHECK ((slice_key LIKE 'test/%') = (test_id IS NOT NULL)),
    CHECK ((slice_key LIKE 'rating/%') = (round_id IS NOT NULL)),
    CHECK ((subject IS NULL) = (round_id IS NULL)),
    CHECK ((slice_key LIKE 'absence/%') = (from_date IS NOT NULL)),
    CHECK ((from_date IS NULL) = (to_date IS NULL)),
    CHECK (to_date >= from_date),
    CHECK (test_id IS NOT NULL OR round_id IS NOT NULL OR from_date IS NOT NULL OR slice_key LIKE 'trivsel/%')
);
INSERT INTO state.slice (slice_id, klasse_id, test_id, subject, round_id, slice_key)
SELECT slice_id, klasse_id, test_id, subject, round_id, slice_key FROM kept_slices;
DROP TABLE kept_slices;

CREATE TEMP TABLE kept_import_slices AS SELECT * FROM state.import_slice;
DROP TABLE state.import_slice;
CREATE TABLE state.import_slice (
    import_id UUID NOT NULL,
    slice_no INTEGER NOT NULL,
    slice_id UUID NOT NULL,
    scale VARCHAR NOT NULL CHECK (scale IN ('points', 'level', 'mark', 'absence', 'indicator')),
    taken_on DATE,
    previous_import_id UUID,
    PRIMARY KEY (import_id, slice_no)
);
INSERT INTO state.import_slice
SELECT import_id, slice_no, slice_id, scale, taken_on, previous_import_id FROM kept_import_slices;
DROP TABLE kept_import_slices;

-- Absence of a pupil: of a day, or of the slice's whole period where day is null. "ialt" is absence not divided.
CREATE TABLE facts.absence (
    import_id UUID NOT NULL,
    slice_no INTEGER NOT NULL,
    pupil_id UUID NOT NULL,
    category VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    day DATE,
    amount DOUBLE,
    missing VARCHAR,
    sheet_row INTEGER,
    sheet_column INTEGER
);

-- An indicator of a class ("klasse"), or of the school, municipality or country that stood beside it.
CREATE TABLE facts.trivsel (
    import_id UUID NOT NULL,
    slice_no INTEGER NOT NULL,
    whose VARCHAR NOT NULL,
    indicator VARCHAR NOT NULL,
    amount DOUBLE,
    missing VARCHAR,
    sheet_row INTEGER,
    sheet_column INTEGER
);
