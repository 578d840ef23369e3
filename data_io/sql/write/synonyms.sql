INSERT INTO state.synonym (school_id, kind, folded, said, term, import_id, learned_at, learned_by)
SELECT CAST(school_id AS UUID), kind, folded, said, term, CAST(import_id AS UUID), CAST(learned_at AS TIMESTAMP),
       learned_by
FROM new_rows
ON CONFLICT (school_id, kind, folded) DO UPDATE
SET said = excluded.said, term = excluded.term, import_id = excluded.import_id,
    learned_at = excluded.learned_at, learned_by = excluded.learned_by
