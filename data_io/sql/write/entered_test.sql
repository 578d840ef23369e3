INSERT INTO state.entered_test (test_id, klasse_id, taken_on, made_at, made_by)
VALUES ($test_id, $klasse_id, $taken_on, $made_at, $made_by)
