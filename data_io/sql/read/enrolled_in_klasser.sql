-- Everyone who is or was enrolled in some classes, for matching names; an alias stands for the pupil it belongs to.
-- ended: on an earlier class list of the class, and on no later one.
SELECT CAST(e.klasse_id AS VARCHAR) AS klasse_id, CAST(q.pupil_id AS VARCHAR) AS pupil_id, q.name,
       bool_or(e.listed) AS listed, NOT bool_or(e.to_date IS NULL) AS ended
FROM state.enrolment e
JOIN state.pupil p ON p.pupil_id = e.pupil_id
JOIN state.pupil q ON q.pupil_id = coalesce(p.alias_of, p.pupil_id)
WHERE list_contains($klasse_ids, CAST(e.klasse_id AS VARCHAR))
GROUP BY e.klasse_id, q.pupil_id, q.name
ORDER BY q.name COLLATE da, pupil_id
