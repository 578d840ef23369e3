INSERT INTO state.new_year_pupil (new_year_id, pupil_id, klasse_id, how, made)
SELECT CAST(new_year_id AS UUID), CAST(pupil_id AS UUID), CAST(klasse_id AS UUID), how, CAST(made AS BOOLEAN)
FROM new_rows
