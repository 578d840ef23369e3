-- A school's talks, the first one first.
SELECT CAST(t.talk_id AS VARCHAR) AS talk_id, CAST(t.round_id AS VARCHAR) AS round_id, r.name AS round, r.position,
       t.day, t.starts_at, t.minutes, t.theme, t.created_at, t.created_by, t.closed_at
FROM state.talk t JOIN state.round r ON r.round_id = t.round_id
WHERE CAST(t.school_id AS VARCHAR) = $school_id
ORDER BY t.day, t.starts_at, t.created_at
