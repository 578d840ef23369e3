-- Every change of the school's cut scores, oldest first.
SELECT subject, trin, red_below, green_from, changed_at, changed_by
FROM state.cut_scores WHERE school_id = $school_id ORDER BY changed_at, change_id
