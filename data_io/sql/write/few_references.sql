INSERT INTO state.few_references (change_id, school_id, subject, allowed, changed_at, changed_by)
VALUES ($change_id, $school_id, $subject, $allowed, $changed_at, $changed_by)
