INSERT INTO state.new_year_klasse (new_year_id, klasse_id)
SELECT CAST(new_year_id AS UUID), CAST(klasse_id AS UUID) FROM new_rows
