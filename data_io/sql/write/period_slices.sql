INSERT INTO state.slice (slice_id, klasse_id, slice_key, from_date, to_date)
SELECT CAST(slice_id AS UUID), CAST(klasse_id AS UUID), slice_key, CAST(from_date AS DATE), CAST(to_date AS DATE)
FROM new_rows
