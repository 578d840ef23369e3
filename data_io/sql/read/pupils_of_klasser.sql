-- The pupils enrolled in some classes, in Danish order by name; an alias stands for the pupil it belongs to.
SELECT DISTINCT CAST(e.klasse_id AS VARCHAR) AS klasse_id, CAST(q.pupil_id AS VARCHAR) AS pupil_id, q.name,
       q.confirmed, bool_or(e.listed) AS listed, min(e.position) AS position,
       min(e.from_date) AS from_date, max(e.to_date) AS to_date,
       max(u.said) AS unilogin
FROM state.enrolment e
JOIN state.pupil p ON p.pupil_id = e.pupil_id
JOIN state.pupil q ON q.pupil_id = coalesce(p.alias_of, p.pupil_id)
LEFT JOIN state.pupil_key u ON u.pupil_id = q.pupil_id AND u.kind = 'unilogin'
WHERE list_contains($klasse_ids, CAST(e.klasse_id AS VARCHAR))
GROUP BY e.klasse_id, q.pupil_id, q.name, q.confirmed
ORDER BY q.name COLLATE da, pupil_id
