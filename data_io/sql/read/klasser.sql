-- Every class a person may see, newest school year first.
SELECT CAST(k.klasse_id AS VARCHAR) AS klasse_id, s.name AS school, k.skoleaar, k.name, k.trin
FROM state.klasse k JOIN state.school s USING (school_id)
WHERE list_contains($klasse_ids, CAST(k.klasse_id AS VARCHAR))
ORDER BY school COLLATE da, k.skoleaar DESC, k.trin NULLS LAST, k.name COLLATE da
