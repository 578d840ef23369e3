-- What people change stands in state, what was observed in facts. No transaction writes to both.
CREATE SCHEMA IF NOT EXISTS state;
CREATE SCHEMA IF NOT EXISTS facts;

-- What kind of store this is ("demo" or "school"), its schema version, and a revision that every change raises.
CREATE TABLE state.store_info (
    name VARCHAR PRIMARY KEY,
    said VARCHAR NOT NULL
);

CREATE TABLE state.school (
    school_id UUID PRIMARY KEY,
    name VARCHAR NOT NULL CHECK (name <> '')
);

CREATE TABLE state.klasse (
    klasse_id UUID PRIMARY KEY,
    school_id UUID NOT NULL REFERENCES state.school (school_id),
    skoleaar VARCHAR NOT NULL CHECK (skoleaar LIKE '____/__'),
    name VARCHAR NOT NULL CHECK (name <> ''),
    trin INTEGER CHECK (trin BETWEEN 0 AND 10),
    UNIQUE (school_id, skoleaar, name)
);

-- alias_of: this pupil turned out to be another one. Reversible; facts keep the id they were written with.
CREATE TABLE state.pupil (
    pupil_id UUID PRIMARY KEY,
    school_id UUID NOT NULL,
    name VARCHAR NOT NULL CHECK (name <> ''),
    confirmed BOOLEAN NOT NULL,
    alias_of UUID CHECK (alias_of <> pupil_id)
);

-- What sheets call a pupil. A uni-login holds everywhere (klasse and skoleaar are ''), a name in its class.
CREATE TABLE state.pupil_key (
    school_id UUID NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('unilogin', 'name', 'number')),
    said VARCHAR NOT NULL CHECK (said <> ''),
    klasse VARCHAR NOT NULL,
    skoleaar VARCHAR NOT NULL,
    pupil_id UUID NOT NULL,
    PRIMARY KEY (school_id, kind, said, klasse, skoleaar)
);

-- listed: from a class list, not only from a sheet of results.
CREATE TABLE state.enrolment (
    klasse_id UUID NOT NULL,
    pupil_id UUID NOT NULL,
    position INTEGER,
    listed BOOLEAN NOT NULL,
    from_date DATE,
    to_date DATE,
    PRIMARY KEY (klasse_id, pupil_id),
    CHECK (to_date IS NULL OR from_date IS NULL OR to_date >= from_date)
);

CREATE TABLE state.vocabulary (
    school_id UUID NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('fagomraade', 'signalord')),
    folded VARCHAR NOT NULL,
    term VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (school_id, kind, folded)
);

CREATE TABLE state.round (
    round_id UUID PRIMARY KEY,
    school_id UUID NOT NULL,
    name VARCHAR NOT NULL,
    position INTEGER NOT NULL,
    UNIQUE (school_id, name)
);

CREATE TABLE state.test (
    test_id UUID PRIMARY KEY,
    school_id UUID NOT NULL,
    subject VARCHAR NOT NULL,
    trin INTEGER,
    title VARCHAR NOT NULL CHECK (title <> '')
);

-- Numbered by place; a label may repeat. max_points is null where no sheet printed one.
CREATE TABLE state.test_task (
    test_id UUID NOT NULL,
    task_no INTEGER NOT NULL CHECK (task_no >= 1),
    label VARCHAR NOT NULL,
    fagomraade VARCHAR,
    signalord VARCHAR,
    max_points DOUBLE CHECK (max_points > 0),
    PRIMARY KEY (test_id, task_no)
);

CREATE TABLE state.sheet_import (
    import_id UUID PRIMARY KEY,
    school_id UUID NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('test', 'assessment')),
    file_name VARCHAR NOT NULL,
    file_hash VARCHAR NOT NULL,
    sheet VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL,
    imported_at TIMESTAMP NOT NULL,
    imported_by VARCHAR NOT NULL,
    undone_at TIMESTAMP
);

CREATE TABLE state.import_answer (
    import_id UUID NOT NULL,
    question VARCHAR NOT NULL,
    answer VARCHAR NOT NULL,
    PRIMARY KEY (import_id, question)
);

-- A slice is (klasse, test) or (klasse, subject, round); taken_on is the day a class took the test.
CREATE TABLE state.slice (
    slice_id UUID PRIMARY KEY,
    klasse_id UUID NOT NULL REFERENCES state.klasse (klasse_id),
    test_id UUID,
    subject VARCHAR,
    round_id UUID,
    slice_key VARCHAR NOT NULL UNIQUE,
    CHECK ((test_id IS NULL) <> (round_id IS NULL)),
    CHECK ((subject IS NULL) = (round_id IS NULL))
);

-- What an import filled, on which scale and day, and which import was seen before it (for undo).
CREATE TABLE state.import_slice (
    import_id UUID NOT NULL,
    slice_no INTEGER NOT NULL,
    slice_id UUID NOT NULL,
    scale VARCHAR NOT NULL CHECK (scale IN ('points', 'level', 'mark')),
    taken_on DATE,
    previous_import_id UUID,
    PRIMARY KEY (import_id, slice_no)
);

-- Which import is seen of a slice. Writing these rows is the commit point of an import.
CREATE TABLE state.active_slice (
    slice_id UUID PRIMARY KEY,
    import_id UUID NOT NULL
);

-- Facts are only added. task_no counts the tasks of a test; a rating has task_no 0.
CREATE TABLE facts.observation (
    import_id UUID NOT NULL,
    slice_no INTEGER NOT NULL,
    pupil_id UUID NOT NULL,
    task_no INTEGER NOT NULL,
    value DOUBLE,
    missing VARCHAR,
    sheet_row INTEGER,
    sheet_column INTEGER
);
