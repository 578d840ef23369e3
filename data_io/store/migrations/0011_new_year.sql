-- That a school year was made out of the one before it, so that it can be taken back while it is unused.
CREATE TABLE state.new_year (
    new_year_id UUID PRIMARY KEY,
    school_id UUID NOT NULL,
    skoleaar VARCHAR NOT NULL CHECK (skoleaar LIKE '____/__'),
    made_at TIMESTAMP NOT NULL,
    made_by VARCHAR NOT NULL
);

-- The classes that were made then; one that a class list had made already is not among them.
CREATE TABLE state.new_year_klasse (
    new_year_id UUID NOT NULL,
    klasse_id UUID NOT NULL,
    PRIMARY KEY (new_year_id, klasse_id)
);

-- What became of each pupil. klasse_id is null for who left. same: a pupil of a class list that is one of the year
-- before (alias_of), by whole name. made: nobody knew the pupil before.
CREATE TABLE state.new_year_pupil (
    new_year_id UUID NOT NULL,
    pupil_id UUID NOT NULL,
    klasse_id UUID,
    how VARCHAR NOT NULL CHECK (how IN ('moved', 'new', 'left', 'same')),
    made BOOLEAN NOT NULL,
    PRIMARY KEY (new_year_id, pupil_id),
    CHECK (how = 'left' OR klasse_id IS NOT NULL)
);
