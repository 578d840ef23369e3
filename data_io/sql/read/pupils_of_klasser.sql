-- The pupils of some classes in Danish order by name: those on the class list, and those with results seen
-- in the class (without a list, or gone from it). An alias stands for the pupil it belongs to.
WITH seen AS (
    SELECT DISTINCT s.klasse_id, o.pupil_id
    FROM state.slice s
    JOIN state.active_slice a USING (slice_id)
    JOIN state.import_slice i ON i.import_id = a.import_id AND i.slice_id = s.slice_id
    JOIN facts.observation o ON o.import_id = i.import_id AND o.slice_no = i.slice_no
    WHERE list_contains($klasse_ids, CAST(s.klasse_id AS VARCHAR))
)
SELECT CAST(e.klasse_id AS VARCHAR) AS klasse_id, CAST(q.pupil_id AS VARCHAR) AS pupil_id, q.name,
       q.confirmed, bool_or(e.listed AND e.to_date IS NULL) AS listed, min(e.position) AS position,
       min(e.from_date) AS from_date, max(e.to_date) AS to_date,
       max(u.said) AS unilogin
FROM state.enrolment e
JOIN state.pupil p ON p.pupil_id = e.pupil_id
JOIN state.pupil q ON q.pupil_id = coalesce(p.alias_of, p.pupil_id)
LEFT JOIN seen ON seen.klasse_id = e.klasse_id AND seen.pupil_id = e.pupil_id
LEFT JOIN state.pupil_key u ON u.pupil_id = q.pupil_id AND u.kind = 'unilogin'
WHERE list_contains($klasse_ids, CAST(e.klasse_id AS VARCHAR))
GROUP BY e.klasse_id, q.pupil_id, q.name, q.confirmed
HAVING bool_or(e.listed AND e.to_date IS NULL) OR bool_or(seen.pupil_id IS NOT NULL)
ORDER BY q.name COLLATE da, pupil_id
