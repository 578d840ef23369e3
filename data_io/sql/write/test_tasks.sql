INSERT INTO state.test_task (test_id, task_no, label, fagomraade, signalord, max_points)
SELECT CAST(test_id AS UUID), CAST(task_no AS INTEGER), label, fagomraade, signalord, CAST(max_points AS DOUBLE)
FROM new_rows
ON CONFLICT (test_id, task_no) DO UPDATE
SET label = excluded.label, fagomraade = excluded.fagomraade, signalord = excluded.signalord,
    max_points = excluded.max_points
