-- A task that is out already stays out as it was; one that the test does not have is not taken out.
INSERT INTO state.task_left_out (test_id, task_no, reason, left_out_at, left_out_by)
SELECT t.test_id, t.task_no, $reason, $moment, $person
FROM state.test_task t
WHERE t.test_id = CAST($test_id AS UUID) AND t.task_no = $task_no
  AND NOT EXISTS (
      SELECT 1 FROM state.task_left_out l
      WHERE l.test_id = t.test_id AND l.task_no = t.task_no AND l.back_at IS NULL
  )
