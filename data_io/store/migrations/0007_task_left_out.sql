-- Tasks taken out of a test after it was taken; in force until back_at. A task can be out more than once.
CREATE TABLE state.task_left_out (
    test_id UUID NOT NULL,
    task_no INTEGER NOT NULL CHECK (task_no >= 1),
    reason VARCHAR NOT NULL CHECK (reason <> ''),
    left_out_at TIMESTAMP NOT NULL,
    left_out_by VARCHAR NOT NULL,
    back_at TIMESTAMP,
    back_by VARCHAR,
    PRIMARY KEY (test_id, task_no, left_out_at),
    CHECK ((back_at IS NULL) = (back_by IS NULL))
);
