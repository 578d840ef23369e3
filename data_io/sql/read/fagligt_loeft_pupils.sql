-- Who was thought of for some groups, with what was seen then; an alias stands for the pupil it belongs to.
SELECT CAST(l.klasse_id AS VARCHAR) AS klasse_id, CAST(q.pupil_id AS VARCHAR) AS pupil_id, q.name, q.confirmed,
       l.chosen, l.nominated, l.suggested, l.near, l.points, l.max_points, l.tasks, l.expected, l.score
FROM state.fagligt_loeft_pupil l
JOIN state.pupil p ON p.pupil_id = l.pupil_id
JOIN state.pupil q ON q.pupil_id = coalesce(p.alias_of, p.pupil_id)
WHERE list_contains($klasse_ids, CAST(l.klasse_id AS VARCHAR))
ORDER BY q.name COLLATE da, pupil_id, l.chosen DESC, l.tasks DESC, l.pupil_id
