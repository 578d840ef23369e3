-- Where the colours of a subject's shares change. Rows are only added, the newest of a subject and trin holds.
-- trin: null is every trin. Null cut scores take a trin's, or a subject's, own back.
CREATE TABLE state.cut_scores (
    change_id UUID PRIMARY KEY,
    school_id UUID NOT NULL,
    subject VARCHAR NOT NULL CHECK (subject <> ''),
    trin INTEGER CHECK (trin BETWEEN 0 AND 10),
    red_below DOUBLE CHECK (red_below BETWEEN 0 AND 1),
    green_from DOUBLE CHECK (green_from BETWEEN 0 AND 1),
    changed_at TIMESTAMP NOT NULL,
    changed_by VARCHAR NOT NULL,
    CHECK ((red_below IS NULL) = (green_from IS NULL)),
    CHECK (red_below < green_from)
);

-- Whether a subject's classes are compared with fewer than three others. Rows are only added, the newest holds.
CREATE TABLE state.few_references (
    change_id UUID PRIMARY KEY,
    school_id UUID NOT NULL,
    subject VARCHAR NOT NULL CHECK (subject <> ''),
    allowed BOOLEAN NOT NULL,
    changed_at TIMESTAMP NOT NULL,
    changed_by VARCHAR NOT NULL
);
