-- People of the school who hold classes or take part in talks. left_on: the last day; null for who is here.
CREATE TABLE state.staff (
    staff_id UUID PRIMARY KEY,
    school_id UUID NOT NULL,
    name VARCHAR NOT NULL CHECK (name <> ''),
    left_on DATE
);

-- Who has which class in which subject; a subject of a class may have two.
CREATE TABLE state.staff_subject (
    klasse_id UUID NOT NULL,
    subject VARCHAR NOT NULL CHECK (subject <> ''),
    staff_id UUID NOT NULL,
    PRIMARY KEY (klasse_id, subject, staff_id)
);

-- Days the school itself is closed, besides weekends and public holidays.
CREATE TABLE state.closed_day (
    school_id UUID NOT NULL,
    day DATE NOT NULL,
    why VARCHAR NOT NULL CHECK (why <> ''),
    PRIMARY KEY (school_id, day)
);

-- A læringssamtale: when, of which rating round, about what. closed_at: when it was over.
CREATE TABLE state.talk (
    talk_id UUID PRIMARY KEY,
    school_id UUID NOT NULL,
    round_id UUID NOT NULL,
    day DATE NOT NULL,
    starts_at TIME,
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 600),
    theme VARCHAR NOT NULL,
    created_at TIMESTAMP NOT NULL,
    created_by VARCHAR NOT NULL,
    closed_at TIMESTAMP
);

CREATE TABLE state.talk_klasse (
    talk_id UUID NOT NULL,
    klasse_id UUID NOT NULL,
    PRIMARY KEY (talk_id, klasse_id)
);

CREATE TABLE state.talk_participant (
    talk_id UUID NOT NULL,
    staff_id UUID NOT NULL,
    PRIMARY KEY (talk_id, staff_id)
);

-- What the talk goes through, line by line.
CREATE TABLE state.talk_agenda (
    talk_id UUID NOT NULL,
    line_no INTEGER NOT NULL CHECK (line_no >= 1),
    said VARCHAR NOT NULL CHECK (said <> ''),
    PRIMARY KEY (talk_id, line_no)
);

-- What somebody decided about a pupil before the talk; nobody decided about who is not here. The newest holds.
CREATE TABLE state.talk_pupil (
    talk_id UUID NOT NULL,
    pupil_id UUID NOT NULL,
    mark VARCHAR NOT NULL CHECK (mark IN ('skal_droeftes', 'ingen_bemaerkninger')),
    why VARCHAR NOT NULL,
    marked_at TIMESTAMP NOT NULL,
    marked_by VARCHAR NOT NULL,
    PRIMARY KEY (talk_id, pupil_id)
);
