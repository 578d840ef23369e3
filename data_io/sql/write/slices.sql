INSERT INTO state.slice (slice_id, klasse_id, test_id, subject, round_id, slice_key)
SELECT CAST(slice_id AS UUID), CAST(klasse_id AS UUID), CAST(test_id AS UUID), subject, CAST(round_id AS UUID),
       slice_key
FROM new_rows
