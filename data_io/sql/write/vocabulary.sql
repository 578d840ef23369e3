INSERT INTO state.vocabulary (school_id, kind, folded, term, position)
SELECT CAST(school_id AS UUID), kind, folded, term, CAST(position AS INTEGER) FROM new_rows
ON CONFLICT (school_id, kind, folded) DO UPDATE SET term = excluded.term, position = excluded.position
