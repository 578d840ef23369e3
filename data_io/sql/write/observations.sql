-- The rows come import by import, and lie together in the store as they come.
INSERT INTO facts.observation (import_id, slice_no, pupil_id, task_no, value, missing, sheet_row, sheet_column)
SELECT CAST(import_id AS UUID), slice_no, CAST(pupil_id AS UUID), task_no, value, CAST(missing AS VARCHAR),
       sheet_row, sheet_column
FROM new_rows
