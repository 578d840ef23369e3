INSERT INTO facts.condition (import_id, slice_no, pupil_id, condition)
SELECT CAST($import_id AS UUID), $slice_no, pupil_id, condition
FROM facts.condition WHERE import_id = CAST($previous AS UUID) AND slice_no = $previous_no
