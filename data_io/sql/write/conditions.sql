INSERT INTO facts.condition (import_id, slice_no, pupil_id, condition)
SELECT CAST(import_id AS UUID), CAST(slice_no AS INTEGER), CAST(pupil_id AS UUID), condition FROM new_rows
