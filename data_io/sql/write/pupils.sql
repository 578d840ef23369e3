INSERT INTO state.pupil (pupil_id, school_id, name, confirmed)
SELECT CAST(pupil_id AS UUID), CAST(school_id AS UUID), name, CAST(confirmed AS BOOLEAN) FROM new_rows
