-- A hold's own facts; what a later sheet leaves out is kept.
INSERT INTO state.hold (klasse_id, teacher, from_date, to_date)
SELECT CAST(klasse_id AS UUID), teacher, CAST(from_date AS DATE), CAST(to_date AS DATE) FROM new_rows
ON CONFLICT (klasse_id) DO UPDATE
SET teacher = coalesce(excluded.teacher, teacher), from_date = coalesce(excluded.from_date, from_date),
    to_date = coalesce(excluded.to_date, to_date)
