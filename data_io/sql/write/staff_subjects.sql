INSERT INTO state.staff_subject (klasse_id, subject, staff_id)
SELECT CAST(klasse_id AS UUID), subject, CAST(staff_id AS UUID) FROM new_rows
ON CONFLICT DO NOTHING
