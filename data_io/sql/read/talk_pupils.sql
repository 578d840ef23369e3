-- What was decided about pupils before a talk, the newest last; an alias stands for the pupil it belongs to.
SELECT CAST(q.pupil_id AS VARCHAR) AS pupil_id, q.name, q.confirmed, t.mark, t.why, t.marked_at, t.marked_by
FROM state.talk_pupil t
JOIN state.pupil p ON p.pupil_id = t.pupil_id
JOIN state.pupil q ON q.pupil_id = coalesce(p.alias_of, p.pupil_id)
WHERE CAST(t.talk_id AS VARCHAR) = $talk_id
ORDER BY t.marked_at, t.pupil_id
