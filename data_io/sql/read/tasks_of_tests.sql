SELECT CAST(test_id AS VARCHAR) AS test_id, task_no, label, fagomraade, signalord, max_points
FROM state.test_task WHERE list_contains($test_ids, CAST(test_id AS VARCHAR)) ORDER BY test_id, task_no
