-- What a school's sheets call a word it knows: "Undersgø" is Undersøg. A class holds in its school year alone.
-- import_id: the import it was said at; what was said at an import that is undone no longer holds.
CREATE TABLE state.synonym (
    school_id UUID NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('fagomraade', 'signalord', 'subject', 'round', 'klasse')),
    folded VARCHAR NOT NULL CHECK (folded <> ''),
    said VARCHAR NOT NULL CHECK (said <> ''),
    term VARCHAR NOT NULL CHECK (term <> ''),
    import_id UUID,
    learned_at TIMESTAMP NOT NULL,
    learned_by VARCHAR NOT NULL,
    PRIMARY KEY (school_id, kind, folded)
);

-- An answer that holds for the next sheet of the same layout; layout '' holds for the whole school.
CREATE TABLE state.learned_answer (
    school_id UUID NOT NULL,
    layout VARCHAR NOT NULL,
    question VARCHAR NOT NULL CHECK (question <> ''),
    answer VARCHAR NOT NULL,
    import_id UUID,
    learned_at TIMESTAMP NOT NULL,
    learned_by VARCHAR NOT NULL,
    PRIMARY KEY (school_id, layout, question)
);

-- What a person said of a layout's rows and columns, as JSON, under a name the school gave it.
CREATE TABLE state.named_layout (
    school_id UUID NOT NULL,
    layout VARCHAR NOT NULL CHECK (layout <> ''),
    name VARCHAR NOT NULL CHECK (name <> ''),
    guidance VARCHAR NOT NULL,
    saved_at TIMESTAMP NOT NULL,
    saved_by VARCHAR NOT NULL,
    PRIMARY KEY (school_id, layout)
);
