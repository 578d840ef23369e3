-- A hold is a class whose pupils have other classes too, so that slices, enrolments, imports and the scope hold
-- for both: a row of state.klasse (its name, school and year) and, here, what only a hold has.
CREATE TABLE state.hold (
    klasse_id UUID PRIMARY KEY REFERENCES state.klasse (klasse_id),
    teacher VARCHAR,
    from_date DATE,
    to_date DATE,
    CHECK (to_date IS NULL OR from_date IS NULL OR to_date >= from_date)
);

-- The pupils an import brought to the school; for the page of the import.
CREATE TABLE state.import_pupil (
    import_id UUID NOT NULL,
    pupil_id UUID NOT NULL,
    PRIMARY KEY (import_id, pupil_id)
);

-- On which conditions a pupil took a test, as one import says it: it is seen, replaced and undone with the points.
-- About the test, never about the child: only the words "oplaest", "ekstra_tid" and "anden_proeve" are kept.
CREATE TABLE facts.condition (
    import_id UUID NOT NULL,
    slice_no INTEGER NOT NULL,
    pupil_id UUID NOT NULL,
    condition VARCHAR NOT NULL
);
