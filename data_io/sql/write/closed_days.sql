INSERT INTO state.closed_day (school_id, day, why)
SELECT CAST(school_id AS UUID), CAST(day AS DATE), why FROM new_rows
ON CONFLICT (school_id, day) DO UPDATE SET why = excluded.why
