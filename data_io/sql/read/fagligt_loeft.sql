-- The groups for a fagligt løft among some classes and holds, the newest first.
SELECT CAST(l.klasse_id AS VARCHAR) AS klasse_id, k.skoleaar, k.name, l.subject, l.area_kind, l.area,
       h.teacher, h.from_date, h.to_date, l.made_at, l.made_by,
       EXISTS (SELECT 1 FROM state.slice s WHERE s.klasse_id = l.klasse_id) AS has_results
FROM state.fagligt_loeft l
JOIN state.klasse k ON k.klasse_id = l.klasse_id
LEFT JOIN state.hold h ON h.klasse_id = l.klasse_id
WHERE list_contains($klasse_ids, CAST(l.klasse_id AS VARCHAR))
ORDER BY l.made_at DESC, klasse_id
