-- Every switching on or off of comparing with few classes, oldest first.
SELECT subject, allowed, changed_at, changed_by
FROM state.few_references WHERE school_id = $school_id ORDER BY changed_at, change_id
