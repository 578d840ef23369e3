INSERT INTO state.enrolment (klasse_id, pupil_id, position, listed, from_date, to_date)
SELECT CAST(klasse_id AS UUID), CAST(pupil_id AS UUID), CAST(position AS INTEGER), CAST(listed AS BOOLEAN),
       CAST(from_date AS DATE), CAST(to_date AS DATE)
FROM new_rows
-- A class list says who is in the class now, a sheet of results only who was.
ON CONFLICT (klasse_id, pupil_id) DO UPDATE
SET position = coalesce(excluded.position, position), listed = listed OR excluded.listed,
    from_date = coalesce(excluded.from_date, from_date),
    to_date = CASE WHEN excluded.listed THEN excluded.to_date ELSE to_date END
