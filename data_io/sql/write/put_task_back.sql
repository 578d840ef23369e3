UPDATE state.task_left_out SET back_at = $moment, back_by = $person
WHERE test_id = CAST($test_id AS UUID) AND task_no = $task_no AND back_at IS NULL
