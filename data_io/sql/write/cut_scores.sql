INSERT INTO state.cut_scores (change_id, school_id, subject, trin, red_below, green_from, changed_at, changed_by)
VALUES ($change_id, $school_id, $subject, $trin, $red_below, $green_from, $changed_at, $changed_by)
