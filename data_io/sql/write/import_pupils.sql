INSERT INTO state.import_pupil (import_id, pupil_id)
SELECT CAST(import_id AS UUID), CAST(pupil_id AS UUID) FROM new_rows
