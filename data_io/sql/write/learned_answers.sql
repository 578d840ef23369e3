INSERT INTO state.learned_answer (school_id, layout, question, answer, import_id, learned_at, learned_by)
SELECT CAST(school_id AS UUID), layout, question, answer, CAST(import_id AS UUID), CAST(learned_at AS TIMESTAMP),
       learned_by
FROM new_rows
ON CONFLICT (school_id, layout, question) DO UPDATE
SET answer = excluded.answer, import_id = excluded.import_id, learned_at = excluded.learned_at,
    learned_by = excluded.learned_by
