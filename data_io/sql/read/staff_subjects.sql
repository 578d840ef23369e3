-- Who has which of some classes in which subject.
SELECT CAST(t.staff_id AS VARCHAR) AS staff_id, CAST(t.klasse_id AS VARCHAR) AS klasse_id, t.subject
FROM state.staff_subject t JOIN state.staff s ON s.staff_id = t.staff_id
WHERE list_contains($klasse_ids, CAST(t.klasse_id AS VARCHAR))
ORDER BY s.name COLLATE da, t.subject, klasse_id
