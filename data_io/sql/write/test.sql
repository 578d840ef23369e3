INSERT INTO state.test (test_id, school_id, subject, trin, title) VALUES ($test_id, $school_id, $subject, $trin, $title)
