-- A fagligt løft is a hold for one area of a subject: what it is for, and who made it when. Its name, teacher and
-- dates are the hold's, its pupils the hold's enrolments.
CREATE TABLE state.fagligt_loeft (
    klasse_id UUID PRIMARY KEY,
    subject VARCHAR NOT NULL CHECK (subject <> ''),
    area_kind VARCHAR NOT NULL CHECK (area_kind IN ('fagomraade', 'signalord')),
    area VARCHAR NOT NULL CHECK (area <> ''),
    made_at TIMESTAMP NOT NULL,
    made_by VARCHAR NOT NULL
);

-- Who was thought of when it was made, by the teacher (nominated) or the tests (suggested, near), who was chosen, and
-- the figures that were seen then: they stay as they were when imports are corrected or undone.
CREATE TABLE state.fagligt_loeft_pupil (
    klasse_id UUID NOT NULL,
    pupil_id UUID NOT NULL,
    chosen BOOLEAN NOT NULL,
    nominated BOOLEAN NOT NULL,
    suggested BOOLEAN NOT NULL,
    near BOOLEAN NOT NULL,
    points DOUBLE,
    max_points DOUBLE,
    tasks INTEGER NOT NULL CHECK (tasks >= 0),
    expected DOUBLE,
    score DOUBLE,
    PRIMARY KEY (klasse_id, pupil_id)
);
