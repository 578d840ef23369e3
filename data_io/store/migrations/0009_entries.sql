-- What somebody has typed on a screen and not yet made an import of; found again when the browser was closed.
-- what: "rating/efterår" or "test/<id>"; cell: the subject or the number of the task; was: what the cell showed then.
CREATE TABLE state.entry_draft (
    person VARCHAR NOT NULL,
    klasse_id UUID NOT NULL,
    what VARCHAR NOT NULL,
    pupil_id UUID NOT NULL,
    cell VARCHAR NOT NULL,
    said VARCHAR NOT NULL,
    was VARCHAR NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    PRIMARY KEY (person, klasse_id, what, pupil_id, cell)
);

-- A test that was made on the screen for a class; its results follow.
CREATE TABLE state.entered_test (
    test_id UUID NOT NULL,
    klasse_id UUID NOT NULL,
    taken_on DATE NOT NULL,
    made_at TIMESTAMP NOT NULL,
    made_by VARCHAR NOT NULL,
    PRIMARY KEY (test_id, klasse_id)
);

-- The import a fact was first written by, where a sitting at the screen copied it into a new one.
ALTER TABLE facts.observation ADD COLUMN copied_from UUID;
