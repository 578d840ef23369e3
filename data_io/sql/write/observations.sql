INSERT INTO facts.observation (import_id, slice_no, pupil_id, task_no, value, missing, sheet_row, sheet_column)
SELECT CAST(import_id AS UUID), CAST(slice_no AS INTEGER), CAST(pupil_id AS UUID), CAST(task_no AS INTEGER),
       CAST(value AS DOUBLE), missing, CAST(sheet_row AS INTEGER), CAST(sheet_column AS INTEGER)
FROM new_rows
ORDER BY slice_no, pupil_id, task_no
